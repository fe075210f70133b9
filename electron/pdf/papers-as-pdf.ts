/** The papers of a case as PDF: one file each to be kept, or all of them in one to be looked at and printed. */
import type { Case } from '../../shared/model/case/case.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import type { WorkbookFile } from '../excel/workbooks.js';
import { type PaperChoice, paperContents } from '../papers.js';
import { type Pdf, writePdf } from './write-pdf.js';

/** The files, named without folder; `.pdf` included. */
export async function pdfsOf(
  decision: Decision,
  value: Case,
  book: Rulebook,
  choice: PaperChoice = {},
): Promise<WorkbookFile[]> {
  const files: WorkbookFile[] = [];
  // One after the other: each holds two fonts.
  for (const { paper, content } of paperContents(decision, value, book, choice)) {
    const { bytes } = await writePdf([content], content.name);
    files.push({ paper, name: `${content.name}.pdf`, bytes });
  }
  return files;
}

/** All of them in one PDF. */
export async function drawnPapers(
  decision: Decision,
  value: Case,
  book: Rulebook,
  choice: PaperChoice = {},
): Promise<Pdf> {
  const contents = paperContents(decision, value, book, choice).map(({ content }) => content);
  return writePdf(contents, contents.length === 1 ? (contents[0]?.name ?? '') : '書類');
}
