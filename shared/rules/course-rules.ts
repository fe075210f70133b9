import { exemptionRules } from './courses/exemptions/exemption-rules.js';
import { ALL_COURSE_RULES } from './courses/rules.js';
import type { Rule } from './engine/rule.js';
import type { Rulebook } from './engine/rulebook.js';

const rulesByBook = new WeakMap<Rulebook, readonly Rule[]>();

/** All rules of courses and claims by a book: those of the program, and one for each row of the book's 免除資格等一覧. */
export function courseRules(book: Rulebook): readonly Rule[] {
  const known = rulesByBook.get(book);
  if (known) return known;
  const rules = [...ALL_COURSE_RULES, ...exemptionRules(book)];
  rulesByBook.set(book, rules);
  return rules;
}
