/** W5 変更届: the workbook of the notice. */
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { workbookName } from '../workbook-name.js';
import { noticeSheets } from './notice.js';

/** The 変更届 where there is something to tell; nothing else. */
export function changeNotices(input: PaperInput): Workbook[] {
  const paper = paperOf(input);
  const notices = noticeSheets(paper);
  if (notices.length === 0) return [];
  const meta = metaSheet(input);
  const drafts = [checklistSheet(paper, 'changeNotice'), ...notices, meta.draft];
  return [
    {
      name: workbookName(input, ['変更届']),
      sheets: drafts.map((draft) => draft.finish()),
      names: meta.names,
      foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
      madeOn: input.facts.asOf,
    },
  ];
}
