import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import { useCases } from '../../db/course-case.js';
import { courseNameJa } from '../../desk/course-words.js';
import { useDesk } from '../../desk/desk-context.js';
import { FileButton } from '../../desk/file-button.js';
import { useCaseFiles } from '../../desk/use-case-files.js';
import { useTold } from '../../desk/use-changes.js';
import { useCourses } from '../../desk/use-courses.js';
import { coursePath, NEW_COURSE } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { CopyDialog } from './copy-dialog.js';
import { CourseListRow } from './course-list-row.js';
import './course-list.css';

/** 講習会の一覧: one row per course, with its money and its next deadline. */
export function CourseList(): ReactNode {
  const courses = useCourses();
  const [, navigate] = useLocation();
  const { openSample } = useCaseFiles();
  const create = (): void => navigate(NEW_COURSE);
  if (courses === undefined) return null;
  const hasSample = courses.some((row) => row.value.isSample);
  return (
    <>
      <header className="screen-head" data-region="head">
        <h1 className="screen-name">講習会</h1>
        <p className="second">{courses.length}件</p>
        <span className="gap" />
        {hasSample ? null : <Button onClick={() => void openSample()}>見本を開く</Button>}
        <FileButton icon={<IconFileImport size={16} aria-hidden="true" />}>ファイルから取り込む</FileButton>
        <Button kind="main" icon={<IconPlus size={16} aria-hidden="true" />} shortcut="Ctrl+N" onClick={create}>
          講習会を作る
        </Button>
      </header>
      <div className="split-work" data-region="main">
        {courses.length === 0 ? (
          <EmptyState title="講習会はまだありません" note="団体名を入れると、最初の講習会を作れます。">
            <Button onClick={create}>講習会を作る</Button>
          </EmptyState>
        ) : (
          <CourseTable courses={courses} />
        )}
      </div>
    </>
  );
}

function CourseTable({ courses }: { readonly courses: readonly CourseRow[] }): ReactNode {
  const { door } = useDesk();
  const [, navigate] = useLocation();
  const tell = useTold();
  const cases = useCases(courses.map((row) => row.courseId));
  const [chosen, setChosen] = useState<string>();
  const [copying, setCopying] = useState<CourseRow>();
  const current = courses.some((row) => row.courseId === chosen) ? chosen : courses[0]?.courseId;

  const remove = (row: CourseRow): void => {
    void tell(
      door.record(`${courseNameJa(row.value.course)}を消しました`, async (draft) =>
        (await draft.course(row.courseId)).removeCourse(),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: CourseRow): void => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const index = courses.indexOf(row);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: courses.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = courses[Math.max(0, Math.min(courses.length - 1, to))];
      if (next) focusRow(next.courseId);
    }
    if (event.key === 'Enter') navigate(coursePath(row.courseId, 'overview'));
    if (event.key === 'Delete') remove(row);
  };

  return (
    <>
      <table className="course-table">
        <thead>
          <tr>
            <th scope="col">講習会</th>
            <th scope="col">区分</th>
            <th scope="col">期間</th>
            <th scope="col" className="number">
              受講者
            </th>
            <th scope="col">段階</th>
            <th scope="col" className="number">
              請求
            </th>
            <th scope="col" className="number">
              対象
            </th>
            <th scope="col">次の期限</th>
            <th scope="col">
              <span className="unseen">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {courses.map((row, index) => (
            <CourseListRow
              key={row.courseId}
              row={row}
              value={cases[index]}
              isCurrent={row.courseId === current}
              onFocus={() => setChosen(row.courseId)}
              onKeyDown={(event) => onKeyDown(event, row)}
              onOpen={() => navigate(coursePath(row.courseId, 'overview'))}
              onCopy={() => setCopying(row)}
              onRemove={() => remove(row)}
            />
          ))}
        </tbody>
      </table>
      {copying ? <CopyDialog row={copying} onClose={() => setCopying(undefined)} /> : null}
    </>
  );
}

function focusRow(courseId: string): void {
  document.getElementById(`course-${courseId}`)?.focus();
}
