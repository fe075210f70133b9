/** 消耗品費 ②③④の合計の上限. */
import { yen } from '../../../money.js';
import { CONSUMABLE_SUB_KIND_JA } from '../../../model/case/lines/supplies.js';
import { rule } from '../../engine/rule.js';
import { commonLimit } from '../../facts/common-limit.js';
import type { ConsumableLine } from './items.js';

/** 消毒液・フェイスシールド・マスク. */
export const hygieneTotal = rule({
  id: 'CON-HYG-01',
  clause: '基準一覧 5②③④',
  stage: 'groups',
  on: 'consumable',
  check: commonLimit({
    key: 'consumables.hygiene.total',
    kind: 'consumable',
    isMember: isHygiene,
    labelJa: ({ subKind }) => CONSUMABLE_SUB_KIND_JA[subKind],
    itemsJa: '②③④',
    messageJa: (limit, total) =>
      `消毒液・フェイスシールド・マスクは合計${yen(limit)}（税込）が上限です（合計${yen(total)}）`,
  }),
});

/** ②③④: what shares one limit. */
export function isHygiene({ subKind }: ConsumableLine): boolean {
  return subKind === 'disinfectant' || subKind === 'faceShield' || subKind === 'mask';
}
