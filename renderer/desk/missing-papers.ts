/** 不足: papers that lines need and that are not there yet. */
import type { Case } from '../../shared/model/case/case.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { HINT_KEYS } from '../../shared/rules/limit-hint.js';
import { limitReader } from '../../shared/rules/limit-reader.js';
import { type PaperTick, paperTicks } from '../../shared/rules/paper-ticks.js';
import { OF_TRANSFER } from './voucher-edits.js';

/** True for a paper that is asked for and is not there; what is met by words on another paper is none. */
export function isMissing({ isThere, ways }: PaperTick): boolean {
  return !isThere && ways.length > 0;
}

/** Identity of a gap: of the payment where it is paid by one, else of the line. */
export function missingKey(line: Line, tick: PaperTick): string {
  const isOfPayment = tick.ways.flat().every((kind) => OF_TRANSFER.includes(kind));
  return isOfPayment && line.transferId !== undefined
    ? `missing transfer ${line.transferId} ${tick.ways.flat().join('+')}`
    : `missing line ${line.id} ${tick.key}`;
}

const counted = new WeakMap<Decision, number>();

/** How many papers are missing, counted as the list of 証憑 has them; kept with the decision. */
export function missingCount(value: Case, decision: Decision, book: Rulebook): number {
  const known = counted.get(decision);
  if (known !== undefined) return known;
  const facts = new Facts(value);
  const read = limitReader(book, facts.figureDay);
  const figures = { notArrangedNight: read(HINT_KEYS.notArranged), twoQuotesFrom: read(HINT_KEYS.twoQuotes) };
  const decided = new Map(decision.lines.map((line) => [line.id, line]));
  const keys = facts.lines.flatMap((line) =>
    paperTicks(line, facts, decided.get(line.id), figures)
      .filter(isMissing)
      .map((tick) => missingKey(line, tick)),
  );
  const count = new Set(keys).size;
  counted.set(decision, count);
  return count;
}
