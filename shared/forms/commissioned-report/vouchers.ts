/** 証憑一覧: every paper by 科目, with the lines that it proves. */
import { ACCOUNT_JA, ACCOUNT_NO, type ClaimAccount, CLAIM_ACCOUNTS } from '../../model/case/account.js';
import { ACCOUNT_ITEMS, accountItemOf } from '../../model/case/account-item.js';
import type { Line } from '../../model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher } from '../../model/case/voucher.js';
import type { Facts } from '../../rules/facts/facts.js';
import { distinct } from '../line-words.js';
import { footNote, header, type PaperInput } from '../paper.js';
import { type Column, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'no', headJa: '証憑番号', format: 'text' },
  { key: 'account', headJa: '科目', format: 'text' },
  { key: 'item', headJa: '項目', format: 'text', wrap: true },
  { key: 'kind', headJa: '書類種別', format: 'text', wrap: true },
  { key: 'issuer', headJa: '発行者・対象者', format: 'text', wrap: true },
  { key: 'addressee', headJa: '宛先', format: 'text', wrap: true },
  { key: 'date', headJa: '日付', format: 'date' },
  { key: 'amount', headJa: '金額(税込)', format: 'yen' },
  { key: 'original', headJa: '原本・写し', format: 'text', align: 'center' },
  { key: 'lines', headJa: '該当行', format: 'text', wrap: true },
] as const satisfies readonly Column[];
const WIDTHS = [11, 10, 17, 20, 16, 24, 11, 11, 8, 16] as const;

export function vouchersSheet(input: PaperInput): SheetDraft {
  const { facts } = input;
  const draft = new SheetDraft('証憑一覧', 'portrait', WIDTHS);
  header(draft, '証憑一覧（報告）', input);
  draft.repeat(1, 7);
  const users = usersOfVouchers(facts);
  const entries = facts.vouchers
    .map((voucher) => ({ voucher, lines: users.get(voucher.id) ?? [] }))
    .sort((a, b) => accountNo(a.voucher, a.lines) - accountNo(b.voucher, b.lines));
  const placed = draft.table(
    COLUMNS,
    entries.map(
      ({ voucher, lines }) =>
        () =>
          row(voucher, lines),
    ),
  );
  draft.gap();
  draft.row({
    0: { value: '計（通）', look: 'caption' },
    1: {
      value: entries.length,
      formula: entries.length === 0 ? '0' : `COUNTIFS(${placed.range('kind')},"?*")`,
      format: 'count',
    },
  });
  missing(draft, input);
  footNote(draft);
  return draft;
}

/** 不足: what a held amount waits for. */
function missing(draft: SheetDraft, { decision }: PaperInput): void {
  const held = decision.lines.filter((line) => line.provisional > 0);
  if (held.length === 0) return;
  draft.gap();
  draft.heading('不足・確認待ち');
  for (const line of held) {
    const reason = line.findings.find((finding) => (finding.provisional ?? 0) > 0);
    draft.row({
      0: { value: line.id, look: 'held' },
      1: { value: line.provisional, format: 'yen', look: 'held' },
      2: { value: reason ? `${reason.messageJa}（${reason.ruleId}）` : '', look: 'held' },
    });
  }
}

/** Which lines list a voucher, themselves or through their transfer. */
function usersOfVouchers(facts: Facts): ReadonlyMap<string, readonly Line[]> {
  const users = new Map<string, Line[]>();
  for (const line of facts.lines) {
    for (const voucher of facts.papersOf(line)) users.set(voucher.id, [...(users.get(voucher.id) ?? []), line]);
  }
  return users;
}

function accountOf(voucher: Voucher, lines: readonly Line[]): ClaimAccount | undefined {
  const own = voucher.account ?? lines[0]?.account;
  return CLAIM_ACCOUNTS.find((account) => account === own);
}

function accountNo(voucher: Voucher, lines: readonly Line[]): number {
  const account = accountOf(voucher, lines);
  return account === undefined ? 99 : ACCOUNT_NO[account];
}

function row(voucher: Voucher, lines: readonly Line[]) {
  const account = accountOf(voucher, lines);
  return {
    no: voucher.no ?? '番号なし',
    account: account === undefined ? '未整理' : `${ACCOUNT_NO[account]} ${ACCOUNT_JA[account]}`,
    item: distinct(lines.map((line) => ACCOUNT_ITEMS[accountItemOf(line)].ja)).join('、'),
    kind: VOUCHER_KINDS[voucher.kind].ja,
    issuer: distinct([voucher.issuer ?? '', voucher.personName ?? '']).join('／'),
    addressee: voucher.addressee ?? '',
    date: voucher.issuedOn ?? voucher.usedOn ?? null,
    amount: voucher.amount ?? null,
    original: voucher.isOriginal === undefined ? '' : voucher.isOriginal ? '原本' : '写し',
    lines: lines.map((line) => line.id).join('、'),
  };
}
