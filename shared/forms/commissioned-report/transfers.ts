/** 謝金・旅費支払明細 C: every payment to people and agencies, and whether it adds up to what it pays. */
import type { Line } from '../../model/case/lines/line.js';
import { type Transfer, TRANSFER_METHOD_JA } from '../../model/case/transfer.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import { accountOwner, isWrongPayer } from '../../rules/facts/parties.js';
import { footNote, header } from '../header.js';
import { type LineTable, sumOfPayment } from '../line-table.js';
import type { Paper } from '../paper.js';
import { type Column, type RowMaker, SheetDraft } from '../sheet-draft.js';
import { noOf, numbersJa } from '../voucher-words.js';

const NUMBERS_WIDTH = 14;
const IN_LINES = { width: NUMBERS_WIDTH, most: 12 } as const;
const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4, format: 'count', align: 'center' },
  { key: 'payee', headJa: '支払先', width: 15, format: 'text', wrap: true },
  { key: 'owner', headJa: '区分', width: 8, format: 'text', align: 'center' },
  { key: 'method', headJa: '方法', width: 7, format: 'text', align: 'center' },
  { key: 'date', headJa: '支払日', width: 10.5, format: 'date', align: 'center' },
  { key: 'holder', headJa: '口座名義', width: 15, format: 'text', wrap: true },
  { key: 'payer', headJa: '振込名義', width: 18, format: 'text', wrap: true },
  { key: 'match', headJa: '名義\n一致', width: 6, format: 'text', align: 'center' },
  { key: 'lines', headJa: '支払う明細', width: NUMBERS_WIDTH, format: 'text', wrap: true },
  { key: 'due', headJa: '支給額', width: 9, format: 'yen' },
  { key: 'eligible', headJa: '対象額', width: 9, format: 'yen' },
  { key: 'paid', headJa: '振込額', width: 9, format: 'yen' },
  { key: 'tax', headJa: '源泉\n徴収額', width: 9, format: 'yen' },
  { key: 'difference', headJa: '差', width: 8, format: 'yen' },
  { key: 'slips', headJa: '証憑番号', width: NUMBERS_WIDTH, format: 'text', wrap: true },
  { key: 'cash', headJa: '現金払いの理由', width: 13, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

export function transfersSheet(paper: Paper, tables: readonly LineTable[]): SheetDraft {
  const { facts } = paper;
  const draft = SheetDraft.for('謝金・旅費支払明細C', 'landscape', COLUMNS);
  header(draft, '謝金・旅費支払明細（報告）　C 支払', paper, true);
  const lines = tables.flatMap((table) => table.lines);
  const transfers = facts.transfers.filter((transfer) => lines.some((line) => line.transferId === transfer.id));
  const payments = transfers.map((transfer) => paymentOf(transfer, lines, paper));
  const placed = draft.table<Key>(
    COLUMNS,
    payments.map((payment, index) => paymentRow(payment, index, paper, tables)),
    { emptyJa: '支払の記録がありません' },
  );
  if (payments.length > 0) {
    draft.sums(
      placed,
      '計',
      {
        due: sum(payments.map((own) => own.due)),
        eligible: sum(payments.map((own) => own.eligible)),
        paid: sum(payments.map((own) => own.transfer.amount)),
        tax: sum(payments.map((own) => own.tax)),
        difference: sum(payments.map(differenceOf)),
      },
      'subtotal',
    );
  }
  footNote(draft, ...unpaidNote(lines, paper), '差 ＝ 振込額 ＋ 源泉徴収額 − 支給額。本人への支払では0になります。');
  return draft;
}

type Payment = {
  readonly transfer: Transfer;
  readonly lines: readonly Line[];
  readonly due: number;
  readonly eligible: number;
  readonly tax: number;
};

function paymentOf(transfer: Transfer, lines: readonly Line[], { facts, decided }: Paper): Payment {
  const own = lines.filter((line) => line.transferId === transfer.id);
  return {
    transfer,
    lines: own,
    due: sum(own.map((line) => facts.claimed(line))),
    eligible: sum(own.map((line) => decided.get(line.id)?.eligible ?? 0)),
    tax: transfer.withheldTax ?? 0,
  };
}

function differenceOf({ transfer, tax, due }: Payment): number {
  return transfer.amount + tax - due;
}

function paymentRow(payment: Payment, index: number, paper: Paper, tables: readonly LineTable[]): RowMaker<Key> {
  const { facts } = paper;
  const { transfer, lines } = payment;
  const sumOf = (key: 'claimed' | 'eligible'): string => sumOfPayment(tables, paper, transfer.id, key);
  const difference = differenceOf(payment);
  return (at) => ({
    no: index + 1,
    payee: transfer.payeeName ?? '',
    owner: ownerJa(transfer, lines, facts),
    method: TRANSFER_METHOD_JA[transfer.method],
    date: transfer.date ?? null,
    holder: transfer.accountHolder ?? '',
    payer: transfer.payerName ?? '',
    match: matchJa(transfer, lines, facts),
    lines: numbersJa(
      lines.map((line) => paper.numberOf(line.id)),
      IN_LINES,
    ),
    due: { value: payment.due, formula: sumOf('claimed') },
    eligible: { value: payment.eligible, formula: sumOf('eligible') },
    paid: { value: transfer.amount, look: 'input' },
    tax: { value: payment.tax, look: 'input' },
    difference: {
      value: difference,
      formula: `${at('paid')}+${at('tax')}-${at('due')}`,
      ...(difference === 0 ? {} : { look: 'confirm' }),
    },
    slips: numbersJa(
      (transfer.voucherIds ?? []).flatMap((id) => slipNo(id, facts)),
      IN_LINES,
    ),
    cash: transfer.cashReason ?? '',
  });
}

function slipNo(voucherId: string, facts: Facts): string[] {
  const voucher = facts.voucher(voucherId);
  return voucher ? [noOf(voucher)] : [];
}

/** 本人 or 所属先 of a person who is paid; empty for agencies and shops. */
function ownerJa(transfer: Transfer, lines: readonly Line[], facts: Facts): string {
  const owner = ownerOf(transfer, lines, facts);
  return owner === undefined ? '' : OWNER_JA[owner];
}

const OWNER_JA = {
  person: '本人',
  employer: '所属先',
  managingBody: '主管団体等',
  someoneElse: 'その他',
  unknown: '未確認',
} as const satisfies Record<ReturnType<typeof accountOwner>, string>;

function ownerOf(
  transfer: Transfer,
  lines: readonly Line[],
  facts: Facts,
): ReturnType<typeof accountOwner> | undefined {
  const paid = lines.find(isPaidToPerson);
  const person = paid && facts.personOf(paid);
  return person && accountOwner(transfer, person, facts.course);
}

/** 謝金, 日当 and what the person has paid; what the organisation has arranged is paid to an agency. */
function isPaidToPerson(line: Line): boolean {
  return 'arrangement' in line ? line.arrangement === 'self' : true;
}

/** ○ where payee and payer are as they must be, × where one is not, 要確認 where it is not recorded. */
function matchJa(transfer: Transfer, lines: readonly Line[], facts: Facts): string {
  if (transfer.method === 'cash') return '—';
  if (isWrongPayer(transfer, facts.organization)) return '×';
  const owner = ownerOf(transfer, lines, facts);
  if (transfer.payerName === undefined || owner === 'unknown') return '要確認';
  return owner === undefined || owner === 'person' || owner === 'employer' ? '○' : '×';
}

/** Lines that no recorded payment pays. */
function unpaidNote(lines: readonly Line[], { facts, numberOf }: Paper): string[] {
  const unpaid = lines.filter((line) => facts.transfer(line.transferId) === undefined && facts.claimed(line) > 0);
  return unpaid.length === 0 ? [] : [`支払の記録がない明細：${numbersJa(unpaid.map((line) => numberOf(line.id)))}`];
}
