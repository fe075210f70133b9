/** W2 委託・報告: the workbook of the 実施報告書 of a 委託 course. */
import { noticeSheets } from '../change-notice/notice.js';
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { reportForm } from '../front/report-form.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { expensesSheet } from '../sheets/expenses.js';
import { honorariaSheet } from '../sheets/honoraria.js';
import { judgementListSheet } from '../sheets/judgement-list.js';
import { participantsSheet } from '../sheets/participants.js';
import { scheduleSheet } from '../sheets/schedule.js';
import { staffSheet } from '../sheets/staff.js';
import { subjectHoursSheet } from '../sheets/subject-hours.js';
import { travelSheet } from '../sheets/travel.js';
import { vouchersSheet } from '../sheets/vouchers.js';
import { workbookName } from '../workbook-name.js';
import { grantRows } from './report.js';
import { settlementSheet } from './settlement.js';
import { statementSheet } from './statement.js';
import { transferFeesSheet } from './transfer-fees.js';
import { transfersSheet } from './transfers.js';

/** The workbook of a case at the report; pure, so the same case gives the same content. */
export function commissionedReport(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const meta = metaSheet(input);
  const honoraria = honorariaSheet(paper);
  const travel = travelSheet(paper);
  const expenses = expensesSheet(paper);
  const fees = transferFeesSheet(paper);
  const statement = statementSheet(paper, [honoraria.table, travel.table, ...expenses.tables, fees.table]);
  const schedule = scheduleSheet(paper);
  const hours = subjectHoursSheet(paper, schedule.sessions);
  const judgements = judgementListSheet(paper);
  const papers = [
    statement.draft,
    schedule.draft,
    hours.draft,
    participantsSheet(paper).draft,
    staffSheet(paper).draft,
    honoraria.draft,
    travel.draft,
    transfersSheet(paper, [honoraria.table, travel.table]),
    expenses.draft,
    fees.draft,
    vouchersSheet(paper),
    judgements.draft,
    ...noticeSheets(paper),
  ];
  const report = reportForm(paper, {
    nameJa: '実施報告書',
    sentenceJa: '下記のとおり、公認スポーツ指導者養成講習会の実施を報告します。',
    hours: hours.placed,
    judgements: judgements.placed,
    attached: papers.map(({ name }) => name),
    money: (draft) => {
      grantRows(draft, paper, { sheet: statement.draft.name, places: statement.places });
    },
  });
  const drafts = [
    checklistSheet(paper, 'commissionedReport'),
    report,
    ...papers,
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
