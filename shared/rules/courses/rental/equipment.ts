/** 備品・機材等使用料. */
import { shortDateJa } from '../../../dates.js';
import { rule } from '../../engine/rule.js';
import { confirm } from '../../engine/verdict.js';
import { exclude } from '../../facts/whole-line.js';
import { courseDays } from './course-days.js';

/** 消耗品は備品・機材に入らない. */
export const equipmentConsumable = rule({
  id: 'RNT-EQP-01',
  clause: '基準一覧 3(2)',
  stage: 'exclusions',
  on: 'equipment',
  check(line, ask) {
    if (line.isConsumable !== true) return undefined;
    return exclude(
      line,
      ask,
      `「${line.name}」は消耗品です。備品・機材等使用料の対象外です`,
      '消耗品費の①〜④に当たる品であれば、消耗品費の行として入れ直してください',
    );
  },
});

/** 借用日と講習会の日程. */
export const equipmentDates = rule({
  id: 'RNT-EQP-02',
  clause: '基準一覧 3(2)',
  stage: 'exclusions',
  on: 'equipment',
  check(line, ask) {
    const days = courseDays(ask.facts);
    if (!days) {
      return confirm(`講習会の日程が分からないため、「${line.name}」の借用日を確かめられません`, {
        remedyJa: '日程を入れてください',
      });
    }
    if (line.dates === undefined) {
      if (line.days <= days.length) return undefined;
      return confirm(`「${line.name}」の借用は${line.days}日、講習会は${days.length}日です。借用日を確認してください`, {
        remedyJa: '借用した日付を入れてください',
      });
    }
    const outside = line.dates.filter((date) => !days.includes(date));
    if (outside.length === 0) return undefined;
    const datesJa = outside.map(shortDateJa).join('、');
    return confirm(`「${line.name}」の借用日に講習会の日程にない日があります（${datesJa}）`, {
      remedyJa: '借りた日と理由が分かるように、特記事項に書いてください',
    });
  },
});
