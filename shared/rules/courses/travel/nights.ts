/** 宿泊の要否: which nights may be claimed at all. */
import { clockJa, shortDateJa } from '../../../dates.js';
import { grouped, yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, cut, hold, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { type Entitlement, entitlement } from './entitlement.js';
import { fallsWithPerson } from './falls-with-person.js';
import { dutyDates, isCheaper, isCheaperWithTrip, necessityOf, nightPosition, stayComparison } from './necessity.js';
import { datesJa } from './stays.js';

type Lodging = LineOf<'lodging'>;

/** Of a person who may not be paid travel. */
export const nightOfBarred = rule({
  id: 'TRV-LDG-01',
  clause: '別表2 対象',
  stage: 'exclusions',
  on: 'lodging',
  check(line, ask) {
    return fallsWithPerson(line, '宿泊費', ask);
  },
});

function entitlementOf(line: Lodging, ask: Ask): Entitlement {
  const person = ask.facts.personOf(line);
  return person ? entitlement(person, ask) : 'barred';
}

/** 宿泊目安: leaving home by the one time, home only after the other, several duty days, or a reason of the programme. */
export const nightNecessity = rule({
  id: 'TRV-LDG-02',
  clause: '別表2 宿泊目安',
  stage: 'exclusions',
  on: 'lodging',
  override: 'lodgingNecessary',
  check(line, ask) {
    const right = entitlementOf(line, ask);
    if (right === 'barred') return undefined;
    const necessity = necessityOf(line, line.date, ask);
    if (necessity === 'unjustified') return notNecessary(line, ask);
    // A night that waits for the person's own data says so already.
    if (right === 'unknown') return undefined;
    if (necessity === 'undecided') return necessityUnknown(line, ask);
    return necessity === 'reasoned' ? bareReason(line, ask) : undefined;
  },
});

function notNecessary(line: Lodging, ask: Ask): Verdict {
  return cut(0, `${shortDateJa(line.date)}の泊は宿泊の目安に当たりません（${guideJa(line, ask)}）`, {
    work: necessityWork(line, ask),
    remedyJa:
      'プログラム上やむを得ない理由があるときは、理由と資料を付けて事務局確認を記録してください。時刻が違うときは直してください',
  });
}

function necessityUnknown(line: Lodging, ask: Ask): Verdict {
  const needsFare = line.necessity?.multiDay === true && !stayComparison(line.staffId, ask);
  return hold(
    0,
    `${shortDateJa(line.date)}の泊が必要か決められません（${guideJa(line, ask)}）。${needsFare ? '往復交通費' : '時刻'}か理由が入力されるまで保留します`,
    {
      work: necessityWork(line, ask),
      remedyJa: needsFare
        ? '往復交通費（最も経済的な経路）か、出発・到着の時刻、またはやむを得ない理由を入力してください'
        : '自宅最寄駅の出発・到着の時刻か、やむを得ない理由を入力してください',
    },
  );
}

function bareReason(line: Lodging, ask: Ask): Verdict {
  return confirm(
    `${shortDateJa(line.date)}の泊は理由の記載だけで計上しています（理由：${(line.necessity?.reason ?? '').trim()}）`,
    {
      work: necessityWork(line, ask),
      remedyJa: '理由の分かる資料を付けて事務局確認を記録すると、確認済みになります',
    },
  );
}

/** What would have to be true of this night, with the time that is entered. */
function guideJa(line: Lodging, ask: Ask): string {
  const { isEve, isDutyNight } = nightPosition(line.date, dutyDates(ask, line.staffId));
  const { departAt, arriveAt, multiDay } = line.necessity ?? {};
  const entered = (time: number | undefined): string =>
    time === undefined ? '時刻は未入力' : `入力は${clockJa(time)}`;
  const departBy = clockJa(ask.limit('travel.lodging.departBy'));
  const returnFrom = clockJa(ask.limit('travel.lodging.returnFrom'));
  return [
    ...(isEve ? [`前泊の目安は自宅最寄駅を${departBy}以前に出る場合、${entered(departAt)}`] : []),
    ...(isDutyNight ? [`当日泊の目安は自宅最寄駅に${returnFrom}以降に着く場合、${entered(arriveAt)}`] : []),
    ...(multiDay === true ? ['複数日の担当は宿泊費が担当日数分の往復交通費より安い場合'] : []),
  ].join('。');
}

function necessityWork(line: Lodging, ask: Ask): WorkStep[] {
  const comparison = line.necessity?.multiDay === true ? stayComparison(line.staffId, ask) : undefined;
  return [
    { labelJa: '泊', textJa: shortDateJa(line.date) },
    { labelJa: '担当日', textJa: datesJa(dutyDates(ask, line.staffId)) },
    ...(comparison
      ? [
          { labelJa: '宿泊費の合計', amount: comparison.lodging },
          {
            labelJa: `往復交通費 ${grouped(comparison.fare)} × ${comparison.days}日`,
            amount: comparison.fare * comparison.days,
          },
        ]
      : []),
  ];
}

/** 担当の前日または当日. */
export const nightDate = rule({
  id: 'TRV-LDG-03',
  clause: '基準一覧 2備考・DEC-61',
  stage: 'exclusions',
  on: 'lodging',
  check(line, ask) {
    if (entitlementOf(line, ask) === 'barred' || necessityOf(line, line.date, ask) !== 'unrelated') return undefined;
    const duty = datesJa(dutyDates(ask, line.staffId));
    return cut(0, `宿泊は担当日の前日か当日だけが対象です（${shortDateJa(line.date)}の泊、担当日は${duty}）`, {
      work: [
        { labelJa: '泊', textJa: shortDateJa(line.date) },
        { labelJa: '担当日', textJa: duty },
      ],
      remedyJa: '宿泊日や担当日が違うときは直してください',
    });
  },
});

/** 複数日の担当: cheaper by the words of the guide, but not once the one round trip is added (DEC-24). */
export const stayOrTravel = rule({
  id: 'TRV-LDG-08',
  clause: '基準一覧 2備考・DEC-24',
  stage: 'groups',
  on: 'lodging',
  check(line, ask) {
    if (line.necessity?.multiDay !== true || ask.standing(line.id).afterCuts === 0) return undefined;
    const comparison = stayComparison(line.staffId, ask);
    if (!comparison || !isCheaper(comparison) || isCheaperWithTrip(comparison)) return undefined;
    const { fare, days, lodging } = comparison;
    return confirm(
      `宿泊費${yen(lodging)}は${days}日分の往復交通費${yen(fare * days)}より安いですが、1往復分の交通費を加えると${yen(fare + lodging)}になり、安くなりません`,
      {
        work: [
          { labelJa: '宿泊費の合計', amount: lodging },
          { labelJa: `往復交通費 ${grouped(fare)} × ${days}日`, amount: fare * days },
          { labelJa: '宿泊費 + 往復交通費1回', amount: fare + lodging },
        ],
        remedyJa: '泊まるほうが安いといえるか、日本スポーツ協会に確かめてください',
      },
    );
  },
});
