/** 単価の差: one role, different rates, and no reason given. */
import { yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { STAFF_ROLE_JA } from '../../../model/case/staff.js';
import { type Known, rule } from '../../engine/rule.js';
import { confirm } from '../../engine/verdict.js';

/** A rate (総額 of a 検定員) below the highest of its role needs a reason at the foot of the 明細書. */
export const rateDifference = rule({
  id: 'FEE-DIF-01',
  clause: '基準一覧 1備考',
  stage: 'procedure',
  on: 'honorarium',
  check(line, ask) {
    if ((line.differenceReason ?? '').trim() !== '') return undefined;
    const highest = ask.once(highestPrices).get(comparedAs(line)) ?? line;
    if (price(highest) <= price(line)) return undefined;
    const unit = line.rate === undefined ? '総額' : '単価';
    return confirm(
      `${STAFF_ROLE_JA[line.role]}の${unit}がそろっていません（この明細${yen(price(line))}、最も高い明細${yen(price(highest))}）。異なる理由を明細書の最下段に※印で書きます`,
      {
        work: [
          { labelJa: ask.facts.personOf(highest)?.nameJa ?? '最も高い明細', amount: price(highest), line: highest.id },
          { labelJa: ask.facts.personOf(line)?.nameJa ?? 'この明細', amount: price(line) },
        ],
        remedyJa: '単価が異なる理由をこの明細に入れると、明細書の最下段に書き出されます',
      },
    );
  },
});

function price(line: LineOf<'honorarium'>): number {
  return line.rate ?? line.lumpSum ?? 0;
}

/** The dearest line of each role, the first of equals. */
function highestPrices({ facts }: Known): ReadonlyMap<string, LineOf<'honorarium'>> {
  const highest = new Map<string, LineOf<'honorarium'>>();
  for (const line of facts.linesOfKind('honorarium')) {
    const best = highest.get(comparedAs(line));
    if (!best || price(line) > price(best)) highest.set(comparedAs(line), line);
  }
  return highest;
}

/** Lines of one role are compared; a rate per hour and a 総額 say nothing about each other. */
function comparedAs(line: LineOf<'honorarium'>): string {
  return `${line.role} ${line.rate === undefined ? 'lumpSum' : 'rate'}`;
}
