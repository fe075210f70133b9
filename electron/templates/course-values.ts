import { type Paper, paperOf } from '../../shared/forms/paper.js';
import type { OwnWords } from '../../shared/model/store/own-words.js';
import { check } from '../../shared/rules/check.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import { templateValues } from '../../shared/templates/fields.js';
import { acceptCase } from '../accept-case.js';
import { acceptBook, rulebook } from '../rulebooks.js';

/** Everything that a form can take of a case, judged by `book` or by the shipped book of its rule set. */
export function courseValues(input: {
  readonly case?: unknown;
  readonly book?: unknown;
  readonly words?: OwnWords | undefined;
}): {
  readonly paper: Paper;
  readonly values: TemplateValues;
} {
  const value = acceptCase(input.case);
  const book = input.book === undefined ? rulebook(value.ruleSet) : acceptBook(input.book);
  const paper = paperOf({ facts: new Facts(value), decision: check(value, book), book, words: input.words });
  return { paper, values: templateValues(paper) };
}
