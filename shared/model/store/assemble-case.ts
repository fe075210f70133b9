/** The case that the rows of a course stand for. */
import type { IsoDate } from '../../dates.js';
import type { Case } from '../case/case.js';
import type { CaseStage } from '../case/course.js';
import type { CourseRecord } from './course-record.js';
import { type CourseRows, inOrder, LIST_TABLES, type ListRow, type ListTable } from './rows.js';

/** The rows as a case of `stage`, judged as of `today` unless the course holds its own 判定日. Empty lists are left out. */
export function assembleCase(record: CourseRecord, rows: CourseRows, stage: CaseStage, today: IsoDate): Case {
  const lineIds = new Set(rows.lines.filter((row) => row.stage === stage).map((row) => row.value.id));
  const lists = Object.fromEntries(
    LIST_TABLES.flatMap((table) => {
      const shown = rows[table].filter((row: ListRow) => isOfStage(row, table));
      return shown.length === 0 ? [] : [[table, inOrder(shown).map((row) => row.value)]];
    }),
  );
  function isOfStage(row: ListRow, table: ListTable): boolean {
    if (table === 'lines') return row.stage === stage;
    if (table !== 'approvals') return true;
    const approval = (row as ListRow<'approvals'>).value;
    return approval.scope !== 'line' || lineIds.has(approval.scopeId ?? '');
  }
  return {
    format: 'koshu-case',
    version: 1,
    ruleSet: record.ruleSet,
    stage,
    asOf: record.asOf ?? today,
    organization: record.organization,
    course: record.course,
    ...lists,
  };
}
