/** Courses as the screens read them: live, shared by all readers of one course, decided at once on every change. */
import { liveQuery, type Subscription } from 'dexie';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Case } from '../../shared/model/case/case.js';
import type { CaseStage } from '../../shared/model/case/course.js';
import { assembleCase } from '../../shared/model/store/assemble-case.js';
import type { CourseRecord } from '../../shared/model/store/course-record.js';
import { type CourseRow, type CourseRows, LIST_TABLES } from '../../shared/model/store/rows.js';
import { check } from '../../shared/rules/check.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { bookOf, notePin } from '../desk/books.js';
import { useDesk } from '../desk/desk-context.js';
import type { DeskDatabase } from './database.js';
import { useToday } from './today.js';

/** `undefined` while it is being read, `null` where there is no such course. */
export type Read<T> = T | undefined | null;

type Snapshot = { readonly head: CourseRow; readonly rows: CourseRows; readonly cases: Map<string, Case> };

/** One live query per course and database, kept while a screen looks at it. */
class LiveCourse {
  #value: Read<Snapshot>;
  #version = 0;
  #subscription: Subscription | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly database: DeskDatabase,
    readonly courseId: string,
  ) {}

  readonly get = (): Read<Snapshot> => this.#value;
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#subscription ??= liveQuery(() => readCourse(this.database, this.courseId)).subscribe((value) => {
      this.#value = value;
      this.#version += 1;
      for (const each of this.#listeners) each();
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#subscription?.unsubscribe();
      this.#subscription = undefined;
      // A course that is gone may come back by 元に戻す while nobody looks.
      if (this.#value === null) this.#value = undefined;
    };
  };
}

const live = new WeakMap<DeskDatabase, Map<string, LiveCourse>>();

function liveCourse(database: DeskDatabase, courseId: string): LiveCourse {
  const courses = live.get(database) ?? new Map<string, LiveCourse>();
  live.set(database, courses);
  const known = courses.get(courseId) ?? new LiveCourse(database, courseId);
  courses.set(courseId, known);
  return known;
}

/** All rows of a course in one consistent read. */
export async function readCourse(database: DeskDatabase, courseId: string): Promise<Snapshot | null> {
  return database.transaction('r', database.tables, async () => {
    const [head, ...lists] = await Promise.all([
      database.courses.get(courseId),
      ...LIST_TABLES.map((table) => database.list(table).where('courseId').equals(courseId).toArray()),
    ]);
    if (!head) return null;
    const rows = Object.fromEntries(LIST_TABLES.map((table, index) => [table, lists[index] ?? []]));
    return { head, rows: rows as unknown as CourseRows, cases: new Map() };
  });
}

function useSnapshot(courseId: string): Read<Snapshot> {
  const { database } = useDesk();
  const course = liveCourse(database, courseId);
  return useSyncExternalStore(course.subscribe, course.get);
}

/** The head of a course: stage, organisation, course facts. */
export function useCourse(courseId: string): Read<CourseRecord> {
  const snapshot = useSnapshot(courseId);
  return snapshot && snapshot.head.value;
}

/** The course as a case of `stage`; by default of the claim being worked on. The same object until something changes. */
export function useCase(courseId: string, stage?: CaseStage): Read<Case> {
  const snapshot = useSnapshot(courseId);
  const today = useToday();
  return snapshot && caseOf(snapshot, stage ?? snapshot.head.value.stage, today);
}

function caseOf(snapshot: Snapshot, stage: CaseStage, today: string): Case {
  const key = `${stage} ${today}`;
  const known = snapshot.cases.get(key);
  if (known) return known;
  const value = assembleCase(snapshot.head.value, snapshot.rows, stage, today);
  notePin(value, snapshot.head.value.bookEdition);
  snapshot.cases.set(key, value);
  return value;
}

/** The cases of several courses, each at the claim being worked on; `null` entries are gone. */
export function useCases(courseIds: readonly string[]): readonly Read<Case>[] {
  const { database } = useDesk();
  const today = useToday();
  const ids = courseIds.join(' ');
  const all = useMemo(
    () => (ids === '' ? [] : ids.split(' ').map((courseId) => liveCourse(database, courseId))),
    [database, ids],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = all.map((course) => course.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
    [all],
  );
  useSyncExternalStore(subscribe, () => all.map((course) => course.version()).join(' '));
  return all.map((course) => {
    const snapshot = course.get();
    return snapshot && caseOf(snapshot, snapshot.head.value.stage, today);
  });
}

/**
 * The decision about the course at `stage`; by default of the claim being worked on. `null` also where the book is not
 * here by which it is to be judged.
 */
export function useDecision(courseId: string, stage?: CaseStage): Read<Decision> {
  const value = useCase(courseId, stage);
  const { books } = useDesk();
  return value && decisionOf(value, books);
}

const decisions = new WeakMap<Case, { readonly book: Rulebook; readonly decision: Decision }>();

/**
 * The decision about a case by its book; kept with the case, so that each is judged once until its book changes. `null`
 * where that book is not here: the edition that decided a course may be gone, and no other one may take its place.
 */
export function decisionOf(value: Case, books: readonly Rulebook[]): Decision | null {
  const book = bookOf(value, books);
  if (!book) return null;
  const known = decisions.get(value);
  if (known?.book === book) return known.decision;
  const decision = check(value, book);
  decisions.set(value, { book, decision });
  return decision;
}
