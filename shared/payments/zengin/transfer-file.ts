/**
 * 全銀協制定フォーマット 総合振込: records of 120 bytes, each ended by CR LF; a header, one record per payee, the totals
 * and the end. Numbers stand right with zeros, texts left with spaces; every character is one byte.
 */
import { grouped, sum, type Yen } from '../../money.js';
import { isWeekend, longDateJa } from '../../dates.js';
import type { AccountKind, AccountPlace } from '../bank-account.js';
import { bankBytes, bankText } from './bank-kana.js';
import type { TransferOrder, TransferPayer } from './transfer-order.js';

/** Why no file is made; `payeeJa` is empty where it is about the order as a whole. */
export type TransferProblem = { readonly payeeJa: string; readonly ja: string };

export type TransferFile =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly count: number;
      readonly total: Yen;
      /** Payees whose 名義 is longer than the field; banks compare its first 30 characters. */
      readonly shortened: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly TransferProblem[] };

const RECORD = 120;
const HOLDER = 30;
const PAYER_NAME = 40;
const BANK_NAME = 15;
const LARGEST_AMOUNT = 9_999_999_999;
const KIND_CODES = { ordinary: '1', current: '2', savings: '4' } as const satisfies Record<AccountKind, string>;

/** The file of an order, or everything that a bank would send back, by payee; nothing is written in part. */
export function transferFile(order: TransferOrder): TransferFile {
  const problems = [...orderProblems(order), ...order.rows.flatMap(rowProblems)];
  if (problems.length > 0) return { ok: false, problems };
  const total = sum(order.rows.map((row) => row.amount));
  const records = [header(order), ...order.rows.map(dataRecord), trailer(order.rows.length, total), field('9', RECORD)];
  return {
    ok: true,
    bytes: bankBytes(records.map((record) => `${record}\r\n`).join('')),
    count: order.rows.length,
    total,
    shortened: order.rows.flatMap(({ payeeJa, account }) => (isShortened(account.holderKana) ? [payeeJa] : [])),
  };
}

/** A 名義 that is longer than its field. */
export function isShortened(holderKana: string): boolean {
  return bankText(holderKana).text.length > HOLDER;
}

function orderProblems({ payer, payOn, rows }: TransferOrder): TransferProblem[] {
  return [
    ...(rows.length === 0 ? [about('', '振り込む支払先がありません')] : []),
    ...(isWeekend(payOn) ? [about('', `振込指定日の${longDateJa(payOn)}は土曜日か日曜日です`)] : []),
    ...payerProblems(payer),
  ];
}

/** What a bank would not take of the one who pays. */
export function payerProblems(payer: TransferPayer): TransferProblem[] {
  return [
    ...(payer.account.kind === 'savings' ? [about('', '貯蓄預金の口座からは総合振込ができません')] : []),
    ...textProblems('', '振込依頼人名', payer.nameKana),
    ...placeProblems('', payer.account),
  ];
}

/** What a bank would send back of one transfer. */
export function rowProblems({ payeeJa, account, amount }: TransferOrder['rows'][number]): TransferProblem[] {
  return [
    ...(amount < 1 ? [about(payeeJa, '振込額が0円以下です')] : []),
    ...(amount > LARGEST_AMOUNT ? [about(payeeJa, `振込額${grouped(amount)}円は10桁に収まりません`)] : []),
    ...textProblems(payeeJa, '口座名義', account.holderKana),
    ...placeProblems(payeeJa, account),
  ];
}

function placeProblems(payeeJa: string, account: AccountPlace): TransferProblem[] {
  return [
    ...(account.bankNameKana === undefined ? [] : textProblems(payeeJa, '金融機関名', account.bankNameKana)),
    ...(account.branchNameKana === undefined ? [] : textProblems(payeeJa, '支店名', account.branchNameKana)),
  ];
}

function textProblems(payeeJa: string, fieldJa: string, typed: string): TransferProblem[] {
  const { text, refused } = bankText(typed);
  if (refused.length > 0) {
    return [about(payeeJa, `${fieldJa}に振込で使えない文字があります：${refused.join(' ')}`)];
  }
  return text === '' ? [about(payeeJa, `${fieldJa}が空です`)] : [];
}

function about(payeeJa: string, ja: string): TransferProblem {
  return { payeeJa, ja };
}

function header({ payer, payOn }: TransferOrder): string {
  return record([
    '1',
    '21',
    // コード区分: JIS.
    '0',
    payer.clientCode.padStart(10, '0'),
    kana(payer.nameKana, PAYER_NAME),
    `${payOn.slice(5, 7)}${payOn.slice(8, 10)}`,
    ...placeFields(payer.account),
    ...numberFields(payer),
  ]);
}

function numberFields({ account }: Pick<TransferPayer, 'account'>): string[] {
  return [KIND_CODES[account.kind], account.number];
}

function placeFields({ bankCode, bankNameKana, branchCode, branchNameKana }: AccountPlace): string[] {
  return [bankCode, kana(bankNameKana ?? '', BANK_NAME), branchCode, kana(branchNameKana ?? '', BANK_NAME)];
}

function dataRecord({ account, amount }: TransferOrder['rows'][number]): string {
  return record([
    '2',
    ...placeFields(account),
    // 手形交換所番号, not used.
    '0000',
    ...numberFields({ account }),
    kana(account.holderKana, HOLDER),
    String(amount).padStart(10, '0'),
    // 新規コード: その他; 顧客コード1・2, not used.
    '0',
    '0'.repeat(20),
    // 振込指定区分: 電信.
    '7',
  ]);
}

function trailer(count: number, total: Yen): string {
  return record(['8', String(count).padStart(6, '0'), String(total).padStart(12, '0')]);
}

function kana(typed: string, length: number): string {
  return field(bankText(typed).text, length);
}

function field(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, ' ');
}

function record(fields: readonly string[]): string {
  return field(fields.join(''), RECORD);
}
