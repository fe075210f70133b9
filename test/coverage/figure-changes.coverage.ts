/**
 * Changing any single figure of the shipped rulebook is noticed: for each value, a little more and a little less (or
 * another word, the other way round) makes at least one row of the rule tables, one deadline or one row of the table of
 * payments come out differently.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulebook } from '../../electron/rulebooks.js';
import { addDays } from '../../shared/dates.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { openRulebook, type Rulebook, type RulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { paymentRows } from '../payments/figure-table.js';
import { differences } from '../rules/expectation.js';
import { buildCase, readTable, type Row } from '../rules/table.js';
import { tableFiles } from '../rules/table-files.js';

type Value = RulebookFile['figures'][string]['values'][number]['value'];
type Judged = { readonly row: Row; readonly value: Case };

const root = fileURLToPath(new URL('../..', import.meta.url));
const book = rulebook('R3');
const judged = tableFiles().flatMap(readTable).map(judgedRow);
const readers = readersOf(judged);
const payments = paymentRows();

test.each(Object.keys(book.file.figures))('%s', (key) => {
  const own = book.file.figures[key];
  const unnoticed = (own?.values ?? []).flatMap((entry, index) =>
    othersOf(entry.value).filter((other) => !isNoticed(key, index, other)),
  );
  expect(unnoticed, `${key}: no row of the tables comes out differently`).toEqual([]);
});

function judgedRow(row: Row): Judged {
  const start: unknown = parse(readFileSync(join(root, 'test/rules/bases', `${row.base}.yaml`), 'utf8'), {
    schema: 'core',
  });
  return { row, value: buildCase(start, row.row) };
}

/** Which rows ask for a figure. */
function readersOf(rows: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const all = new Map<string, Judged[]>();
  for (const one of rows) {
    const keys = new Set<string>();
    const listening: Rulebook = {
      ...book,
      read: (key, day) => {
        keys.add(key);
        return book.read(key, day);
      },
    };
    check(one.value, listening);
    for (const key of keys) all.set(key, [...(all.get(key) ?? []), one]);
  }
  return all;
}

/** Values next to one: what a slip of the pen would give. */
function othersOf(value: Value): Value[] {
  // A book with a figure below zero is refused when it is opened.
  if (typeof value === 'number') return [value + 1, value - 1].filter((other) => other >= 0);
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'object') return value.map((word) => value.filter((other) => other !== word));
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? [addDays(value, 1), addDays(value, -1)] : [value.slice(0, -1)];
}

function isNoticed(key: string, index: number, value: Value): boolean {
  const file = structuredClone(book.file);
  const entry = file.figures[key]?.values[index];
  if (!entry) throw new Error(`${key} has no value ${index}`);
  entry.value = value;
  const changed = openRulebook(file, FIGURES);
  if (key.startsWith('payments.')) return payments.some((row) => row.actual(changed) !== row.expected);
  return (readers.get(key) ?? []).some(({ row, value: own }) => {
    const decision = check(own, changed);
    return differences(decision, row.row.expect).length > 0;
  });
}

type Tables = RulebookFile['exemptions'];
type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Words about a row that decide nothing. */
const ABOUT = ['no', 'source', 'at', 'decision', 'note', 'category', 'kind'];

const rows = (['common', 'specialty'] as const).flatMap((table) =>
  book.exemptions[table].map((row, index) => ({ name: row.at, table, index })),
);

test.each(rows)('$name', ({ table, index }) => {
  const row = book.exemptions[table][index] as unknown as Record<string, Json>;
  const unnoticed = Object.entries(row)
    .filter(([key]) => !ABOUT.includes(key))
    .flatMap(([key, value]) => slips(value).map((other) => [key, other] as const))
    .filter(([key, other]) => {
      const tables = structuredClone(book.exemptions);
      (tables[table][index] as unknown as Record<string, Json>)[key] = other;
      return !isTableChangeNoticed(tables, row);
    });
  expect(unnoticed, 'no row of the rule tables comes out differently').toEqual([]);
});

/** A value of a row with one slip in it, at any depth. */
function slips(value: Json): Json[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((_one, index) => value.filter((_other, at) => at !== index) as Json);
  }
  if (typeof value !== 'object') return othersOf(value) as Json[];
  const own = value as Readonly<Record<string, Json>>;
  const inner = Object.entries(own)
    .filter(([key]) => !ABOUT.includes(key))
    .flatMap(([key, part]) => slips(part).map((other) => ({ ...own, [key]: other })));
  return [...inner, { kind: own['kind'] === 'none' ? 'withinExpiry' : 'none' }];
}

function isTableChangeNoticed(exemptions: Tables, row: Record<string, Json>): boolean {
  const changed: Rulebook = { ...book, exemptions, file: { ...book.file, exemptions } };
  const words = JSON.stringify(row);
  return judged
    .filter(({ value }) =>
      (value.exemptions ?? []).some((own) => words.includes(own.qualificationJa) || own.tableRowNo),
    )
    .some(({ row: own, value }) => differences(check(value, changed), own.row.expect).length > 0);
}
