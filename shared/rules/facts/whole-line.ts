/** Verdicts about a whole line: it is 対象外, or it waits for papers. */
import type { Line } from '../../model/case/lines/line.js';
import type { Ask } from '../engine/rule.js';
import { cut, hold, type Verdict, type WorkStep } from '../engine/verdict.js';
import type { Facts } from './facts.js';
import { hasCashPapers } from './payment.js';

/** 直すには of a line that can only be left out. */
export const LEAVE_OUT_JA = 'この行は委託金に計上しないでください';

/** Nothing of the line is eligible. */
export function exclude(line: Line, ask: Ask, messageJa: string, remedyJa: string = LEAVE_OUT_JA): Verdict {
  return cut(0, messageJa, { work: claimedWork(line, ask), remedyJa });
}

/** 請求: where the arithmetic is no more than claimed and nothing. */
export function claimedWork(line: Line, ask: Ask): WorkStep[] {
  return [{ labelJa: '請求', amount: ask.facts.claimed(line) }];
}

/** One paper that a line needs, under the name that a clerk knows. */
export type RequiredPaper = { readonly nameJa: string; readonly isThere: boolean };

/** 請求明細書・振込明細書; cash with its reason and the original receipt stands in for both. */
export function billPapers(line: Line, facts: Facts): RequiredPaper[] {
  const isCash = hasCashPapers(facts, line);
  return [
    { nameJa: '請求明細書', isThere: isCash || facts.hasPaper(line, 'itemisedInvoice') },
    { nameJa: '振込明細書', isThere: isCash || facts.hasPaper(line, 'transferSlip') },
  ];
}

export function missingPapers(required: readonly RequiredPaper[]): string[] {
  return required.filter((paper) => !paper.isThere).map((paper) => paper.nameJa);
}

/** The whole line waits until every paper is there; silent when none is missing. */
export function holdForPapers(required: readonly RequiredPaper[], hintJa = ''): Verdict | undefined {
  const missing = missingPapers(required);
  if (missing.length === 0) return undefined;
  return hold(0, `${missing.join('と')}がありません。そろうまで保留します`, {
    work: papersWork(required),
    remedyJa: `${missing.join('と')}を付けてください${hintJa}`,
  });
}

export function papersWork(required: readonly RequiredPaper[]): WorkStep[] {
  return required.map(({ nameJa, isThere }) => ({ labelJa: nameJa, textJa: isThere ? 'あり' : 'なし' }));
}
