/** The tick list of a line's papers: which of those it needs are there, and what the missing ones hold back. */
import type { Line } from '../model/case/lines/line.js';
import type { Leg } from '../model/case/lines/travel.js';
import type { Voucher } from '../model/case/voucher.js';
import type { Yen } from '../money.js';
import type { LineDecision } from './engine/decide.js';
import type { Facts } from './facts/facts.js';
import { hasCashReason } from './facts/payment.js';
import { namesRoute } from './facts/routes.js';
import { examSessions, type PaperFigures, type PaperNeed, papersNeeded } from './papers-needed.js';

export type PaperTick = PaperNeed & {
  readonly isThere: boolean;
  readonly vouchers: readonly Voucher[];
  /** Yen that come back with it; 0 where nothing waits. */
  readonly gain: Yen;
};

/** The tick list of a line: each need with what meets it and what its money would be. */
export function paperTicks(
  line: Line,
  facts: Facts,
  decision: LineDecision | undefined,
  figures: PaperFigures = {},
): PaperTick[] {
  return papersNeeded(line, facts, figures).map((need) => {
    const vouchers = meeting(need, line, facts);
    const isThere = vouchers !== undefined;
    return { ...need, isThere, vouchers: vouchers ?? [], gain: isThere ? 0 : gainOf(need, decision) };
  });
}

/** Yen that are held only because of this need, as far as the findings say. */
function gainOf(need: PaperNeed, decision: LineDecision | undefined): Yen {
  const held = (decision?.findings ?? [])
    .filter((finding) => need.ruleIds.includes(finding.ruleId))
    .filter((finding) => need.part === undefined || finding.place.part === need.part)
    .map((finding) => finding.provisional ?? 0);
  return Math.min(decision?.provisional ?? 0, Math.max(0, ...held));
}

function meeting(need: PaperNeed, line: Line, facts: Facts): readonly Voucher[] | undefined {
  if (need.ways.length === 0) return isNoted(need, line, facts) ? [] : undefined;
  for (const way of need.ways) {
    const found = way.map((kind) => facts.papers(line, kind).filter((voucher) => fits(voucher, need.leg)));
    if (found.every((list) => list.length > 0)) return found.flat();
  }
  return undefined;
}

function fits(voucher: Voucher, leg: Leg | undefined): boolean {
  if (!leg) return true;
  const isRoute = voucher.route === undefined || namesRoute(voucher, leg);
  return isRoute && (voucher.usedOn === undefined || voucher.usedOn === leg.date);
}

function isNoted(need: PaperNeed, line: Line, facts: Facts): boolean {
  if (need.key === 'schedule') return examSessions(line, facts).length > 0;
  if (need.key === 'feeGrounds') return (line.remarks ?? '').trim() !== '';
  return hasCashReason(facts, line);
}
