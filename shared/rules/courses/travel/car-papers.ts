/** 車賃: the travel regulation, the map of the actual route and the transfer. */
import type { LineOf } from '../../../model/case/lines/line.js';
import { ORGANIZATION_KIND_JA } from '../../../model/case/organization.js';
import { VOUCHER_KINDS, type VoucherKind } from '../../../model/case/voucher.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold, warn } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { hasLeg } from './legs.js';

export const carPapersAtApplication = rule({
  id: 'TRV-CAR-04',
  clause: '基準一覧 2',
  stage: 'papers',
  on: 'transport',
  at: 'application',
  check(line, { facts }) {
    const missing = missingJa(line, facts, 'travelRegulation', 'routeMap');
    if (!hasCar(line) || missing === '') return undefined;
    return warn(`車賃の書類がありません（ないもの：${missing}）`, { remedyJa: `${missing}を付けてください` });
  },
});

export const carPapersAtReport = rule({
  id: 'TRV-CAR-05',
  clause: '基準一覧 2',
  stage: 'papers',
  on: 'transport',
  at: 'report',
  check(line, { facts }) {
    const missing = missingJa(line, facts, 'transferSlip', 'routeMap');
    if (!hasCar(line) || missing === '') return undefined;
    return hold(0, `車賃の証憑がそろっていません（ないもの：${missing}）`, {
      remedyJa: `${missing}を付けると、保留した分が対象になります`,
    });
  },
});

/** 別表2 names the regulation of the prefectural association (DEC-23). */
export const carRegulationOwner = rule({
  id: 'TRV-CAR-06',
  clause: '別表2・基準一覧 2・DEC-23',
  stage: 'papers',
  on: 'transport',
  check(line, { facts }) {
    const owner = facts.organization.travelRegulationOwner ?? facts.organization.kind;
    if (!hasCar(line) || owner === 'prefecturalAssociation') return undefined;
    return confirm(
      `車賃は都道府県体育・スポーツ協会の旅費規程によります。${ORGANIZATION_KIND_JA[owner]}の旅費規程でよいか確かめてください`,
      { remedyJa: 'どの団体の旅費規程で計算したかを実施団体に入力してください' },
    );
  },
});

function hasCar(line: LineOf<'transport'>): boolean {
  return hasLeg(line, (leg) => leg.mode === 'car');
}

function missingJa(line: LineOf<'transport'>, facts: Facts, ...kinds: VoucherKind[]): string {
  return kinds
    .filter((kind) => !facts.hasPaper(line, kind))
    .map((kind) => VOUCHER_KINDS[kind].ja)
    .join('と');
}
