/** 振込の依頼 before it is written: what keeps it from the bank, what somebody should look at, and its totals. */
import { grouped, sum, type Yen } from '../money.js';
import { type IsoDate, longDateJa } from '../dates.js';
import type { Staff } from '../model/case/staff.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { AccountMatch, KnownAccount } from './account-match.js';
import { isSameAccount } from './bank-account.js';
import { type BankDay, bankDay } from './bank-day.js';
import type { Payable } from './payables.js';
import { printedName } from './printed-name.js';
import { bankText } from './zengin/bank-kana.js';
import { isShortened, payerProblems, rowProblems, type TransferProblem } from './zengin/transfer-file.js';
import type { TransferOrder, TransferPayer } from './zengin/transfer-order.js';

/** `file`: only the bank's file needs it; `transfer`: without it nobody knows what to pay, or to whom. */
export type Lack = TransferProblem & { readonly stops: 'file' | 'transfer'; readonly payeeKey?: string };

export type TransferPlan = {
  readonly lacks: readonly Lack[];
  /** Does not stop anything. */
  readonly cautions: readonly Lack[];
  readonly count: number;
  /** 差引振込額 of those whose amount is known. */
  readonly total: Yen;
  readonly fees: Yen;
  /** Payees whose fee is not known. */
  readonly feesUnknown: number;
  /** Only where nothing is lacking. */
  readonly order: TransferOrder | undefined;
};

export type PlanInput = {
  readonly payables: readonly Payable[];
  readonly matches: ReadonlyMap<string, AccountMatch>;
  readonly staff: readonly Staff[];
  readonly payer: TransferPayer | undefined;
  readonly payOn: IsoDate | undefined;
  readonly today: IsoDate;
  readonly book: Rulebook;
};

export function transferPlan(input: PlanInput): TransferPlan {
  const { payables, payer, payOn } = input;
  const lacks = [...orderLacks(input), ...payables.flatMap((payable) => payableLacks(payable, input.matches))];
  const rows = payables.flatMap(({ payee, account, net }) =>
    account && net !== undefined ? [{ payeeJa: payee.nameJa, account, amount: net }] : [],
  );
  const isWhole = lacks.length === 0 && payer !== undefined && payOn !== undefined;
  return {
    lacks,
    cautions: cautionsOf(input),
    count: payables.length,
    total: sum(payables.map(({ net }) => net ?? 0)),
    fees: sum(payables.map(({ fee }) => fee ?? 0)),
    feesUnknown: payables.filter(({ fee }) => fee === undefined).length,
    order: isWhole ? { payer, payOn, rows } : undefined,
  };
}

function orderLacks({ payables, payer, payOn, today, book }: PlanInput): Lack[] {
  return [
    ...(payables.length === 0 ? [about('transfer', '', '振り込む支払先がありません')] : []),
    ...(payer ? payerProblems(payer) : [{ payeeJa: '', ja: '振込元の口座と委託者コードがありません' }]).map(
      (problem) => ({ ...problem, stops: 'file' as const }),
    ),
    ...(payOn === undefined
      ? [about('transfer', '', '振込指定日が入っていません')]
      : dayLacks(payOn, today, bankDay(payOn, book))),
  ];
}

const CLOSED_JA = {
  weekend: '土曜日か日曜日',
  holiday: '祝日',
  yearEnd: '銀行の休業日',
} as const satisfies Partial<Record<BankDay, string>>;

function dayLacks(payOn: IsoDate, today: IsoDate, day: BankDay): Lack[] {
  const dayJa = longDateJa(payOn);
  const closed = day === 'open' || day === 'unknown' ? undefined : CLOSED_JA[day];
  return [
    ...(closed === undefined ? [] : [about('file', '', `振込指定日の${dayJa}は${closed}です`)]),
    ...(payOn < today ? [about('file', '', `振込指定日の${dayJa}は過ぎています`)] : []),
  ];
}

