/** Changes of the 経費 as steps on a course: each is one change that can be taken back. */
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Approval } from '../../../shared/model/case/approval.js';
import type { CaseStage } from '../../../shared/model/case/course.js';
import type { CourseDraft } from '../../db/course-draft.js';
import { type InputColumn, openedCell } from './cells.js';

export type CourseEdit = (course: CourseDraft) => void;

/** Writes a line back; its amount follows from its details. */
export function putLine(line: Line): CourseEdit {
  return (course) => course.put('lines', line);
}

/** Changes fields of a line, whatever its kind; `undefined` takes a field away. */
export function changeLine(id: string, fields: Readonly<Record<string, unknown>>): CourseEdit {
  return (course) => {
    const line = course.get('lines', id);
    if (line) course.put('lines', { ...line, ...fields } as Line);
  };
}

export function removeLines(ids: readonly string[]): CourseEdit {
  return (course) => {
    for (const id of ids) course.remove('lines', id);
  };
}

/** Puts a line above or below its neighbour of the same 科目: the order decides who is cut. */
export function moveLine(line: Line, neighbour: string, side: 'before' | 'after'): CourseEdit {
  return (course) =>
    course.put('lines', line, { at: side === 'before' ? { before: neighbour } : { after: neighbour } });
}

/** The same claim once more: papers, payment and what the application fixed stay with the first. */
export function copiedLine(line: Line, id: string): Line {
  const own = Object.fromEntries(Object.entries(line).filter(([key]) => !OF_ONE_LINE.includes(key)));
  const key = line.actual === undefined ? 'planned' : 'actual';
  return { ...(own as Line), id, [key]: line[key] };
}

const OF_ONE_LINE: readonly string[] = ['voucherIds', 'transferId', 'planned', 'actual'];

/** The neighbour of the same 科目 above or below a line. */
export function neighbourOf(lines: readonly Line[], id: string, by: 'up' | 'down'): string | undefined {
  const line = lines.find((one) => one.id === id);
  const own = lines.filter((one) => one.account === line?.account);
  return own[own.findIndex((one) => one.id === id) + (by === 'up' ? -1 : 1)]?.id;
}

/** The line with the value that stands in the same cell of the line above, if that cell is of the same kind. */
export function filledDown(above: Line, line: Line, column: InputColumn, stage: CaseStage): Line | undefined {
  const from = openedCell(above, column, stage);
  const to = openedCell(line, column, stage);
  if (from.cell.kind === 'number' && to.cell.kind === 'number' && from.cell.field === to.cell.field) {
    return to.cell.write(from.cell.value);
  }
  if (from.cell.kind === 'text' && to.cell.kind === 'text') return to.cell.write(from.cell.value);
  return undefined;
}

/** Records an approval. */
export function addApproval(approval: Approval): CourseEdit {
  return (course) => course.put('approvals', approval);
}
