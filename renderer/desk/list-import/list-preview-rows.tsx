/** The rows of an edited list as the preview shows them. */
import type { ReactNode } from 'react';
import { cellJa, type ComparedEntry, type ListComparison } from '../../../shared/import/keyed/compare-list.js';
import type { KeyedList, ListField } from '../../../shared/import/keyed/keyed-list.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { PlanCounts } from './preview-bar.js';
import type { PreviewCell, PreviewHead, PreviewRow } from './preview-row.js';

/** Columns of the list that stand in the preview; edits of the others stand under ほか. */
const COLUMNS = 6;
/** Characters of a column whose texts are cut where they do not fit. */
const LONG = 24;

export type ListPlan = ReadonlyMap<number, boolean>;

export function listHeads<T>(fields: readonly ListField<T>[]): PreviewHead[] {
  return fields.slice(0, COLUMNS).map(({ headingJa, format, width }, index) => ({
    ja: headingJa,
    ...(index === 0 ? { className: 'import-nameJa' } : width > LONG ? { className: 'import-long' } : {}),
    isNumber: format === 'yen' || format === 'count' || format === 'km',
  }));
}

export function rowKey(row: ComparedEntry<unknown>): string {
  return `row ${row.rowNo}`;
}

/** Whether a row is taken over: as it was ticked, else where it is certain. */
export function isTicked<T>(row: ComparedEntry<T>, plan: ListPlan): boolean {
  if (row.after === undefined) return false;
  return plan.get(row.rowNo) ?? (row.kind === 'new' || row.kind === 'changed');
}

export function listCounts<T>(rows: readonly ComparedEntry<T>[], plan: ListPlan): PlanCounts {
  const ticked = rows.filter((row) => isTicked(row, plan));
  const added = ticked.filter((row) => row.before === undefined).length;
  return { added, changed: ticked.length - added };
}

export function listRows<T extends { readonly id: string }>(
  { rows, absent }: ListComparison<T>,
  list: KeyedList<T>,
  plan: ListPlan,
): PreviewRow[] {
  const fields = list.fields.slice(0, COLUMNS);
  return [
    ...rows.map((row) => previewRow(row, fields, isTicked(row, plan))),
    ...absent.map((entry) => ({
      key: `held ${entry.id}`,
      kind: 'absent' as const,
      nameJa: list.nameOf(entry),
      cells: fields.map((field): PreviewCell => ({ ja: cellJa(field.of(entry), field.format) })),
      tick: 'none' as const,
      isTicked: false,
      othersJa: '',
      doubt: <span className="caption">そのまま残します</span>,
    })),
  ];
}

function previewRow<T>(row: ComparedEntry<T>, fields: readonly ListField<T>[], ticked: boolean): PreviewRow {
  const shown = row.after ?? row.before;
  const own = new Set(fields.map((field) => field.headingJa));
  return {
    key: rowKey(row),
    kind: row.kind === 'doubtful' && ticked ? (row.before === undefined ? 'new' : 'changed') : row.kind,
    nameJa: row.nameJa,
    cells: fields.map((field, index) => cellOf(row, field, shown, index)),
    tick: row.after === undefined ? 'none' : 'open',
    isTicked: ticked,
    othersJa: row.edits
      .filter((edit) => !own.has(edit.headingJa))
      .map((edit) => `${edit.headingJa}→${edit.afterJa === '' ? '（なし）' : edit.afterJa}`)
      .join('、'),
    doubt: doubtOf(row),
  };
}

function cellOf<T>(row: ComparedEntry<T>, field: ListField<T>, shown: T | undefined, index: number): PreviewCell {
  const problem = row.problems.find((own) => own.headingJa === field.headingJa);
  if (problem) return { ja: problem.text === '' ? '（空）' : problem.text, isUnread: true };
  const edit = row.edits.find((own) => own.headingJa === field.headingJa);
  if (edit && row.before !== undefined) return { ja: edit.afterJa, beforeJa: edit.beforeJa };
  if (edit) return { ja: edit.afterJa };
  if (shown === undefined) return { ja: index === 0 ? row.nameJa : '' };
  return { ja: cellJa(field.of(shown), field.format) };
}

function doubtOf<T>(row: ComparedEntry<T>): ReactNode {
  if (row.kind !== 'doubtful') return null;
  if (row.after === undefined && row.problems.length === 0) return <FindingMark mark="out" labelJa="取り込めません" />;
  return <FindingMark mark="confirm" labelJa={row.problems.length > 0 ? '読めないセル' : '確かめる'} />;
}
