/** 要対応: what has to be mended before the paper of a course leaves. */
import { papersOf } from '../../shared/forms/papers.js';
import type { Case } from '../../shared/model/case/case.js';
import type { CourseStatus } from '../../shared/model/case/course.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { decisionOf } from '../db/course-case.js';
import { bookOf } from './books.js';

/** Nothing is asked of these any more. */
const ENDED: readonly CourseStatus[] = [
  'amountFixed',
  'balancePending',
  'refundPending',
  'refunded',
  'cancelled',
  'convertedToIndependent',
  'completed',
];

const counted = new WeakMap<Decision, number>();

/**
 * How many points of the weight 要対応 the application or the report still has, as 書類 lists them; `undefined` where
 * the course cannot be judged. Kept with the decision.
 */
export function mustDoCount(value: Case, books: readonly Rulebook[]): number | undefined {
  const book = bookOf(value, books);
  const decision = decisionOf(value, books);
  if (!book || !decision) return undefined;
  if (value.course.status !== undefined && ENDED.includes(value.course.status)) return 0;
  const known = counted.get(decision);
  if (known !== undefined) return known;
  const facts = new Facts(value);
  const [paper] = papersOf(facts);
  const points = paper?.open({ facts, decision, book }) ?? [];
  const count = points.filter(({ weight, isDone }) => weight === 'error' && !isDone).length;
  counted.set(decision, count);
  return count;
}
