/** The 証憑 of a course with everything its parts read: built once per change. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { AcrossFinding } from '../../../shared/rules/across/finding.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { lineNumbers } from '../../../shared/rules/line-numbers.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { type Read, useCase, useCourse, useDecision } from '../../db/course-case.js';
import { bookOf } from '../../desk/books.js';
import { useDesk } from '../../desk/desk-context.js';
import { lockOf } from '../../desk/lock.js';
import { inPictureOrder } from '../../desk/picture-shelf.js';
import { useAcross } from '../../desk/use-across.js';
import { useVoucherChanges, type VoucherChanges } from '../../desk/use-voucher-changes.js';
import { type JudgedPapers, judgedPapers, type VoucherBook, voucherBook } from './voucher-book.js';

export type Vouchers = JudgedPapers & {
  readonly courseId: string;
  readonly record: CourseRecord;
  readonly value: Case;
  readonly book: Rulebook;
  /** 科目番号-連番 by line. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly pictures: readonly Picture[];
  readonly list: VoucherBook;
  /** The same paper in two courses. */
  readonly across: readonly AcrossFinding[];
  /** Why nothing here can be changed; absent where it can. */
  readonly lockJa: string | undefined;
  readonly changes: VoucherChanges;
};

/** `undefined` while they are read, `null` where there is no such course. */
export function useVouchers(courseId: string): Read<Vouchers> {
  const record = useCourse(courseId);
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  const { books } = useDesk();
  const pictures = useCoursePictures(courseId);
  const across = useAcross(courseId);
  const changes = useVoucherChanges(courseId);
  return useMemo(() => {
    if (record === null || value === null || decision === null) return null;
    if (!record || !value || !decision || !pictures) return undefined;
    const book = bookOf(value, books);
    if (!book) return null;
    const judged = judgedPapers(value, decision, book);
    return {
      courseId,
      record,
      value,
      book,
      ...judged,
      numbers: lineNumbers(judged.facts.lines),
      pictures,
      list: voucherBook(judged, pictures),
      across: across.filter((finding) => finding.kind === 'voucher'),
      lockJa: lockOf(record, record.stage),
      changes,
    };
  }, [record, value, decision, books, pictures, across, courseId, changes]);
}

/** Pictures of a course in their order; `undefined` while they are read. */
function useCoursePictures(courseId: string): readonly Picture[] | undefined {
  const { database } = useDesk();
  return useLiveQuery(async () => {
    const rows = await database.shelf('pictures').where('value.courseId').equals(courseId).toArray();
    return inPictureOrder(rows.map((row) => row.value));
  }, [database, courseId]);
}
