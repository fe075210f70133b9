/** The fields of a line by kind, with their Japanese names: what the section 内容 of the panel shows. */
import { ACCOUNT_JA } from '../../../shared/model/case/account.js';
import { ARRANGEMENT_JA, VIA_JA } from '../../../shared/model/case/lines/common.js';
import { MAIL_METHOD_JA, MAIL_PURPOSE_JA, MAIL_RECIPIENT_JA } from '../../../shared/model/case/lines/communication.js';
import type { Line, LineKind } from '../../../shared/model/case/lines/line.js';
import { COPY_PURPOSE_JA, ONLINE_SUB_KIND_JA } from '../../../shared/model/case/lines/rental.js';
import { CONSUMABLE_SUB_KIND_JA } from '../../../shared/model/case/lines/supplies.js';
import { MEAL_PLAN_JA } from '../../../shared/model/case/lines/travel.js';
import { STAFF_ROLE_JA } from '../../../shared/model/case/staff.js';
import { CARRIER_KIND_JA } from '../../../shared/rules/line-text.js';

export type Options = Readonly<Record<string, string>>;

type Named = { readonly key: string; readonly labelJa: string };

/** A field that holds one value. `optional`: it may be cleared; clearing takes the key away. */
export type ValueField = Named &
  (
    | { readonly type: 'text'; readonly optional: boolean; readonly isLong?: boolean }
    | {
        readonly type: 'number';
        readonly optional: boolean;
        readonly unitJa: string;
        readonly min: 0 | 1;
        /** Empty is written as `null` (コピー代 一式). */
        readonly isNullable?: boolean;
      }
    | { readonly type: 'date'; readonly optional: boolean }
    /** Minutes since midnight as 9:00. */
    | { readonly type: 'clock'; readonly optional: boolean }
    /** Tenths of a kilometre as 55.0. */
    | { readonly type: 'km'; readonly optional: boolean }
    | { readonly type: 'choice'; readonly optional: boolean; readonly options: Options; readonly absentJa?: string }
    /** はい・いいえ; absent = not known. */
    | { readonly type: 'yesNo'; readonly absentJa: string }
  );

/** A field whose value is chosen among entries of the course, or is a list of its own. */
export type WiredField = Named & {
  readonly type:
    | 'staff'
    | 'room'
    | 'venue'
    | 'transfer'
    | 'payee'
    | 'assignments'
    | 'legs'
    | 'dates'
    | 'slots'
    | 'quotes'
    | 'users'
    | 'contents'
    | 'necessity'
    | 'vouchers';
};

export type LineField = ValueField | WiredField;

export const optional = true;
export const required = false;

export function text(key: string, labelJa: string, isOptional: boolean, isLong = false): ValueField {
  return { key, labelJa, type: 'text', optional: isOptional, isLong };
}
export function yen(key: string, labelJa: string, isOptional: boolean): ValueField {
  return { key, labelJa, type: 'number', optional: isOptional, unitJa: '円', min: 0 };
}
export function count(key: string, labelJa: string, unitJa: string, isOptional: boolean, min: 0 | 1 = 1): ValueField {
  return { key, labelJa, type: 'number', optional: isOptional, unitJa, min };
}
export function day(key: string, labelJa: string, isOptional = required): ValueField {
  return { key, labelJa, type: 'date', optional: isOptional };
}
function clock(key: string, labelJa: string, isOptional = required): ValueField {
  return { key, labelJa, type: 'clock', optional: isOptional };
}
export function choice(key: string, labelJa: string, options: Options, absentJa?: string): ValueField {
  return absentJa === undefined
    ? { key, labelJa, type: 'choice', optional: required, options }
    : { key, labelJa, type: 'choice', optional, options, absentJa };
}
export function yesNo(key: string, labelJa: string, absentJa = '未確認'): ValueField {
  return { key, labelJa, type: 'yesNo', absentJa };
}
function wired(key: string, labelJa: string, type: WiredField['type']): WiredField {
  return { key, labelJa, type };
}

const BASIS_JA = { actual: '実費', ownRegulation: '団体の旅費規程' };
const ARRANGEMENT: ValueField = choice('arrangement', '手配', ARRANGEMENT_JA);
const VIA: ValueField = choice('via', '購入先', VIA_JA, '未入力');
const BASIS: ValueField = choice('basis', '算出', BASIS_JA, '実費');
const PERSON: WiredField = wired('staffId', '氏名', 'staff');
const ECONOMICAL: ValueField = yen('economicalRoundTripFare', '最も経済的な往復運賃', optional);

/** Fields that stand in every form, after those of the kind. */
export const COMMON_FIELDS: readonly LineField[] = [
  text('remarks', '備考', optional, true),
  text('marginNote', '欄外の記載', optional, true),
  yesNo('taxIncluded', '税込の金額', '税込'),
  wired('transferId', '支払', 'transfer'),
  wired('voucherIds', '証憑', 'vouchers'),
];

/** 申請時確定額: only at the report; the amount of the stage itself follows from the details. */
export const PLANNED_FIELD: ValueField = yen('planned', '申請時確定額', optional);

