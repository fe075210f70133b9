/** How the parts of a course lie in the store: one row per entry, keyed by course, stage (lines only) and id. */
import type { z } from 'zod';
import { CASE_LIST_KEYS, type CASE_LISTS, type CaseListKey } from '../case/case.js';
import type { CaseStage } from '../case/course.js';
import type { CourseRecord } from './course-record.js';

/** The lists of a course; the tables of the store besides `courses`. */
export type ListTable = CaseListKey;
export const LIST_TABLES: readonly ListTable[] = CASE_LIST_KEYS;

export type ListValue<T extends ListTable> = z.infer<(typeof CASE_LISTS)[T]>;

export type CourseRow = {
  readonly key: string;
  readonly courseId: string;
  readonly order: number;
  readonly value: CourseRecord;
};

/** A row of a list. `order` sorts; fractions appear where an entry was put between two others. */
export type ListRow<T extends ListTable = ListTable> = {
  readonly key: string;
  readonly courseId: string;
  readonly order: number;
  /** Lines only: the claim that the line belongs to. */
  readonly stage?: CaseStage;
  readonly value: ListValue<T>;
};

/** All rows of one course. */
export type CourseRows = { readonly [T in ListTable]: readonly ListRow<T>[] };

/** `${courseId}/${id}`; a line `${courseId}/${stage}/${id}`. */
export function rowKey(courseId: string, table: ListTable, id: string, stage: CaseStage): string {
  return table === 'lines' ? `${courseId}/${stage}/${id}` : `${courseId}/${id}`;
}

/** Rows of a list in their order; equal orders by key, so that the result never depends on the database. */
export function inOrder<R extends { readonly order: number; readonly key: string }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
}
