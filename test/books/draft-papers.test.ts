/** What is judged by a draft says so on paper; a draft may have gaps there, a book in force may not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../electron/refused.js';
import { acceptBook, rulebook } from '../../electron/rulebooks.js';
import { dispatch } from '../../electron/dispatch.js';
import { withoutDays } from '../../shared/rules/books/edit-book.js';
import { metaSheet } from '../../shared/forms/header.js';
import { check } from '../../shared/rules/check.js';
import { readableRulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { temporaryHost } from '../host/temporary-host.js';
import { sampleCase } from '../support/sample.js';

const { file } = rulebook('R3');
const gap = withoutDays(file, 'honoraria.lecture.rate', { from: file.from, to: file.to });

describe('the head of every sheet', () => {
  const year = (state: 'inForce' | 'draft'): string => {
    const value = sampleCase();
    const book = readableRulebook({ ...file, state });
    const { draft } = metaSheet({ facts: new Facts(value), decision: check(value, book), book });
    return JSON.stringify(draft.finish().rows.map((row) => [...row.cells.values()].map((cell) => cell.value)));
  };

  test('改訂案の基準 stands there for a draft only', () => {
    expect(year('draft')).toContain('令和3年度　改訂案の基準');
    expect(year('inForce')).toContain('令和3年度');
    expect(year('inForce')).not.toContain('改訂案');
  });
});

function refusalOf(book: unknown): string {
  try {
    acceptBook(book);
    return '';
  } catch (error) {
    return error instanceof Refused ? error.messageJa : String(error);
  }
}

describe('a book with a gap', () => {
  test('is taken as a draft and refused in force, with the key and the day', () => {
    expect(acceptBook({ ...gap, state: 'draft' }).state).toBe('draft');
    expect(refusalOf(gap)).toMatch(/honoraria\.lecture\.rate: 2021-04-01 からの値がありません/);
  });

  test('is no excuse for what is not well-formed', () => {
    const wrong = { ...gap, state: 'draft', sources: {} };
    expect(refusalOf(wrong)).toMatch(/出典「.+」がありません/);
  });
});

test('a book is written as one YAML file into the output folder, and never over another', async () => {
  const host = temporaryHost();
  await dispatch('write-rulebook', { book: gap }, host);
  await dispatch('write-rulebook', { book: gap }, host);
  const names = readdirSync(host.outputDir).sort();
  expect(names).toEqual([
    'R3_第1版_令和3年度 講習会・委託金の基準.yaml',
    'R3_第1版_令和3年度 講習会・委託金の基準_v2.yaml',
  ]);
  expect(readFileSync(`${host.outputDir}/${names[0] ?? ''}`, 'utf8')).toMatch(/^# 令和3年度/);
  expect(await dispatch('write-rulebook', { book: { id: 'R3' } }, host)).toMatchObject({
    ok: false,
    error: { code: 'BAD-INPUT' },
  });
});
