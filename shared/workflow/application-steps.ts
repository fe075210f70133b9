/** 計画・申請・契約: the steps of a course until it is held. */
import { longDateJa } from '../dates.js';
import { yen } from '../money.js';
import type { CourseSituation, StepDefinition, StepField } from './course-step.js';
import type { Lack } from './lack.js';

const HOST_RULES = ['REC-ORG-01', 'REC-CNT-01'] as const;
/** Findings about single people, told together. */
const PEOPLE_RULES = ['REC-AGE-', 'REC-PRQ-', 'ENR-APL-', 'ENR-CON-', 'ENR-VAL-', 'ENR-DL-', 'ENR-APV-'] as const;

function hasNoFeePayment({ value }: CourseSituation): boolean {
  const kind = value.course.delivery === 'commissioned' ? 'courseFee' : 'managementFee';
  return !(value.payments ?? []).some((payment) => payment.kind === kind && payment.paidOn !== undefined);
}

const isCommissioned = ({ value }: CourseSituation): boolean => value.course.delivery === 'commissioned';

const FEE_FIELDS: readonly StepField[] = [
  { key: 'feePaidOn', when: hasNoFeePayment },
  { key: 'feePaid', when: hasNoFeePayment },
  { key: 'feeHeads', when: hasNoFeePayment },
];

/** Without days nothing is due and no 日程表 can be handed in; a 委託 application needs its 収支予算. */
function applicationComplete({ value }: CourseSituation): Lack[] {
  const { course, sessions = [], lines = [] } = value;
  const lacks: Lack[] = [];
  if (sessions.length === 0) {
    lacks.push({ ja: '日程がまだありません', where: { screen: 'schedule' }, blocks: true });
  }
  if (course.delivery === 'commissioned' && lines.length === 0) {
    lacks.push({ ja: '経費の明細がまだありません', where: { screen: 'claims' }, blocks: true });
  }
  return lacks;
}

function moneyInDoubt({ decision }: CourseSituation): Lack[] {
  const { cut, provisional } = decision.totals;
  const where = { screen: 'claims' } as const;
  return [
    ...(cut > 0 ? [{ ja: `対象にならない経費が${yen(cut)}あります`, where, blocks: false }] : []),
    ...(provisional > 0
      ? [{ ja: `書類や確認を待っている経費が${yen(provisional)}あります`, where, blocks: false }]
      : []),
  ];
}

function headsKnown({ decision }: CourseSituation): Lack[] {
  if (decision.headcount.application !== undefined) return [];
  return [
    {
      ja: '受講者の人数が分かりません。受講者を登録するか、人数を入れてください',
      where: { screen: 'participants', field: 'applicationHeadcount' },
      blocks: true,
    },
  ];
}

function recruitmentInOrder({ value: { course } }: CourseSituation): Lack[] {
  const { recruitStart, recruitEnd } = course;
  if (recruitStart === undefined || recruitEnd === undefined || recruitStart <= recruitEnd) return [];
  return [
    {
      ja: `募集の締切が、募集の開始（${longDateJa(recruitStart)}）より前です`,
      where: { screen: 'overview', field: 'recruitEnd' },
      blocks: true,
    },
  ];
}

const OPEN_RECRUITMENT: Omit<StepDefinition, 'from'> = {
  event: 'openRecruitment',
  eventJa: '募集開始',
  actionJa: '募集を始めた',
  to: 'recruiting',
  who: 'hostOrg',
  kind: 'way',
  day: 'recruitStart',
  fields: [
    { key: 'recruitStart', required: true },
    { key: 'recruitEnd', required: true },
  ],
  told: ['REC-PER-'],
  guard: recruitmentInOrder,
};

