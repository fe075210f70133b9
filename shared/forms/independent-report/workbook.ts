/** W4 独自・報告: the workbook of the 独自講習会実施報告書. */
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { reportForm } from '../front/report-form.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { judgementListSheet } from '../sheets/judgement-list.js';
import { participantsSheet } from '../sheets/participants.js';
import { scheduleSheet } from '../sheets/schedule.js';
import { staffSheet } from '../sheets/staff.js';
import { subjectHoursSheet } from '../sheets/subject-hours.js';
import { workbookName } from '../workbook-name.js';

/** The workbook of a case at the report; pure, so the same case gives the same content. */
export function independentReport(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const meta = metaSheet(input);
  const schedule = scheduleSheet(paper);
  const hours = subjectHoursSheet(paper, schedule.sessions);
  const judgements = judgementListSheet(paper);
  const papers = [
    schedule.draft,
    hours.draft,
    participantsSheet(paper).draft,
    staffSheet(paper).draft,
    judgements.draft,
  ];
  const report = reportForm(paper, {
    nameJa: '独自講習会実施報告書',
    sentenceJa: '下記のとおり、公認スポーツ指導者養成講習会（独自）の実施を報告します。',
    hours: hours.placed,
    judgements: judgements.placed,
    attached: papers.map(({ name }) => name),
  });
  const drafts = [checklistSheet(paper, 'independentReport'), report, ...papers, meta.draft];
  return {
    name: workbookName(input, ['独自', '報告']),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}
