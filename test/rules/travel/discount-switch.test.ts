import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rulebook } from '../../../electron/rulebooks.js';
import { check } from '../../../shared/rules/check.js';
import { openRulebook, type Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { buildCase } from '../table.js';

const base: unknown = parse(readFileSync(new URL('../bases/ride-application.yaml', import.meta.url), 'utf8'), {
  schema: 'core',
});
const leg = { mode: 'rail', from: '緑川', to: '青葉中央', date: '2021-10-02', km: 6010, baseFare: 9790 };
const given = { lines: [{ id: 'T1', legs: [{ ...leg, roundTripDiscountApplied: false }] }] };

function eligible(book: Rulebook): number | undefined {
  return check(buildCase(base, { given }), book).lines[0]?.eligible;
}

/** The book of the year with another value of one figure. */
function bookWith(key: string, value: number | boolean): Rulebook {
  const file = structuredClone(rulebook('R3').file);
  const own = file.figures[key];
  if (!own) throw new Error(`No figure ${key}`);
  file.figures[key] = { ...own, values: own.values.map((entry) => ({ ...entry, value })) };
  return openRulebook(file, FIGURES);
}

describe('往復割引 is a matter of the rulebook', () => {
  test('a year without the discount leaves the fare', () => {
    expect(eligible(bookWith('travel.rail.roundTripDiscount.applies', false))).toBe(9790);
  });
  test('rate and rounding come from the book', () => {
    expect(eligible(rulebook('R3'))).toBe(8810);
    expect(eligible(bookWith('travel.rail.roundTripDiscount.percent', 20))).toBe(7830);
    expect(eligible(bookWith('travel.rail.roundTripDiscount.unit', 1))).toBe(8811);
  });
});
