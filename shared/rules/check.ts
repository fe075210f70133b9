import type { Case } from '../model/case/case.js';
import { courseRules } from './course-rules.js';
import { decide, type Decision } from './engine/decide.js';
import type { Rulebook } from './engine/rulebook.js';

/** 判定: the decision on a case by all rules of courses and claims. Same case and same book, same decision. */
export function check(value: Case, book: Rulebook): Decision {
  return decide(value, book, courseRules(book));
}
