/** 講習会の前の期限: 一次承認, 申請書, 受講料の納入 (DL-01 to DL-05). */
import { type IsoDate, longDateJa } from '../../../dates.js';
import type { Enrollment } from '../../../model/case/participant.js';
import { applicationDue, applicationPostingDue, feesDue, primaryApprovalDue } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import { isCounted, stands } from '../../facts/headcount.js';
import { type DeadlineDefinition, doneWhen, NOT_STARTED, type Progress } from './deadline.js';

function startJa(facts: Facts): string {
  return facts.startDate === undefined ? '講習会の開始日' : `講習会の開始日（${longDateJa(facts.startDate)}）`;
}

/** 一次承認 of everybody on the list. Status and day are recorded apart: a later status proves the approval. */
function primaryApproval(facts: Facts): Progress {
  const people = facts.enrolled.map(({ enrollment }) => enrollment).filter(stands);
  const approved = people.filter(isApproved);
  if (approved.length === 0) return NOT_STARTED;
  if (approved.length < people.length) return { started: true, done: false, doneOn: null };
  const days = approved.flatMap(({ primaryApprovedOn }) => primaryApprovedOn ?? []).sort();
  const last = days.length === approved.length ? days.at(-1) : undefined;
  return { started: true, done: true, doneOn: last ?? null };
}

function isApproved({ primaryApprovedOn, status }: Enrollment): boolean {
  return primaryApprovedOn !== undefined || status !== 'applied';
}

/** 申請書: done when it has arrived; for a 委託 course a copy is not enough. */
function application({ course, isCommissioned }: Facts): Progress {
  const copyOnly = isCommissioned && course.applicationIsOriginal === false;
  const sent = course.applicationSentOn ?? course.applicationReceivedOn;
  return doneWhen(copyOnly ? undefined : course.applicationReceivedOn, sent);
}

/**
 * 受講料 or 受講管理料: done when every recorded payment of the kind is paid; without payments, when the list of 受講者
 * has a day of payment for everybody who pays.
 */
function fees(facts: Facts): Progress {
  const kind = facts.isCommissioned ? 'courseFee' : 'managementFee';
  const recorded = (facts.case.payments ?? []).filter((payment) => payment.kind === kind);
  const own = recorded.length > 0 ? recorded.map(({ paidOn }) => paidOn) : feeDaysByList(facts);
  const paid = own.flatMap((day) => day ?? []).sort();
  if (paid.length === 0) return NOT_STARTED;
  return paid.length === own.length
    ? { started: true, done: true, doneOn: paid.at(-1) ?? null }
    : { started: true, done: false, doneOn: null };
}

/** Of those who pay as recorded, else of the new ones. */
function feeDaysByList({ enrolled, course, isCommissioned }: Facts): readonly (IsoDate | undefined)[] {
  if (!isCommissioned) return [];
  return enrolled
    .filter(({ enrollment }) => isCounted(enrollment))
    .filter(({ enrollment }) => enrollment.isPayer ?? enrollment.startFiscalYear >= course.fiscalYear)
    .map(({ enrollment }) => enrollment.feePaidOn);
}

export const BEFORE_COURSE: readonly DeadlineDefinition[] = [
  {
    deadlineId: 'DL-01',
    nameJa: '一次承認（コーチ1）',
    kind: 'guideline',
    arrival: 'none',
    lateJa: '目途を過ぎています。最終承認と申請書に間に合うか確かめてください',
    sourceJa: '3.(1)',
    appliesTo: (facts) => facts.course.level === 'coach1',
    due: primaryApprovalDue,
    formulaJa: (facts, figure) =>
      `${startJa(facts)}の${figure('course.primaryApproval.coach1Months')}か月前から、さらに${figure('course.primaryApproval.coach1Days')}日前（目途）`,
    progress: primaryApproval,
  },
  {
    deadlineId: 'DL-02',
    nameJa: '一次承認（コーチ2）・募集締切の最も遅い日',
    kind: 'deadline',
    arrival: 'none',
    lateJa: '最終承認ができず、受講が確定しないおそれがあります',
    sourceJa: '1.※2・3.(1)',
    appliesTo: (facts) => facts.course.level === 'coach2',
    due: primaryApprovalDue,
    formulaJa: (facts, figure) => `${startJa(facts)}の${figure('course.primaryApproval.coach2Months')}か月前`,
    progress: primaryApproval,
  },
  {
    deadlineId: 'DL-03',
    nameJa: '講習会実施申請書（委託）',
    kind: 'deadline',
    arrival: 'originalReceived',
    lateJa: '原則として委託対象外になります（委託契約の後は情報だけ）',
    sourceJa: '4.(1)・基準要項 3・8①⑥',
    appliesTo: (facts) => facts.isCommissioned,
    due: applicationDue,
    formulaJa: (facts, figure) => {
      const posting = applicationPostingDue(facts, figure);
      const postingJa = posting === undefined ? '' : `（${longDateJa(posting)}）`;
      return `${startJa(facts)}の${figure('course.application.months')}か月前${postingJa}と最終締切日（${longDateJa(figure('course.application.lastDay'))}）の早い方`;
    },
    progress: application,
  },
  {
    deadlineId: 'DL-04',
    nameJa: '講習会実施申請書（独自）',
    kind: 'deadline',
    arrival: 'received',
    lateJa: '期限を過ぎています。承認されるか日本スポーツ協会に確かめてください',
    sourceJa: '4.(1)',
    appliesTo: (facts) => !facts.isCommissioned,
    due: applicationDue,
    formulaJa: (facts, figure) => `${startJa(facts)}の${figure('course.application.independentMonths')}か月前`,
    progress: application,
  },
  {
    deadlineId: 'DL-05',
    nameJa: '受講料・受講管理料の納入',
    kind: 'deadline',
    arrival: 'sameDay',
    lateJa: '納入が申請書の提出より遅れています',
    sourceJa: '5.(3)',
    appliesTo: () => true,
    due: feesDue,
    formulaJa: (_facts, figure) => {
      const days = figure('fees.payment.toleranceDays');
      return days === 0 ? '申請書の提出と同じ日' : `申請書の提出の${days}日後まで`;
    },
    progress: fees,
  },
];
