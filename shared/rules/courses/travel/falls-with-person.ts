import type { Line } from '../../../model/case/lines/line.js';
import type { Ask } from '../../engine/rule.js';
import { cut, hold, type Verdict } from '../../engine/verdict.js';
import { barReasonsJa, entitlement } from './entitlement.js';

/** What a 宿泊費 or a 日当 (`whatJa`) is worth for the person alone; undefined where the person may be paid travel. */
export function fallsWithPerson(line: Line, whatJa: string, ask: Ask): Verdict | undefined {
  const person = ask.facts.personOf(line);
  if (!person) return undefined;
  const right = entitlement(person, ask);
  if (right === 'entitled') return undefined;
  const reasonsJa = barReasonsJa(person, ask);
  const work = [{ labelJa: '旅費の対象かどうか', textJa: reasonsJa }];
  if (right === 'unknown') {
    return hold(0, `旅費の対象になる方か決められないため、${whatJa}も保留します（${reasonsJa}）`, {
      work,
      remedyJa: '自宅の都道府県と、会場最寄駅までの片道の距離を入力してください',
    });
  }
  return cut(0, `旅費の対象外の方の${whatJa}は対象外です（${reasonsJa}）`, {
    work,
    remedyJa: '対象外とした理由が違うときは、講師等の情報と担当を直してください',
  });
}
