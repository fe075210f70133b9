/**
 * Rule tables: cases in words, as YAML. A case takes a base, changes a few things, and says what must come out.
 *
 *   base: lecture
 *   cases:
 *     - rule: FEE-LEC-01
 *       name: 上限を1円超えると、超えた分が減る
 *       given: { lines: [{ id: H1, rate: 12001 }] }
 *       expect: { lines: { H1: { eligible: 24000, cut: 2, findings: [FEE-LEC-01:error] } } }
 *
 * Lists with ids are merged by id, new ids are appended, other lists are replaced. `drop` removes by path
 * (`lines.H1.transferId`, `sessions.s2`). A line without an amount gets the amount of its details.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Case } from '../../shared/model/case/case.js';
import { detailAmount } from '../../shared/model/case/detail-amount.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import { problemLine } from '../../shared/model/problem.js';
import { readCase } from '../../shared/model/case/read-case.js';
import { Facts } from '../../shared/rules/facts/facts.js';

const ruleId = z.string().regex(/^[A-Z]{2,5}(-[A-Z0-9]{2,6}){1,2}-[0-9]{2}$/);
/** `FEE-LEC-01`, `FEE-LEC-01:error`, `FEE-LEC-01:warning:confirm`, `…@person`. */
const mention = z.string().regex(/^[A-Z0-9-]+(:(error|warning|info))?(:(confirm|plain|approved))?(@[A-Za-z0-9_-]+)?$/);
const mentions = z.array(mention).optional();
/** By rule: words that one of its messages must hold, where a figure shows nowhere else. */
const says = z.record(ruleId, z.string().min(1)).optional();
const amount = z.int();

const lineExpectation = z.strictObject({
  claimed: amount.optional(),
  eligible: amount.optional(),
  cut: amount.optional(),
  provisional: amount.optional(),
  findings: mentions,
  silent: z.array(ruleId).optional(),
  says,
});

const tableCase = z.strictObject({
  rule: z.union([ruleId, z.array(ruleId).min(1)]),
  name: z.string().min(1),
  base: z.string().optional(),
  given: z.record(z.string(), z.unknown()).optional(),
  drop: z.array(z.string()).optional(),
  expect: z.strictObject({
    lines: z.record(z.string(), lineExpectation).optional(),
    course: z.strictObject({ findings: mentions, silent: z.array(ruleId).optional(), says }).optional(),
    totals: z.record(z.string(), z.union([amount, z.array(ruleId)])).optional(),
    accounts: z.record(z.string(), z.record(z.string(), amount)).optional(),
    settlement: z.record(z.string(), z.union([amount, z.string(), z.null()])).optional(),
    headcount: z.record(z.string(), z.union([amount, z.null()])).optional(),
    /** By the id of the evidence, the result and the rule that stands for it: `exempt EXM-COM-04`. */
    exemptions: z.record(z.string(), z.string()).optional(),
    deadlines: z.record(z.string(), z.string()).optional(),
    /** 安全日 of the deadlines. */
    safeDays: z.record(z.string(), z.string()).optional(),
  }),
});
export type TableCase = z.infer<typeof tableCase>;

const table = z.strictObject({ base: z.string().optional(), cases: z.array(tableCase).min(1) });

export type Row = { file: string; rules: readonly string[]; row: TableCase; base: string };

/** Reads a table file; a mistake in the file itself throws with its name. */
export function readTable(file: string): Row[] {
  const parsed = table.parse(parse(readFileSync(file, 'utf8'), { schema: 'core' }));
  return parsed.cases.map((row) => {
    const base = row.base ?? parsed.base;
    if (base === undefined) throw new Error(`${file}: ${row.name}: no base`);
    return { file, rules: [row.rule].flat(), row, base };
  });
}

type Json = { [key: string]: unknown };

/** The case of a row: base, changes, drops, amounts; it must be a valid case. */
export function buildCase(base: unknown, row: Pick<TableCase, 'given' | 'drop'>): Case {
  const merged = merge(structuredClone(base), row.given ?? {}) as Json;
  for (const path of row.drop ?? []) remove(merged, path.split('.'));
  fillAmounts(merged);
  const read = readCase(merged);
  if (!read.ok) throw new Error(`not a valid case:\n${read.problems.map(problemLine).join('\n')}`);
  return read.value;
}

function merge(base: unknown, change: unknown): unknown {
  if (isObject(base) && isObject(change)) {
    const result: Json = { ...base };
    for (const [key, value] of Object.entries(change)) result[key] = merge(base[key], value);
    return result;
  }
  if (Array.isArray(change) && change.length > 0 && change.every(hasId)) {
    const result: unknown[] = Array.isArray(base) ? [...(base as unknown[])] : [];
    for (const entry of change as Json[]) {
      const at = result.findIndex((known) => isObject(known) && known['id'] === entry['id']);
      if (at === -1) result.push(entry);
      else result[at] = merge(result[at], entry);
    }
    return result;
  }
  return change;
}

function remove(value: Json, path: string[]): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  if (rest.length === 0) {
    if (!(step in value)) throw new Error(`drop: nothing at ${path.join('.')}`);
    delete value[step];
    return;
  }
  const next = value[step];
  if (Array.isArray(next)) {
    const index = next.findIndex((entry) => isObject(entry) && entry['id'] === rest[0]);
    if (index === -1) throw new Error(`drop: no ${rest[0] ?? ''} in ${step}`);
    if (rest.length === 1) next.splice(index, 1);
    else remove(next[index] as Json, rest.slice(1));
    return;
  }
  if (!isObject(next)) throw new Error(`drop: nothing at ${path.join('.')}`);
  remove(next, rest);
}

/** Gives every line without an amount for its stage the amount of its details. */
function fillAmounts(value: Json): void {
  const facts = new Facts(value as unknown as Case);
  const key = value['stage'] === 'report' ? 'actual' : 'planned';
  for (const line of (value['lines'] ?? []) as Json[]) {
    if (line[key] !== undefined) continue;
    line[key] = detailAmount(line as unknown as Line, {
      minutesOf: (id) => {
        const assignment = facts.assignment(id);
        return assignment ? facts.minutesOf(assignment) : 0;
      },
      room: (id) => facts.room(id),
    });
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): boolean {
  return isObject(value) && typeof value['id'] === 'string';
}
