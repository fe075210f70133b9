/** Every shipped book is complete, and every figure in it is read by something. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulebook, shippedRulebooks } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { type Rulebook, rulebookProblems } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { paymentRows } from '../payments/figure-table.js';
import { buildCase, readTable } from '../rules/table.js';
import { tableFiles } from '../rules/table-files.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const book = rulebook('R3');

test.each(shippedRulebooks().map((own) => own.id))('book %s is complete', (id) => {
  expect(rulebookProblems(rulebook(id).file, FIGURES)).toEqual([]);
});

test('every figure is cited: a document, a place, a period', () => {
  for (const own of shippedRulebooks()) {
    for (const [key, figure] of Object.entries(own.file.figures)) {
      expect(figure.values.length, key).toBeGreaterThan(0);
      for (const value of figure.values) expect(value.at.trim(), key).not.toBe('');
    }
  }
});

test('every figure is read when the tables run, or named in the source of a rule', () => {
  const read = keysReadByTables();
  const source = ruleSource();
  const unread = Object.keys(FIGURES).filter((key) => !read.has(key) && !source.includes(`'${key}'`));
  expect(unread).toEqual([]);
});

function keysReadByTables(): Set<string> {
  const keys = new Set<string>();
  const listening: Rulebook = {
    ...book,
    read: (key, day) => {
      keys.add(key);
      return book.read(key, day);
    },
  };
  const bases = new Map<string, unknown>();
  for (const { base, row } of tableFiles().flatMap(readTable)) {
    const start = bases.get(base) ?? readBase(base);
    bases.set(base, start);
    check(buildCase(start, row), listening);
  }
  for (const row of paymentRows()) row.actual(listening);
  return keys;
}

function readBase(name: string): unknown {
  return parse(readFileSync(join(root, 'test/rules/bases', `${name}.yaml`), 'utf8'), { schema: 'core' });
}

/** The text of everything under shared/rules but the lists of keys themselves. */
function ruleSource(): string {
  return readdirSync(join(root, 'shared/rules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('figures.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
