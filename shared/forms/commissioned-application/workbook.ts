/** W1 委託・申請: the workbook of the 講習会実施申請書 of a 委託 course. */
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { expensesSheet } from '../sheets/expenses.js';
import { honorariaSheet } from '../sheets/honoraria.js';
import { participantsSheet } from '../sheets/participants.js';
import { scheduleSheet } from '../sheets/schedule.js';
import { staffSheet } from '../sheets/staff.js';
import { subjectHoursSheet } from '../sheets/subject-hours.js';
import { travelSheet } from '../sheets/travel.js';
import { vouchersSheet } from '../sheets/vouchers.js';
import { workbookName } from '../workbook-name.js';
import { applicationSheet } from './application.js';
import { extraAssistantSheets, theoryAssistantSheets } from './assistant-requests.js';
import { budgetSheet } from './budget.js';
import { payeesSheet } from './payees.js';
import { reasonSheets } from './reason-sheet.js';
import { remittanceSheet } from './remittance.js';
import { transferFeesSheet } from './transfer-fees.js';

/** The workbook of a case at the application; pure, so the same case gives the same content. */
export function commissionedApplication(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const meta = metaSheet(input);
  const honoraria = honorariaSheet(paper);
  const travel = travelSheet(paper);
  const expenses = expensesSheet(paper);
  const fees = transferFeesSheet(paper);
  const budget = budgetSheet(paper, [honoraria.table, travel.table, ...expenses.tables, fees.table]);
  const schedule = scheduleSheet(paper);
  const hours = subjectHoursSheet(paper, schedule.sessions);
  const participants = participantsSheet(paper);
  const staff = staffSheet(paper);
  const remittance = remittanceSheet(paper);
  const requests = [...extraAssistantSheets(paper), ...theoryAssistantSheets(paper), ...reasonSheets(paper)];
  const papers = [
    budget.draft,
    schedule.draft,
    hours.draft,
    participants.draft,
    staff.draft,
    honoraria.draft,
    travel.draft,
    payeesSheet(paper, { honoraria: honoraria.table, travel: travel.table }),
    expenses.draft,
    fees.draft,
    vouchersSheet(paper),
    remittance.draft,
    ...requests,
  ];
  const application = applicationSheet(paper, {
    budget: { sheet: budget.draft.name, places: budget.places },
    remittance: { sheet: remittance.draft.name, ...remittance },
    hours: hours.placed,
    participants: participants.placed,
    staff: staff.placed,
    attached: papers.map(({ name }) => name),
  });
  const drafts = [checklistSheet(paper, 'commissionedApplication'), application, ...papers, meta.draft];
  return {
    name: workbookName(input, ['委託', '申請']),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}
