/** 項目: the rows of the 基準一覧 under each 科目, and to which of them a line belongs. */
import type { Account } from './account.js';
import type { Line } from './lines/line.js';

export const ACCOUNT_ITEMS = {
  'HON-LEC': { account: 'honorarium', no: '(1)', ja: '講師' },
  'HON-AST': { account: 'honorarium', no: '(2)', ja: '助手' },
  'HON-EXM': { account: 'honorarium', no: '(3)', ja: '検定員' },
  'HON-OTH': { account: 'honorarium', no: '', ja: '運営係員（対象外）' },
  'TRV-LAND': { account: 'travel', no: '(1)-(4)', ja: '交通費（鉄道・バス等）' },
  'TRV-AIR': { account: 'travel', no: '(1)-(4)', ja: '交通費（航空券代）' },
  'TRV-CAR': { account: 'travel', no: '(1)-(4)', ja: '車賃' },
  'TRV-LDG': { account: 'travel', no: '(1)-(4)', ja: '宿泊費' },
  'TRV-PKG': { account: 'travel', no: '(1)-(4)', ja: '宿泊交通パック' },
  'TRV-PDM': { account: 'travel', no: '(1)-(4)', ja: '日当' },
  'RNT-ROOM': { account: 'rental', no: '(1)', ja: '会議室利用料' },
  'RNT-EQP': { account: 'rental', no: '(2)', ja: '備品・機材等使用料' },
  'RNT-COPY': { account: 'rental', no: '(3)', ja: 'コピー代' },
  'RNT-ONL': { account: 'rental', no: '(3)', ja: 'オンライン講習会関係費' },
  'PRN-DOC': { account: 'printing', no: '', ja: '資料作成費' },
  'CON-THM': { account: 'consumables', no: '①', ja: '体温計' },
  'CON-HYG': { account: 'consumables', no: '②③④', ja: '消毒液・フェイスシールド・マスク' },
  'CON-OTH': { account: 'consumables', no: '', ja: 'その他の消耗品' },
  'COM-MAIL': { account: 'communication', no: '(1)', ja: '送料（郵券）' },
  'COM-METER': { account: 'communication', no: '(1)', ja: '送料（後納郵便）' },
  'COM-SHIP': { account: 'communication', no: '(2)', ja: '資料等の発送' },
  'MSC-FEE': { account: 'misc', no: '', ja: '振込手数料' },
  'MSC-OTH': { account: 'misc', no: '', ja: 'その他' },
  'OUT-OTH': { account: 'other', no: '', ja: '対象外の科目' },
} as const satisfies Record<string, { account: Account; no: string; ja: string }>;
export type AccountItemId = keyof typeof ACCOUNT_ITEMS;

/** The item of a line, by what it is and not by what it was filed under. */
export function accountItemOf(line: Line): AccountItemId {
  switch (line.kind) {
    case 'honorarium':
      return HONORARIUM_ITEMS[line.role];
    case 'transport':
      if (line.legs.some((leg) => leg.mode === 'air')) return 'TRV-AIR';
      return line.legs.every((leg) => leg.mode === 'car') ? 'TRV-CAR' : 'TRV-LAND';
    case 'consumable':
      if (line.subKind === 'thermometer') return 'CON-THM';
      return line.subKind === 'other' ? 'CON-OTH' : 'CON-HYG';
    case 'mail':
      return line.method === 'stamps' ? 'COM-MAIL' : 'COM-METER';
    case 'other':
      return line.account === 'misc' ? 'MSC-OTH' : 'OUT-OTH';
    default:
      return ITEM_OF_KIND[line.kind];
  }
}

const HONORARIUM_ITEMS = {
  lecturer: 'HON-LEC',
  alLead: 'HON-LEC',
  alInstructor: 'HON-LEC',
  assistant: 'HON-AST',
  examiner: 'HON-EXM',
  operations: 'HON-OTH',
} as const satisfies Record<string, AccountItemId>;

const ITEM_OF_KIND = {
  lodging: 'TRV-LDG',
  package: 'TRV-PKG',
  perDiem: 'TRV-PDM',
  room: 'RNT-ROOM',
  equipment: 'RNT-EQP',
  copy: 'RNT-COPY',
  online: 'RNT-ONL',
  printing: 'PRN-DOC',
  shipping: 'COM-SHIP',
  transferFee: 'MSC-FEE',
} as const satisfies Record<string, AccountItemId>;
