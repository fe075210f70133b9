/** 謝金・旅費支払明細（報告）: who is paid what, by which transfer, and whether the transfer adds up. */
import type { Line, LineOf } from '../../model/case/lines/line.js';
import { ARRANGEMENT_JA } from '../../model/case/lines/common.js';
import { STAFF_ROLE_JA } from '../../model/case/staff.js';
import type { Transfer } from '../../model/case/transfer.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import { accountOwner, isWrongPayer } from '../../rules/facts/parties.js';
import { hiddenLineColumns, type LineTable, lineTable, MONEY_WIDTHS, sumOfPayment } from '../line-table.js';
import { formatsJa, itemsJa, travelWordsJa } from '../line-words.js';
import { footNote, header, type PaperInput } from '../paper.js';
import { type Column, type Placed, SheetDraft } from '../sheet-draft.js';

const DETAIL_WIDTHS = [13, 11, 26, 14, 9, 10] as const;

const HONORARIUM_COLUMNS = [
  { key: 'name', headJa: '氏名', format: 'text' },
  { key: 'role', headJa: '役割', format: 'text' },
  { key: 'items', headJa: '担当科目', format: 'text', wrap: true },
  { key: 'formats', headJa: '形態', format: 'text', wrap: true },
  { key: 'minutes', headJa: '時間(分)', format: 'count' },
  { key: 'rate', headJa: '単価', format: 'yen' },
] as const satisfies readonly Column[];

const TRAVEL_COLUMNS = [
  { key: 'name', headJa: '氏名', format: 'text' },
  { key: 'kind', headJa: '手段', format: 'text', wrap: true },
  { key: 'detail', headJa: '区間・内容', format: 'text', wrap: true },
  { key: 'dates', headJa: '利用日', format: 'text', wrap: true },
  { key: 'arrangement', headJa: '手配', format: 'text' },
  { key: 'planned', headJa: '申請時確定額', format: 'yen' },
] as const satisfies readonly Column[];

const PAYMENT_COLUMNS = [
  { key: 'payee', headJa: '支払先', format: 'text' },
  { key: 'date', headJa: '振込日', format: 'date' },
  { key: 'holder', headJa: '口座名義', format: 'text', wrap: true },
  { key: 'payer', headJa: '振込名義', format: 'text', wrap: true },
  { key: 'match', headJa: '名義一致', format: 'text', align: 'center' },
  { key: 'slip', headJa: '証憑番号', format: 'text' },
  { key: 'due', headJa: '支給額', format: 'yen' },
  { key: 'paid', headJa: '振込額', format: 'yen' },
  { key: 'tax', headJa: '源泉徴収額', format: 'yen' },
  { key: 'difference', headJa: '差', format: 'yen' },
] as const satisfies readonly Column[];

type TravelLine = LineOf<'transport' | 'lodging' | 'package' | 'perDiem'>;

export function paymentsSheet(input: PaperInput): { draft: SheetDraft; tables: LineTable[] } {
  const { facts } = input;
  const draft = new SheetDraft('謝金・旅費支払明細', 'landscape', [...DETAIL_WIDTHS, ...MONEY_WIDTHS], {
    hiddenColumns: hiddenLineColumns(DETAIL_WIDTHS.length),
  });
  header(draft, '謝金・旅費支払明細（報告）', input);
  draft.repeat(1, 5);
  draft.heading('A　諸謝金');
  const honoraria = honorariumTable(draft, input);
  draft.gap();
  draft.heading('B　旅費');
  const travel = travelTable(draft, input);
  draft.gap();
  draft.heading('C　支払');
  paymentTable(draft, facts, [honoraria, travel]);
  footNote(draft, ...reasonNotes(facts));
  return { draft, tables: [honoraria, travel] };
}

function honorariumTable(draft: SheetDraft, input: PaperInput): LineTable {
  const { facts } = input;
  return lineTable(
    draft,
    input,
    HONORARIUM_COLUMNS,
    facts.linesOfKind('honorarium'),
    (line) => ({
      name: facts.personOf(line)?.nameJa ?? '',
      role: STAFF_ROLE_JA[line.role],
      items: itemsJa(line, facts),
      formats: formatsJa(line, facts),
      minutes: sum(facts.paidAssignments(line).map((paid) => paid.minutes)),
      rate: line.rate === undefined ? { value: '総額', align: 'right' } : { value: line.rate, look: 'input' },
    }),
    (line, at) => (line.rate === undefined ? undefined : `ROUNDDOWN(${at('rate')}*${at('minutes')}/60,0)`),
  );
}

