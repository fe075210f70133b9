/** 受講料納入内訳: what the organisation remits for the 受講料 and the リファレンスブック. */
import type { IsoDate } from '../../dates.js';
import { LEVEL_JA, SUBJECT_JA } from '../../model/case/course.js';
import { sum } from '../../money.js';
import type { NumericFigureKey } from '../../rules/figures.js';
import type { Finding } from '../../rules/engine/finding.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { accountJa, paidOn, paidOnCell } from '../remitted.js';
import { type Column, type RowMaker, SheetDraft } from '../sheet-draft.js';
import { columnLetter } from '../sheet.js';

const COLUMNS = [
  { key: 'kind', headJa: '区分', width: 32, format: 'text', wrap: true },
  { key: 'price', headJa: '単価\n（税込）', width: 10, format: 'yen' },
  { key: 'count', headJa: '人数\n／冊数', width: 8, format: 'count' },
  { key: 'amount', headJa: '納入額', width: 11, format: 'yen' },
  { key: 'paidOn', headJa: '納入日', width: 17, format: 'eraDate', align: 'left' },
  { key: 'note', headJa: '備考', width: 18, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];
const AMOUNT = 3;

/** The rules that say how much is remitted; their 計算 has the fee first and the books second. */
const FEE_RULES: readonly string[] = ['PAY-FEE-02', 'PAY-FEE-03', 'PAY-FEE-04'];

export type RemittancePlaces = { readonly total: string };

export function remittanceSheet(paper: Paper): { draft: SheetDraft; places: RemittancePlaces; total: number } {
  const { facts } = paper;
  const draft = SheetDraft.for('受講料納入内訳', 'portrait', COLUMNS);
  header(draft, '受講料納入内訳', paper);
  const rows = remitted(paper);
  const placed = draft.table<Key>(
    COLUMNS,
    rows.map((row) => rowMaker(row)),
  );
  const total = sum(rows.map(({ amount }) => amount ?? 0));
  const totalRow = draft.sums(placed, '納入額　計', { amount: total });
  draft.gap();
  draft.text(accountJa(paper), 'body');
  if (facts.course.level === 'coach1') draft.text(ofThePerson(paper), 'body');
  footNote(draft, '受講料は収支予算書の収入に含みません。過年度受講者と免除の方からは改めて納入しません。');
  return { draft, places: { total: `$${columnLetter(AMOUNT)}$${totalRow}` }, total };
}

type Remitted = {
  readonly kindJa: string;
  readonly price: number | undefined;
  readonly amount: number | undefined;
  readonly paidOn: IsoDate | undefined;
  readonly noteJa: string;
};

function remitted(paper: Paper): Remitted[] {
  const { facts, decision, hints } = paper;
  const { level, subject } = facts.course;
  const finding = decision.findings.find(({ ruleId }) => FEE_RULES.includes(ruleId));
  const doubt = finding === undefined ? '納入人数が未確認' : (finding.remedyJa ?? '');
  const fee: Remitted = {
    kindJa: `${LEVEL_JA[level]} ${SUBJECT_JA[subject]} 受講料`,
    price: hints.read(FEE_KEY[level === 'coach1' ? 'coach1' : subject]),
    amount: amountOf(finding, 0),
    paidOn: paidOn('courseFee', paper),
    noteJa: doubt,
  };
  if (subject !== 'common2') return [fee];
  const books = finding && finding.work.length > 2 ? amountOf(finding, 1) : undefined;
  return [
    fee,
    {
      kindJa: 'リファレンスブック',
      price: hints.read('fees.referenceBook' satisfies NumericFigureKey),
      amount: books,
      paidOn: paidOn('referenceBook', paper) ?? paidOn('courseFee', paper),
      noteJa: books === undefined ? '冊数が未確認' : '',
    },
  ];
}

const FEE_KEY = {
  coach1: 'fees.course.coach1Specialty',
  common2: 'fees.course.coach2Common2',
  specialty: 'fees.course.coach2Specialty',
} as const satisfies Record<string, NumericFigureKey>;

function amountOf(finding: Finding | undefined, step: number): number | undefined {
  return finding?.work[step]?.amount;
}

function rowMaker({ kindJa, price, amount, paidOn: day, noteJa }: Remitted): RowMaker<Key> {
  const note = noteJa === '' ? null : ({ value: noteJa, look: 'confirm' } as const);
  if (price === undefined || amount === undefined || price === 0) {
    return () => ({ kind: kindJa, price: price ?? null, count: { value: null, look: 'input' }, amount: 0, note });
  }
  return (at) => ({
    kind: kindJa,
    price,
    count: { value: amount / price, look: 'input' },
    amount: { value: amount, formula: `${at('price')}*${at('count')}` },
    paidOn: paidOnCell(day),
    note,
  });
}

/** コーチ1 共通科目Ⅰ is paid by the person: a line of information that counts for nothing here. */
function ofThePerson({ decision }: Paper): string {
  const finding = decision.findings.find(({ ruleId }) => ruleId === 'PAY-FEE-01');
  return `共通科目Ⅰ：本人が直接納入（団体の納入額は0円）。${finding?.messageJa ?? ''}`;
}
