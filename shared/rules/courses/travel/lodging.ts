/** 宿泊費の上限: per night and person, 宿泊税・入湯税 included (DEC-55), by the 食事プラン. */
import { shortDateJa } from '../../../dates.js';
import { yen, type Yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { MEAL_PLAN_JA, type MealPlan } from '../../../model/case/lines/travel.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, cut, cutAndHold, hold, note, type Verdict, warn } from '../../engine/verdict.js';

type Lodging = LineOf<'lodging'>;

const CAP_OF_PLAN = {
  roomOnly: 'travel.lodging.roomOnly',
  breakfast: 'travel.lodging.breakfast',
  halfBoard: 'travel.lodging.halfBoard',
} as const satisfies Partial<Record<MealPlan, string>>;

/** 素泊まり. */
export const roomOnlyCap = rule({
  id: 'TRV-LDG-04',
  clause: '別表2 実費上限',
  stage: 'prices',
  on: 'lodging',
  check(line, ask) {
    return line.plan === 'roomOnly' ? overPlan(line, 'roomOnly', ask) : undefined;
  },
});

/** 朝食付き, where no room-only rate is offered. */
export const breakfastCap = rule({
  id: 'TRV-LDG-05',
  clause: '別表2 実費上限',
  stage: 'prices',
  on: 'lodging',
  check(line, ask) {
    return line.plan === 'breakfast' && isProvenMealOnly(line, ask) ? overPlan(line, 'breakfast', ask) : undefined;
  },
});

/** 夕朝食付き, where no room-only rate is offered. */
export const halfBoardCap = rule({
  id: 'TRV-LDG-06',
  clause: '別表2 実費上限',
  stage: 'prices',
  on: 'lodging',
  check(line, ask) {
    return line.plan === 'halfBoard' && isProvenMealOnly(line, ask) ? overPlan(line, 'halfBoard', ask) : undefined;
  },
});

/** 素泊まりの設定なし: entered, or confirmed by the 事務局 with a paper. */
function isProvenMealOnly(line: Lodging, ask: Ask): boolean {
  return line.noRoomOnlyPlan === true || ask.approval('noRoomOnlyPlan', { line: line.id }) !== undefined;
}

function overPlan(line: Lodging, plan: keyof typeof CAP_OF_PLAN, ask: Ask): Verdict | undefined {
  const limit = ask.limit(CAP_OF_PLAN[plan]);
  if (line.price <= limit) return undefined;
  return cut(limit, `${MEAL_PLAN_JA[plan]}は1泊${yen(limit)}（税込）が上限です（請求${yen(line.price)}）`, {
    limit,
    work: [
      { labelJa: `${shortDateJa(line.date)}の泊`, amount: line.price },
      { labelJa: `${MEAL_PLAN_JA[plan]}の上限（1人1泊、税込）`, amount: limit },
      { labelJa: '上限を超える額', amount: line.price - limit },
    ],
    remedyJa: '上限を超えた分は実施団体の負担になります。1人分の料金でないときは直してください',
  });
}

/** A meal plan above the room-only limit, while a room-only rate exists or is not ruled out. */
export const mealPlanOverRoomOnly = rule({
  id: 'TRV-LDG-07',
  clause: '別表2 実費上限',
  stage: 'prices',
  on: 'lodging',
  override: 'noRoomOnlyPlan',
  check(line, ask) {
    if (!isMealPlan(line.plan) || line.noRoomOnlyPlan === true) return undefined;
    const limit = ask.limit('travel.lodging.roomOnly');
    if (line.price <= limit) return undefined;
    return line.noRoomOnlyPlan === false ? roomOnlyExists(line, limit) : roomOnlyUnknown(line, line.plan, limit, ask);
  },
});

function isMealPlan(plan: MealPlan): plan is 'breakfast' | 'halfBoard' {
  return plan === 'breakfast' || plan === 'halfBoard';
}

function roomOnlyExists(line: Lodging, limit: Yen): Verdict {
  return cut(limit, `素泊まりの設定がある場合は1泊${yen(limit)}（税込）が上限です（請求${yen(line.price)}）`, {
    limit,
    work: [
      { labelJa: `${shortDateJa(line.date)}の泊（${MEAL_PLAN_JA[line.plan]}）`, amount: line.price },
      { labelJa: '素泊まりの上限（1人1泊、税込）', amount: limit },
      { labelJa: '上限を超える額', amount: line.price - limit },
    ],
    remedyJa: '素泊まりの設定がないときは、それが分かる料金表を付けて入力を直してください',
  });
}

function roomOnlyUnknown(line: Lodging, plan: 'breakfast' | 'halfBoard', limit: Yen, ask: Ask): Verdict {
  const planLimit = ask.limit(CAP_OF_PLAN[plan]);
  const leaves = Math.min(line.price, planLimit);
  return cutAndHold(
    { leaves, until: limit },
    `素泊まりの設定がないことが分かるまで、対象は1泊${yen(limit)}（税込）までです（${MEAL_PLAN_JA[plan]}、請求${yen(line.price)}）`,
    {
      limit,
      work: [
        { labelJa: `${shortDateJa(line.date)}の泊（${MEAL_PLAN_JA[plan]}）`, amount: line.price },
        { labelJa: '素泊まりの上限（1人1泊、税込）', amount: limit },
        { labelJa: `素泊まりの設定がないときの${MEAL_PLAN_JA[plan]}の上限`, amount: planLimit },
        { labelJa: '保留する額', amount: leaves - limit },
      ],
      remedyJa: '素泊まりの設定がないことの分かる料金表を付け、事務局確認を記録してください',
    },
  );
}

/** 未手配: what may be entered without an estimate. */
export const notArranged = rule({
  id: 'TRV-LDG-09',
  clause: '別表2 実費上限※',
  stage: 'prices',
  on: 'lodging',
  at: 'application',
  check(line, ask) {
    const limit = ask.limit('travel.lodging.notArranged');
    if (line.arranged !== false || line.price <= limit) return undefined;
    return warn(
      `未手配の宿泊は素泊まり${yen(limit)}で計上できます。これを超えるときは素泊まりの設定がないことの分かる料金表が必要です（計上${yen(line.price)}）`,
      { remedyJa: `${yen(limit)}の計上に直すか、料金表を付けてください` },
    );
  },
});

/** A plan that the guide gives no limit for (DEC-25). */
export const unlistedPlan = rule({
  id: 'TRV-LDG-10',
  clause: 'DEC-25',
  stage: 'prices',
  on: 'lodging',
  override: 'unlistedItemAccepted',
  check(line, ask) {
    if (line.plan !== 'other') return undefined;
    const limit = ask.limit('travel.lodging.unlistedPlan');
    const remedyJa = '日本スポーツ協会に上限を確かめ、回答を承認記録に残してください';
    if (line.price <= limit) {
      return confirm(`上限の定めがない食事プランです（請求${yen(line.price)}）。対象になるか確かめてください`, {
        remedyJa,
      });
    }
    return hold(
      limit,
      `上限の定めがない食事プランです。${yen(limit)}を超える${yen(line.price - limit)}は確かめるまで保留します`,
      {
        confirm: true,
        limit,
        work: [
          { labelJa: `${shortDateJa(line.date)}の泊`, amount: line.price },
          { labelJa: '確かめずに数える額（素泊まりの上限と同じ）', amount: limit },
          { labelJa: '保留する額', amount: line.price - limit },
        ],
        remedyJa,
      },
    );
  },
});

/** A meal plan within the room-only limit: the guide still pays 素泊まり料金 as a rule (DEC-63). */
export const mealPlanWithinRoomOnly = rule({
  id: 'TRV-LDG-15',
  clause: '別表2 宿泊費・DEC-63',
  stage: 'prices',
  on: 'lodging',
  override: 'noRoomOnlyPlan',
  check(line, ask) {
    if (!isMealPlan(line.plan) || line.noRoomOnlyPlan === true) return undefined;
    if (line.price > ask.limit('travel.lodging.roomOnly')) return undefined;
    return confirm(
      `${MEAL_PLAN_JA[line.plan]}（${yen(line.price)}）です。素泊まりの設定がある場合は素泊まり料金が対象です`,
      { remedyJa: '料金表で素泊まりの設定を確かめてください。設定がないときはその旨を入力し、料金表を付けてください' },
    );
  },
});

/** Who should arrange a night. */
export const selfArrangedLodging = rule({
  id: 'TRV-LDG-14',
  clause: '基準一覧 2備考',
  stage: 'procedure',
  on: 'lodging',
  at: 'application',
  check(line) {
    if (line.arrangement !== 'self') return undefined;
    return note(
      '宿泊は原則として実施団体が手配します。講師等が立て替えるときは、報告に本人名の領収書（原本）が要ります',
    );
  },
});
