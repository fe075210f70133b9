/** 変更: the state of a course when it was applied for, and in what it differs now. */
import { type IsoDate, shortDateJa } from '../../dates.js';
import { ACCOUNT_JA, type ClaimAccount } from '../../model/case/account.js';
import { type Course, COURSE_MODE_JA } from '../../model/case/course.js';
import type { StaffRole } from '../../model/case/staff.js';
import { sum, yen, type Yen } from '../../money.js';
import {
  linesAtVenues,
  linesByHeads,
  linesByMode,
  linesOfAccounts,
  linesOfItem,
  linesOfPeople,
  linesOnDays,
} from './changed-lines.js';
import type { ReadFigure } from './due-dates.js';
import type { Facts } from './facts.js';
import type { Headcount } from './headcount.js';

/** 申請時の写し: what the application said. A key that is not given is not compared. */
export type ApplicationSnapshot = NonNullable<Course['applicationSnapshot']>;

export const DIFFERENCE_TOPIC_JA = {
  dates: '日程',
  venues: '会場',
  mode: '実施方法',
  staff: '講師等',
  headcount: '人数',
  accounts: '金額',
} as const;

/** One way in which the course is no longer what the application said. */
export type CourseDifference = {
  readonly topic: keyof typeof DIFFERENCE_TOPIC_JA;
  /** As applied for, and now, in words. */
  readonly beforeJa: string;
  readonly afterJa: string;
  /** 著しい変更, to be reported to 日本スポーツ協会 at once (CHG-SIG-01). */
  readonly significant: boolean;
  /** Belongs into the 変更届 of the report (CHG-FRM-01); amounts alone do not. */
  readonly needsNotice: boolean;
  /** 経費明細 that the change touches. */
  readonly lineIds: readonly string[];
};

/** What the comparison takes from a decision. */
export type DecidedCourse = {
  readonly headcount: Pick<Headcount, 'participants'>;
  /** 対象額 of each 科目, in yen. */
  readonly accounts: readonly { readonly account: ClaimAccount; readonly eligible: Yen }[];
};

/** The state of a course at submission, to be kept as it is and compared with later. */
export function snapshotOf(facts: Facts, decided: DecidedCourse): ApplicationSnapshot {
  const { participants } = decided.headcount;
  return {
    ...(facts.courseDates.length === 0 ? {} : { dates: [...facts.courseDates] }),
    venueIds: facts.venues.map(({ id }) => id),
    mode: facts.course.mode,
    staffIds: facts.staff.map(({ id }) => id),
    staffByItem: Object.fromEntries([...teachersByItem(facts)].map(([item, people]) => [item, [...people]])),
    ...(participants === undefined ? {} : { headcount: participants }),
    accounts: Object.fromEntries(decided.accounts.map(({ account, eligible }) => [account, eligible])),
  };
}

/**
 * In what the course differs from the snapshot, in the order of {@link DIFFERENCE_TOPIC_JA}; empty where nothing does.
 * Throws `MissingFigure` where the number of heads is compared and the book does not say how many are needed.
 */
export function changesSince(
  snapshot: ApplicationSnapshot,
  facts: Facts,
  decided: DecidedCourse,
  figure: ReadFigure,
): CourseDifference[] {
  const items = itemChanges(snapshot, facts);
  return [
    ...dateChanges(snapshot, facts),
    ...venueChanges(snapshot, facts),
    ...modeChanges(snapshot, facts),
    ...items.map(({ difference }) => difference),
    ...staffListChanges(snapshot, facts, new Set(items.flatMap(({ people }) => people))),
    ...headcountChanges(snapshot, facts, decided, figure),
    ...amountChanges(snapshot, facts, decided),
  ];
}

function dateChanges({ dates }: ApplicationSnapshot, facts: Facts): CourseDifference[] {
  if (dates === undefined) return [];
  const changed = differing(dates, facts.courseDates);
  if (changed.size === 0) return [];
  return [
    {
      topic: 'dates',
      beforeJa: datesJa(dates),
      afterJa: datesJa(facts.courseDates),
      significant: true,
      needsNotice: true,
      lineIds: linesOnDays(facts, changed),
    },
  ];
}

function venueChanges({ venueIds }: ApplicationSnapshot, facts: Facts): CourseDifference[] {
  if (venueIds === undefined) return [];
  const now = facts.venues.map(({ id }) => id);
  const changed = differing(venueIds, now);
  if (changed.size === 0) return [];
  const nameJa = (id: string): string => facts.venue(id)?.nameJa ?? 'いまの一覧にない会場';
  return [
    {
      topic: 'venues',
      beforeJa: listJa(venueIds.map(nameJa)),
      afterJa: listJa(now.map(nameJa)),
      significant: true,
      needsNotice: true,
      lineIds: linesAtVenues(facts, changed),
    },
  ];
}

function modeChanges({ mode }: ApplicationSnapshot, facts: Facts): CourseDifference[] {
  if (mode === undefined || mode === facts.course.mode) return [];
  return [
    {
      topic: 'mode',
      beforeJa: COURSE_MODE_JA[mode],
      afterJa: COURSE_MODE_JA[facts.course.mode],
      significant: true,
      needsNotice: true,
      lineIds: linesByMode(facts),
    },
  ];
}

