import { z } from 'zod';
import { date, id, text, yen } from '../primitives.js';
import { claimAccount } from './account.js';
import { caseStage } from './course.js';

/** 書類の種類, with the code of the guide's list and its Japanese name. */
export const VOUCHER_KINDS = {
  transferSlip: { code: 'V01', ja: '振込明細書' },
  employerInvoice: { code: 'V02', ja: '所属先の請求明細書' },
  fareEvidence: { code: 'V03', ja: '料金表・経路検索結果' },
  receiptOriginal: { code: 'V04', ja: '領収書（原本）' },
  boardingInfo: { code: 'V05', ja: 'ご搭乗案内（原本）' },
  boardingCertificate: { code: 'V06', ja: '搭乗証明書' },
  travelRegulation: { code: 'V07', ja: '旅費規程' },
  routeMap: { code: 'V08', ja: '実際の経路が分かる地図' },
  estimate: { code: 'V09', ja: '見積書' },
  priceList: { code: 'V10', ja: '料金表等' },
  itemisedInvoice: { code: 'V11', ja: '請求明細書' },
  copySample: { code: 'V12', ja: 'コピーした資料の現物' },
  printedSample: { code: 'V13', ja: '作成物（印刷物の現物）' },
  competingQuotes: { code: 'V14', ja: '見積書（2社以上）' },
  lodgingStatement: { code: 'V15', ja: '宿泊明細書' },
  cardStatement: { code: 'V16', ja: '利用明細書（カード等）' },
  personalReceipt: { code: 'V17', ja: '立替者個人名の領収書' },
  stampSalesCertificate: { code: 'V18', ja: '販売証明書（郵券）' },
  stampStatement: { code: 'V19', ja: '郵券の明細書' },
  meteredBreakdown: { code: 'V20', ja: '利用料金内訳書（後納）' },
  accountLedger: { code: 'V21', ja: '口座出入金一覧表' },
  directDebitStatement: { code: 'V22', ja: '口座振替明細' },
  carrierReceipt: { code: 'V23', ja: '配送業者の領収書・伝票' },
  bankFeeTable: { code: 'V24', ja: '銀行の振込手数料一覧' },
  transferCertificate: { code: 'V25', ja: '振込証明書' },
  transferList: { code: 'V26', ja: '振込の明細' },
  extraAssistantRequest: { code: 'V27', ja: '助手増員願' },
  theoryAssistantRequest: { code: 'V28', ja: '助手配置願' },
  reasonSheet: { code: 'V29', ja: '理由書' },
  cashReasonNote: { code: 'V30', ja: '現金払いの理由の記載' },
  packageContents: { code: 'V31', ja: 'パック内容の明細' },
  unitPriceDetail: { code: 'V32', ja: '個数・単価の分かる請求書等' },
  securitySlip: { code: 'VX', ja: '保安検査証' },
} as const;
export type VoucherKind = keyof typeof VOUCHER_KINDS;

export const voucherKind = z.enum(Object.keys(VOUCHER_KINDS) as [VoucherKind, ...VoucherKind[]]);

/** 証憑. */
export const voucher = z
  .strictObject({
    id,
    /** 証憑番号: 科目番号-連番. */
    no: text.optional(),
    kind: voucherKind,
    account: claimAccount.optional(),
    phase: caseStage.meta({ description: '申請 / 報告' }).optional(),
    issuer: text.optional(),
    /** 宛先. */
    addressee: text.optional(),
    issuedOn: date.optional(),
    amount: yen.optional(),
    taxIncluded: z.boolean().optional(),
    /** Absent counts as original for 領収書, ご搭乗案内 and 立替者個人名の領収書. */
    isOriginal: z.boolean().optional(),
    fileRef: text.optional(),
    personName: text.optional(),
    /** `from-to`, as on the leg. */
    route: text.optional(),
    /** Date of the flight or of the stay. */
    usedOn: date.optional(),
    note: text.optional(),
  })
  .meta({ id: 'voucher' });
export type Voucher = z.infer<typeof voucher>;