function payableLacks(payable: Payable, matches: PlanInput['matches']): Lack[] {
  const { payee, net, tax, account } = payable;
  const own = (stops: Lack['stops'], ja: string): Lack => ({ ...about(stops, payee.nameJa, ja), payeeKey: payee.key });
  if (payee.kind === 'unknown') return [own('transfer', '本人と所属先のどちらへ払うかが未確認です')];
  const doubtful = matches.get(payee.key)?.kind === 'doubtful';
  return [
    ...(net === undefined ? [own('transfer', tax.state === 'withheld' ? '振込額が未確認です' : tax.reasonJa)] : []),
    ...(account
      ? rowProblems({ payeeJa: payee.nameJa, account, amount: net ?? 1 }).map(({ ja }) => own('file', ja))
      : [own('file', doubtful ? '同じ名前の口座があり、この人のものか未確認です' : '口座がありません')]),
  ];
}

function cautionsOf({ payables, matches, staff, payOn, book }: PlanInput): Lack[] {
  const dayIsUnknown = payOn !== undefined && bankDay(payOn, book) === 'unknown';
  return [
    ...(dayIsUnknown ? [about('file', '', '振込指定日が銀行営業日かは、この基準では分かりません')] : []),
    ...payables.flatMap((payable) => accountCautions(payable, knownOf(payable, matches), staff)),
    ...sharedAccounts(payables),
  ];
}

function knownOf({ payee }: Payable, matches: PlanInput['matches']): KnownAccount | undefined {
  const match = matches.get(payee.key);
  return match?.kind === 'sure' ? match.known : undefined;
}

function accountCautions(payable: Payable, known: KnownAccount | undefined, staff: readonly Staff[]): Lack[] {
  const { payee, account, fee, net } = payable;
  const own = (ja: string): Lack => ({ ...about('file', payee.nameJa, ja), payeeKey: payee.key });
  // What the bank cannot print at all is said already.
  const isPrinted = bankText(account?.holderKana ?? '').refused.length === 0;
  if (!account) return [];
  return [
    ...(known?.value.confirmedOn === undefined ? [own('口座を通帳などと照らした日がありません')] : []),
    ...(!isPrinted || isOwnName(payable, staff) ? [] : [own('口座名義が支払先の名前と違います')]),
    ...(isShortened(account.holderKana) ? [own('口座名義は30文字までが銀行へ渡ります')] : []),
    ...(fee === undefined && net !== undefined ? [own('振込手数料が手数料表にありません')] : []),
  ];
}

/** The 名義 is one of the names that are known of the person. A 所属先 is known by its name in kanji only. */
function isOwnName({ payee, account }: Payable, staff: readonly Staff[]): boolean {
  const person = staff.find((one) => one.id === payee.key);
  const names = [person?.nameKana, person?.accountHolderKana].filter((name) => name !== undefined);
  return !account || names.length === 0 || names.map(printedName).includes(printedName(account.holderKana));
}

function sharedAccounts(payables: readonly Payable[]): Lack[] {
  return payables.flatMap(({ payee, account }, index) => {
    const first = payables
      .slice(0, index)
      .find((other) => other.account && account && isSameAccount(other.account, account));
    return first
      ? [{ ...about('file', payee.nameJa, `${first.payee.nameJa}と同じ口座です`), payeeKey: payee.key }]
      : [];
  });
}

function about(stops: Lack['stops'], payeeJa: string, ja: string): Lack {
  return { stops, payeeJa, ja };
}

/** 「片桐 修平：口座がありません」 */
export function lackJa({ payeeJa, ja }: TransferProblem): string {
  return payeeJa === '' ? ja : `${payeeJa}：${ja}`;
}

/** 「8件 381,234円」 */
export function planJa({ count, total }: Pick<TransferPlan, 'count' | 'total'>): string {
  return `${grouped(count)}件 ${grouped(total)}円`;
}
