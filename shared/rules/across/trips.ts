/** 同じ移動・同じ日の宿泊: one trip or one night of a person claimed in two courses. */
import { type IsoDate, shortDateJa } from '../../dates.js';
import { legAmount } from '../../model/case/detail-amount.js';
import type { Staff } from '../../model/case/staff.js';
import { yen } from '../../money.js';
import { folded } from '../../text.js';
import type { AcrossFinding, AcrossKind, AcrossPlace } from './finding.js';
import { byKey, type Match, matched } from './matches.js';
import { staffPerson } from './people.js';
import { nameKey, type Person, sameness } from './person.js';
import type { Source } from './source.js';

type Claimed = {
  readonly person: Person;
  /** What must be the same besides the person. */
  readonly what: string;
  readonly whatJa: string;
  readonly place: AcrossPlace;
};

/** Same person, same day, same from and to. */
export function sharedTrips(sources: readonly Source[]): AcrossFinding[] {
  return shared('trip', sources.flatMap(legsOf));
}

/** Same person, same day of check-in, in a hotel or in a package. */
export function sharedNights(sources: readonly Source[]): AcrossFinding[] {
  return shared('night', sources.flatMap(nightsOf));
}

function shared(kind: AcrossKind & ('trip' | 'night'), claims: readonly Claimed[]): AcrossFinding[] {
  const groups = byKey(claims, (claim) => `${nameKey(claim.person.nameJa)} ${claim.what}`);
  return [...groups].flatMap(([key, group]) => {
    const match = matched(group, (a, b) => sameness(a.person, b.person));
    return match ? [findingOf(kind, key, match)] : [];
  });
}

function findingOf(kind: 'trip' | 'night', key: string, { entries, isDoubtful }: Match<Claimed>): AcrossFinding {
  const name = entries.map((claim) => claim.person.nameJa).sort()[0] ?? '';
  const whatJa = entries.map((claim) => claim.whatJa).sort()[0] ?? '';
  const courses = new Set(entries.map((claim) => claim.place.courseId)).size;
  return {
    key: `${kind} ${key}`,
    kind,
    titleJa: `${name} ${whatJa}`,
    messageJa: `${isDoubtful ? '氏名だけが同じで、同じ人かどうかがはっきりしません。' : ''}${name}さんの${whatJa}が${courses}つの講習会で請求されています`,
    remedyJa: kind === 'trip' ? '移動を行った講習会の明細だけを残します' : '宿泊を必要とした講習会の明細だけを残します',
    isDoubtful,
    places: entries.map((claim) => claim.place),
  };
}

function legsOf({ facts, place }: Source): Claimed[] {
  return facts.linesOfKind('transport').flatMap((line) => {
    const person = facts.person(line.staffId);
    if (!person) return [];
    return line.legs.map((leg) => ({
      person: staffPerson(person),
      what: `${leg.date} ${folded(leg.from)} ${folded(leg.to)}`,
      whatJa: `${shortDateJa(leg.date)} ${leg.from}→${leg.to}`,
      place: place(`${leg.from}→${leg.to} ${yen(legAmount(leg))}`, line),
    }));
  });
}

function nightsOf({ facts, place }: Source): Claimed[] {
  const hotels = facts.linesOfKind('lodging').flatMap((line) => {
    const claim = night(facts.person(line.staffId), line.date, place(`宿泊 ${yen(line.price)}`, line));
    return claim ? [claim] : [];
  });
  const packages = facts.linesOfKind('package').flatMap((line) =>
    line.nights.flatMap((date) => {
      const claim = night(facts.person(line.staffId), date, place(`パック ${yen(line.price)}`, line));
      return claim ? [claim] : [];
    }),
  );
  return [...hotels, ...packages];
}

function night(person: Staff | undefined, date: IsoDate, place: AcrossPlace): Claimed | undefined {
  return person && { person: staffPerson(person), what: date, whatJa: `${shortDateJa(date)}の宿泊`, place };
}
