/** Distances so near to a limit that the limit decides: they need a paper that shows the 営業キロ (DEC-22). */
import { km } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Staff } from '../../../model/case/staff.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import { confirm, type Verdict } from '../../engine/verdict.js';
import { TRAVEL_KINDS } from './entitlement.js';
import { isCutAway, legJa } from './legs.js';
import { railCharge } from './rail-fare.js';

type TravelLine = LineOf<(typeof TRAVEL_KINDS)[number]>;

const REMEDY_JA = '営業キロの分かる経路検索結果か料金表を付けてください';

/** 特急等の料金 by the section of the leg; 旅費の対象 and 日当 by the distance of the person. */
export const distanceBorder = rule({
  id: 'TRV-RAIL-07',
  clause: 'DEC-22',
  stage: 'papers',
  on: ['leg', ...TRAVEL_KINDS],
  check(subject, ask) {
    return 'leg' in subject ? sectionBorder(subject, ask) : personBorder(subject, ask);
  },
});

function sectionBorder(paid: PaidLeg, ask: Ask): Verdict | undefined {
  const { leg, line } = paid;
  if (railCharge(leg) === 0 || isCutAway(paid, ask)) return undefined;
  const section = leg.surchargeSectionKm;
  if (section === undefined) {
    return confirm(`${legJa(leg)}：特急等の乗車区間の距離が入力されていないため、どの料金まで対象か決められません`, {
      remedyJa: '急行・特急・新幹線に乗った区間の営業キロを入力してください',
    });
  }
  // The charge of a free seat is the same on both sides of the second limit.
  const limits = [
    ask.limit('travel.rail.freeSeatFrom'),
    ...(leg.surchargeKind === 'free' ? [] : [ask.limit('travel.rail.reservedSeatFrom')]),
  ];
  const limit = limits.find((candidate) => isNear(section, candidate, ask));
  if (limit === undefined || ask.facts.hasPaper(line, 'fareEvidence')) return undefined;
  return confirm(
    `${legJa(leg)}：乗車区間の片道${km(section)}は、${km(limit)}の境目です。距離の分かる資料がありません`,
    {
      remedyJa: REMEDY_JA,
    },
  );
}

function personBorder(line: TravelLine, ask: Ask): Verdict | undefined {
  const person = ask.facts.personOf(line);
  const distance = person?.stationDistance;
  if (!person || distance === undefined || !decides(line, person, ask)) return undefined;
  const limit = ask.limit('travel.eligibility.distance');
  if (!isNear(distance, limit, ask) || hasDistancePaper(person, ask)) return undefined;
  return confirm(
    `${person.nameJa}さんの自宅最寄駅から会場最寄駅までの片道${km(distance)}は、${km(limit)}の境目です。距離の分かる資料がありません`,
    { remedyJa: REMEDY_JA },
  );
}

/** Where the person lives decides for all travel (TRV-ELG-02), for 日当 without lodging too (TRV-PDM-02). */
function decides(line: TravelLine, person: Staff, ask: Ask): boolean {
  const isOut = ask.standing(line.id).afterCuts === 0;
  if (isOut && !ask.said('TRV-ELG-02', line.id) && !ask.said('TRV-PDM-02', line.id)) return false;
  const home = person.homePrefectureCode;
  const venue = ask.facts.mainVenue?.prefectureCode;
  if (home === undefined || venue === undefined || home === venue) return true;
  return line.kind === 'perDiem' && !ask.facts.linesOf(person.id).some((own) => isStay(own, ask));
}

function isStay(line: { readonly kind: string; readonly id: string }, ask: Ask): boolean {
  return (line.kind === 'lodging' || line.kind === 'package') && ask.standing(line.id).afterCuts > 0;
}

function hasDistancePaper(person: Staff, ask: Ask): boolean {
  if (person.distanceEvidenceId !== undefined) return true;
  return ask.facts.linesOf(person.id).some((line) => ask.facts.hasPaper(line, 'fareEvidence'));
}

function isNear(distance: number, limit: number, ask: Ask): boolean {
  return Math.abs(distance - limit) <= ask.limit('travel.distance.doubtWithin');
}
