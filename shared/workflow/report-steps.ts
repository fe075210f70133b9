/** 実施・報告・精算: the steps of a course from its first day to its end. */
import { longDateJa } from '../dates.js';
import { yen } from '../money.js';
import { courseDatesOf } from './course-dates.js';
import type { CourseSituation, StepDefinition } from './course-step.js';
import type { Lack } from './lack.js';
import type { StepInput } from './step-fields.js';

function notBeforeStart({ value }: CourseSituation, { on }: StepInput): Lack[] {
  const { first } = courseDatesOf(value);
  if (first === undefined || on === undefined || on >= first) return [];
  return [{ ja: `講習会の初日は${longDateJa(first)}です`, where: { screen: 'schedule' }, blocks: true }];
}

/** The last day, 検定 included, must be over. */
function notBeforeEnd({ value }: CourseSituation, { on }: StepInput): Lack[] {
  const { last } = courseDatesOf(value);
  if (last === undefined) {
    return [{ ja: '日程がまだありません', where: { screen: 'schedule' }, blocks: true }];
  }
  if (on === undefined || on >= last) return [];
  return [
    {
      ja: `最終日程（検定を含む）は${longDateJa(last)}です。その日より前には終了にできません`,
      where: { screen: 'schedule' },
      blocks: true,
    },
  ];
}

function papersInWaiting({ decision }: CourseSituation): Lack[] {
  const { provisional } = decision.totals;
  if (provisional === 0) return [];
  return [
    { ja: `証憑や確認を待っている経費が${yen(provisional)}あります`, where: { screen: 'claims' }, blocks: false },
  ];
}

const advanceOf = ({ value }: CourseSituation): number => value.course.advanceReceived ?? 0;
const finalOf = ({ value }: CourseSituation): number => value.course.finalAmount ?? 0;
const isCommissioned = ({ value }: CourseSituation): boolean => value.course.delivery === 'commissioned';

const FINISH: Omit<StepDefinition, 'from'> = {
  event: 'finish',
  eventJa: '完了',
  actionJa: '完了にする',
  to: 'completed',
  who: 'hostOrg',
  kind: 'way',
  day: 'on',
  fields: [{ key: 'on', required: true, ja: '完了の日' }],
};

