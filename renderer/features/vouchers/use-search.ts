/** さがす over this course or over all: what was asked for and what was found. */
import { useMemo, useState } from 'react';
import { Facts } from '../../../shared/rules/facts/facts.js';
import type { Case } from '../../../shared/model/case/case.js';
import { useCases } from '../../db/course-case.js';
import { courseNameJa } from '../../desk/course-words.js';
import { useCourses } from '../../desk/use-courses.js';
import type { SearchScope } from './search-bar.js';
import type { Vouchers } from './use-vouchers.js';
import { type Group, plainGroup, type VoucherEntry, voucherEntries } from './voucher-book.js';
import { isAsking, meets, type Search, unsearchable } from './voucher-search.js';

export type VoucherSearch = {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly search: Search;
  readonly setSearch: (search: Search) => void;
  readonly scope: SearchScope;
  readonly setScope: (scope: SearchScope) => void;
  /** Results by course; absent while nothing is asked for. */
  readonly groups: readonly Group[] | undefined;
  readonly found: number | undefined;
  readonly unsearchable: number;
};

export type OtherCourse = { readonly courseId: string; readonly nameJa: string; readonly value: Case };

/** The other courses of the desk; 見本 and real ones never mix. */
export function useOtherCourses(courseId: string, isSample: boolean): readonly OtherCourse[] {
  const rows = useCourses();
  const ids = useMemo(
    () =>
      (rows ?? [])
        .filter((row) => row.courseId !== courseId && row.value.isSample === isSample)
        .map((row) => row.courseId),
    [rows, courseId, isSample],
  );
  const cases = useUnchanged(useCases(ids));
  return useMemo(() => {
    if (cases.length !== ids.length || cases.includes(undefined)) return NONE;
    return ids.flatMap((id, index) => {
      const value = cases[index];
      return value ? [{ courseId: id, nameJa: courseNameJa(value.course), value }] : [];
    });
  }, [ids, cases]);
}

/** The same list as before while it holds the same entries. */
function useUnchanged<T>(list: readonly T[]): readonly T[] {
  const [held, setHeld] = useState(list);
  const isSame = held.length === list.length && held.every((entry, index) => entry === list[index]);
  if (!isSame) setHeld(list);
  return isSame ? held : list;
}

const NONE: readonly OtherCourse[] = [];

export function useSearch(
  vouchers: Vouchers,
  own: readonly VoucherEntry[],
  others: readonly OtherCourse[],
): VoucherSearch {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState<Search>({});
  const [scope, setScope] = useState<SearchScope>('course');
  const { value } = vouchers;
  const isActive = isOpen && isAsking(search);

  const results = useMemo(() => {
    if (!isActive) return undefined;
    const here = own.filter((entry) => meets(entry, search));
    const elsewhere =
      scope === 'course' ? [] : others.map((course) => ({ course, all: voucherEntries(new Facts(course.value), []) }));
    const groups = [
      plainGroup('found', courseNameJa(value.course), here),
      ...elsewhere.map(({ course, all }) =>
        plainGroup(
          `found ${course.courseId}`,
          course.nameJa,
          all
            .filter((entry) => meets(entry, search))
            .map((found) => ({
              kind: 'elsewhere',
              key: `elsewhere ${course.courseId} ${found.voucher.id}`,
              courseId: course.courseId,
              courseJa: course.nameJa,
              found,
            })),
        ),
      ),
    ].filter((group) => group.entries.length > 0);
    return { groups, lacking: unsearchable([...own, ...elsewhere.flatMap(({ all }) => all)], search) };
  }, [isActive, own, search, scope, others, value]);

  return {
    isOpen,
    open: () => setOpen(true),
    close: () => setOpen(false),
    search,
    setSearch,
    scope,
    setScope,
    groups: results?.groups,
    found: results?.groups.reduce((count, group) => count + group.entries.length, 0),
    unsearchable: results?.lacking ?? 0,
  };
}
