/** Writing vouchers together with their pictures: both in one change, so that one 元に戻す takes both back. */
import { useMemo } from 'react';
import type { Door, Recorded } from '../db/changes.js';
import type { CourseDraft } from '../db/course-draft.js';
import { useWithdrawToast } from '../ui/toast.js';
import { useDesk } from './desk-context.js';
import { firstFiles, keepFileRefs, picturesIn, type PictureShelf } from './picture-shelf.js';
import { useTold } from './use-changes.js';

export type VoucherEdit = (course: CourseDraft, pictures: PictureShelf) => void;

export type VoucherChanges = {
  /** Writes and says nothing; a refusal comes back for the field to show below itself. */
  readonly edit: (labelJa: string, change: VoucherEdit) => Promise<Recorded>;
  /** Writes, tells what happened with 元に戻す; a refusal opens the dialog. */
  readonly act: (labelJa: string, change: VoucherEdit) => Promise<Recorded>;
};

/** The ways to change vouchers and pictures of one course. `labelJa` is in the past tense. */
export function useVoucherChanges(courseId: string): VoucherChanges {
  const { door } = useDesk();
  const tell = useTold();
  const withdraw = useWithdrawToast();
  return useMemo(() => {
    const edit: VoucherChanges['edit'] = async (labelJa, change) => {
      const recorded = await recordVouchers(door, courseId, labelJa, change);
      if (recorded.ok && recorded.change) withdraw();
      return recorded;
    };
    return { edit, act: (labelJa, change) => tell(edit(labelJa, change)) };
  }, [door, courseId, tell, withdraw]);
}

/** One step on the vouchers and pictures of a course; `fileRef` of each voucher follows its first picture. */
export function recordVouchers(door: Door, courseId: string, labelJa: string, change: VoucherEdit): Promise<Recorded> {
  return door.record(labelJa, async (draft) => {
    const course = await draft.course(courseId);
    if (!course.exists) return;
    const shelf = await draft.shelf('pictures');
    const before = firstFiles(picturesIn(shelf, courseId));
    change(course, shelf);
    keepFileRefs(course, shelf, before);
  });
}