function travelTable(draft: SheetDraft, input: PaperInput): LineTable {
  const { facts } = input;
  return lineTable(
    draft,
    input,
    TRAVEL_COLUMNS,
    facts.lines.filter(isTravel),
    (line) => ({
      name: facts.person(line.staffId)?.nameJa ?? '',
      ...travelWordsJa(line),
      arrangement: 'arrangement' in line ? ARRANGEMENT_JA[line.arrangement] : '',
      planned: line.planned ?? null,
    }),
    () => undefined,
  );
}

function isTravel(line: Line): line is TravelLine {
  return line.account === 'travel';
}

function paymentTable(draft: SheetDraft, facts: Facts, tables: readonly LineTable[]): void {
  const lines = tables.flatMap((table) => table.lines);
  const transfers = facts.transfers.filter((transfer) => lines.some((line) => line.transferId === transfer.id));
  const placed = draft.table(
    PAYMENT_COLUMNS,
    transfers.map((transfer) => (_row, at) => {
      const own = lines.filter((line) => line.transferId === transfer.id);
      const due = sum(own.map((line) => facts.claimed(line)));
      const tax = transfer.withheldTax ?? 0;
      // A transfer to an agency or a shop may pay more than the lines above; only a person's must add up.
      const paysPerson = own.some((line) => line.kind === 'honorarium');
      return {
        payee: transfer.payeeName ?? '',
        date: transfer.date ?? null,
        holder: transfer.accountHolder ?? '',
        payer: transfer.payerName ?? '',
        match: matchText(transfer, own, facts),
        slip: (transfer.voucherIds ?? []).flatMap((id) => facts.voucher(id)?.no ?? []).join('、'),
        due: { value: due, formula: sumOfPayment(tables, transfer.id) },
        paid: { value: transfer.amount, look: 'input' },
        tax: { value: tax, look: 'input' },
        difference: {
          value: transfer.amount + tax - due,
          formula: `${at('paid')}+${at('tax')}-${at('due')}`,
          mustBeZero: paysPerson,
        },
      };
    }),
  );
  totals(draft, placed, transfers, lines, facts);
}

function totals(
  draft: SheetDraft,
  placed: Placed<(typeof PAYMENT_COLUMNS)[number]['key']>,
  transfers: readonly Transfer[],
  lines: readonly Line[],
  facts: Facts,
): void {
  if (transfers.length === 0) return;
  const ids = new Set(transfers.map((transfer) => transfer.id));
  draft.sums(
    placed,
    '計',
    {
      due: sum(lines.filter((line) => ids.has(line.transferId ?? '')).map((line) => facts.claimed(line))),
      paid: sum(transfers.map((transfer) => transfer.amount)),
      tax: sum(transfers.map((transfer) => transfer.withheldTax ?? 0)),
    },
    'subtotal',
  );
}

/** ○ where payee and payer are as they must be, × where one is not, 要確認 where it is not recorded. */
function matchText(transfer: Transfer, lines: readonly Line[], facts: Facts): string {
  if (isWrongPayer(transfer, facts.organization)) return '×';
  const person = lines.map((line) => facts.personOf(line)).find((candidate) => candidate !== undefined);
  if (!person || !lines.some((line) => line.kind === 'honorarium'))
    return transfer.payerName === undefined ? '要確認' : '○';
  const owner = accountOwner(transfer, person, facts.course);
  if (owner === 'unknown' || transfer.payerName === undefined) return '要確認';
  return owner === 'person' || owner === 'employer' ? '○' : '×';
}

/** ※ notes of the last lines: 単価差の理由 and 現金払いの理由. */
function reasonNotes(facts: Facts): string[] {
  return facts.lines.flatMap((line) => {
    const name = facts.personOf(line)?.nameJa ?? '';
    const difference =
      line.kind === 'honorarium' && line.differenceReason !== undefined
        ? [`※ ${name}：単価が異なる理由 ${line.differenceReason}`]
        : [];
    const cash = facts.transfer(line.transferId)?.cashReason;
    return isTravel(line) && cash !== undefined ? [...difference, `※ ${name}：現金払いの理由 ${cash}`] : difference;
  });
}
