/** 謝金・旅費支払明細 C（申請）: what each payee is expected to be paid. */
import type { Line } from '../../model/case/lines/line.js';
import { sum } from '../../money.js';
import { footNote, header } from '../header.js';
import { type LineTable, payeeKey, sumOfPayee } from '../line-table.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import { type Column, type RowMaker, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 5, format: 'count', align: 'center' },
  { key: 'payee', headJa: '支払先', width: 24, format: 'text', wrap: true },
  { key: 'owner', headJa: '区分', width: 12, format: 'text', align: 'center' },
  { key: 'honoraria', headJa: '謝金\n申請額', width: 12, format: 'yen' },
  { key: 'travel', headJa: '旅費\n申請額', width: 12, format: 'yen' },
  { key: 'claimed', headJa: '申請合計', width: 12, format: 'yen' },
  { key: 'eligible', headJa: '対象合計', width: 12, format: 'yen' },
  { key: 'method', headJa: '支給方法', width: 12, format: 'text', align: 'center' },
  { key: 'note', headJa: '備考', width: 26, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** The tables of A and B, which the sums run over. */
type Tables = { readonly honoraria: LineTable; readonly travel: LineTable };

export function payeesSheet(paper: Paper, tables: Tables): SheetDraft {
  const draft = SheetDraft.for('謝金・旅費支払明細C', 'landscape', COLUMNS);
  header(draft, `${titleOf('謝金・旅費支払明細', paper, REPORT_OR_APPLICATION)}　C 支払予定`, paper, true);
  const lines = [...tables.honoraria.lines, ...tables.travel.lines];
  const keys = [...new Set(lines.map((line) => payeeKey(paper, line)))].sort(inOrder);
  const payees = keys.map((key) => payeeOf(key, tables, paper));
  const placed = draft.table<Key>(
    COLUMNS,
    payees.map((payee, index) => payeeRow(payee, index, tables)),
    { emptyJa: '謝金・旅費の明細がありません' },
  );
  if (payees.length > 0) {
    const total = (key: 'honoraria' | 'travel' | 'eligible'): number => sum(payees.map((payee) => payee[key]));
    draft.sums(placed, '計', {
      honoraria: total('honoraria'),
      travel: total('travel'),
      claimed: total('honoraria') + total('travel'),
      eligible: total('eligible'),
    });
  }
  footNote(draft, '団体が手配する航空券・宿泊等は、旅行代理店等への支払としてまとめています。');
  return draft;
}

/** S2 before S10; who sells what the organisation orders stands last. */
function inOrder(a: string, b: string): number {
  const rank = (key: string): number => (key === 'ORG' ? Infinity : Number(key.slice(1)));
  return rank(a) === rank(b) ? 0 : rank(a) - rank(b);
}

type Payee = {
  readonly key: string;
  readonly nameJa: string;
  readonly ownerJa: string;
  readonly honoraria: number;
  readonly travel: number;
  readonly eligible: number;
};

function payeeOf(key: string, { honoraria, travel }: Tables, paper: Paper): Payee {
  const { facts, decided } = paper;
  const own = (lines: readonly Line[]): Line[] => lines.filter((line) => payeeKey(paper, line) === key);
  const claimed = (lines: readonly Line[]): number => sum(own(lines).map((line) => facts.claimed(line)));
  const person = facts.staff[Number(key.slice(1)) - 1];
  return {
    key,
    nameJa: person?.nameJa ?? '旅行代理店等（団体手配）',
    ownerJa: person ? (person.paysToEmployer === true ? '所属先' : '本人') : '業者',
    honoraria: claimed(honoraria.lines),
    travel: claimed(travel.lines),
    eligible: sum(own([...honoraria.lines, ...travel.lines]).map((line) => decided.get(line.id)?.eligible ?? 0)),
  };
}

function payeeRow(payee: Payee, index: number, { honoraria, travel }: Tables): RowMaker<Key> {
  return (at) => ({
    no: index + 1,
    payee: payee.nameJa,
    owner: payee.ownerJa,
    honoraria: { value: payee.honoraria, formula: sumOfPayee(honoraria, 'claimed', payee.key) },
    travel: { value: payee.travel, formula: sumOfPayee(travel, 'claimed', payee.key) },
    claimed: { value: payee.honoraria + payee.travel, formula: `${at('honoraria')}+${at('travel')}` },
    eligible: {
      value: payee.eligible,
      formula: `${sumOfPayee(honoraria, 'eligible', payee.key)}+${sumOfPayee(travel, 'eligible', payee.key)}`,
    },
    method: { value: '振込', look: 'input' },
    note: { value: null, look: 'input' },
  });
}
