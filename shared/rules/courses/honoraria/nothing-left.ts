/** Verdicts that leave nothing of a 担当 or of a line, with their 計算. */
import type { Ask } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { cut, hold, type Verdict } from '../../engine/verdict.js';
import type { LineOf } from '../../../model/case/lines/line.js';

/** What is left with nothing: a whole line, or one 担当 of it. */
type Whole = LineOf<'honorarium'> | PaidAssignment;
type Words = { readonly messageJa: string; readonly remedyJa: string };

/** 対象外, for good. */
export function excluded(whole: Whole, ask: Ask, { messageJa, remedyJa }: Words): Verdict {
  return cut(0, messageJa, {
    work: [
      { labelJa: '請求額', amount: claimedOf(whole, ask) },
      { labelJa: '対象となる額', amount: 0 },
    ],
    remedyJa,
  });
}

/** 保留, until something is supplied or put right. */
export function withheld(whole: Whole, ask: Ask, { messageJa, remedyJa }: Words): Verdict {
  return hold(0, messageJa, {
    work: [
      { labelJa: '請求額', amount: claimedOf(whole, ask) },
      { labelJa: 'そろうまでの対象額', amount: 0 },
    ],
    remedyJa,
  });
}

function claimedOf(whole: Whole, ask: Ask): number {
  const { claimed } = 'assignment' in whole ? ask.standing(whole.line.id, whole.assignment.id) : ask.standing(whole.id);
  return claimed;
}
