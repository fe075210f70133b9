/** 変更の記録: what one step of the user changed, with the state before and after. Kept twice: database and journal. */
import { z } from 'zod';

/** JSON as it lies in the database and in the journal. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const json: z.ZodType<Json> = z.json() as z.ZodType<Json>;

export const storeTable = z.enum([
  'courses',
  'venues',
  'rooms',
  'curriculum',
  'sessions',
  'staff',
  'assignments',
  'participants',
  'enrollments',
  'exemptions',
  'exemptionApplications',
  'lines',
  'vouchers',
  'transfers',
  'approvals',
  'payments',
  'rulebooks',
  'settings',
  'pictures',
  'accounts',
  'mappings',
]);
/** The tables of the user's data. */
export type StoreTable = z.infer<typeof storeTable>;

export const changeStep = z.strictObject({
  table: storeTable,
  key: z.string().min(1).max(200),
  /** The record before; null where it was created. */
  before: json,
  /** The record after; null where it was deleted. */
  after: json,
});
export type ChangeStep = z.infer<typeof changeStep>;

export const change = z.strictObject({
  /** 1, 2, 3 … without gaps within a store. Order is by this number, never by the clock. */
  seq: z.int().min(1),
  /** ISO 8601 in UTC, for display only. */
  at: z.string().min(20).max(30),
  /** What the user did, in the past tense: 単価を変えました. */
  labelJa: z.string().min(1).max(200),
  /** The change that this one takes back or brings again. */
  undoes: z.int().min(1).optional(),
  redoes: z.int().min(1).optional(),
  steps: z.array(changeStep).max(200_000),
});
export type Change = z.infer<typeof change>;
