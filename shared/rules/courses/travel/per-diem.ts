/** 日当: for whom, from which distance, for how many days, and how much a day. */
import { grouped, km, yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, cut, cutAndHold, hold, note, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { fallsWithPerson } from './falls-with-person.js';
import { takenFrom } from './operations.js';
import { type Counting, countedNights, datesJa, nightRows, perDiemDates, standingOf, traveller } from './stays.js';

type PerDiem = LineOf<'perDiem'>;

/** 1日の上限, on the days that may be counted. */
export const perDiemRate = rule({
  id: 'TRV-PDM-01',
  clause: '別表2 日当',
  stage: 'prices',
  on: 'perDiem',
  check(line, ask) {
    const limit = ask.limit('travel.perDiem.limit');
    if (line.perDay <= limit) return undefined;
    const days = ask.quantity(line.id);
    return cut(limit * days, `日当は1日${yen(limit)}が上限です（請求${yen(line.perDay)}）`, {
      limit: limit * days,
      work: [
        { labelJa: '1日の上限', amount: limit },
        { labelJa: '数える日数', textJa: `${days}日` },
        { labelJa: `${grouped(limit)} × ${days}日`, amount: limit * days },
      ],
      remedyJa: `1日の額を${yen(limit)}以下にすると、この減額はなくなります`,
    });
  },
});

/** Without a night only from a distance on. */
export const perDiemDistance = rule({
  id: 'TRV-PDM-02',
  clause: '別表2 日当',
  stage: 'quantities',
  on: 'perDiem',
  check(line, ask) {
    const person = traveller(line.staffId, ask);
    const distance = ask.facts.personOf(line)?.stationDistance;
    const limit = ask.limit('travel.perDiem.distance');
    if (standingOf(line.id, ask) === 'out' || countedNights(person, 'now').length > 0) return undefined;
    if (distance === undefined) return distanceUnknown(limit);
    if (distance >= limit) return undefined;
    const isUndecided = countedNights(person, 'full').length > 0;
    return isUndecided ? dependsOnNight(distance, limit) : tooNear(distance, limit);
  },
});

function tooNear(distance: number, limit: number): Verdict {
  return cut(0, `宿泊を伴わない日当は片道${km(limit)}以上の場合だけ対象です（片道${km(distance)}）`, {
    work: distanceWork(distance, limit),
    remedyJa: '距離が違うとき、対象となる宿泊が抜けているときは入力を直してください',
  });
}

function dependsOnNight(distance: number, limit: number): Verdict {
  return hold(
    0,
    `片道${km(distance)}（${km(limit)}未満）のため、保留中の宿泊が対象になった場合だけ日当も対象です。それまで保留します`,
    { work: distanceWork(distance, limit), remedyJa: '宿泊費の行で、足りない時刻か理由を入力してください' },
  );
}

function distanceWork(distance: number, limit: number): WorkStep[] {
  return [
    { labelJa: '起点駅から会場最寄駅までの片道の距離', textJa: km(distance) },
    { labelJa: '宿泊を伴わない場合に要る距離', textJa: `${km(limit)}以上` },
  ];
}

function distanceUnknown(limit: number): Verdict {
  return confirm(`宿泊を伴わない日当は片道${km(limit)}以上の場合だけ対象ですが、駅間の距離が入力されていません`, {
    remedyJa: '起点駅から会場最寄駅までの片道の距離を入力してください',
  });
}

/** With a night the distance does not matter. */
export const perDiemWithLodging = rule({
  id: 'TRV-PDM-03',
  clause: '別表2 日当・DEC-27',
  stage: 'prices',
  on: 'perDiem',
  check(line, ask) {
    const nights = countedNights(traveller(line.staffId, ask), 'now');
    if (nights.length === 0 || standingOf(line.id, ask) === 'out') return undefined;
    const days = ask.quantity(line.id);
    const limit = ask.limit('travel.perDiem.limit');
    return note(`宿泊を伴うため、距離に関係なく${days}日分が対象です（1日${yen(limit)}まで）`, {
      work: [
        { labelJa: '対象となる宿泊', textJa: datesJa(nights) },
        { labelJa: `${grouped(limit)} × ${days}日`, amount: limit * days },
      ],
    });
  },
});

/** 謝金を受ける方; a paid role without any honorarium is doubtful (DEC-70). */
export const perDiemOfPaid = rule({
  id: 'TRV-PDM-04',
  clause: '別表2 日当・DEC-70',
  stage: 'exclusions',
  on: 'perDiem',
  check(line, { facts }) {
    const paid = facts.linesOf(line.staffId).filter((own) => own.kind === 'honorarium' && facts.claimed(own) > 0);
    if (paid.length > 0) {
      return cut(0, '謝金を受ける方の日当は対象外です', {
        work: paid.map((own) => ({ labelJa: '謝金', amount: facts.claimed(own), line: own.id })),
        remedyJa: '日当の行を請求から外してください',
      });
    }
    if (facts.assignmentsOf(line.staffId).every((assignment) => assignment.role === 'operations')) return undefined;
    return confirm('講師・助手・検定員の方の日当です。この講習会に謝金の請求がないため、対象になるか決められません', {
      remedyJa: '謝金を支給しない方か確かめてください。日当は謝金の支給対象者には出せません',
    });
  },
});

/** Of a person who may not be paid travel. */
export const perDiemOfBarred = rule({
  id: 'TRV-PDM-05',
  clause: '別表2 対象',
  stage: 'exclusions',
  on: 'perDiem',
  check(line, ask) {
    return fallsWithPerson(line, '日当', ask);
  },
});

/** No more days than duty and travel take. */
export const perDiemDays = rule({
  id: 'TRV-PDM-06',
  clause: '別表2 日当・DEC-27',
  stage: 'quantities',
  on: 'perDiem',
  check(line, ask) {
    const person = traveller(line.staffId, ask);
    if (standingOf(line.id, ask) === 'out') return undefined;
    const now = openDays(line, 'now', ask);
    const full = openDays(line, 'full', ask);
    if (line.days > full) return tooManyDays(line, { now, full }, ask);
    if (line.days > now) return dayOrNight(line, now, ask);
    const spare = ask.limit('travel.perDiem.spareDays');
    const isLong = countedNights(person, 'now').length > 0 && line.days > person.dutyDates.length + spare;
    return isLong ? longStay(line, person.dutyDates.length, ask) : undefined;
  },
});

/** Days that may be paid, without those another 運営係員 has taken. */
function openDays(line: PerDiem, counting: Counting, ask: Ask): number {
  const taken = takenFrom(line, ask);
  return perDiemDates(traveller(line.staffId, ask), counting).filter((date) => !taken.has(date)).length;
}

function tooManyDays(line: PerDiem, { now, full }: { now: number; full: number }, ask: Ask): Verdict {
  const leaves = line.perDay * full;
  return cutAndHold(
    { leaves, until: now < full ? heldTo(line, now, ask) : leaves },
    `日当は${full}日分までが対象です（請求${line.days}日分）。従事と移動の日数を超えています`,
    {
      quantity: full,
      limit: leaves,
      work: [...dayWork(line, ask), { labelJa: `${grouped(line.perDay)} × ${full}日`, amount: leaves }],
      remedyJa: '日数、担当日、宿泊の入力を確かめてください',
    },
  );
}

function dayOrNight(line: PerDiem, now: number, ask: Ask): Verdict {
  return hold(
    heldTo(line, now, ask),
    `日当${line.days}日分のうち${line.days - now}日分は、保留中の宿泊が対象になれば対象になります。それまで保留します`,
    { work: dayWork(line, ask), remedyJa: '宿泊費の行で、足りない時刻か理由を入力してください' },
  );
}

/** The days that count already, at no more than the daily limit: the rate is cut on the larger number of days. */
function heldTo(line: PerDiem, days: number, ask: Ask): number {
  return Math.min(line.perDay, ask.limit('travel.perDiem.limit')) * days;
}

function longStay(line: PerDiem, duty: number, ask: Ask): Verdict {
  return confirm(`担当${duty}日に対して日当が${line.days}日分あります。移動日を含む日数か確かめてください`, {
    work: dayWork(line, ask),
    remedyJa: '移動や前泊・後泊の日を含めた日数か、日程を確かめてください',
  });
}

function dayWork(line: PerDiem, ask: Ask): WorkStep[] {
  const person = traveller(line.staffId, ask);
  const taken = [...takenFrom(line, ask).keys()];
  return [
    { labelJa: '担当日', textJa: datesJa(person.dutyDates) },
    ...nightRows(person),
    { labelJa: '従事と移動の日', textJa: datesJa(perDiemDates(person, 'now')) },
    ...(taken.length > 0 ? [{ labelJa: '先の運営係員がいる日', textJa: datesJa(taken) }] : []),
  ];
}
