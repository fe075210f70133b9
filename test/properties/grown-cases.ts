/** Cases for properties: every case of the rule tables and the sample, changed at random but still valid. */
import fc from 'fast-check';
import type { Case } from '../../shared/model/case/case.js';
import { detailAmount } from '../../shared/model/case/detail-amount.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import { readCase } from '../../shared/model/case/read-case.js';
import { VOUCHER_KINDS, type VoucherKind } from '../../shared/model/case/voucher.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { caseFrom } from '../support/cases.js';
import { sampleCase } from '../support/sample.js';
import { readTable } from '../rules/table.js';
import { tableFiles } from '../rules/table-files.js';

const SEEDS: readonly Case[] = [
  sampleCase(),
  ...tableFiles()
    .flatMap(readTable)
    .map(({ base, row }) => caseFrom(base, row.given, row.drop)),
];

type Edit =
  | { readonly kind: 'number'; readonly line: number; readonly at: number; readonly value: number }
  | { readonly kind: 'addPaper'; readonly line: number; readonly paper: VoucherKind }
  | { readonly kind: 'dropPapers'; readonly line: number }
  | { readonly kind: 'dropTransfer'; readonly line: number }
  | { readonly kind: 'dropLine'; readonly line: number }
  | { readonly kind: 'course'; readonly fields: Partial<Case['course']> };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('number' as const),
      line: fc.nat(40),
      at: fc.nat(20),
      value: fc.oneof(fc.nat(40), fc.nat(40_000), fc.constantFrom(0, 1, 10, 60, 1000, 10_000, 100_000)),
    }),
  },
  fc.record({
    kind: fc.constant('addPaper' as const),
    line: fc.nat(40),
    paper: fc.constantFrom(...(Object.keys(VOUCHER_KINDS) as VoucherKind[])),
  }),
  fc.record({ kind: fc.constant('dropPapers' as const), line: fc.nat(40) }),
  fc.record({ kind: fc.constant('dropTransfer' as const), line: fc.nat(40) }),
  fc.record({ kind: fc.constant('dropLine' as const), line: fc.nat(40) }),
  fc.record({
    kind: fc.constant('course' as const),
    fields: fc.constantFrom<Partial<Case['course']>>(
      { delivery: 'independent' },
      { contractOn: '2021-06-01' },
      { contractAmount: 100_000 },
      { applicationReceivedOn: '2022-02-01' },
      { level: 'coach1' },
      { reductionByJspo: 5000 },
    ),
  }),
);

/** A valid case with at least one line. */
export const grownCase: fc.Arbitrary<Case> = fc
  .record({ seed: fc.nat(SEEDS.length - 1), edits: fc.array(edit, { maxLength: 5 }) })
  .map(({ seed, edits }) => edits.reduce(applied, SEEDS[seed] ?? sampleCase()))
  .map((value) => readCase(withAmounts(value)))
  .filter((read) => read.ok && (read.value.lines ?? []).length > 0)
  .map((read) => {
    if (!read.ok) throw new Error('filtered before');
    return read.value;
  });

function applied(value: Case, change: Edit): Case {
  if (change.kind === 'course') return { ...value, course: { ...value.course, ...change.fields } };
  const lines = value.lines ?? [];
  const line = lines[change.line % Math.max(1, lines.length)];
  if (!line) return value;
  switch (change.kind) {
    case 'number':
      return withLine(value, withNumber(line, change.at, change.value));
    case 'addPaper':
      return withPaper(value, line, { kind: change.paper });
    case 'dropPapers':
      return withLine(value, { ...line, voucherIds: [] });
    case 'dropTransfer': {
      const copy = { ...line };
      delete copy.transferId;
      return withLine(value, copy);
    }
    case 'dropLine':
      return { ...value, lines: lines.filter((entry) => entry !== line) };
  }
}

/** The line with one of its numbers set, legs included; amounts follow by {@link withAmounts}. */
export function withNumber(line: Line, at: number, value: number): Line {
  const copy = structuredClone(line) as unknown as Record<string, unknown>;
  const places = numbersOf(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place) place.owner[place.key] = value;
  return copy as unknown as Line;
}

type NumberPlace = { readonly owner: Record<string, unknown>; readonly key: string };

function numbersOf(record: Record<string, unknown>): NumberPlace[] {
  const own = Object.entries(record).flatMap(([key, value]): NumberPlace[] => {
    if (typeof value === 'number' && !['planned', 'actual', 'minutes'].includes(key)) return [{ owner: record, key }];
    if (Array.isArray(value)) return value.flatMap((entry) => (isRecord(entry) ? numbersOf(entry) : []));
    return isRecord(value) ? numbersOf(value) : [];
  });
  return own.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function withLine(value: Case, line: Line): Case {
  return { ...value, lines: (value.lines ?? []).map((entry) => (entry.id === line.id ? line : entry)) };
}

/** The case with one paper more on a line. */
export function withPaper(value: Case, line: Line, paper: Omit<NonNullable<Case['vouchers']>[number], 'id'>): Case {
  const id = `grown${(value.vouchers ?? []).length}`;
  return {
    ...withLine(value, { ...line, voucherIds: [...(line.voucherIds ?? []), id] }),
    vouchers: [...(value.vouchers ?? []), { id, ...paper }],
  };
}

/** Every amount that follows from the details of its line. */
export function withAmounts(value: Case): Case {
  const facts = new Facts(value);
  const key = value.stage === 'report' ? 'actual' : 'planned';
  const minutesOf = (id: string): number => {
    const assignment = facts.assignment(id);
    return assignment ? facts.minutesOf(assignment) : 0;
  };
  return {
    ...value,
    lines: (value.lines ?? []).map((line) => {
      const amount = detailAmount(line, { minutesOf, room: (id) => facts.room(id) });
      return amount === undefined ? line : { ...line, [key]: amount };
    }),
  };
}
