/** バス賃: a bus ride is paid from a distance on. */
import { km } from '../../../money.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut } from '../../engine/verdict.js';
import { legJa } from './legs.js';

export const shortBus = rule({
  id: 'TRV-BUS-01',
  clause: '別表2 バス賃',
  stage: 'exclusions',
  on: 'leg',
  override: 'busShortJustified',
  check({ leg }, ask) {
    if (leg.mode !== 'bus') return undefined;
    const from = ask.limit('travel.bus.from');
    if (leg.km === undefined) {
      return confirm(`${legJa(leg)}：バスの距離が入力されていません。片道${km(from)}以上か確かめてください`, {
        remedyJa: 'バスの区間の距離を入力してください',
      });
    }
    if (leg.km >= from) return undefined;
    return cut(0, `${legJa(leg)}：バス賃は原則として片道${km(from)}以上からです（この区間は${km(leg.km)}）`, {
      remedyJa: 'やむを得ない理由があるときは、理由と資料を付けて事務局確認を記録してください',
    });
  },
});
