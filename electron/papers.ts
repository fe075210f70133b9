/** The papers of a case as data, before they become Excel files or PDFs. */
import { forSubmission } from '../shared/forms/for-submission.js';
import { papersOf } from '../shared/forms/papers.js';
import type { Workbook } from '../shared/forms/sheet.js';
import type { Case } from '../shared/model/case/case.js';
import type { Decision } from '../shared/rules/engine/decide.js';
import type { Rulebook } from '../shared/rules/engine/rulebook.js';
import { Facts } from '../shared/rules/facts/facts.js';

/** Which of the papers that fit (absent: every form), whether as they are handed in, and what 査定の説明書 is about. */
export type PaperChoice = {
  readonly papers?: readonly string[] | undefined;
  readonly forSubmission?: boolean;
  readonly lines?: readonly string[] | undefined;
};

/** The content of a paper with the id of that paper. */
export type PaperContent = { readonly paper: string; readonly content: Workbook };

/** Content of the papers of the case at its stage. */
export function paperContents(
  decision: Decision,
  value: Case,
  book: Rulebook,
  choice: PaperChoice = {},
): PaperContent[] {
  const facts = new Facts(value);
  const input = { facts, decision, book, ...(choice.lines === undefined ? {} : { lines: choice.lines }) };
  const shaped = (content: Workbook): Workbook => (choice.forSubmission === true ? forSubmission(content) : content);
  return papersOf(facts)
    .filter(({ id, onlyNamed }) => choice.papers?.includes(id) ?? onlyNamed !== true)
    .flatMap((paper) => paper.make(input).map((content) => ({ paper: paper.id, content: shaped(content) })));
}
