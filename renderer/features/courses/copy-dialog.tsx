import { Dialog } from '@base-ui/react/dialog';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { fiscalYear, fiscalYearJa, type IsoDate } from '../../../shared/dates.js';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import { courseNameJa } from '../../desk/course-words.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { coursePath, RULEBOOKS } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import '../../ui/dialog.css';
import { copyCourse } from './copy-course.js';

/** 写す: asks for the first day of the new course; all other days move with it. */
export function CopyDialog({ row, onClose }: { readonly row: CourseRow; readonly onClose: () => void }): ReactNode {
  const { door, books } = useDesk();
  const tell = useTold();
  const [, navigate] = useLocation();
  const [firstDay, setFirstDay] = useState<IsoDate>();
  const [asked, setAsked] = useState(false);
  const year = firstDay === undefined ? undefined : fiscalYear(firstDay);
  const book = books.find((candidate) => candidate.fiscalYear === year);

  const copy = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (firstDay === undefined || !book) {
      setAsked(true);
      return;
    }
    const copying = copyCourse(door, row.courseId, firstDay, book.id);
    const recorded = await tell(copying.then((result) => result.recorded));
    onClose();
    if (recorded.ok) navigate(coursePath((await copying).courseId, 'overview'));
  };

  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">講習会を写して作る</Dialog.Title>
          <p className="dialog-subject">{courseNameJa(row.value.course)}</p>
          <Dialog.Description className="dialog-text">
            団体・会場・科目・日程・講師等・申請の明細を写します。受講者、証憑、振込、承認の記録は写しません。
          </Dialog.Description>
          <form className="dialog-form" onSubmit={(event) => void copy(event)}>
            <DateField
              label="新しい初日"
              width="middle"
              required
              value={firstDay}
              year={row.value.course.fiscalYear}
              note="ほかの日も同じだけ動きます"
              problem={asked && firstDay === undefined ? '新しい初日を入れてください' : undefined}
              onCommit={setFirstDay}
            />
            {year === undefined || book ? null : (
              <p className="field-problem" role="alert">
                {fiscalYearJa(year)}の基準がありません。<Link href={RULEBOOKS}>基準の画面で作る</Link>
              </p>
            )}
            {book?.state === 'draft' ? (
              <p className="field-note">{fiscalYearJa(book.fiscalYear)}の基準はまだ改訂案です。改訂案で判定します。</p>
            ) : null}
            <div className="dialog-buttons">
              <Button kind="main" type="submit">
                写して作る
              </Button>
              <Button onClick={onClose}>やめる</Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
