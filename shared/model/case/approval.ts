import { z } from 'zod';
import { date, id, text } from '../primitives.js';

/** 承認記録の種類: who must have said yes, and to what. */
export const APPROVAL_KINDS = {
  tenPersonException: { source: 'jspo', ja: '10名未満でも委託として認める' },
  lateApplicationAccepted: { source: 'jspo', ja: '申請期限後の受理' },
  lateReportAccepted: { source: 'jspo', ja: '最終締切後の報告の受理' },
  periodAccepted: { source: 'jspo', ja: '委託期間外の日程の承認' },
  extraAssistant: { source: 'jspo', ja: '助手増員願の承認' },
  assistantInTheory: { source: 'jspo', ja: '助手配置願の承認（基礎理論）' },
  extraLecturer: { source: 'jspo', ja: '1科目2名以上の講師' },
  extraAlInstructor: { source: 'jspo', ja: '講義担当者の増員' },
  examinerCapPerPerson: { source: 'jspo', ja: '検定員の上限を1人当たりで見る旨の回答' },
  extraOperationsStaff: { source: 'jspo', ja: '運営係員1日2名以上' },
  travelChangeAccepted: { source: 'jspo', ja: '申請時確定額を超える立替旅費' },
  addresseeAccepted: { source: 'jspo', ja: '関係団体名義の証憑（申請書提出前）' },
  payerNameAccepted: { source: 'jspo', ja: '契約団体以外の名義での振込' },
  roomHoursAccepted: { source: 'jspo', ja: '対象時間を超える会場使用' },
  extraRoomAccepted: { source: 'jspo', ja: '講義以外の部屋' },
  outOfPrefectureVenueAccepted: { source: 'jspo', ja: '県外会場' },
  ownFacilityAccepted: { source: 'jspo', ja: '自団体収入となる施設' },
  mailRecipientAccepted: { source: 'jspo', ja: '受講者・講師・助手・検定員以外への送料' },
  unlistedItemAccepted: { source: 'jspo', ja: '手引きに記載のない費目・扱いの確認' },
  extraTransferAccepted: { source: 'jspo', ja: '同一支払先への2回目の振込手数料' },
  competitionAgeRule: { source: 'secretariat', ja: '競技独自の年齢条件' },
  startCoachException: { source: 'secretariat', ja: 'スタートコーチ（スポーツ少年団）との同時受講' },
  routeJustified: { source: 'secretariat', ja: '最安でない経路の理由' },
  busShortJustified: { source: 'secretariat', ja: '2km未満のバスの理由' },
  lodgingNecessary: { source: 'secretariat', ja: 'やむを得ない宿泊の理由' },
  noRoomOnlyPlan: { source: 'secretariat', ja: '素泊まり料金の設定がないことの資料' },
} as const satisfies Record<string, { source: 'jspo' | 'secretariat'; ja: string }>;
export type ApprovalKind = keyof typeof APPROVAL_KINDS;

export const approvalKind = z.enum(Object.keys(APPROVAL_KINDS) as [ApprovalKind, ...ApprovalKind[]]);

/** 承認記録. Whether a record is complete enough to count is decided by the engine, not by its shape. */
export const approval = z
  .strictObject({
    id,
    kind: approvalKind,
    source: z.enum(['jspo', 'secretariat']).meta({ description: 'JSPO承認 / 事務局確認' }),
    date,
    contactPerson: text.optional(),
    means: text.optional(),
    note: text.optional(),
    voucherIds: z.array(id).optional(),
    scope: z.enum(['course', 'line', 'person']),
    scopeId: id.optional(),
  })
  .refine((value) => value.scope === 'course' || value.scopeId !== undefined, {
    path: ['scopeId'],
    params: { code: 'required' },
  })
  .meta({
    id: 'approval',
    if: { properties: { scope: { enum: ['line', 'person'] } } },
    then: { required: ['scopeId'] },
  });
export type Approval = z.infer<typeof approval>;
