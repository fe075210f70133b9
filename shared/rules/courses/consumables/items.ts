/**
 * 消耗品費 by item: ①体温計, ③フェイスシールド, ④マスク. The numbers hold for the whole course: over several
 * lines the last-listed loses first.
 */
import { grouped, type Yen, yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { ConsumableSubKind } from '../../../model/case/lines/supplies.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut, hold, type WorkStep } from '../../engine/verdict.js';
import { shareOut } from '../../facts/share-out.js';
import { claimedWork, exclude } from '../../facts/whole-line.js';

export type ConsumableLine = LineOf<'consumable'>;

/** Lines of one kind that earlier stages have left something of. */
export function linesOf(subKind: ConsumableSubKind, ask: Ask): ConsumableLine[] {
  return ask.facts.linesOfKind('consumable').filter((line) => line.subKind === subKind && !ask.isOut(line.id));
}

/** Pieces of `limit` that fall to `line` when the lines of its kind are served in their order. */
function piecesFor(line: ConsumableLine, limit: number, ask: Ask): number {
  const lines = linesOf(line.subKind, ask);
  const shares = shareOut(
    limit,
    lines.map((other) => other.qty),
  );
  return shares[lines.indexOf(line)] ?? 0;
}

function piecesWork(line: ConsumableLine, limitJa: string, pieces: number, leaves: Yen, ask: Ask): WorkStep[] {
  return [
    { labelJa: '数の上限', textJa: limitJa },
    ...linesOf(line.subKind, ask)
      .filter((other) => ask.facts.order(other) < ask.facts.order(line))
      .map((other) => ({ labelJa: '前の行の数', textJa: String(other.qty), line: other.id })),
    { labelJa: `${grouped(line.unitPrice)} × ${pieces}`, amount: leaves },
  ];
}

/** 体温計は1個. */
export const thermometerCount = rule({
  id: 'CON-THM-01',
  clause: '基準一覧 5①',
  stage: 'quantities',
  on: 'consumable',
  check(line, ask) {
    if (line.subKind !== 'thermometer' || ask.isOut(line.id)) return undefined;
    const limit = ask.limit('consumables.thermometer.count');
    const pieces = piecesFor(line, limit, ask);
    if (pieces >= line.qty) return undefined;
    const leaves = pieces * line.unitPrice;
    return cut(leaves, `体温計は1講習会${limit}個までです（請求${totalOf(line, ask)}個）`, {
      limit: leaves,
      work: piecesWork(line, `${limit}個`, pieces, leaves, ask),
      remedyJa: `体温計を${limit}個にすると、この減額はなくなります`,
    });
  },
});

/** 体温計の金額, after the number is cut. */
export const thermometerPrice = rule({
  id: 'CON-THM-02',
  clause: '基準一覧 5①',
  stage: 'prices',
  on: 'consumable',
  check(line, ask) {
    if (line.subKind !== 'thermometer') return undefined;
    const limit = ask.limit('consumables.thermometer.total');
    const { afterCuts } = ask.standing(line.id);
    if (afterCuts <= limit) return undefined;
    return cut(limit, `体温計は${yen(limit)}（税込）が上限です（請求${yen(afterCuts)}）`, {
      limit,
      work: [
        { labelJa: '数えられる個数の金額', amount: afterCuts },
        { labelJa: '上限', amount: limit },
      ],
      remedyJa: `${yen(limit)}以下の体温計にすると、この減額はなくなります`,
    });
  },
});

/** 予備用マスクの枚数. */
export const maskCount = rule({
  id: 'CON-MSK-01',
  clause: '基準一覧 5④',
  stage: 'quantities',
  on: 'consumable',
  check(line, ask) {
    if (line.subKind !== 'mask' || ask.isOut(line.id)) return undefined;
    const limit = ask.limit('consumables.mask.count');
    const pieces = piecesFor(line, limit, ask);
    if (pieces >= line.qty) return undefined;
    const leaves = pieces * line.unitPrice;
    return cut(leaves, `予備用マスクは${limit}枚までです（請求${totalOf(line, ask)}枚）`, {
      limit: leaves,
      work: piecesWork(line, `${limit}枚`, pieces, leaves, ask),
      remedyJa: `予備用マスクを${limit}枚以下にすると、この減額はなくなります`,
    });
  },
});

function totalOf(line: ConsumableLine, ask: Ask): number {
  return linesOf(line.subKind, ask).reduce((total, other) => total + other.qty, 0);
}

/** 予備用以外のマスク. Not recorded counts as spare. */
export const maskPurpose = rule({
  id: 'CON-MSK-02',
  clause: '基準一覧 5備考',
  stage: 'exclusions',
  on: 'consumable',
  check(line, ask) {
    if (line.subKind !== 'mask' || line.isSpare !== false) return undefined;
    return exclude(line, ask, '予備用以外のマスクは対象外です');
  },
});

/** ①〜④以外の消耗品. */
export const otherConsumable = rule({
  id: 'CON-OTH-01',
  clause: '基準一覧 5①〜④',
  stage: 'exclusions',
  on: 'consumable',
  override: 'unlistedItemAccepted',
  check(line, ask) {
    if (line.subKind !== 'other') return undefined;
    return hold(
      0,
      '体温計・消毒液・フェイスシールド・マスク以外の消耗品は手引きに記載がありません。確認まで保留します',
      {
        confirm: true,
        work: claimedWork(line, ask),
        remedyJa: '対象になるか日本スポーツ協会に確認し、承認を記録してください',
      },
    );
  },
});

/** 消毒液の本数の目安. Bottles of unknown size count as one bottle of the guide each. */
export const disinfectantGuide = rule({
  id: 'CON-ALC-01',
  clause: '基準一覧 5備考',
  stage: 'quantities',
  on: 'consumable',
  check(line, ask) {
    if (line.subKind !== 'disinfectant') return undefined;
    const { participants, lecturers, assistants, operations } = ask.headcount();
    const persons = (participants ?? 0) + lecturers + assistants + operations;
    const perBottle = ask.limit('consumables.disinfectant.persons');
    const bottle = ask.limit('consumables.disinfectant.bottle');
    const bottles = Math.ceil(persons / perBottle);
    const millilitres = linesOf('disinfectant', ask)
      .filter((other) => ask.facts.order(other) <= ask.facts.order(line))
      .reduce((total, other) => total + other.qty * (other.bottleMl ?? bottle), 0);
    if (millilitres <= bottles * bottle) return undefined;
    const guideJa = `消毒液は${perBottle}人に${bottle}ml1本程度が目安です`;
    if (participants === undefined) {
      return confirm(`${guideJa}。受講者数が分からないため、本数を確かめられません`, {
        remedyJa: '受講者数を入れてください',
      });
    }
    return confirm(`${guideJa}（${persons}人で${bottles}本、請求は${grouped(millilitres)}ml）`, {
      work: [
        { labelJa: '受講者・講師・助手・運営係員', textJa: `${persons}人` },
        { labelJa: '目安', textJa: `${bottles}本（${grouped(bottles * bottle)}ml）` },
        { labelJa: '請求', textJa: `${grouped(millilitres)}ml` },
      ],
      remedyJa: '目安より多く必要な理由を特記事項に書いてください',
    });
  },
});
