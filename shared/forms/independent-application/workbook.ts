/** W3 独自・申請: the workbook of the 独自講習会実施申請書. */
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { participantsSheet } from '../sheets/participants.js';
import { scheduleSheet } from '../sheets/schedule.js';
import { staffSheet } from '../sheets/staff.js';
import { subjectHoursSheet } from '../sheets/subject-hours.js';
import { workbookName } from '../workbook-name.js';
import { applicationSheet } from './application.js';
import { managementFeeSheet } from './management-fee.js';
import { planSheets } from './plan.js';

/** The workbook of a case at the application; pure, so the same case gives the same content. */
export function independentApplication(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const meta = metaSheet(input);
  const schedule = scheduleSheet(paper);
  const hours = subjectHoursSheet(paper, schedule.sessions);
  const participants = participantsSheet(paper);
  const staff = staffSheet(paper);
  const managementFee = managementFeeSheet(paper, participants.placed);
  const papers = [schedule.draft, hours.draft, participants.draft, staff.draft, managementFee.draft];
  const application = applicationSheet(paper, {
    managementFee,
    hours: hours.placed,
    participants: participants.placed,
    staff: staff.placed,
    attached: papers.map(({ name }) => name),
  });
  const drafts = [
    checklistSheet(paper, 'independentApplication'),
    application,
    ...papers,
    ...planSheets(paper, managementFee),
    meta.draft,
  ];
  return {
    name: workbookName(input, ['独自', '申請']),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}
