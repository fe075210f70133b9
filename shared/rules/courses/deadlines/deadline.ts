/** 期限: one date of the course by which something is done, held or paid, and how far it is. */
import type { IsoDate } from '../../../dates.js';
import type { ReadFigure } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import type { Settlement } from '../../settlement.js';

/** 目途 (late is only a pity), 期限, 実施期間, 入金予定, 有効期間, 基準日. */
export type DeadlineKind = 'guideline' | 'deadline' | 'period' | 'payment' | 'validity' | 'reference';

export const DEADLINE_STATE_JA = {
  notStarted: '未着手',
  inProgress: '進行中',
  done: '完了',
  overdue: '超過',
} as const;
export type DeadlineState = keyof typeof DEADLINE_STATE_JA;

/** What must have happened by the day: 原本必着, the paper has arrived, paid on the same day, or nothing is sent. */
export const ARRIVAL_JA = {
  originalReceived: '原本必着',
  received: '到着',
  sameDay: '同日',
  completed: '申請完了',
  none: '',
} as const;
export type ArrivalRule = keyof typeof ARRIVAL_JA;

export type Deadline = {
  /** DL-nn of the list of deadlines. */
  readonly deadlineId: string;
  /** Identity within the course: the number, and for a deadline of a person what it is about. */
  readonly key: string;
  /** 受講者 and the name, where the deadline is a person's own. */
  readonly personId?: string;
  readonly personJa?: string;
  /** What is due, without whose it is. */
  readonly nameJa: string;
  readonly kind: DeadlineKind;
  readonly arrival: ArrivalRule;
  /** Null while what it is counted from is unknown. Never moved for a weekend or a holiday. */
  readonly dueOn: IsoDate | null;
  /** The weekday to aim at, some days before; null where nothing is to be sent. */
  readonly safeOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  readonly state: DeadlineState;
  /** How the day is found, with the dates of this course. */
  readonly formulaJa: string;
  /** What follows when it is missed. */
  readonly lateJa: string;
  /** Clause of the guide. */
  readonly sourceJa: string;
};

export type Progress = {
  readonly started: boolean;
  readonly done: boolean;
  /** Null where it is done on a day that is not recorded. */
  readonly doneOn: IsoDate | null;
};

export const NOT_STARTED: Progress = { started: false, done: false, doneOn: null };

/** Where a deadline stands in the list, before the dates of a course are put in. */
export type DeadlineDefinition = Pick<
  Deadline,
  'deadlineId' | 'nameJa' | 'kind' | 'arrival' | 'lateJa' | 'sourceJa'
> & {
  readonly appliesTo: (facts: Facts) => boolean;
  readonly due: (facts: Facts, figure: ReadFigure) => IsoDate | undefined;
  readonly formulaJa: (facts: Facts, figure: ReadFigure) => string;
  readonly progress: (facts: Facts, settlement: Settlement, figure: ReadFigure) => Progress;
  /** Default: the day has passed. */
  readonly isLate?: (facts: Facts, due: IsoDate, figure: ReadFigure) => boolean;
};

/** A deadline of one person, before the book is read. */
export type PersonDeadline = Pick<Deadline, 'kind' | 'arrival' | 'sourceJa'> & {
  /** The entry it belongs to: an enrolment, an exemption, an application. */
  readonly subjectId: string;
  readonly personId: string;
  readonly personJa: string;
  readonly deadlineId: (figure: ReadFigure) => string;
  readonly nameJa: (figure: ReadFigure) => string;
  readonly lateJa: (figure: ReadFigure) => string;
  readonly due: (figure: ReadFigure) => IsoDate | undefined;
  readonly formulaJa: (figure: ReadFigure) => string;
  readonly progress: () => Progress;
  /** Default: the day has passed. */
  readonly isLate?: () => boolean;
};

export function stateOf(progress: Progress, isLate: boolean): DeadlineState {
  if (progress.done) return 'done';
  if (isLate) return 'overdue';
  return progress.started ? 'inProgress' : 'notStarted';
}

/** What is due and whose it is, for the screens; what leaves the desk names nobody. */
export function deadlineTitleJa({ nameJa, personJa }: Pick<Deadline, 'nameJa' | 'personJa'>): string {
  return personJa === undefined ? nameJa : `${nameJa} ${personJa}`;
}

/** True for a day on which something is to be done or paid; periods and reference days only say until when. */
export function isTask({ kind }: Pick<Deadline, 'kind'>): boolean {
  return kind === 'deadline' || kind === 'guideline' || kind === 'payment';
}

/** The deadline of a course that is done on a recorded day, and begun when `startedOn` is recorded. */
export function doneWhen(doneOn: IsoDate | undefined, startedOn?: IsoDate): Progress {
  if (doneOn !== undefined) return { started: true, done: true, doneOn };
  return startedOn === undefined ? NOT_STARTED : { ...NOT_STARTED, started: true };
}
