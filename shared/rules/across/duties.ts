/** 時刻の重なり: one person at work or in class in two courses at the same time. */
import { clockJa, dayNumber, type IsoDate, shortDateJa } from '../../dates.js';
import type { Session } from '../../model/case/schedule.js';
import { type Assignment, STAFF_ROLE_JA } from '../../model/case/staff.js';
import type { Facts } from '../facts/facts.js';
import type { AcrossFinding, AcrossPlace } from './finding.js';
import { byKey, matched } from './matches.js';
import { nameKey, type Person, sameness, type Sameness } from './person.js';
import { participantPerson, staffPerson } from './people.js';
import type { Source } from './source.js';

const MINUTES_PER_DAY = 24 * 60;

/** A stretch of one person's time, in minutes since 1970-01-01. */
type Duty = {
  readonly person: Person;
  readonly date: IsoDate;
  readonly start: number;
  readonly end: number;
  /** False where only the day is recorded, or less than the whole session is claimed: the clash may be none. */
  readonly isExact: boolean;
  readonly place: AcrossPlace;
};

/** One finding per person and day on which two courses have the person at the same time. */
export function overlappingDuties(sources: readonly Source[]): AcrossFinding[] {
  const people = byKey(sources.flatMap(dutiesOf), (duty) => nameKey(duty.person.nameJa));
  return [...people].flatMap(([name, duties]) => {
    const clashes = stretches(duties).flatMap((stretch) => matched(stretch, compare) ?? []);
    const days = byKey(clashes, (clash) => clash.entries.map((duty) => duty.date).sort()[0]);
    return [...days].map(([date, own]) => findingOf(`${name} ${date}`, date, own));
  });
}

/** Half open: what ends at 12:00 does not meet what starts at 12:00. */
function compare(a: Duty, b: Duty): Sameness {
  if (a.start >= b.end || b.start >= a.end) return 'different';
  const same = sameness(a.person, b.person);
  return same === 'same' && !(a.isExact && b.isExact) ? 'doubtful' : same;
}

/** Duties that hang together in time, so that only those are compared with each other. */
function stretches(duties: readonly Duty[]): Duty[][] {
  const ordered = [...duties].sort((a, b) => a.start - b.start);
  const found: Duty[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const duty of ordered) {
    const last = found.at(-1);
    if (last && duty.start < end) last.push(duty);
    else found.push([duty]);
    end = Math.max(end, duty.end);
  }
  return found;
}

function findingOf(
  key: string,
  date: IsoDate,
  clashes: readonly { readonly entries: readonly Duty[]; readonly isDoubtful: boolean }[],
): AcrossFinding {
  const duties = clashes.flatMap((clash) => clash.entries);
  const isDoubtful = clashes.every((clash) => clash.isDoubtful);
  const name = duties.map((duty) => duty.person.nameJa).sort()[0] ?? '';
  return {
    key: `person ${key}`,
    kind: 'person',
    titleJa: `${name} ${shortDateJa(date)}`,
    messageJa: `${isDoubtful ? doubtJa(duties) : ''}${name}さんの${shortDateJa(date)}の担当が、別の講習会と同じ時刻にあります`,
    remedyJa: 'どちらかの担当を外すか、日程の時刻か担当の時間を直します',
    isDoubtful,
    places: duties.map((duty) => duty.place),
  };
}

function doubtJa(duties: readonly Duty[]): string {
  const [first, ...others] = duties;
  const isOnePerson = others.every((duty) => first !== undefined && sameness(first.person, duty.person) === 'same');
  return isOnePerson
    ? '時刻の記録がないか、コマの一部だけの担当です。'
    : '氏名だけが同じで、同じ人かどうかがはっきりしません。';
}

function dutiesOf(source: Source): Duty[] {
  return [...staffDuties(source), ...attendances(source)].filter((duty) => duty.start < duty.end);
}

function staffDuties({ facts, place }: Source): Duty[] {
  const paidBy = new Map(
    facts.linesOfKind('honorarium').flatMap((line) => line.assignmentIds.map((id) => [id, line] as const)),
  );
  return facts.assignments.flatMap((assignment): Duty[] => {
    const person = facts.person(assignment.staffId);
    const session = facts.session(assignment.sessionId);
    const date = facts.dateOf(assignment);
    if (!person || date === undefined) return [];
    const line = paidBy.get(assignment.id);
    const role = STAFF_ROLE_JA[assignment.role];
    return [
      {
        person: staffPerson(person),
        date,
        ...timeOf(date, session),
        isExact: session !== undefined && claimsAll(assignment, session),
        place: place(`${role} ${whenJa(date, session)} ${whereJa(session, facts)}`.trim(), line),
      },
    ];
  });
}

/** Sessions at which a 受講者 is recorded as present. */
function attendances({ facts, place }: Source): Duty[] {
  return facts.enrolled.flatMap(({ enrollment, participant }) =>
    (enrollment.attendance ?? []).flatMap((entry): Duty[] => {
      const session = facts.session(entry.sessionId);
      if (!session || !entry.present) return [];
      return [
        {
          person: participantPerson(participant),
          date: session.date,
          ...timeOf(session.date, session),
          isExact: true,
          place: place(`受講 ${whenJa(session.date, session)} ${whereJa(session, facts)}`.trim()),
        },
      ];
    }),
  );
}

function claimsAll({ minutes }: Assignment, session: Session): boolean {
  return minutes === undefined || minutes >= session.end - session.start;
}

function timeOf(date: IsoDate, session: Session | undefined): { readonly start: number; readonly end: number } {
  const midnight = dayNumber(date) * MINUTES_PER_DAY;
  return session
    ? { start: midnight + session.start, end: midnight + session.end }
    : { start: midnight, end: midnight + MINUTES_PER_DAY };
}

function whenJa(date: IsoDate, session: Session | undefined): string {
  return session
    ? `${shortDateJa(date)} ${clockJa(session.start)}–${clockJa(session.end)}`
    : `${shortDateJa(date)} 時刻の記録なし`;
}

function whereJa(session: Session | undefined, facts: Facts): string {
  if (session?.isOnline === true) return 'オンライン';
  return facts.venue(facts.room(session?.roomId)?.venueId)?.nameJa ?? '';
}
