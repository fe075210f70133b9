/** The few fields that a step of a course asks for. */
import type { IsoDate } from '../dates.js';
import type { Course, Delivery } from '../model/case/course.js';
import type { Yen } from '../money.js';

/** Fields of the course that steps write as they are entered. */
type WrittenAsEntered = Pick<
  Course,
  | 'surveyReplied'
  | 'plannedScale'
  | 'approvedScale'
  | 'recruitStart'
  | 'recruitEnd'
  | 'applicationHeadcount'
  | 'applicationSentOn'
  | 'applicationReceivedOn'
  | 'applicationIsOriginal'
  | 'approvalNoticeOn'
  | 'contractOn'
  | 'contractAmount'
  | 'contractAmountFixedOn'
  | 'advanceReceived'
  | 'advanceReceivedOn'
  | 'startHeadcount'
  | 'reportHeadcount'
  | 'reportSentOn'
  | 'reportReceivedOn'
  | 'reportIsOriginal'
  | 'reductionByJspo'
  | 'finalAmount'
  | 'finalAmountFixedOn'
  | 'finalNoticeOn'
  | 'balanceReceivedOn'
  | 'refundInvoicedOn'
  | 'refundPaidOn'
>;

/** What was entered for a step. Absent = not entered. */
export type StepInput = WrittenAsEntered & {
  /** The day of the step, where no field of the course holds it. */
  readonly on?: IsoDate;
  /** 申請書・報告書の様式. */
  readonly form?: Delivery;
  /** 受講料・受講管理料 paid together with the application. */
  readonly feePaidOn?: IsoDate;
  readonly feePaid?: Yen;
  readonly feeHeads?: number;
  /** 変更届の提出日. */
  readonly noticeOn?: IsoDate;
  /** 独自講習会の申請書の提出日. */
  readonly newApplicationOn?: IsoDate;
  /** 日本スポーツ協会との連絡. */
  readonly contactPerson?: string;
  readonly contactMeans?: string;
  readonly contactNote?: string;
  readonly reasonJa?: string;
};
export type StepFieldKey = keyof StepInput;

type FieldWords =
  | { readonly kind: 'date' | 'text' | 'yen' | 'form'; readonly ja: string }
  | { readonly kind: 'number'; readonly ja: string; readonly unit: string }
  | { readonly kind: 'yesNo'; readonly ja: string; readonly yesJa: string; readonly noJa: string };

export const STEP_FIELDS = {
  on: { kind: 'date', ja: '日付' },
  surveyReplied: { kind: 'yesNo', ja: '実施希望調査', yesJa: '回答した', noJa: '回答していない' },
  plannedScale: { kind: 'number', ja: '希望した規模', unit: '名' },
  approvedScale: { kind: 'number', ja: '承認された規模', unit: '名' },
  recruitStart: { kind: 'date', ja: '募集の開始' },
  recruitEnd: { kind: 'date', ja: '募集の締切' },
  applicationHeadcount: { kind: 'number', ja: '申請時の受講者', unit: '名' },
  applicationSentOn: { kind: 'date', ja: '発送日' },
  applicationReceivedOn: { kind: 'date', ja: '到着日' },
  applicationIsOriginal: { kind: 'yesNo', ja: '原本・写し', yesJa: '原本', noJa: '写し' },
  approvalNoticeOn: { kind: 'date', ja: '承認通知の日' },
  contractOn: { kind: 'date', ja: '契約日' },
  contractAmount: { kind: 'yen', ja: '契約額' },
  contractAmountFixedOn: { kind: 'date', ja: '委託金額の確定日' },
  advanceReceived: { kind: 'yen', ja: '受領額' },
  advanceReceivedOn: { kind: 'date', ja: '受領日' },
  startHeadcount: { kind: 'number', ja: '開講時の受講者', unit: '名' },
  reportHeadcount: { kind: 'number', ja: '報告時の受講者', unit: '名' },
  reportSentOn: { kind: 'date', ja: '発送日' },
  reportReceivedOn: { kind: 'date', ja: '到着日' },
  reportIsOriginal: { kind: 'yesNo', ja: '原本・写し', yesJa: '原本', noJa: '写し' },
  reductionByJspo: { kind: 'yen', ja: '日本スポーツ協会の減額' },
  finalAmount: { kind: 'yen', ja: '確定額' },
  finalAmountFixedOn: { kind: 'date', ja: '金額の確定日' },
  finalNoticeOn: { kind: 'date', ja: '確定通知の日' },
  balanceReceivedOn: { kind: 'date', ja: '受領日' },
  refundInvoicedOn: { kind: 'date', ja: '請求を受けた日' },
  refundPaidOn: { kind: 'date', ja: '返納日' },
  form: { kind: 'form', ja: '様式' },
  feePaidOn: { kind: 'date', ja: '受講料の納入日' },
  feePaid: { kind: 'yen', ja: '納入額' },
  feeHeads: { kind: 'number', ja: '納入人数', unit: '名' },
  noticeOn: { kind: 'date', ja: '変更届の提出日' },
  newApplicationOn: { kind: 'date', ja: '独自の申請書の提出日' },
  contactPerson: { kind: 'text', ja: '相手' },
  contactMeans: { kind: 'text', ja: '方法（電話・メール）' },
  contactNote: { kind: 'text', ja: '内容' },
  reasonJa: { kind: 'text', ja: '理由' },
} as const satisfies Record<StepFieldKey, FieldWords>;
