/** The papers of a course as the list shows them: those of its stage, and those of the other one with the reason. */
import { type Checklist, CHECKLISTS } from '../../../shared/forms/checklist/checklists.js';
import { type Open, type Weight, WEIGHT_JA } from '../../../shared/forms/checklist/open-point.js';
import type { PaperInput } from '../../../shared/forms/paper.js';
import { type PaperKind, PAPERS } from '../../../shared/forms/papers.js';
import { CASE_STAGE_JA, type CaseStage } from '../../../shared/model/case/course.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { addresseesOf } from './sent-dates-of.js';
import { type Deadline, isTask } from '../../../shared/rules/courses/deadlines/deadline.js';

export type PaperRow = {
  readonly id: string;
  readonly nameJa: string;
  readonly kind: PaperKind;
  readonly stage: CaseStage;
  /** What it is made from. */
  readonly input: PaperInput;
  /** Whether it belongs to the stage being worked on; otherwise it is only made again for the files. */
  readonly isNow: boolean;
  /** Why nothing can be written; absent where it can. */
  readonly whyNotJa?: string;
  /** What is still missing, without what an approval settled; none for papers of the other stage. */
  readonly open: readonly Open[];
  /** Settled by approvals on record. */
  readonly settled: readonly Open[];
  /** The day by which it is to arrive. */
  readonly deadline?: Deadline;
};

export type PaperGroup = { readonly ja: string; readonly noteJa: string; readonly rows: readonly PaperRow[] };

/** Both stages of a course: the one being worked on and the other one. */
export type Stages = { readonly own: PaperInput; readonly other: PaperInput };

/** The papers by stage, the stage being worked on first. `deadlines` are those of the course. */
export function paperGroups({ own, other }: Stages, deadlines: readonly Deadline[]): PaperGroup[] {
  const isFitting = ({ fits }: PaperKind, { facts }: PaperInput): boolean => fits(facts);
  const now = PAPERS.filter((kind) => isFitting(kind, own));
  const others = PAPERS.filter((kind) => !isFitting(kind, own) && isFitting(kind, other));
  const stageJa = CASE_STAGE_JA[own.facts.stage];
  const [otherJa, noteJa] = own.facts.isReport
    ? [CASE_STAGE_JA.application, '申請の段階は終わっています']
    : [CASE_STAGE_JA.report, '報告の段階で作ります'];
  const groups = [
    { ja: stageJa, noteJa: 'いまの段階', rows: now.map((kind, index) => rowNow(kind, own, index === 0, deadlines)) },
    { ja: otherJa, noteJa, rows: others.map((kind) => rowOfOtherStage(kind, other)) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function rowNow(kind: PaperKind, input: PaperInput, isMain: boolean, deadlines: readonly Deadline[]): PaperRow {
  const points = kind.open(input);
  // The main paper of a stage always has something to say, and drawing it up takes longest.
  const isEmpty = !isMain && kind.make(input).length === 0;
  const deadline = deadlineOf(kind.id, deadlines, input.facts);
  return {
    ...kindOf(kind, input),
    isNow: true,
    open: isEmpty ? [] : points.filter(({ isDone }) => !isDone),
    settled: isEmpty ? [] : points.filter(({ isDone }) => isDone),
    ...(isEmpty ? { whyNotJa: nothingJa(kind.id, input.facts) } : {}),
    ...(deadline === undefined || isEmpty ? {} : { deadline }),
  };
}

/** Why a paper has nothing to say. What was not kept cannot be compared: that is not the same as no change. */
function nothingJa(paper: string, { course }: Facts): string {
  if (paper === 'judgementReport') return '判定を報告する受講者がいません';
  if (paper !== 'changeNotice') return 'いまは書くことがありません';
  return course.applicationSnapshot === undefined
    ? '申請したときの内容が記録されていないので、変わったところを比べられません'
    : '申請した内容から変わったところはありません';
}

function rowOfOtherStage(kind: PaperKind, input: PaperInput): PaperRow {
  const whyNotJa = input.facts.isReport
    ? '全日程の終了を記録すると作れます'
    : input.facts.lines.length === 0 && checklistOf(kind.id)?.hasLines === true
      ? 'この講習会は報告の段階から入れたので、申請の明細がありません'
      : undefined;
  return {
    ...kindOf(kind, input),
    isNow: false,
    open: [],
    settled: [],
    ...(whyNotJa === undefined ? {} : { whyNotJa }),
  };
}

/** Some papers have none: 査定の説明書 lacks nothing. */
function checklistOf(paper: string): Checklist | undefined {
  const all: Readonly<Record<string, Checklist>> = CHECKLISTS;
  return all[paper];
}

function kindOf(kind: PaperKind, input: PaperInput): Pick<PaperRow, 'id' | 'nameJa' | 'kind' | 'stage' | 'input'> {
  return { id: kind.id, nameJa: kind.nameJa, kind, stage: input.facts.stage, input };
}

/** The deadline by which a paper is sent: the first that is not done; else the one that was done last. */
function deadlineOf(paper: string, deadlines: readonly Deadline[], facts: Facts): Deadline | undefined {
  const ids = checklistOf(paper)?.deadlines ?? [];
  const own = deadlines
    .filter((deadline) => ids.includes(deadline.deadlineId) && isTask(deadline) && deadline.dueOn !== null)
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  const first = own.find(({ state }) => state !== 'done') ?? own.at(-1);
  return paper === 'judgementReport' && first ? ofJudgements(first, facts) : first;
}

/** 判定結果報告 goes out with the report, and is done when it was sent to all who are to have it. */
function ofJudgements(deadline: Deadline, { course, asOf }: Facts): Deadline {
  const sent = addresseesOf(course).map((to) => course.judgementReports?.find((report) => report.to === to)?.sentOn);
  const days = sent.filter((day) => day !== undefined).sort();
  if (days.length === sent.length) return { ...deadline, state: 'done', doneOn: days.at(-1) ?? null };
  const isLate = deadline.dueOn !== null && asOf > deadline.dueOn;
  return { ...deadline, doneOn: null, state: isLate ? 'overdue' : 'notStarted' };
}

const WEIGHTS = Object.keys(WEIGHT_JA) as Weight[];

/** The points by weight, the heaviest first; weights without any are left out. */
export function byWeight(open: readonly Open[]): { readonly weight: Weight; readonly points: readonly Open[] }[] {
  return WEIGHTS.map((weight) => ({ weight, points: open.filter((point) => point.weight === weight) })).filter(
    ({ points }) => points.length > 0,
  );
}
