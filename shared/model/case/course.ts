import { z } from 'zod';
import { count, date, id, positive, text, word, year, yen, yesNoUnknown } from '../primitives.js';
import { claimAccount } from './account.js';

export const caseStage = z.enum(['application', 'report']);
/** 申請 / 報告: which claim the case speaks of. */
export type CaseStage = z.infer<typeof caseStage>;
export const CASE_STAGES = caseStage.options;
export const CASE_STAGE_JA = { application: '申請', report: '報告' } as const satisfies Record<CaseStage, string>;

export const level = z.enum(['coach1', 'coach2']);
export type Level = z.infer<typeof level>;
export const LEVEL_JA = { coach1: 'コーチ1', coach2: 'コーチ2' } as const satisfies Record<Level, string>;

export const subject = z.enum(['specialty', 'common2']);
export type Subject = z.infer<typeof subject>;
export const SUBJECT_JA = { specialty: '専門科目', common2: '共通科目Ⅱ' } as const satisfies Record<Subject, string>;

export const delivery = z.enum(['commissioned', 'independent']);
export type Delivery = z.infer<typeof delivery>;
export const DELIVERY_JA = { commissioned: '委託', independent: '独自' } as const satisfies Record<Delivery, string>;

export const courseMode = z.enum(['inPerson', 'online', 'hybrid']);
export type CourseMode = z.infer<typeof courseMode>;
export const COURSE_MODE_JA = {
  inPerson: '集合',
  online: 'オンライン',
  hybrid: '集合・オンライン併用',
} as const satisfies Record<CourseMode, string>;

export const courseStatus = z.enum([
  'planning',
  'recruitPreparing',
  'recruiting',
  'confirmingParticipants',
  'applicationPreparing',
  'applied',
  'applicationReview',
  'applicationRevision',
  'contracted',
  'advancePaid',
  'approvedIndependent',
  'running',
  'reportPreparing',
  'reported',
  'reportReview',
  'reportRevision',
  'amountFixed',
  'balancePending',
  'refundPending',
  'fullRefundPending',
  'refunded',
  'overdue',
  'cancelled',
  'convertedToIndependent',
  'completed',
]);
export type CourseStatus = z.infer<typeof courseStatus>;
export const COURSE_STATUS_JA = {
  planning: '計画',
  recruitPreparing: '募集準備',
  recruiting: '募集中',
  confirmingParticipants: '受講者確認中',
  applicationPreparing: '申請準備',
  applied: '申請済',
  applicationReview: '申請精査中',
  applicationRevision: '申請修正中',
  contracted: '契約済',
  advancePaid: '概算払済',
  approvedIndependent: '承認済み講習会',
  running: '実施中',
  reportPreparing: '報告準備',
  reported: '報告済',
  reportReview: '報告精査中',
  reportRevision: '報告修正中',
  amountFixed: '金額確定',
  balancePending: '残額交付待',
  refundPending: '返納待',
  fullRefundPending: '全額返納待',
  refunded: '返納済',
  overdue: '期限超過',
  cancelled: '中止',
  convertedToIndependent: '独自へ変更済',
  completed: '完了',
} as const satisfies Record<CourseStatus, string>;

const form = z.strictObject({ fiscalYear: year, delivery }).meta({ id: 'form' });

/** 申請時の写し: the state at submission, compared with at the report. A key not given is not compared. */
const applicationSnapshot = z.strictObject({
  dates: z.array(date).optional(),
  venueIds: z.array(id).optional(),
  mode: courseMode.optional(),
  staffIds: z.array(id).optional(),
  staffByItem: z
    .record(id, z.array(id))
    .meta({ description: '科目 (curriculum id) -> teaching staff at submission' })
    .optional(),
  headcount: count.optional(),
  accounts: z
    .partialRecord(claimAccount, yen)
    .meta({ description: 'eligible amount per account at submission' })
    .optional(),
});

const settings = z.strictObject({
  examinerCapScope: z.enum(['course', 'person']).optional(),
  lunchCapMinutes: count.optional(),
  lunchKeepMinutes: count.optional(),
  safetyDays: count.optional(),
  remindDays: count.optional(),
  bankAccountVerified: z.boolean().optional(),
});

/** 講習会. Absent means not known or not recorded, never no. */
export const course = z
  .strictObject({
    fiscalYear: year,
    level,
    subject,
    delivery,
    mode: courseMode,
    competition: z
      .strictObject({
        nameJa: word,
        requiresCoach1: yesNoUnknown.optional(),
        ageRule: z.strictObject({ minAge: positive }).optional(),
        guidelineChecked: z.boolean().optional(),
      })
      .optional(),
    managingOrgName: word.optional(),
    organizingOrgName: word.optional(),
    status: courseStatus.optional(),
    surveyReplied: z.boolean().optional(),
    recruitStart: date.optional(),
    recruitEnd: date.optional(),
    startDate: date.optional(),
    endDate: date.optional(),
    applicationSentOn: date.optional(),
    applicationReceivedOn: date.optional(),
    applicationIsOriginal: z.boolean().optional(),
    reportSentOn: date.optional(),
    reportReceivedOn: date.optional(),
    reportIsOriginal: z.boolean().optional(),
    applicationForm: form.optional(),
    reportForm: form.optional(),
    revisionRequests: z
      .array(z.strictObject({ stage: caseStage, requestedOn: date, resubmittedOn: date.optional() }))
      .optional(),
    applicationHeadcount: count.optional(),
    startHeadcount: count.optional(),
    reportHeadcount: count.optional(),
    plannedScale: count.optional(),
    approvedScale: count.optional(),
    approvalNoticeOn: date.optional(),
    contractOn: date.optional(),
    contractAmount: yen.optional(),
    contractAmountFixedOn: date.optional(),
    advanceReceived: yen.optional(),
    advanceReceivedOn: date.optional(),
    finalAmount: yen.optional(),
    finalAmountFixedOn: date.optional(),
    finalNoticeOn: date.optional(),
    balanceReceivedOn: date.optional(),
    refundInvoicedOn: date.optional(),
    refundPaidOn: date.optional(),
    reductionByJspo: yen.optional(),
    applicationSnapshot: applicationSnapshot.optional(),
    jspoContacts: z.array(z.strictObject({ date, contactPerson: word, means: word, note: text.optional() })).optional(),
    changeNotices: z
      .array(
        z.strictObject({
          kind: z
            .enum(['content', 'cancellation', 'conversion'])
            .meta({ description: '内容変更 / 中止 / 独自への変更' }),
          submittedOn: date,
        }),
      )
      .optional(),
    judgementReports: z.array(z.strictObject({ to: z.enum(['jspo', 'nationalFederation']), sentOn: date })).optional(),
    conversion: z.strictObject({ decidedOn: date, newApplicationSubmittedOn: date.optional() }).optional(),
    income: z
      .array(z.strictObject({ kind: z.enum(['commission', 'ownFunds', 'courseFee', 'other']), amount: yen }))
      .optional(),
    otherIndependentParticipantIds: z.array(id).optional(),
    settings: settings.optional(),
  })
  .meta({ id: 'course' });
export type Course = z.infer<typeof course>;