export const APPLICATION_STEPS: readonly StepDefinition[] = [
  {
    event: 'answerSurvey',
    eventJa: '実施希望調査への回答',
    actionJa: '実施希望調査に回答した',
    from: ['none'],
    to: 'planning',
    who: 'hostOrg',
    kind: 'way',
    day: 'on',
    fields: [{ key: 'on', required: true }, { key: 'surveyReplied', required: true }, { key: 'plannedScale' }],
    told: ['REC-SVY-01'],
  },
  {
    event: 'becomeHost',
    eventJa: '委託団体に決定',
    actionJa: '委託団体に決まった',
    from: ['planning'],
    to: 'recruitPreparing',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '決定の日' }, { key: 'approvedScale' }],
    told: ['APP-SCL-01', 'REC-ORG-01'],
  },
  { ...OPEN_RECRUITMENT, from: ['recruitPreparing'], only: 'commissioned' },
  // A 独自 course is not chosen by anybody: it recruits as soon as it is planned.
  { ...OPEN_RECRUITMENT, from: ['planning'], only: 'independent' },
  {
    event: 'closeRecruitment',
    eventJa: '募集締切',
    actionJa: '募集を締め切った',
    from: ['recruiting'],
    to: 'confirmingParticipants',
    who: 'hostOrg',
    kind: 'way',
    day: 'recruitEnd',
    fields: [{ key: 'recruitEnd', required: true }],
    told: ['REC-PER-', 'ENR-DL-'],
    guard: recruitmentInOrder,
  },
  {
    event: 'confirmParticipants',
    eventJa: '受講者の確認',
    actionJa: '受講者を確認した',
    from: ['confirmingParticipants'],
    to: 'applicationPreparing',
    who: 'hostOrg',
    kind: 'way',
    day: 'on',
    fields: [
      { key: 'on', required: true, ja: '確認した日' },
      { key: 'applicationHeadcount', when: ({ value }) => (value.enrollments ?? []).length === 0 },
    ],
    blockedBy: HOST_RULES,
    told: ['REC-CNT-', ...PEOPLE_RULES],
    guard: headsKnown,
  },
  {
    event: 'submitApplication',
    eventJa: '申請書の提出',
    actionJa: '申請書を提出した',
    // Whoever finds the course past its deadline may still record that it was sent in time.
    from: ['applicationPreparing', 'overdue'],
    to: 'applied',
    who: 'hostOrg',
    kind: 'way',
    day: 'applicationSentOn',
    fields: [
      { key: 'applicationSentOn', required: true },
      { key: 'applicationReceivedOn' },
      { key: 'applicationIsOriginal' },
      { key: 'form' },
      ...FEE_FIELDS,
    ],
    blockedBy: [...HOST_RULES, 'APP-DL-01', 'APP-FRM-'],
    told: [
      'REC-CNT-',
      'APP-DL-',
      'APP-CUR-01',
      'APP-PER-',
      'ENR-APV-',
      'PAY-TIM-',
      'PAY-MTH-',
      'PAY-ACC-',
      'PAY-OWN-02',
    ],
    guard: (situation) => [
      ...applicationComplete(situation),
      ...headsKnown(situation),
      ...(isCommissioned(situation) ? moneyInDoubt(situation) : []),
    ],
  },
  {
    event: 'beginReview',
    eventJa: '申請書の精査開始',
    actionJa: '精査が始まった',
    from: ['applied'],
    to: 'applicationReview',
    who: 'jspo',
    kind: 'way',
    day: 'on',
    fields: [
      { key: 'on', required: true, ja: '精査の始まった日' },
      { key: 'applicationReceivedOn', ja: '申請書の到着日' },
      { key: 'applicationIsOriginal', ja: '申請書は' },
    ],
    told: ['APP-DL-'],
  },
  {
    event: 'requestRevision',
    eventJa: '申請書の修正依頼',
    actionJa: '修正依頼を受けた',
    from: ['applicationReview'],
    to: 'applicationRevision',
    who: 'jspo',
    kind: 'turn',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '依頼を受けた日' }],
  },
  {
    event: 'resubmitApplication',
    eventJa: '申請書の再提出',
    actionJa: '申請書を再提出した',
    from: ['applicationRevision'],
    to: 'applicationReview',
    who: 'hostOrg',
    kind: 'turn',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '再提出した日' }],
    blockedBy: ['APP-FRM-'],
    told: ['REC-CNT-', 'APP-CUR-01', 'APP-PER-'],
    guard: (situation) => [
      ...applicationComplete(situation),
      ...(isCommissioned(situation) ? moneyInDoubt(situation) : []),
    ],
  },
  {
    event: 'concludeContract',
    eventJa: '承認通知・委託契約・委託金額の確定',
    actionJa: '承認通知を受け、契約した',
    from: ['applicationReview'],
    to: 'contracted',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'contractOn',
    fields: [
      { key: 'approvalNoticeOn', required: true },
      { key: 'contractOn', required: true },
      { key: 'contractAmount', required: true },
      { key: 'contractAmountFixedOn', required: true },
    ],
    told: ['APP-APV-', 'PAY-ADV-'],
  },
  {
    event: 'receiveApproval',
    eventJa: '承認通知',
    actionJa: '承認通知を受けた',
    from: ['applicationReview'],
    to: 'approvedIndependent',
    who: 'jspo',
    kind: 'way',
    only: 'independent',
    day: 'approvalNoticeOn',
    fields: [{ key: 'approvalNoticeOn', required: true }],
    told: ['APP-APV-', 'APP-PER-'],
  },
  {
    event: 'receiveAdvance',
    eventJa: '概算払の受領',
    actionJa: '概算払を受領した',
    from: ['contracted'],
    to: 'advancePaid',
    who: 'jspo',
    kind: 'way',
    only: 'commissioned',
    day: 'advanceReceivedOn',
    fields: [
      { key: 'advanceReceivedOn', required: true },
      { key: 'advanceReceived', required: true },
    ],
    told: ['PAY-ADV-'],
  },
];
