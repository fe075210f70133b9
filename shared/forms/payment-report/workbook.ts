/** 支払調書の一覧: one row per person, added up from the payments on the second sheet. */
import { sum, yen } from '../../money.js';
import type { PaymentReportList } from '../../payments/payment-report-list.js';
import { elsewhere, type Workbook } from '../sheet.js';
import { type Column, type Placed, SheetDraft } from '../sheet-draft.js';

const PEOPLE = [
  { key: 'no', headJa: '番号', width: 7, format: 'text', align: 'center' },
  { key: 'name', headJa: '氏名', width: 18, format: 'text' },
  { key: 'kana', headJa: 'フリガナ', width: 22, format: 'text' },
  { key: 'times', headJa: '支払\n回数', width: 7, format: 'count' },
  { key: 'paid', headJa: '支払金額', width: 13, format: 'yen' },
  { key: 'withheld', headJa: '源泉徴収税額', width: 13, format: 'yen' },
  { key: 'filed', headJa: '税務署への\n提出', width: 12, format: 'text', align: 'center' },
  { key: 'notes', headJa: '確認すること', width: 40, format: 'text', wrap: true },
] as const satisfies readonly Column[];

const PAYMENTS = [
  { key: 'no', headJa: '番号', width: 7, format: 'text', align: 'center' },
  { key: 'name', headJa: '氏名', width: 18, format: 'text' },
  { key: 'paidOn', headJa: '支払日', width: 12, format: 'date', align: 'center' },
  { key: 'course', headJa: '講習会', width: 46, format: 'text', wrap: true },
  { key: 'paid', headJa: '支払金額', width: 13, format: 'yen' },
  { key: 'withheld', headJa: '源泉徴収税額', width: 13, format: 'yen' },
  { key: 'note', headJa: '備考', width: 24, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type PaymentKey = (typeof PAYMENTS)[number]['key'];

const FILED = '提出';
const NOT_FILED = '提出範囲外';
const UNKNOWN = '要確認';

/** Ties the two sheets: `P001`, a text, because a spreadsheet would read a bare number out of a criterion. */
function personNo(index: number): string {
  return `P${String(index + 1).padStart(3, '0')}`;
}

/** The workbook of one calendar year. Addresses and 個人番号 are not kept by the program and stand nowhere in it. */
export function paymentReportWorkbook(list: PaymentReportList): Workbook {
  const titleJa = `報酬・料金の支払調書 一覧（${list.year}年）`;
  const payments = paymentSheet(list);
  return {
    name: `支払調書一覧_${list.year}年`,
    sheets: [peopleSheet(list, titleJa, payments.placed), payments.draft.finish()],
    names: {},
    foot: { organizationJa: list.organizationJa, courseJa: titleJa },
    madeOn: list.madeOn,
  };
}

function peopleSheet(list: PaymentReportList, titleJa: string, payments: Placed<PaymentKey>) {
  const draft = SheetDraft.for('支払調書一覧', 'landscape', PEOPLE, { personal: true });
  heading(draft, titleJa, list);
  for (const text of [thresholdJa(list), ...list.assumedJa]) draft.text(text, 'caption');
  draft.gap();
  draft.repeat(draft.nextRow, draft.nextRow);
  const placed = draft.table(
    PEOPLE,
    list.people.map((person, index) => (at) => {
      const own = (key: PaymentKey): string => elsewhere(payments.sheet, payments.range(key));
      const paid = sum(person.payments.map((payment) => payment.paid));
      return {
        no: personNo(index),
        name: person.nameJa,
        kana: person.kana ?? '',
        times: { value: person.payments.length, formula: `COUNTIFS(${own('no')},${at('no')})` },
        paid: { value: paid, formula: `SUMIFS(${own('paid')},${own('no')},${at('no')})` },
        withheld: {
          value: sum(person.payments.map((payment) => payment.withheld)),
          formula: `SUMIFS(${own('withheld')},${own('no')},${at('no')})`,
        },
        filed: filedCell(paid, at('paid'), list),
        notes: person.notesJa.join('。'),
      };
    }),
    { emptyJa: 'この年の支払はありません' },
  );
  const all = list.people.flatMap((person) => person.payments);
  if (list.people.length > 0) {
    draft.sums(placed, '計', {
      paid: sum(all.map((payment) => payment.paid)),
      withheld: sum(all.map((payment) => payment.withheld)),
    });
  }
  draft.gap();
  draft.text(
    '住所と個人番号は講習会デスクに登録しないため、この一覧にありません。支払調書を作るときに別に管理しているものを使ってください。',
    'small',
  );
  return draft.finish();
}

function filedCell(paid: number, place: string, { threshold }: PaymentReportList) {
  if (!threshold) return UNKNOWN;
  const value = paid > threshold.above ? FILED : NOT_FILED;
  return { value, formula: `IF(MAX(${place}-${threshold.above},0)=0,"${NOT_FILED}","${FILED}")` };
}

function thresholdJa({ threshold }: PaymentReportList): string {
  return threshold
    ? `提出：同じ人への1年の支払が${yen(threshold.above)}を超えるとき（${threshold.sourceJa}）`
    : '提出範囲の額が基準にありません。提出の列は要確認です';
}

function paymentSheet(list: PaymentReportList): { draft: SheetDraft; placed: Placed<PaymentKey> } {
  const draft = SheetDraft.for('支払の内訳', 'landscape', PAYMENTS, { personal: true });
  heading(draft, `支払の内訳（${list.year}年）`, list);
  draft.gap();
  draft.repeat(draft.nextRow, draft.nextRow);
  const rows = list.people.flatMap(({ nameJa, payments }, index) =>
    payments.map(({ paidOn, courseJa, paid, withheld, noteJa }) => () => ({
      no: personNo(index),
      name: nameJa,
      paidOn,
      course: courseJa,
      paid,
      withheld,
      note: noteJa,
    })),
  );
  const placed = draft.table<PaymentKey>(PAYMENTS, rows, { emptyJa: 'この年の支払はありません' });
  return { draft, placed };
}

function heading(draft: SheetDraft, titleJa: string, { organizationJa }: PaymentReportList): void {
  draft.row({ 0: { value: titleJa, look: 'title' } }, { height: 28 });
  draft.text(organizationJa, 'caption');
}
