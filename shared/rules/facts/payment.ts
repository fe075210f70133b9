/** How a line was paid and whether the papers of that payment are there. */
import type { Line } from '../../model/case/lines/line.js';
import type { Facts } from './facts.js';

export function isPaidInCash(facts: Facts, line: Line): boolean {
  return facts.transfer(line.transferId)?.method === 'cash';
}

/** 現金払いの理由: on the payment, in the margin, in the remarks, or as a note of its own. */
export function hasCashReason(facts: Facts, line: Line): boolean {
  const texts = [facts.transfer(line.transferId)?.cashReason, line.marginNote, line.remarks];
  return texts.some((text) => (text ?? '').trim() !== '') || facts.hasPaper(line, 'cashReasonNote');
}

/** Cash with its reason and the original receipt: stands in for the papers of a transfer where cash is foreseen. */
export function hasCashPapers(facts: Facts, line: Line): boolean {
  return isPaidInCash(facts, line) && hasCashReason(facts, line) && facts.hasPaper(line, 'receiptOriginal');
}

/** 振込明細書, or what stands in for it when paid in cash. */
export function hasTransferPaper(facts: Facts, line: Line): boolean {
  return facts.hasPaper(line, 'transferSlip') || hasCashPapers(facts, line);
}
