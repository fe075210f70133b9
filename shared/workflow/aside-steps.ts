/** Steps that leave the way or only note something beside it: 変更の報告, 中止, 独自へ変更, passed deadlines. */
import type { CourseState, StepDefinition, StepField } from './course-step.js';

const BEFORE_APPLICATION: readonly CourseState[] = [
  'planning',
  'recruitPreparing',
  'recruiting',
  'confirmingParticipants',
  'applicationPreparing',
  'overdue',
];
const APPLIED: readonly CourseState[] = ['applied', 'applicationReview', 'applicationRevision'];
const AGREED: readonly CourseState[] = ['contracted', 'advancePaid', 'approvedIndependent'];

const CONTACT: readonly StepField[] = [
  { key: 'on', required: true, ja: '連絡した日' },
  { key: 'contactPerson', required: true },
  { key: 'contactMeans', required: true },
  { key: 'contactNote' },
];

const CANCEL: Omit<StepDefinition, 'fields'> = {
  event: 'cancel',
  eventJa: '中止',
  actionJa: '中止にする',
  from: [...BEFORE_APPLICATION, ...APPLIED, ...AGREED, 'running'],
  to: 'cancelled',
  who: 'hostOrg',
  kind: 'aside',
  day: 'on',
  told: ['CHG-CXL-'],
};

export const ASIDE_STEPS: readonly StepDefinition[] = [
  {
    event: 'missApplicationDeadline',
    eventJa: '申請書の期限を過ぎた',
    actionJa: '期限超過にする',
    from: ['applicationPreparing'],
    to: 'overdue',
    who: 'time',
    kind: 'aside',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true }],
    applies: ({ decision }) => decision.totals.gatedBy.includes('APP-DL-01'),
  },
  {
    event: 'resumeApplication',
    eventJa: '申請準備の再開（期限後の受理）',
    actionJa: '受理が認められ、申請準備に戻る',
    from: ['overdue'],
    to: 'applicationPreparing',
    who: 'jspo',
    kind: 'aside',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true, ja: '認められた日' }],
    blockedBy: ['APP-DL-01'],
  },
  {
    event: 'missReportDeadline',
    eventJa: '実施報告書の最終締切を過ぎた',
    actionJa: '全額返納待にする',
    from: ['advancePaid', 'running', 'reportPreparing'],
    to: 'fullRefundPending',
    who: 'time',
    kind: 'aside',
    only: 'commissioned',
    day: 'on',
    fields: [{ key: 'on', required: true }],
    applies: ({ decision }) => decision.totals.gatedBy.includes('PAY-FIN-05'),
  },
  {
    event: 'reportChange',
    eventJa: '変更の報告',
    actionJa: '日本スポーツ協会へ変更を連絡した',
    from: [...APPLIED, ...AGREED, 'running'],
    to: 'same',
    who: 'hostOrg',
    kind: 'aside',
    day: 'on',
    fields: CONTACT,
    told: ['CHG-SIG-01'],
  },
  {
    event: 'consult',
    eventJa: '期限超過の相談',
    actionJa: '日本スポーツ協会へ相談した',
    from: ['overdue', 'fullRefundPending'],
    to: 'same',
    who: 'hostOrg',
    kind: 'aside',
    only: 'commissioned',
    day: 'on',
    fields: CONTACT,
  },
  {
    event: 'convert',
    eventJa: '独自への変更',
    actionJa: '独自講習会へ変更する',
    from: [...BEFORE_APPLICATION, ...APPLIED, ...AGREED],
    to: 'convertedToIndependent',
    who: 'hostOrg',
    kind: 'aside',
    only: 'commissioned',
    day: 'on',
    fields: [
      { key: 'on', required: true, ja: '変更を決めた日' },
      { key: 'noticeOn' },
      { key: 'newApplicationOn' },
      { key: 'reasonJa', required: true },
    ],
    told: ['CHG-CNV-', 'PAY-OWN-01'],
  },
  {
    ...CANCEL,
    only: 'commissioned',
    fields: [
      { key: 'on', required: true, ja: '中止を決めた日' },
      { key: 'noticeOn' },
      { key: 'reasonJa', required: true },
    ],
  },
  {
    ...CANCEL,
    only: 'independent',
    fields: [
      { key: 'on', required: true, ja: '中止を決めた日' },
      { key: 'contactPerson', ja: '連絡の相手' },
      { key: 'contactMeans', ja: '連絡の方法' },
      { key: 'reasonJa', required: true },
    ],
  },
];