export const KIND_FIELDS: { readonly [K in LineKind]: readonly LineField[] } = {
  honorarium: [
    choice('role', '役割', STAFF_ROLE_JA),
    wired('assignmentIds', '担当', 'assignments'),
    yen('rate', '1時間の単価', required),
    yen('lumpSum', '総額', required),
    text('differenceReason', '単価差の理由', optional, true),
  ],
  transport: [PERSON, wired('legs', '区間', 'legs'), ARRANGEMENT, VIA, ECONOMICAL, BASIS],
  lodging: [
    PERSON,
    day('date', '宿泊日'),
    choice('plan', '食事', MEAL_PLAN_JA),
    yen('price', '1泊の額', required),
    yesNo('noRoomOnlyPlan', '素泊まり料金の設定がない'),
    ARRANGEMENT,
    VIA,
    yesNo('paidByCard', 'カード払い'),
    yesNo('arranged', '手配済み'),
    wired('necessity', '宿泊の必要', 'necessity'),
    BASIS,
    yesNo('isOverseas', '海外', 'いいえ'),
  ],
  package: [
    PERSON,
    wired('dates', '利用日', 'dates'),
    wired('nights', '宿泊日', 'dates'),
    yen('price', '金額', required),
    choice('bookedAs', '計上', { air: '航空運賃', lodging: '宿泊費', rail: '鉄道賃' }),
    ARRANGEMENT,
    VIA,
    yesNo('includesFlight', '航空を含む'),
    wired('contents', '内容の明示', 'contents'),
    ECONOMICAL,
    wired('necessity', '宿泊の必要', 'necessity'),
  ],
  perDiem: [PERSON, count('days', '日数', '日', required), yen('perDay', '1日の額', required)],
  room: [
    wired('roomId', '部屋', 'room'),
    day('date', '利用日'),
    clock('start', '開始'),
    clock('end', '終了'),
    wired('slotNames', '区分', 'slots'),
  ],
  equipment: [
    text('name', '品名', required),
    count('days', '日数', '日', required),
    yen('unitPrice', '1日の単価', required),
    count('qty', '台数', '台', required),
    wired('dates', '借用日', 'dates'),
    yesNo('isConsumable', '消耗品'),
  ],
  copy: [
    text('documentName', '資料名', required),
    choice('purpose', '目的', COPY_PURPOSE_JA),
    count('pages', 'ページ数', 'ページ', optional),
    count('copies', '部数', '部', optional),
    { key: 'unitPrice', labelJa: '1枚の単価', type: 'number', optional, unitJa: '円', min: 0, isNullable: true },
    yesNo('outsourced', '外部業者に依頼'),
    choice('expenseKind', '種類', { copy: 'コピー代', lease: 'リース', consumables: '消耗品' }, 'コピー代'),
  ],
  online: [
    choice('subKind', '種類', ONLINE_SUB_KIND_JA),
    day('periodFrom', '期間の始め'),
    day('periodTo', '期間の終わり'),
    yen('price', '金額', required),
    yen('dailyPrice', '1日当たりの額', optional),
  ],
  printing: [
    text('documentName', '資料名', required),
    count('copies', '部数', '部', required),
    yen('orderAmount', '発注額', required),
    wired('quotes', '見積', 'quotes'),
    text('quoteReason', '最安でない理由', optional, true),
    yesNo('isReadyMadeBook', '市販の書籍'),
    choice(
      'supplierKind',
      '発注先',
      { printer: '印刷業者', ownCopier: '自団体の複写機', selfService: 'セルフコピー' },
      '未入力',
    ),
  ],
  consumable: [
    choice('subKind', '種類', CONSUMABLE_SUB_KIND_JA),
    count('qty', '数量', '', required),
    yen('unitPrice', '単価', required),
    wired('users', '使う人', 'users'),
    count('bottleMl', '1本の容量', 'ml', optional),
    yesNo('isSpare', '予備用', '予備用'),
  ],
  mail: [
    choice('method', '方法', MAIL_METHOD_JA),
    choice('recipientKind', '宛先', MAIL_RECIPIENT_JA),
    choice('purpose', '目的', MAIL_PURPOSE_JA),
    count('qty', '使った数', '通', required, 0),
    yen('unitPrice', '単価', required),
    count('boughtQty', '買った数', '枚', optional, 0),
    choice('expenseKind', '種類', { postage: '送料', telephone: '電話代', fax: 'FAX代', internet: '通信料' }, '送料'),
  ],
  shipping: [
    choice('carrierKind', '運び方', CARRIER_KIND_JA),
    text('carrier', '配送業者', optional),
    wired('destinationVenueId', '届け先', 'venue'),
    yen('price', '金額', required),
  ],
  transferFee: [wired('payeeKey', '支払先', 'payee'), yen('fee', '手数料', required)],
  other: [
    choice('account', '科目', { misc: ACCOUNT_JA.misc, other: ACCOUNT_JA.other }),
    text('descriptionJa', '内容', required),
    yen('price', '金額', required),
  ],
};

/** Fields of a line as the panel lists them; those that the kind cannot have together are left out. */
export function fieldsOf(line: Line): LineField[] {
  const own = KIND_FIELDS[line.kind].filter((field) => isShown(field, line));
  return [...own, ...COMMON_FIELDS, PLANNED_FIELD];
}

function isShown(field: LineField, line: Line): boolean {
  switch (line.kind) {
    case 'honorarium':
      return field.key === 'rate' ? line.rate !== undefined : field.key !== 'lumpSum' || line.lumpSum !== undefined;
    case 'consumable':
      if (field.key === 'users') return line.subKind === 'faceShield';
      if (field.key === 'bottleMl') return line.subKind === 'disinfectant';
      return field.key !== 'isSpare' || line.subKind === 'mask';
    default:
      return true;
  }
}

/** 宿泊の必要. */
export const NECESSITY_FIELDS: readonly ValueField[] = [
  clock('departAt', '自宅を出る時刻', optional),
  clock('arriveAt', '自宅に着く時刻', optional),
  yesNo('multiDay', '複数日の担当'),
  text('reason', '理由', optional, true),
];

/** パック内容の明示. */
export const CONTENTS_JA = {
  itinerary: '旅程',
  plan: '宿泊プラン',
  user: '利用者',
  usedOn: '利用日',
  route: '経路',
  hotel: '宿泊先',
  meals: '食事',
} as const;
