/** 受講管理料納入内訳: what a 独自 course remits for its new participants. */
import { sum } from '../../money.js';
import type { NumericFigureKey } from '../../rules/figures.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { kindJa, listed } from '../participant-words.js';
import { accountJa, paidOn, paidOnCell } from '../remitted.js';
import { address, elsewhere } from '../sheet.js';
import { type CellInput, type Column, type Placed, SheetDraft, type TableRow } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'kind', headJa: '区分', width: 26, format: 'text', wrap: true },
  { key: 'price', headJa: '単価\n（税込）', width: 10, format: 'yen' },
  { key: 'count', headJa: '人数', width: 8, format: 'count' },
  { key: 'amount', headJa: '納入額', width: 11, format: 'yen' },
  { key: 'paidOn', headJa: '納入日', width: 17, format: 'eraDate', align: 'left' },
  { key: 'note', headJa: '備考', width: 24, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];
const AMOUNT = 3;

/** Where the front page finds the total and the heads it is for. */
export type ManagementFeePlaces = { readonly total: string; readonly heads: string };

export type ManagementFee = {
  readonly draft: SheetDraft;
  readonly places: ManagementFeePlaces;
  readonly total: number;
  readonly heads: number | undefined;
};

export function managementFeeSheet(paper: Paper, participants: Placed<'kind'>): ManagementFee {
  const { facts, decision, hints } = paper;
  const price = hints.read('fees.management' satisfies NumericFigureKey);
  const finding = decision.findings.find(({ ruleId }) => ruleId === 'PAY-MGT-01');
  const amount = finding?.work[0]?.amount;
  const heads = price === undefined || amount === undefined ? undefined : amount / price;
  const draft = SheetDraft.for('受講管理料納入内訳', 'portrait', COLUMNS);
  header(draft, '受講管理料納入内訳', paper);
  const firstRow = draft.nextRow + 1;
  const people = listed(facts);
  const onList = (word: string): number => people.filter((own) => kindJa(own, facts) === word).length;
  const counted = (word: string): CellInput => ({
    value: onList(word),
    formula: `COUNTIFS(${elsewhere(participants.sheet, participants.range('kind'))},"${word}")`,
  });
  const placed = draft.table<Key>(COLUMNS, [
    (at): TableRow<Key> => ({
      kind: '新規受講者',
      price: price ?? null,
      count: { value: heads ?? null, look: 'input' },
      amount: { value: amount ?? 0, formula: `${at('price')}*${at('count')}` },
      paidOn: paidOnCell(paidOn('managementFee', paper)),
      note: newHeadsNote(heads, onList('新規'), finding?.remedyJa),
    }),
    (at): TableRow<Key> => ({
      kind: '過年度受講者',
      price: 0,
      count: counted('過年度'),
      amount: { value: 0, formula: `${at('price')}*${at('count')}` },
      note: '改めての納入はありません',
    }),
  ]);
  const total = sum([amount ?? 0]);
  const totalRow = draft.sums(placed, '納入額　計', { amount: total });
  draft.row({
    0: { value: '受講者名簿の新規の人数', span: 2 },
    2: { ...counted('新規'), format: 'count' },
  });
  draft.gap();
  draft.text(accountJa(paper), 'body');
  footNote(draft, '免除の方は新規受講者に数えません。');
  return {
    draft,
    total,
    heads,
    places: { total: address(totalRow, AMOUNT, true), heads: address(firstRow, AMOUNT - 1, true) },
  };
}

/** Why the heads that are paid for are not those of the list, or are not known. */
function newHeadsNote(heads: number | undefined, onList: number, doubtJa: string | undefined): CellInput | null {
  if (heads === undefined) return { value: '新規受講者の人数が未確認', look: 'confirm' };
  if (doubtJa !== undefined) return { value: doubtJa, look: 'confirm' };
  return heads === onList ? null : { value: `名簿の新規${onList}名のうち${heads}名`, look: 'confirm' };
}
