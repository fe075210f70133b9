/** 査定の説明書: what was decided about the money of a claim and why, for readers who have nothing but this paper. */
import { metaSheet } from '../header.js';
import { courseNameJa, type Paper, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { workbookName } from '../workbook-name.js';
import { explainedLines } from './explained-line.js';
import { figuresSheet } from './figures-sheet.js';
import { reasonsSheet } from './reasons-sheet.js';
import { linesSheet, summarySheet } from './summary-sheet.js';

/** The lines of `input.lines`, or every line that is not wholly eligible; pure, so the same case gives the same content. */
export function explanation(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const lines = explainedLines(paper);
  const meta = metaSheet(input);
  const figures = figuresSheet(paper, lines);
  const drafts = [
    summarySheet(paper, lines),
    ...(paper.lines === undefined ? [linesSheet(paper, lines)] : []),
    ...(lines.length === 0 ? [] : [reasonsSheet(paper, lines)]),
    ...(figures ? [figures] : []),
    meta.draft,
  ];
  return {
    name: workbookName(input, ['査定の説明', ...chosenNumbers(paper)]),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}

/** The number of the line in the name of a paper about one line. */
function chosenNumbers({ lines, numberOf }: Paper): string[] {
  const [only, ...others] = lines ?? [];
  return only === undefined || others.length > 0 ? [] : [numberOf(only)];
}
