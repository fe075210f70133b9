/** The courses that a book judges, and what a change of it would do to them. */
import { useEffect, useMemo, useState } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import { isDecided } from '../../../shared/rules/books/book-choice.js';
import { type FigureUses, figureUses } from '../../../shared/rules/books/figure-uses.js';
import {
  type Effect,
  followsBook,
  type OpenCourse,
  previewEffect,
} from '../../../shared/rules/books/preview-effect.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useCases } from '../../db/course-case.js';
import { useCourses } from '../../desk/use-courses.js';

export type BookCourses = {
  /** Not decided: a new edition would judge them. */
  readonly open: readonly OpenCourse[];
  /** Decided, and kept with the edition that decided them. */
  readonly decided: number;
};

export function useBookCourses(bookId: string): BookCourses {
  const rows = useCourses();
  const ids = (rows ?? []).filter(({ value }) => followsBook(value, bookId)).map((row) => row.courseId);
  const cases = useCases(ids);
  const open = useSame(
    ids.flatMap((courseId, index): OpenCourse[] => {
      const value = cases[index];
      return value ? [{ courseId, value }] : [];
    }),
  );
  const decided = (rows ?? []).filter(({ value }) => isKept(value, bookId)).length;
  return useMemo(() => ({ open, decided }), [open, decided]);
}

function isKept(record: CourseRecord, bookId: string): boolean {
  return record.ruleSet === bookId && (record.bookEdition !== undefined || isDecided(record));
}

/** The same list as long as its courses are the same objects. */
function useSame(list: readonly OpenCourse[]): readonly OpenCourse[] {
  const [held, setHeld] = useState(list);
  const isSame = held.length === list.length && held.every((course, index) => course.value === list[index]?.value);
  if (!isSame) setHeld(list);
  return isSame ? held : list;
}

/** Typing must not wait for the courses to be judged again. */
const REST_MS = 180;

type Trial = { readonly before: Rulebook; readonly after: Rulebook };

/** What `after` would change; undefined while it is being found out or where there is nothing to compare. */
export function useEffectOf(open: readonly OpenCourse[], trial: Trial | undefined): Effect | undefined {
  const [known, setKnown] = useState<{ readonly trial: Trial; readonly open: unknown; readonly effect: Effect }>();
  useEffect(() => {
    if (!trial) return undefined;
    const timer = setTimeout(() => {
      setKnown({ trial, open, effect: previewEffect(open, trial.before, trial.after) });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [open, trial]);
  return known && known.trial === trial && known.open === open ? known.effect : undefined;
}

const knownUses = new WeakMap<Case, { readonly book: Rulebook; readonly uses: FigureUses }>();

function usesOf(value: Case, book: Rulebook): FigureUses {
  const known = knownUses.get(value);
  if (known?.book === book) return known.uses;
  const uses = figureUses(value, book);
  knownUses.set(value, { book, uses });
  return uses;
}

/** How many lines of open courses each figure was read for; empty until that is known. */
export function useLineCounts(open: readonly OpenCourse[], book: Rulebook): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = new Map<string, number>();
      for (const { value } of open) {
        for (const [key, lines] of usesOf(value, book)) next.set(key, (next.get(key) ?? 0) + lines.size);
      }
      setCounts(next);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [open, book]);
  return counts;
}
