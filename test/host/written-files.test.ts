import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Refused } from '../../electron/refused.js';
import { WrittenFiles } from '../../electron/written-files.js';
import { temporaryFolder } from './temporary-host.js';

test('a file written yesterday is found again under its id', () => {
  const folder = temporaryFolder();
  const memory = join(folder, 'written-files.json');
  const { id } = new WrittenFiles(memory).note('/out/実施報告書.xlsx', 5);
  const next = new WrittenFiles(memory);
  expect(next.path(id)).toBe('/out/実施報告書.xlsx');
  expect(next.note('/out/実施報告書.xlsx', 6)).toEqual({
    id,
    name: '実施報告書.xlsx',
    place: '/out/実施報告書.xlsx',
    bytes: 6,
  });
  expect(readdirSync(folder)).toEqual(['written-files.json']);
});

test('an unknown id is refused, and so is every id where the memory cannot be read', () => {
  const memory = join(temporaryFolder(), 'written-files.json');
  const { id } = new WrittenFiles(memory).note('/out/a.xlsx', 1);
  expect(() => new WrittenFiles(memory).path('../a.xlsx')).toThrow(Refused);
  writeFileSync(memory, '[["not-an-id","/etc/passwd"]]');
  expect(() => new WrittenFiles(memory).path('not-an-id')).toThrow(Refused);
  expect(() => new WrittenFiles(memory).path(id)).toThrow(Refused);
});

test('the oldest of more than a thousand are forgotten', () => {
  const memory = join(temporaryFolder(), 'written-files.json');
  const old = Array.from({ length: 1000 }, (_, index) => [crypto.randomUUID(), `/out/${index}.xlsx`]);
  writeFileSync(memory, JSON.stringify(old));
  const files = new WrittenFiles(memory);
  const { id } = files.note('/out/new.xlsx', 1);
  expect(files.path(id)).toBe('/out/new.xlsx');
  expect(() => files.path(old[0]?.[0] ?? '')).toThrow(Refused);
  expect(files.path(old[1]?.[0] ?? '')).toBe('/out/1.xlsx');
  expect((JSON.parse(readFileSync(memory, 'utf8')) as unknown[]).length).toBe(1000);
});

test('a folder that takes nothing keeps nobody from writing', () => {
  const files = new WrittenFiles(join(temporaryFolder(), 'missing', 'written-files.json'));
  expect(files.path(files.note('/out/a.xlsx', 1).id)).toBe('/out/a.xlsx');
});
