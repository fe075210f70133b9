/** 謝金・旅費支払明細 B: which trips, nights and days are paid to whom, with the papers of each. */
import { ARRANGEMENT_JA } from '../../model/case/lines/common.js';
import type { Line, LineOf } from '../../model/case/lines/line.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import type { Facts } from '../../rules/facts/facts.js';
import { footNote, header } from '../header.js';
import { lineColumns, type LineTable, lineTable } from '../line-table.js';
import { travelWordsJa } from '../travel-words.js';
import type { Product } from '../money-columns.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import { reasonRows } from '../reasons.js';
import { type Column, SheetDraft, type TableRow } from '../sheet-draft.js';

const DETAILS = [
  { key: 'name', headJa: '氏名', width: 11, format: 'text' },
  { key: 'home', headJa: '居住', width: 7, format: 'text', align: 'center' },
  { key: 'kind', headJa: '手段', width: 10, format: 'text', wrap: true },
  { key: 'detail', headJa: '区間・内容', width: 26, format: 'text', wrap: true },
  { key: 'dates', headJa: '利用日', width: 9.5, format: 'text', wrap: true },
  { key: 'arrangement', headJa: '手配', width: 5, format: 'text', align: 'center' },
  { key: 'quantity', headJa: '泊\n日', width: 4, format: 'count' },
  { key: 'unit', headJa: '単価', width: 7.5, format: 'yen' },
] as const satisfies readonly Column[];
type Key = (typeof DETAILS)[number]['key'];

export type TravelLine = LineOf<'transport' | 'lodging' | 'package' | 'perDiem'>;

export function isTravel(line: Line): line is TravelLine {
  return line.account === 'travel';
}

export function travelSheet(paper: Paper): { draft: SheetDraft; table: LineTable } {
  const { facts } = paper;
  const columns = lineColumns<Key>(DETAILS, paper);
  const draft = SheetDraft.for('謝金・旅費支払明細B', 'landscape', columns);
  header(draft, `${titleOf('謝金・旅費支払明細', paper, REPORT_OR_APPLICATION)}　B 旅費`, paper, true);
  const lines = facts.lines.filter(isTravel);
  const table = lineTable(
    draft,
    paper,
    columns,
    lines,
    (line) => details(line, facts),
    (line, at) => product(line, at),
  );
  reasonRows(draft, paper, lines, (line) => facts.personOf(line)?.nameJa ?? '');
  footNote(
    draft,
    `対象額 ＝ 請求額と上限額の小さい方 − 保留。${facts.isReport ? '立替は申請時確定額が上限です。' : ''}交通費の金額は、区間ごとの運賃と料金の合計です。`,
  );
  return { draft, table };
}

function details(line: TravelLine, facts: Facts): TableRow<Key> {
  const person = facts.person(line.staffId);
  const code = person?.homePrefectureCode;
  const { quantity, unit } = quantityOf(line);
  return {
    name: person?.nameJa ?? '',
    home: code === undefined ? '未確認' : (PREFECTURES_JA[code] ?? ''),
    ...travelWordsJa(line),
    arrangement: 'arrangement' in line ? ARRANGEMENT_JA[line.arrangement].slice(0, 2) : '',
    quantity: quantity === undefined ? null : { value: quantity, look: 'input' },
    unit: unit === undefined ? null : { value: unit, look: 'input' },
  };
}

/** Nights or days and the price of one; a trip has none. */
function quantityOf(line: TravelLine): { readonly quantity?: number; readonly unit?: number } {
  if (line.kind === 'lodging') return { quantity: 1, unit: line.price };
  return line.kind === 'perDiem' ? { quantity: line.days, unit: line.perDay } : {};
}

function product(line: TravelLine, at: (key: Key) => string): Product | undefined {
  const { quantity, unit } = quantityOf(line);
  if (quantity === undefined || unit === undefined) return undefined;
  return { formula: `${at('quantity')}*${at('unit')}`, value: quantity * unit };
}
