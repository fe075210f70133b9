/** The table of payments: rows in words that say what must come out, run against any book. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { bankDay } from '../../shared/payments/bank-day.js';
import { isFiled } from '../../shared/payments/filed.js';
import { withholdingFigures } from '../../shared/payments/payment-figures.js';
import { taxOf } from '../../shared/payments/tax.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';

const DAY = '2021-11-10';
const amount = z.int().min(0);

const taxRow = z.strictObject({
  name: z.string(),
  on: z.string().default(DAY),
  pays: z.array(
    z.strictObject({
      kind: z.enum(['honorarium', 'travel', 'perDiem']).default('honorarium'),
      role: z.string().optional(),
      amount,
    }),
  ),
  to: z.enum(['person', 'employer', 'unknown']).default('person'),
  answer: z.enum(['withhold', 'none']).optional(),
  expect: z.strictObject({ state: z.enum(['withheld', 'none', 'confirm']), amount: amount.optional() }),
});
const reportRow = z.strictObject({
  name: z.string(),
  on: z.string().default(DAY),
  paid: amount,
  expect: z.boolean().optional(),
});
const dayRow = z.strictObject({
  day: z.string(),
  expect: z.enum(['open', 'weekend', 'holiday', 'yearEnd', 'unknown']),
});
const table = z.strictObject({ tax: z.array(taxRow), reports: z.array(reportRow), bankDays: z.array(dayRow) });

export type PaymentRow = {
  readonly name: string;
  readonly expected: string;
  readonly actual: (book: Rulebook) => string;
};

/** All rows, each with its outcome by a book as one text. */
export function paymentRows(): PaymentRow[] {
  const text = readFileSync(new URL('figures.yaml', import.meta.url), 'utf8');
  const { tax, reports, bankDays } = table.parse(parse(text, { schema: 'core' }));
  return [
    ...tax.map((row) => ({
      name: row.name,
      expected: JSON.stringify([row.expect.state, row.expect.amount ?? null]),
      actual: (book: Rulebook) => taxOutcome(row, book),
    })),
    ...reports.map((row) => ({
      name: row.name,
      expected: String(row.expect),
      actual: (book: Rulebook) => String(isFiled(row.paid, book, row.on)),
    })),
    ...bankDays.map((row) => ({
      name: `銀行営業日 ${row.day}`,
      expected: row.expect,
      actual: (book: Rulebook) => bankDay(row.day, book),
    })),
  ];
}

function taxOutcome(row: z.output<typeof taxRow>, book: Rulebook): string {
  const parts = row.pays.map((part) => ({ kind: part.kind, amount: part.amount, roleJa: part.role }));
  const payee = { key: 'S1', kind: row.to, nameJa: '岡部 直樹' };
  const tax = taxOf(payee, parts, row.answer, withholdingFigures(book, row.on));
  const amountOf = { withheld: () => withheld(tax), confirm: () => withheld(tax), none: () => null };
  return JSON.stringify([tax.state, amountOf[tax.state]()]);
}

function withheld(tax: ReturnType<typeof taxOf>): number | null {
  if (tax.state === 'withheld') return tax.amount;
  return tax.state === 'confirm' ? (tax.ifWithheld?.amount ?? null) : null;
}
