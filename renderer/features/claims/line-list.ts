/** 経費の明細 as a list that goes to Excel and comes back: what the cells of the table take, the date and the remarks. */
import { readDay } from '../../../shared/import/readings.js';
import { open, shown, without } from '../../../shared/import/keyed/field-kinds.js';
import type { Changed, KeyedList, ListField, ListFormat } from '../../../shared/import/keyed/keyed-list.js';
import { ACCOUNT_JA } from '../../../shared/model/case/account.js';
import type { CaseStage } from '../../../shared/model/case/course.js';
import { line as lineRecord, LINE_KIND_JA, type Line } from '../../../shared/model/case/lines/line.js';
import { problemsOf } from '../../../shared/model/problem.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { lineText } from '../../../shared/rules/line-text.js';
import { type Cell, cellOf, type InputColumn, typed } from './cells.js';

type Claimed = {
  readonly facts: Facts;
  /** 科目番号-連番 by line. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly stage: CaseStage;
  readonly lockJa: string | undefined;
};

/** The lines of a claim. New lines are made on the screen, where their details are asked for. */
export function lineList({ facts, numbers, stage, lockJa }: Claimed): KeyedList<Line> {
  const number = (line: Line): string => numbers.get(line.id) ?? '';
  return {
    nameJa: '経費の明細',
    entries: facts.lines,
    fields: [
      shown({ headingJa: '番号', width: 8 }, number),
      shown({ headingJa: '内容', width: 30 }, (line) => {
        const { nameJa, detailJa } = lineText(line, facts);
        return `${nameJa} ${detailJa}`.trim();
      }),
      DATE,
      ofCell('quantity', '数量', 'count', stage),
      ofCell('unit', '単価', 'yen', stage),
      ofCell('claimed', '金額', 'yen', stage),
      open(
        { headingJa: '備考', width: 30 },
        {
          of: (line) => line.remarks,
          read: (text) => ({ ok: true, value: text.trim() }),
          set: (line, remarks) => without({ ...line, remarks }),
        },
      ),
      shown({ headingJa: '科目', width: 12 }, (line) => ACCOUNT_JA[line.account]),
      shown({ headingJa: '種類', width: 14 }, (line) => LINE_KIND_JA[line.kind]),
    ],
    nameOf: (line) => `${number(line)} ${lineText(line, facts).nameJa}`.trim(),
    problemOf: (line) => {
      const parsed = lineRecord.safeParse(line);
      return parsed.success ? undefined : problemsOf(parsed.error)[0]?.ja;
    },
    lockJa,
  };
}

/** The day of a room or of a night; other kinds have several days or none. */
const DATE: ListField<Line> = {
  headingJa: '日付',
  width: 12,
  format: 'date',
  of: (line) => ('date' in line ? line.date : undefined),
  change: (line, text) => {
    if (!('date' in line)) return elsewhere(line, '日付');
    if (text.trim() === '') return { ok: false, ja: '日付は空にできません' };
    const day = readDay(text);
    return day.ok ? { ok: true, entry: { ...line, date: day.value } } : day;
  },
};

/** A number of the table of 経費, in the column where the screen takes it too. */
function ofCell(column: InputColumn, headingJa: string, format: ListFormat, stage: CaseStage): ListField<Line> {
  const cell = (line: Line): Extract<Cell, { kind: 'number' }> | undefined => {
    const own = cellOf(line, column, stage);
    if (own.kind !== 'number') return undefined;
    if (column !== 'unit') return own;
    // One figure in one column: where the unit price is the amount itself, it stands as the amount.
    const amount = cellOf(line, 'claimed', stage);
    return amount.kind === 'number' && amount.field === own.field ? undefined : own;
  };
  return {
    headingJa,
    width: 12,
    format,
    of: (line) => cell(line)?.value,
    change: (line, text): Changed<Line> => {
      const own = cell(line);
      if (!own) return elsewhere(line, headingJa);
      if (text.trim() === '') return { ok: false, ja: `${headingJa}は空にできません` };
      const written = typed(own, text);
      return written.ok ? { ok: true, entry: written.line } : { ok: false, ja: written.messageJa };
    },
  };
}

function elsewhere(line: Line, headingJa: string): Changed<Line> {
  return { ok: false, ja: `${LINE_KIND_JA[line.kind]}の${headingJa}は、経費の画面の内訳で直します` };
}
