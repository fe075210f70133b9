/** 宿泊交通パック: fare and nights at one price. */
import { shortDateJa } from '../../../dates.js';
import { grouped, yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, cut, hold, type Verdict, type WorkStep, warn } from '../../engine/verdict.js';
import { barReasonsJa, entitlement } from './entitlement.js';
import { fallsWithPerson } from './falls-with-person.js';
import { dutyDates } from './necessity.js';
import { datesJa, type DayState, packageNights, standingOf } from './stays.js';

type Package = LineOf<'package'>;

/** Only for a person entitled to a night: otherwise fare and night both fall. */
export const packageOfUnentitled = rule({
  id: 'TRV-PKG-01',
  clause: '別表2・基準一覧 2備考',
  stage: 'quantities',
  on: 'package',
  check(line, ask) {
    const person = ask.facts.personOf(line);
    if (person && entitlement(person, ask) === 'barred') return noRight(line, barReasonsJa(person, ask), ask);
    if (standingOf(line.id, ask) === 'out') return undefined;
    if (line.nights.length === 0) return noNights();
    const states = [...packageNights(line, ask).values()];
    if (states.every((state) => state === 'out')) return noRight(line, '泊の目安や理由に当たらない', ask);
    if (states.every((state) => state !== 'eligible'))
      return fallsWithPerson(line, '宿泊交通パック', ask) ?? undecidedRight(line, ask);
    return states.includes('out') || states.includes('provisional') ? partlyEntitled(line, ask) : undefined;
  },
});

function noRight(line: Package, reasonJa: string, ask: Ask): Verdict {
  return cut(0, `宿泊の対象でない方の宿泊交通パックは、交通費・宿泊費とも対象外です（${reasonJa}）`, {
    work: nightWork(line, ask),
    remedyJa:
      '宿泊が必要な理由（出発・到着の時刻、担当日）が違うときは直してください。通常の交通費だけで計上することもできます',
  });
}

function noNights(): Verdict {
  return hold(0, 'パックの宿泊日が入力されていないため、宿泊の対象か決められません。入力するまで保留します', {
    work: [{ labelJa: 'パックの宿泊日', textJa: '未入力' }],
    remedyJa: 'パックに含まれる宿泊日を入力してください',
  });
}

function undecidedRight(line: Package, ask: Ask): Verdict {
  return hold(0, 'パックの宿泊が必要か決められないため、パック全体を保留します', {
    work: nightWork(line, ask),
    remedyJa: '自宅最寄駅の出発・到着の時刻か、やむを得ない理由を入力してください',
  });
}

function partlyEntitled(line: Package, ask: Ask): Verdict {
  return confirm('宿泊の対象といえない泊がパックに含まれています。料金を分けられるか確かめてください', {
    work: nightWork(line, ask),
    remedyJa: '対象にならない泊の分を除いた料金に直すか、泊が必要な時刻や理由を入力してください',
  });
}

const STATE_JA = { eligible: '対象', provisional: '保留', out: '対象外' } as const satisfies Record<DayState, string>;

function nightWork(line: Package, ask: Ask): WorkStep[] {
  return [
    { labelJa: '担当日', textJa: datesJa(dutyDates(ask, line.staffId)) },
    ...[...packageNights(line, ask)].map(([date, state]) => ({
      labelJa: `${shortDateJa(date)}の泊`,
      textJa: STATE_JA[state],
    })),
  ];
}

const BOOKED_AS_JA = { air: '航空運賃', lodging: '宿泊費', rail: '鉄道賃' } as const satisfies Record<
  Package['bookedAs'],
  string
>;

/** パック料金 is entered as 航空運賃. */
export const packageBooking = rule({
  id: 'TRV-PKG-02',
  clause: '別表2・基準一覧 2備考',
  stage: 'procedure',
  on: 'package',
  check(line) {
    if (line.bookedAs === 'air') return undefined;
    return warn(`パック料金は${BOOKED_AS_JA.air}として計上します（今は${BOOKED_AS_JA[line.bookedAs]}）`, {
      remedyJa: `計上の区分を${BOOKED_AS_JA.air}に直してください`,
    });
  },
});

const CONTENTS_JA = {
  itinerary: '旅程',
  plan: '宿泊プラン',
  user: '利用者',
  usedOn: '利用日',
  route: '経路',
  hotel: '宿泊先',
  meals: '食事の有無',
} as const satisfies Record<keyof NonNullable<Package['contents']>, string>;
const CONTENT_KEYS = Object.keys(CONTENTS_JA) as (keyof typeof CONTENTS_JA)[];

/** What the pack holds must be on its papers. */
export const packageContents = rule({
  id: 'TRV-PKG-03',
  clause: '別表2・基準一覧 2',
  stage: 'papers',
  on: 'package',
  check(line) {
    const missing = CONTENT_KEYS.filter((key) => line.contents?.[key] !== true).map((key) => CONTENTS_JA[key]);
    if (missing.length === 0) return undefined;
    return confirm(`パックの内容のうち、資料で確かめられていないものがあります（${missing.join('、')}）`, {
      remedyJa: 'パックの内容が分かる明細を付け、確かめた項目を入力してください',
    });
  },
});

/** The guide gives no limit (DEC-26): compared with what fare and nights would cost apart. */
export const packagePrice = rule({
  id: 'TRV-PKG-04',
  clause: 'DEC-26',
  stage: 'prices',
  on: 'package',
  check(line, ask) {
    const fare = line.economicalRoundTripFare;
    if (fare === undefined) return undefined;
    const cap = ask.limit('travel.lodging.roomOnly');
    const apart = fare + cap * line.nights.length;
    if (line.price <= apart) return undefined;
    return confirm(`パック料金${yen(line.price)}が、往復運賃と宿泊の上限の合計${yen(apart)}を超えています`, {
      work: [
        { labelJa: '最も経済的な往復運賃', amount: fare },
        { labelJa: `宿泊の上限 ${grouped(cap)} × ${line.nights.length}泊`, amount: cap * line.nights.length },
        { labelJa: '合計', amount: apart },
        { labelJa: 'パック料金', amount: line.price },
      ],
      remedyJa: 'パックを選んだ理由を記録し、対象になる額を日本スポーツ協会に確かめてください',
    });
  },
});
