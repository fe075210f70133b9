/** 航空賃: why a flight was taken and which seat is paid. */
import { longDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import type { Leg } from '../../../model/case/lines/travel.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import { confirm, cut, note, type Verdict, warn } from '../../engine/verdict.js';
import { claimedAgainstJa, hasLeg, legJa } from './legs.js';
import { standingOf, travelDay, traveller } from './stays.js';

/** 緊急性・経済性. */
export const airReason = rule({
  id: 'TRV-AIR-01',
  clause: '別表2 航空賃',
  stage: 'papers',
  on: 'leg',
  check({ leg }) {
    if (leg.mode !== 'air' || leg.airReason === 'urgency' || leg.airReason === 'economy') return undefined;
    return confirm(`${legJa(leg)}：航空機を使う理由（緊急性か経済性）が記録されていません`, {
      remedyJa: '区間に理由を入力してください。経済性によるときは、鉄道と比べた料金の資料を付けてください',
    });
  },
});

/** 普通席. */
export const airSeat = rule({
  id: 'TRV-AIR-02',
  clause: '別表2 航空賃',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    if (leg.mode !== 'air') return undefined;
    return [seatUnknown(leg), upgrade(paid, ask), fullFare(paid, ask)].filter((verdict) => verdict !== undefined);
  },
});

function seatUnknown(leg: Leg): Verdict | undefined {
  if (leg.seatClass !== undefined) return undefined;
  return confirm(`${legJa(leg)}：座席の種類が入力されていません。普通席か確かめてください`, {
    remedyJa: '座席の種類（普通席・普通席以外）を区間に入力してください',
  });
}

function upgrade(paid: PaidLeg, ask: Ask): Verdict | undefined {
  const { leg } = paid;
  const claimed = ask.facts.legClaim(paid);
  const limit = leg.economyFare ?? 0;
  if (leg.seatClass !== 'upgraded' || claimed <= limit) return undefined;
  return cut(limit, `${legJa(leg)}：普通席の運賃までが対象です（${claimedAgainstJa(claimed, limit)}）`, {
    limit,
    work: [
      { labelJa: '請求の運賃', amount: claimed },
      { labelJa: '普通席の運賃', amount: limit },
      { labelJa: '対象外となる差額', amount: claimed - limit },
    ],
    remedyJa:
      leg.economyFare === undefined
        ? '同じ便の普通席の運賃を入力すると、その額までが対象になります'
        : '普通席の運賃での計上に直してください',
  });
}

function fullFare(paid: PaidLeg, ask: Ask): Verdict | undefined {
  const { leg } = paid;
  if (leg.discountExisted !== true) return undefined;
  const claimed = ask.facts.legClaim(paid);
  return warn(`${legJa(leg)}：割引運賃があったのに、割引のない運賃（${yen(claimed)}）で計上しています`, {
    remedyJa: '割引運賃を使えなかった理由を備考に残すか、割引運賃での計上に直してください',
  });
}

/** 搭乗日; a date that only waits for a night to be confirmed is TRV-ELG-06's. */
export const boardingDate = rule({
  id: 'TRV-AIR-03',
  clause: '別表2 航空賃・基準一覧 2備考',
  stage: 'quantities',
  on: 'leg',
  check({ line, leg }, ask) {
    const person = traveller(line.staffId, ask);
    if (leg.mode !== 'air' || person.dutyDates.length === 0 || standingOf(line.id, ask) === 'out') return undefined;
    if (travelDay(person, leg.date) !== 'out') return undefined;
    return cut(0, `${legJa(leg)}：${longDateJa(leg.date)}の搭乗は、講習会に直接関わる日の搭乗ではないため対象外です`, {
      work: [
        { labelJa: '搭乗日', textJa: longDateJa(leg.date) },
        { labelJa: '担当日', textJa: person.dutyDates.map(longDateJa).join('、') },
      ],
      remedyJa:
        '搭乗日が違うときは区間の日付を直してください。前日・翌日の搭乗は、その宿泊が対象になれば対象になります',
    });
  },
});

export const selfArrangedFlight = rule({
  id: 'TRV-AIR-09',
  clause: '基準一覧 2備考',
  stage: 'procedure',
  on: 'transport',
  at: 'application',
  check(line) {
    if (line.arrangement !== 'self' || !hasLeg(line, (leg) => leg.mode === 'air')) return undefined;
    return note('航空券は原則として実施団体が手配します。講師等が立て替えるときは、報告に本人名の領収書が要ります');
  },
});
