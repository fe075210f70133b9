/** 証憑一覧: by 科目 every paper that is there and every one that is missing, with the lines it proves. */
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS, type ClaimAccount } from '../../model/case/account.js';
import { ACCOUNT_ITEMS, accountItemOf } from '../../model/case/account-item.js';
import type { Line } from '../../model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher } from '../../model/case/voucher.js';
import { sum, yen } from '../../money.js';
import { organizationFit } from '../../rules/facts/parties.js';
import { claimAccountOf, filedUnder, linesProved } from '../../vouchers/filing.js';
import { type Missing, missingPapers } from '../../vouchers/missing.js';
import { footNote, header } from '../header.js';
import { distinct } from '../line-words.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import {
  type CellInput,
  type Column,
  type Placed,
  SheetDraft,
  type TableEntry,
  type TableRow,
} from '../sheet-draft.js';
import { byNumber, noOf, numbersJa } from '../voucher-words.js';

const LINES_WIDTH = 12.5;
const COLUMNS = [
  { key: 'no', headJa: '証憑番号', width: 10.5, format: 'text', wrap: true },
  { key: 'item', headJa: '項目', width: 14, format: 'text', wrap: true },
  { key: 'kind', headJa: '書類の種類', width: 19, format: 'text', wrap: true },
  { key: 'names', headJa: '発行者・対象者／宛先', width: 18, format: 'text', wrap: true },
  { key: 'date', headJa: '日付', width: 10.5, format: 'date', align: 'center' },
  { key: 'amount', headJa: '金額\n（税込）', width: 9, format: 'yen' },
  { key: 'original', headJa: '原本\n写し', width: 5, format: 'text', align: 'center' },
  { key: 'lines', headJa: '明細', width: LINES_WIDTH, format: 'text', wrap: true },
  { key: 'required', headJa: '必要\n任意', width: 5, format: 'text', align: 'center' },
  { key: 'attached', headJa: '添付', width: 4.5, format: 'text', align: 'center' },
  { key: 'note', headJa: '不足・備考', width: 9, format: 'text', wrap: true },
  { key: 'account', headJa: '科目', width: 12, format: 'text', hidden: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** A paper of the list: there, or missing. */
type Entry = {
  readonly account: ClaimAccount | undefined;
  readonly lines: readonly Line[];
  readonly isRequired: boolean;
} & ({ readonly voucher: Voucher } | { readonly missing: Missing });

export function vouchersSheet(paper: Paper): SheetDraft {
  const draft = SheetDraft.for('証憑一覧', 'portrait', COLUMNS);
  header(draft, titleOf('証憑一覧', paper, REPORT_OR_APPLICATION), paper, true);
  const entries = [...present(paper), ...missing(paper)];
  const groups = groupsOf(entries);
  const placed = draft.table<Key>(
    COLUMNS,
    groups.flatMap((group): TableEntry<Key>[] => [
      { groupJa: `${group.nameJa}　${group.entries.filter(isThere).length}通` },
      ...group.entries.map((entry) => () => row(entry, group.nameJa, paper)),
    ]),
    { emptyJa: '証憑が登録されていません' },
  );
  if (entries.length > 0) {
    counts(draft, placed, entries);
    accountTable(draft, placed, groups);
  }
  footNote(draft, '必要＝その明細の科目別の証憑一覧にある書類。不足する書類は添付を×とし、待っている金額を示します。');
  return draft;
}

function isThere(entry: Entry): entry is Entry & { readonly voucher: Voucher } {
  return 'voucher' in entry;
}

/** Every voucher with the lines that need it, else with the lines that name it. */
function present(paper: Paper): Entry[] {
  const { facts } = paper;
  const proved = linesProved(facts, paper.ticksOf);
  const needed = new Set(facts.lines.flatMap((line) => paper.ticksOf(line)).flatMap(({ vouchers }) => vouchers));
  return facts.vouchers.map((voucher) => {
    const lines = proved.of(voucher.id);
    return { voucher, lines, isRequired: needed.has(voucher), account: filedUnder(voucher, lines) };
  });
}

/** What is needed and not there; one paper that serves several lines is asked for once. */
function missing({ facts, ticksOf }: Paper): Entry[] {
  return missingPapers(facts, ticksOf).map((entry) => ({
    missing: entry,
    lines: entry.lines,
    isRequired: true,
    account: claimAccountOf(entry.lines[0]?.account),
  }));
}

type Group = { readonly nameJa: string; readonly entries: readonly Entry[] };

/** By 科目 in their order, what belongs to none last; vouchers by number, what is missing after them. */
function groupsOf(entries: readonly Entry[]): Group[] {
  return [...CLAIM_ACCOUNTS, undefined].flatMap((account): Group[] => {
    const own = entries.filter((entry) => entry.account === account);
    const nameJa = account === undefined ? '未整理' : `${ACCOUNT_NO[account]} ${ACCOUNT_JA[account]}`;
    const sorted = own.filter(isThere).sort((a, b) => byNumber(noOf(a.voucher), noOf(b.voucher)));
    return own.length === 0 ? [] : [{ nameJa, entries: [...sorted, ...own.filter((entry) => !isThere(entry))] }];
  });
}

function row(entry: Entry, account: string, paper: Paper): TableRow<Key> {
  return {
    item: distinct(entry.lines.map((line) => ACCOUNT_ITEMS[accountItemOf(line)].ja)).join('、'),
    lines: numbersJa(
      entry.lines.map((line) => paper.numberOf(line.id)),
      { width: LINES_WIDTH, most: 12 },
    ),
    required: entry.isRequired ? '必要' : '任意',
    account,
    ...(isThere(entry) ? presentCells(entry.voucher, paper) : missingCells(entry.missing)),
  };
}

function presentCells(voucher: Voucher, paper: Paper): TableRow<Key> {
  const { issuer, personName, addressee } = voucher;
  const isOther = addressee !== undefined && organizationFit(addressee, paper.facts.organization) === 'other';
  return {
    no: noOf(voucher),
    kind: `${VOUCHER_KINDS[voucher.kind].code} ${VOUCHER_KINDS[voucher.kind].ja}`,
    names: distinct([issuer ?? '', personName ?? '', addressee === undefined ? '' : `宛先 ${addressee}`]).join('\n'),
    date: voucher.issuedOn ?? voucher.usedOn ?? null,
    amount: voucher.amount ?? null,
    original: voucher.isOriginal === undefined ? '' : voucher.isOriginal ? '原本' : '写し',
    attached: '○',
    note: noteCell(distinct([usedTwiceJa(voucher, paper), isOther ? '宛先を確認' : '', voucher.note ?? ''])),
  };
}

function noteCell(words: readonly string[]): CellInput {
  const isOpen = words.some((word) => word.startsWith(USED_TWICE));
  return { value: words.join('\n'), ...(isOpen ? { look: 'confirm' } : {}) };
}

const USED_TWICE = '要確認 請求計';

/** Several lines claim together more than the paper says. */
function usedTwiceJa({ id, amount }: Voucher, { facts }: Paper): string {
  const lines = facts.linesListing(id);
  const claimed = sum(lines.map((line) => facts.claimed(line)));
  return amount === undefined || lines.length < 2 || claimed <= amount ? '' : `${USED_TWICE} ${yen(claimed)}`;
}

function missingCells({ tick, waiting }: Missing): TableRow<Key> {
  return {
    no: { value: '不足', look: 'held', align: 'center' },
    kind: { value: [tick.labelJa, tick.detailJa ?? ''].filter((text) => text !== '').join('\n'), look: 'held' },
    attached: { value: '×', look: 'held' },
    note: { value: waiting > 0 ? `保留 ${yen(waiting)}` : '不足', look: 'held' },
  };
}

/** 必要, その添付, 不足. */
function counts(draft: SheetDraft, placed: Placed<Key>, entries: readonly Entry[]): void {
  draft.gap();
  const required = entries.filter((entry) => entry.isRequired);
  const line = (label: string, value: number, formula: string): void => {
    draft.row({ 0: { value: label, span: 2 }, 2: { value, formula, format: 'count' } });
  };
  const [need, there] = [placed.range('required'), placed.range('attached')];
  line('必要な書類', required.length, `COUNTIFS(${need},"必要")`);
  line('うち添付', required.filter(isThere).length, `COUNTIFS(${need},"必要",${there},"○")`);
  line('不足', required.filter((entry) => !isThere(entry)).length, `COUNTIFS(${there},"×")`);
}

/** 科目別の枚数と金額, as the covers of the files need them. */
function accountTable(draft: SheetDraft, placed: Placed<Key>, groups: readonly Group[]): void {
  draft.gap();
  draft.block('科目ごとの枚数と金額', () => {
    const heads = { 0: '科目', 2: '枚数', 3: '金額計（税込）' };
    draft.row(
      Object.fromEntries(
        Object.entries(heads).map(([column, value]) => [
          column,
          { value, look: 'columnHead', align: 'center', ...(column === '0' ? { span: 2 } : {}) },
        ]),
      ),
    );
    for (const group of groups) {
      const own = group.entries.filter(isThere);
      const by = `${placed.range('account')},"${group.nameJa}"`;
      draft.row({
        0: { value: group.nameJa, span: 2 },
        2: {
          value: own.length,
          formula: `COUNTIFS(${by},${placed.range('attached')},"○")`,
          format: 'count',
        },
        3: {
          value: sum(own.map(({ voucher }) => voucher.amount ?? 0)),
          formula: `SUMIFS(${placed.range('amount')},${by})`,
          format: 'yen',
        },
      });
    }
  });
}