export const REPORT_STEPS: readonly StepDefinition[] = [
  {
    event: 'openCourse',
    eventJa: '開講',
    actionJa: '開講した',
    // 概算払 comes at the end of a month: a course may begin before it.
    from: ['contracted', 'advancePaid', 'approvedIndependent'],
    to: 'running',
    who: 'hostOrg',
    kind: 'way',
    day: 'on',
    fields: [
      { key: 'on', required: true, ja: '開講の日' },
      { key: 'startHeadcount', required: true },
    ],
    told: ['REC-CNT-', 'APP-APV-', 'APP-PER-', 'ENR-APV-'],
    guard: notBeforeStart,
  },
  {
    event: 'receiveAdvanceLate',
    eventJa: '概算払の受領',
    actionJa: '概算払を受領した',
    from: ['running', 'reportPreparing', 'reported', 'reportReview', 'reportRevision'],
    to: 'same',
    who: 'jspo',
    kind: 'aside',
    only: 'commissioned',
    day: 'advanceReceivedOn',
    fields: [
      { key: 'advanceReceivedOn', required: true },
      { key: 'advanceReceived', required: true },
    ],
    told: ['PAY-ADV-'],
    applies: ({ value }) => value.course.advanceReceivedOn === undefined,
  },
  {
    event: 'endCourse',
    eventJa: '全日程の終了',
    actionJa: '全日程が終わった',
    from: ['running'],
    to: 'reportPreparing',
    who: 'hostOrg',
    kind: 'way',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '終了の日' }, { key: 'reportHeadcount' }],
    told: ['IMP-'],
    guard: notBeforeEnd,
  },
  {
    event: 'submitReport',
    eventJa: '実施報告書の提出',
    actionJa: '実施報告書を提出した',
    from: ['reportPreparing', 'fullRefundPending'],
    to: 'reported',
    who: 'hostOrg',
    kind: 'way',
    day: 'reportSentOn',
    fields: [
      { key: 'reportSentOn', required: true },
      { key: 'reportReceivedOn' },
      { key: 'reportIsOriginal' },
      { key: 'form' },
      { key: 'reportHeadcount' },
      { key: 'noticeOn', when: isCommissioned },
    ],
    blockedBy: ['RPT-FRM-', 'PAY-FIN-05'],
    told: ['RPT-DL-', 'RPT-JDG-', 'RPT-FRM-', 'CHG-', 'IMP-', 'ENR-APV-', 'REC-CNT-'],
    guard: (situation) => (isCommissioned(situation) ? papersInWaiting(situation) : []),
  },
  {
    event: 'beginReportReview',
    eventJa: '報告書の精査開始',
    actionJa: '報告書の精査が始まった',
    from: ['reported'],
    to: 'reportReview',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'on',
    fields: [
      { key: 'on', required: true, ja: '精査の始まった日' },
      { key: 'reportReceivedOn', ja: '報告書の到着日' },
      { key: 'reportIsOriginal', ja: '報告書は' },
    ],
    told: ['RPT-DL-'],
  },
  {
    event: 'requestReportRevision',
    eventJa: '報告書の修正依頼',
    actionJa: '修正依頼を受けた',
    from: ['reportReview'],
    to: 'reportRevision',
    who: 'jspo',
    kind: 'turn',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '依頼を受けた日' }],
  },
  {
    event: 'resubmitReport',
    eventJa: '報告書の再提出',
    actionJa: '報告書を再提出した',
    from: ['reportRevision'],
    to: 'reportReview',
    who: 'hostOrg',
    kind: 'turn',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '再提出した日' }, { key: 'noticeOn' }],
    blockedBy: ['RPT-FRM-'],
    told: ['CHG-', 'RPT-JDG-', 'IMP-'],
    guard: papersInWaiting,
  },
  {
    event: 'fixAmount',
    eventJa: '委託金確定通知',
    actionJa: '委託金の確定通知を受けた',
    from: ['reportReview'],
    to: 'amountFixed',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'finalNoticeOn',
    fields: [
      { key: 'finalNoticeOn', required: true },
      { key: 'finalAmountFixedOn', required: true },
      { key: 'finalAmount', required: true },
      { key: 'reductionByJspo' },
    ],
    told: ['PAY-FIN-06'],
  },
  {
    event: 'awaitBalance',
    eventJa: '残額の交付待ち',
    actionJa: '残額の交付を待つ',
    from: ['amountFixed'],
    to: 'balancePending',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true }],
    told: ['PAY-FIN-03'],
    applies: (situation) => finalOf(situation) > advanceOf(situation),
  },
  {
    event: 'settleEven',
    eventJa: '精算の完了（残額なし）',
    actionJa: '完了にする',
    from: ['amountFixed'],
    to: 'completed',
    who: 'hostOrg',
    kind: 'way',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '完了の日' }],
    applies: (situation) => finalOf(situation) === advanceOf(situation),
  },
  {
    event: 'acceptRefundInvoice',
    eventJa: '返納の請求',
    actionJa: '返納の請求を受けた',
    from: ['amountFixed'],
    to: 'refundPending',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'refundInvoicedOn',
    fields: [{ key: 'refundInvoicedOn', required: true }],
    told: ['PAY-FIN-04'],
    applies: (situation) => finalOf(situation) < advanceOf(situation),
  },
  {
    event: 'receiveBalance',
    eventJa: '残額の受領',
    actionJa: '残額を受領した',
    from: ['balancePending'],
    to: 'completed',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'balanceReceivedOn',
    fields: [{ key: 'balanceReceivedOn', required: true }],
    told: ['PAY-FIN-03'],
  },
  {
    event: 'payRefund',
    eventJa: '返納',
    actionJa: '返納した',
    from: ['refundPending', 'fullRefundPending'],
    to: 'refunded',
    who: 'hostOrg',
    kind: 'way',
    only: 'commissioned',
    day: 'refundPaidOn',
    fields: [{ key: 'refundPaidOn', required: true }],
    applies: (situation) => situation.state === 'refundPending' || advanceOf(situation) > 0,
  },
  {
    event: 'finishUnpaid',
    eventJa: '完了（委託対象外、返納なし）',
    actionJa: '委託対象外として完了にする',
    from: ['fullRefundPending'],
    to: 'completed',
    who: 'hostOrg',
    kind: 'way',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '完了の日' }],
    applies: (situation) => advanceOf(situation) === 0,
  },
  { ...FINISH, from: ['refunded'], only: 'commissioned' },
  { ...FINISH, from: ['reported'], only: 'independent', told: ['RPT-JDG-', 'RPT-DL-', 'IMP-EXM-03'] },
];
