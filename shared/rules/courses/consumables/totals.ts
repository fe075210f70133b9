/** 消耗品費 ②③④の合計の上限. */
import { sum, type Yen, yen } from '../../../money.js';
import { CONSUMABLE_SUB_KIND_JA } from '../../../model/case/lines/supplies.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { cut } from '../../engine/verdict.js';
import { shareOut } from '../../facts/share-out.js';
import type { ConsumableLine } from './items.js';

/** What is left after the cuts per item counts; the last-listed line loses first. */
export const hygieneTotal = rule({
  id: 'CON-HYG-01',
  clause: '基準一覧 5②③④',
  stage: 'groups',
  on: 'consumable',
  check(line, ask) {
    if (!isHygiene(line)) return undefined;
    const leaves = ask.derive(hygieneShares).get(line.id) ?? 0;
    if (leaves >= ask.standing(line.id).afterCuts) return undefined;
    const limit = ask.limit('consumables.hygiene.total');
    const lines = ask.facts.linesOfKind('consumable').filter(isHygiene);
    const total = sum(lines.map((other) => ask.standing(other.id).afterCuts));
    return cut(leaves, `消毒液・フェイスシールド・マスクは合計${yen(limit)}（税込）が上限です（合計${yen(total)}）`, {
      limit,
      work: [
        ...lines.map((other) => ({
          labelJa: CONSUMABLE_SUB_KIND_JA[other.subKind],
          amount: ask.standing(other.id).afterCuts,
          line: other.id,
        })),
        { labelJa: '合計', amount: total },
        { labelJa: '合計の上限', amount: limit },
        { labelJa: 'この行に残る額', amount: leaves },
      ],
      remedyJa: `②③④の合計を${yen(limit)}以下にすると、この減額はなくなります`,
    });
  },
});

function hygieneShares(ask: Ask): ReadonlyMap<string, Yen> {
  const lines = ask.facts.linesOfKind('consumable').filter(isHygiene);
  const shares = shareOut(
    ask.limit('consumables.hygiene.total'),
    lines.map((line) => ask.standing(line.id).afterCuts),
  );
  return new Map(lines.map((line, index) => [line.id, shares[index] ?? 0]));
}

function isHygiene({ subKind }: ConsumableLine): boolean {
  return subKind === 'disinfectant' || subKind === 'faceShield' || subKind === 'mask';
}
