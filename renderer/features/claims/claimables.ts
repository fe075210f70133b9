/** 明細を追加: what can be claimed, in the order of the 科目, and what has to be chosen before a line can stand. */
import type { Account } from '../../../shared/model/case/account.js';

type Subject =
  /** A person in a role, with hours in the timetable that nothing claims yet. */
  | 'duty'
  /** Anyone who works at the course. */
  | 'person'
  /** A room on a day. */
  | 'roomDay'
  /** A payee. */
  | 'payee'
  | 'none';

export type Claimable = {
  readonly id: ClaimableId;
  readonly account: Account;
  readonly labelJa: string;
  readonly subject: Subject;
  /** Other words a newcomer would type. */
  readonly alsoJa: string;
};

const LIST = [
  ['honorarium', 'honorarium', '謝金', 'duty', '講師 助手 検定員 しゃきん'],
  ['rail', 'travel', '鉄道', 'person', '電車 JR 新幹線 特急 交通費 てつどう'],
  ['bus', 'travel', 'バス', 'person', '交通費 ばす'],
  ['air', 'travel', '航空', 'person', '飛行機 航空券 交通費 こうくう'],
  ['car', 'travel', '車賃（自家用車）', 'person', '自動車 マイカー 交通費 くるま'],
  ['taxi', 'travel', 'タクシー', 'person', '交通費 たくしー'],
  ['toll', 'travel', '高速・有料道路', 'person', 'ETC 通行料 こうそく'],
  ['fuel', 'travel', 'ガソリン', 'person', '燃料 がそりん'],
  ['rentalCar', 'travel', 'レンタカー', 'person', 'れんたかー'],
  ['parking', 'travel', '駐車場', 'person', 'パーキング ちゅうしゃじょう'],
  ['ferry', 'travel', '船', 'person', 'フェリー ふね'],
  ['lodging', 'travel', '宿泊', 'person', 'ホテル 旅館 しゅくはく'],
  ['package', 'travel', '宿泊交通パック', 'person', 'パック旅行 ぱっく'],
  ['perDiem', 'travel', '日当', 'person', 'にっとう'],
  ['room', 'rental', '会場使用料', 'roomDay', '会議室 体育館 部屋 かいじょう'],
  ['equipment', 'rental', '備品・機材', 'none', 'プロジェクター マイク びひん'],
  ['copy', 'rental', 'コピー代', 'none', '複写 資料 こぴー'],
  ['online', 'rental', 'オンライン関係費', 'none', 'Zoom 配信 おんらいん'],
  ['printing', 'printing', '印刷製本', 'none', 'テキスト 冊子 いんさつ'],
  ['thermometer', 'consumables', '体温計', 'none', 'たいおんけい'],
  ['disinfectant', 'consumables', 'アルコール消毒液', 'none', 'しょうどく'],
  ['faceShield', 'consumables', 'フェイスシールド', 'none', 'ふぇいすしーるど'],
  ['mask', 'consumables', 'マスク', 'none', 'ますく'],
  ['otherConsumable', 'consumables', 'その他の消耗品', 'none', '文具 しょうもうひん'],
  ['stamps', 'communication', '送料（郵券）', 'none', '切手 郵便 そうりょう'],
  ['metered', 'communication', '送料（後納郵便）', 'none', '郵便 そうりょう'],
  ['shipping', 'communication', '資料等の発送', 'none', '宅配 はっそう'],
  ['transferFee', 'misc', '振込手数料', 'payee', '銀行 ふりこみ'],
  ['otherMisc', 'misc', 'その他の雑役務費', 'none', 'ざつえきむ'],
  ['other', 'other', 'その他の費目', 'none', '懇親会 飲食 記念品 そのた'],
] as const satisfies readonly (readonly [string, Account, string, Subject, string])[];

export type ClaimableId = (typeof LIST)[number][0];

export const CLAIMABLES: readonly Claimable[] = LIST.map(([id, account, labelJa, subject, alsoJa]) => ({
  id,
  account,
  labelJa,
  subject,
  alsoJa,
}));
