/** 謝金・旅費支払明細 A: who is paid how much per hour for which 科目. */
import type { LineOf } from '../../model/case/lines/line.js';
import { STAFF_ROLE_JA } from '../../model/case/staff.js';
import { hourly, sum } from '../../money.js';
import { limitHint } from '../../rules/limit-hint.js';
import { footNote, header } from '../header.js';
import { lineColumns, type LineTable, lineTable } from '../line-table.js';
import { formatsJa, itemsJa } from '../line-words.js';
import type { Product } from '../money-columns.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import { reasonRows } from '../reasons.js';
import { type Column, SheetDraft } from '../sheet-draft.js';

const DETAILS = [
  { key: 'name', headJa: '氏名', width: 12, format: 'text' },
  { key: 'role', headJa: '役割', width: 10, format: 'text' },
  { key: 'items', headJa: '担当科目', width: 23, format: 'text', wrap: true },
  { key: 'formats', headJa: '形態', width: 11, format: 'text', wrap: true },
  { key: 'minutes', headJa: '時間\n（分）', width: 7, format: 'count' },
  { key: 'rate', headJa: '単価', width: 8.5, format: 'yen' },
  { key: 'rateLimit', headJa: '上限単価', width: 8.5, format: 'yen' },
] as const satisfies readonly Column[];
type Key = (typeof DETAILS)[number]['key'];

export function honorariaSheet(paper: Paper): { draft: SheetDraft; table: LineTable } {
  const { facts } = paper;
  const columns = lineColumns<Key>(DETAILS, paper);
  const draft = SheetDraft.for('謝金・旅費支払明細A', 'landscape', columns);
  header(draft, `${titleOf('謝金・旅費支払明細', paper, REPORT_OR_APPLICATION)}　A 諸謝金`, paper, true);
  const lines = facts.linesOfKind('honorarium');
  const table = lineTable(
    draft,
    paper,
    columns,
    lines,
    (line) => ({
      name: facts.personOf(line)?.nameJa ?? '',
      role: STAFF_ROLE_JA[line.role],
      items: itemsJa(line, facts),
      formats: formatsJa(line, facts),
      minutes: { value: minutesOf(line, paper), look: 'input' },
      rate: line.rate === undefined ? { value: '総額', align: 'right' } : { value: line.rate, look: 'input' },
      rateLimit: limitHint(line, line.rate === undefined ? 'lumpSum' : 'rate', paper.hints)?.limit ?? null,
    }),
    (line, at) => pay(line, paper, at),
  );
  reasonRows(draft, paper, lines, (line) => facts.personOf(line)?.nameJa ?? '');
  footNote(draft, '対象額 ＝ 請求額と上限額の小さい方 − 保留。保留は、証憑や確認がそろえば対象になります。');
  return { draft, table };
}

function minutesOf(line: LineOf<'honorarium'>, { facts }: Paper): number {
  return sum(facts.paidAssignments(line).map((paid) => paid.minutes));
}

/** 単価 × 時間, rounded down to the yen. */
function pay(line: LineOf<'honorarium'>, paper: Paper, at: (key: Key) => string): Product | undefined {
  if (line.rate === undefined) return undefined;
  return {
    formula: `ROUNDDOWN(${at('rate')}*${at('minutes')}/60,0)`,
    value: hourly(line.rate, minutesOf(line, paper)),
  };
}
