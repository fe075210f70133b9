/** Which rows of a compared list are taken over: what the user ticked and answered so far. */
import type { PlanCounts } from '../../desk/list-import/preview-bar.js';
import { answered, type ComparedRow, type Comparison } from '../../../shared/import/compare-people.js';

export type Choices = {
  /** By number of the row: ticked or not, where it differs from the start. */
  readonly ticks: ReadonlyMap<number, boolean>;
  /** By number of the row: この人 or 別の人. */
  readonly answers: ReadonlyMap<number, boolean>;
};

export const NO_CHOICES: Choices = { ticks: new Map(), answers: new Map() };

export type PlannedRow = ComparedRow & {
  readonly isTicked: boolean;
  /** False where nothing would be written, or a question is open. */
  readonly canTick: boolean;
  /** What the user said about a doubtful row. */
  readonly answer: boolean | undefined;
  /** What it becomes when it is taken over. */
  readonly effect: 'new' | 'changed' | undefined;
};

export function plannedRows({ rows }: Comparison, choices: Choices, fiscalYear: number): PlannedRow[] {
  return rows.map((row) => plannedRow(row, choices, fiscalYear));
}

function plannedRow(row: ComparedRow, { ticks, answers }: Choices, fiscalYear: number): PlannedRow {
  const no = row.person.rowNo;
  const answer = row.candidate ? answers.get(no) : undefined;
  const told = answer === undefined ? row : answered(row, answer, fiscalYear);
  const effect = effectOf(told, answer);
  const isSure = told.kind === 'new' || told.kind === 'changed';
  return {
    ...told,
    ...(row.candidate ? { candidate: row.candidate } : {}),
    answer,
    effect,
    canTick: effect !== undefined,
    isTicked: effect !== undefined && (ticks.get(no) ?? isSure),
  };
}

function effectOf(row: ComparedRow, answer: boolean | undefined): PlannedRow['effect'] {
  if (!row.canBeTaken || row.kind === 'same') return undefined;
  if (row.candidate && answer === undefined) return undefined;
  if (!row.held) return 'new';
  return row.changes.length > 0 ? 'changed' : undefined;
}

export function countsOf(rows: readonly PlannedRow[]): PlanCounts {
  const ticked = rows.filter((row) => row.isTicked);
  return {
    added: ticked.filter((row) => row.effect === 'new').length,
    changed: ticked.filter((row) => row.effect === 'changed').length,
  };
}
