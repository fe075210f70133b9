/** 効き目: what a book would do to the courses that it judges, before anybody puts it in force. */
import type { IsoDate } from '../../dates.js';
import type { Case } from '../../model/case/case.js';
import type { CourseRecord } from '../../model/store/course-record.js';
import type { Yen } from '../../money.js';
import { check } from '../check.js';
import type { Decision, LineDecision } from '../engine/decide.js';
import type { Finding } from '../engine/finding.js';
import type { Rulebook } from '../engine/rulebook.js';
import type { Amounts } from '../engine/totals.js';
import { isDecided } from './book-choice.js';

export type OpenCourse = { readonly courseId: string; readonly value: Case };

export type LineEffect = { readonly lineId: string; readonly before: Amounts; readonly after: Amounts };
export type DeadlineEffect = {
  /** Of the deadline within its course. */
  readonly key: string;
  readonly nameJa: string;
  readonly before: IsoDate | null;
  readonly after: IsoDate | null;
};

export type CourseEffect = {
  readonly courseId: string;
  readonly value: Case;
  readonly lines: readonly LineEffect[];
  /** 対象額 of the lines together, before the requirements of the course as a whole are looked at. */
  readonly before: Yen;
  readonly after: Yen;
  /** 対象額 of the course: 0 while it fails a requirement. */
  readonly whole: { readonly before: Yen; readonly after: Yen };
  /** Requirements that the course fails as a whole, by rule. */
  readonly gates: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Findings that ask for something; notes are left out. */
  readonly appeared: readonly Finding[];
  readonly disappeared: readonly Finding[];
  readonly deadlines: readonly DeadlineEffect[];
};

export type Effect = {
  /** Only courses in which something changes. */
  readonly courses: readonly CourseEffect[];
  readonly lines: number;
  /** 対象額 of the lines, after minus before. */
  readonly yen: Yen;
  readonly deadlines: number;
};

/** A course that a new edition of the book would judge: not decided, and not kept with an earlier edition. */
export function followsBook(record: CourseRecord, bookId: string): boolean {
  return record.ruleSet === bookId && record.bookEdition === undefined && !isDecided(record);
}

/** What changes in each course when `after` judges instead of `before`. */
export function previewEffect(courses: readonly OpenCourse[], before: Rulebook, after: Rulebook): Effect {
  const changed = courses
    .map((course) => courseEffect(course, check(course.value, before), check(course.value, after)))
    .filter(isChanged);
  return {
    courses: changed,
    lines: changed.reduce((count, course) => count + course.lines.length, 0),
    yen: changed.reduce((sum, course) => sum + course.after - course.before, 0),
    deadlines: changed.reduce((count, course) => count + course.deadlines.length, 0),
  };
}

function isChanged({ lines, whole, appeared, disappeared, deadlines }: CourseEffect): boolean {
  const lists: readonly (readonly unknown[])[] = [lines, appeared, disappeared, deadlines];
  return whole.before !== whole.after || lists.some((list) => list.length > 0);
}

function courseEffect({ courseId, value }: OpenCourse, before: Decision, after: Decision): CourseEffect {
  const old = openFindings(before);
  const now = openFindings(after);
  return {
    courseId,
    value,
    lines: lineEffects(before.lines, after.lines),
    before: before.totals.eligibleBeforeGates,
    after: after.totals.eligibleBeforeGates,
    whole: { before: before.totals.eligible, after: after.totals.eligible },
    gates: { before: before.totals.gatedBy, after: after.totals.gatedBy },
    appeared: without(now, old),
    disappeared: without(old, now),
    deadlines: deadlineEffects(before, after),
  };
}

function lineEffects(before: readonly LineDecision[], after: readonly LineDecision[]): LineEffect[] {
  const now = new Map(after.map((line) => [line.id, line]));
  return before.flatMap((line): LineEffect[] => {
    const next = now.get(line.id);
    if (!next || (['eligible', 'cut', 'provisional'] as const).every((part) => line[part] === next[part])) return [];
    return [{ lineId: line.id, before: amounts(line), after: amounts(next) }];
  });
}

function amounts({ claimed, eligible, cut, provisional }: LineDecision): Amounts {
  return { claimed, eligible, cut, provisional };
}

function openFindings(decision: Decision): Finding[] {
  const all = [...decision.lines.flatMap((line) => line.findings), ...decision.findings];
  return all.filter((finding) => finding.severity !== 'info');
}

/** The findings of `all` that `others` does not hold: same rule, same place, same weight; the figures in the words may differ. */
function without(all: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of others) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return all.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

function keyOf({ ruleId, severity, place, needsConfirmation }: Finding): string {
  return JSON.stringify([ruleId, severity, place.line, place.part, place.person, needsConfirmation]);
}

function deadlineEffects(before: Decision, after: Decision): DeadlineEffect[] {
  const now = new Map(after.deadlines.map((deadline) => [deadline.key, deadline.dueOn]));
  return before.deadlines.flatMap(({ key, nameJa, dueOn }): DeadlineEffect[] => {
    const next = now.get(key);
    return next === undefined || next === dueOn ? [] : [{ key, nameJa, before: dueOn, after: next }];
  });
}