const TEACHING: readonly StaffRole[] = ['lecturer', 'alLead', 'alInstructor', 'assistant'];

/** Who teaches each 科目, in the order of the assignments; a 科目 without anybody has no entry. */
function teachersByItem(facts: Facts): ReadonlyMap<string, ReadonlySet<string>> {
  const teachers = new Map<string, Set<string>>();
  for (const { role, sessionId, staffId } of facts.assignments) {
    const item = facts.session(sessionId)?.curriculumItemId;
    if (item === undefined || !TEACHING.includes(role)) continue;
    teachers.set(item, (teachers.get(item) ?? new Set<string>()).add(staffId));
  }
  return teachers;
}

type ItemChange = { readonly difference: CourseDifference; readonly people: readonly string[] };

/** 科目 whose teaching staff differs; significant where nobody of those who were named teaches it any more. */
function itemChanges({ staffByItem }: ApplicationSnapshot, facts: Facts): ItemChange[] {
  if (staffByItem === undefined) return [];
  const teachers = teachersByItem(facts);
  return [...new Set([...Object.keys(staffByItem), ...teachers.keys()])].flatMap((item): ItemChange[] => {
    const before = staffByItem[item] ?? [];
    const after = [...(teachers.get(item) ?? [])];
    const changed = differing(before, after);
    if (changed.size === 0) return [];
    const itemJa = `「${facts.item(item)?.nameJa ?? 'いまのカリキュラムにない科目'}」`;
    const difference: CourseDifference = {
      topic: 'staff',
      beforeJa: `${itemJa}${peopleJa(before, facts)}`,
      afterJa: `${itemJa}${peopleJa(after, facts)}`,
      significant: before.length > 0 && !before.some((id) => after.includes(id)),
      needsNotice: true,
      lineIds: [...new Set([...linesOfItem(facts, item), ...linesOfPeople(facts, newcomers(before, after))])],
    };
    return [{ difference, people: [...changed] }];
  });
}

/** People who came or went and of whom no 科目 tells already. */
function staffListChanges(
  { staffIds }: ApplicationSnapshot,
  facts: Facts,
  told: ReadonlySet<string>,
): CourseDifference[] {
  if (staffIds === undefined) return [];
  const now = facts.staff.map(({ id }) => id);
  const changed = [...differing(staffIds, now)].filter((id) => !told.has(id));
  if (changed.length === 0) return [];
  const untold = (id: string): boolean => changed.includes(id);
  return [
    {
      topic: 'staff',
      beforeJa: `名簿 ${peopleJa(staffIds.filter(untold), facts)}`,
      afterJa: `名簿 ${peopleJa(now.filter(untold), facts)}`,
      significant: false,
      needsNotice: true,
      lineIds: linesOfPeople(facts, new Set(changed)),
    },
  ];
}

/** Significant where the number crosses what a 委託 course needs. A number that is not known now is not compared. */
function headcountChanges(
  { headcount: before }: ApplicationSnapshot,
  facts: Facts,
  decided: DecidedCourse,
  figure: ReadFigure,
): CourseDifference[] {
  const after = decided.headcount.participants;
  if (before === undefined || after === undefined || before === after) return [];
  const minimum = figure('course.headcount.minimum');
  return [
    {
      topic: 'headcount',
      beforeJa: `${before}名`,
      afterJa: `${after}名`,
      significant: before < minimum !== after < minimum,
      needsNotice: true,
      lineIds: linesByHeads(facts),
    },
  ];
}

/** Significant where the 対象額 has risen above what was applied for. */
function amountChanges(
  { accounts: before }: ApplicationSnapshot,
  facts: Facts,
  { accounts }: DecidedCourse,
): CourseDifference[] {
  if (before === undefined) return [];
  const total = sum(Object.values(before));
  const now = sum(accounts.map(({ eligible }) => eligible));
  if (total === now) return [];
  const risen = accounts.filter(({ account, eligible }) => eligible > (before[account] ?? 0));
  const partsJa = risen.map(
    ({ account, eligible }) => `${ACCOUNT_JA[account]} ${yen(before[account] ?? 0)}→${yen(eligible)}`,
  );
  return [
    {
      topic: 'accounts',
      beforeJa: `対象額 ${yen(total)}`,
      afterJa: `対象額 ${yen(now)}${partsJa.length === 0 ? '' : `（${partsJa.join('、')}）`}`,
      significant: now > total,
      needsNotice: false,
      lineIds: now > total ? linesOfAccounts(facts, new Set(risen.map(({ account }) => account))) : [],
    },
  ];
}

/** What stands on one side only. */
function differing(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  return new Set([...newcomers(after, before), ...newcomers(before, after)]);
}

function newcomers(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  return new Set(after.filter((entry) => !before.includes(entry)));
}

function peopleJa(ids: readonly string[], facts: Facts): string {
  return listJa(ids.map((id) => facts.person(id)?.nameJa ?? 'いまの名簿にない人'));
}

function datesJa(dates: readonly IsoDate[]): string {
  return listJa([...new Set(dates)].sort().map(shortDateJa));
}

function listJa(names: readonly string[]): string {
  return names.length === 0 ? 'なし' : names.join('、');
}
