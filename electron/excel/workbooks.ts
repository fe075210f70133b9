/** The workbooks that fit the stage and the delivery of a case. */
import { changeNotices } from '../../shared/forms/change-notice/workbook.js';
import { commissionedApplication } from '../../shared/forms/commissioned-application/workbook.js';
import { commissionedReport } from '../../shared/forms/commissioned-report/workbook.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { writeWorkbook } from './write-workbook.js';

export type WorkbookFile = { readonly name: string; readonly bytes: Uint8Array };

/** Content of every workbook of the case; none where the program has no paper for its stage and delivery yet. */
export function workbookContents(decision: Decision, value: Case, book: Rulebook): Workbook[] {
  const facts = new Facts(value);
  if (!facts.isCommissioned) return [];
  const input = { facts, decision, book };
  return [facts.isReport ? commissionedReport(input) : commissionedApplication(input), ...changeNotices(input)];
}

/** The files, named without folder; `.xlsx` included. */
export async function workbooksOf(decision: Decision, value: Case, book: Rulebook): Promise<WorkbookFile[]> {
  const contents = workbookContents(decision, value, book);
  return Promise.all(
    contents.map(async (content) => ({ name: `${content.name}.xlsx`, bytes: await writeWorkbook(content) })),
  );
}
