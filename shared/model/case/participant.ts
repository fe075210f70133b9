import { z } from 'zod';
import { count, date, id, prefecture, text, word, year, yen, yesNoUnknown } from '../primitives.js';

/** 受講者. Personal data: stays on this machine. */
export const participant = z
  .strictObject({
    id,
    nameJa: word,
    nameKana: text.optional(),
    birthDate: date.optional(),
    prefectureCode: prefecture.optional(),
    email: text.optional(),
    tel: text.optional(),
    myPageId: text.optional(),
  })
  .meta({ id: 'participant' });
export type Participant = z.infer<typeof participant>;

export const enrollmentStatus = z.enum([
  'applied',
  'primaryApproved',
  'approved',
  'inProgress',
  'passed',
  'failed',
  'absent',
  'rejected',
  'withdrawn',
  'expired',
]);
export type EnrollmentStatus = z.infer<typeof enrollmentStatus>;
export const ENROLLMENT_STATUS_JA = {
  applied: '申込済',
  primaryApproved: '一次承認済',
  approved: '承認済',
  inProgress: '受講中',
  passed: '合格',
  failed: '不合格',
  absent: '欠席',
  rejected: '却下',
  withdrawn: '取下げ',
  expired: '有効期間満了',
} as const satisfies Record<EnrollmentStatus, string>;

export const judgement = z.enum(['pass', 'fail', 'absent', 'exempt', 'pending']);
export type Judgement = z.infer<typeof judgement>;
export const JUDGEMENT_JA = {
  pass: '合格',
  fail: '不合格',
  absent: '欠席',
  exempt: '免除',
  pending: '未判定',
} as const satisfies Record<Judgement, string>;

/** 受講: one participant in this course. */
export const enrollment = z
  .strictObject({
    id,
    participantId: id,
    startFiscalYear: year,
    status: enrollmentStatus,
    myPageApplied: z.boolean().optional(),
    primaryApprovedOn: date.optional(),
    finalApprovedOn: date.optional(),
    holdsCoach1: yesNoUnknown.optional(),
    common1PaidOn: date.optional(),
    common1Result: z.enum(['pass', 'fail']).optional(),
    feePaidOn: date.optional(),
    feeAmount: yen.optional(),
    isPayer: z.boolean().optional(),
    referenceBookCount: count.optional(),
    exemptionIds: z.array(id).optional(),
    attendance: z.array(z.strictObject({ sessionId: id, present: z.boolean() })).optional(),
    judgement: judgement.optional(),
    otherOpenEnrollments: z
      .array(
        z.strictObject({
          qualificationJa: word,
          competitionJa: word.optional(),
          isStartCoachJsc: z.boolean().optional(),
          exceptionClaimed: z.boolean().optional(),
          evidenceNote: text.optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'enrollment' });
export type Enrollment = z.infer<typeof enrollment>;
