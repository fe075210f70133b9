import { z } from 'zod';
import { date, id, positive, text, word, year } from '../primitives.js';
import { level } from './course.js';

/** 免除の根拠: a qualification held, for one subject. */
export const exemption = z
  .strictObject({
    id,
    participantId: id,
    subject: z.enum(['common1', 'common2', 'specialty']),
    qualificationJa: word,
    tableRowNo: positive.optional(),
    status: z
      .enum(['held', 'studying', 'expected', 'expectedCertificate'])
      .meta({ description: '保有 / 受講中 / 取得見込 / 修了見込み証明書' })
      .optional(),
    issuedOn: date.optional(),
    certifiedOn: date.optional(),
    completedOn: date.optional(),
    acquiredFiscalYear: year.optional(),
    expiryDate: date.optional(),
    certificateNo: text.optional(),
    classField: text.optional(),
    coachingExperienceOn: date.optional(),
    renewalInProgress: z.boolean().optional(),
    copyAttached: z.boolean().optional(),
    confirmedWithOrgOn: date.optional(),
    confirmedBy: text.optional(),
    /** 免除申請日; default: the day of the case. */
    appliedOn: date.optional(),
    competitionJa: word.optional(),
  })
  .meta({ id: 'exemption' });
export type Exemption = z.infer<typeof exemption>;

/** 免除・免除申請. */
export const exemptionApplication = z
  .strictObject({
    id,
    participantId: id,
    level: level.optional(),
    route: z.enum(['self', 'proxy', 'other']).meta({ description: '本人 / 代理 / その他' }).optional(),
    appliedOn: date.optional(),
    completedOn: date.optional(),
    wishedRegistration: date.optional(),
    proxyRequestedOn: date.optional(),
    status: z.enum(['preparing', 'applied', 'accepted', 'returned', 'refused']).optional(),
  })
  .meta({ id: 'exemptionApplication' });
export type ExemptionApplication = z.infer<typeof exemptionApplication>;
export const APPLICATION_STATUS_JA = {
  preparing: '準備中',
  applied: '申請済',
  accepted: '受理',
  returned: '差戻し',
  refused: '不可',
} as const satisfies Record<NonNullable<ExemptionApplication['status']>, string>;
