/** W2 委託・報告: the workbook of the 実施報告書 of a 委託 course. */
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import { workbookName } from '../workbook-name.js';
import type { Workbook } from '../sheet.js';
import { expensesSheet } from '../sheets/expenses.js';
import { honorariaSheet } from '../sheets/honoraria.js';
import { participantsSheet } from '../sheets/participants.js';
import { scheduleSheet } from '../sheets/schedule.js';
import { settlementSheet } from './settlement.js';
import { staffSheet } from '../sheets/staff.js';
import { statementSheet } from './statement.js';
import { subjectHoursSheet } from '../sheets/subject-hours.js';
import { transfersSheet } from './transfers.js';
import { travelSheet } from '../sheets/travel.js';
import { vouchersSheet } from '../sheets/vouchers.js';

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
    subjectHoursSheet(paper, schedule.sessions).draft,
    staffSheet(paper).draft,
    participantsSheet(paper).draft,
    vouchersSheet(paper),
    settlementSheet(input, statement.draft.name, statement.places),
    meta.draft,
  ];
  return {
    name: workbookName(input, ['委託', '報告']),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}
