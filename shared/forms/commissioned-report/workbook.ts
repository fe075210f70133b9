/** W2 委託・報告: the workbook of the 実施報告書 of a 委託 course. */
import { LEVEL_JA } from '../../model/case/course.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { expensesSheet } from './expenses.js';
import { honorariaSheet } from './honoraria.js';
import { participantsSheet } from './participants.js';
import { scheduleSheet } from './schedule.js';
import { settlementSheet } from './settlement.js';
import { staffSheet } from './staff.js';
import { statementSheet } from './statement.js';
import { subjectHoursSheet } from './subject-hours.js';
import { transfersSheet } from './transfers.js';
import { travelSheet } from './travel.js';
import { vouchersSheet } from './vouchers.js';

/** The workbook of a case at the report; pure, so the same case gives the same content. */
export function commissionedReport(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const meta = metaSheet(input);
  const honoraria = honorariaSheet(paper);
  const travel = travelSheet(paper);
  const expenses = expensesSheet(paper);
  const statement = statementSheet(paper, [honoraria.table, travel.table, ...expenses.tables]);
  const schedule = scheduleSheet(paper);
  const drafts = [
    statement.draft,
    honoraria.draft,
    travel.draft,
    transfersSheet(paper, [honoraria.table, travel.table]),
    expenses.draft,
    schedule.draft,
    subjectHoursSheet(paper, schedule.sessions),
    staffSheet(paper),
    participantsSheet(paper),
    vouchersSheet(paper),
    settlementSheet(input, statement.draft.name, statement.places),
    meta.draft,
  ];
  return {
    name: workbookName(input),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}

/** `R3_委託_報告_{団体}_{コーチ}_{競技}_{開始日}` */
function workbookName({ facts, book }: PaperInput): string {
  const { organization, course } = facts;
  const parts = [
    book.id,
    '委託',
    '報告',
    organization.nameJa ?? organization.contractName,
    LEVEL_JA[course.level],
    course.competition?.nameJa ?? '共通科目Ⅱ',
    facts.startDate?.replaceAll('-', '') ?? '日程未定',
  ];
  return parts.join('_');
}
