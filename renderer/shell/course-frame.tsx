import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { DELIVERY_JA } from '../../shared/model/case/course.js';
import type { Case } from '../../shared/model/case/case.js';
import { useCase, useCourse, useDecision } from '../db/course-case.js';
import { bookOf, lackingBookJa } from '../desk/books.js';
import { courseDates, courseNameJa, periodJa } from '../desk/course-words.js';
import { useDesk } from '../desk/desk-context.js';
import { missingCount } from '../desk/missing-papers.js';
import { COURSE_TAB_JA, COURSE_TABS, COURSES, coursePath, type CourseTab, RULEBOOKS } from '../routes.js';
import { EmptyState } from '../ui/empty-state.js';
import { NextDeadline } from './next-deadline.js';

/** Head and tabs of one course; the tab's screen stands below. */
export function CourseFrame({
  courseId,
  tab,
  children,
}: {
  readonly courseId: string;
  readonly tab: CourseTab;
  readonly children: ReactNode;
}): ReactNode {
  const value = useCase(courseId);
  const record = useCourse(courseId);
  const decision = useDecision(courseId);
  useTabKeys(courseId, tab);
  if (value === undefined || record === undefined) return null;
  if (value === null || record === null) {
    return (
      <EmptyState
        title="この講習会はもうありません"
        note="消したか、元に戻したためです。Ctrl+Z で戻せることがあります。"
      >
        <Link href={COURSES}>講習会の一覧へ</Link>
      </EmptyState>
    );
  }
  return (
    <>
      <CourseHead courseId={courseId} value={value} isSample={record.isSample} />
      <nav className="course-tabs" aria-label="講習会の画面" data-region="tabs">
        {COURSE_TABS.map((name) => (
          <Link
            key={name}
            href={coursePath(courseId, name)}
            className={name === tab ? 'course-tab course-tab-current' : 'course-tab'}
            aria-current={name === tab ? 'page' : undefined}
          >
            {COURSE_TAB_JA[name]}
            <TabCount courseId={courseId} value={value} tab={name} />
          </Link>
        ))}
      </nav>
      <div className="course-body">{decision === null ? <NoBook value={value} /> : children}</div>
    </>
  );
}

/** The edition that decided the course is not here; judging by another one would change what was decided. */
function NoBook({ value }: { readonly value: Case }): ReactNode {
  return (
    <EmptyState
      title={`基準「${lackingBookJa(value)}」がないため、この講習会を判定できません`}
      note="入力した内容はそのままです。基準の画面でその版のファイルを取り込むと、元どおりに開けます。"
    >
      <Link href={RULEBOOKS}>基準の画面へ</Link>
    </EmptyState>
  );
}

function CourseHead({
  courseId,
  value,
  isSample,
}: {
  readonly courseId: string;
  readonly value: Case;
  readonly isSample: boolean;
}): ReactNode {
  const { course } = value;
  const dates = courseDates(course, value.sessions);
  const heads = headsJa(value);
  return (
    <header className="course-head" data-region="head">
      <Link href={COURSES} className="course-crumb">
        講習会
        <IconChevronRight size={12} aria-hidden="true" />
      </Link>
      <h1 className="course-name">{courseNameJa(course)}</h1>
      <div className="course-facts">
        <span className="tag">{DELIVERY_JA[course.delivery]}</span>
        {isSample ? <span className="tag tag-sample">見本</span> : null}
        <DraftBookTag courseId={courseId} />
        <span>{periodJa(dates)}</span>
        {dates.days === 0 ? null : <span className="optional">{dates.days}日間</span>}
        {heads === undefined ? null : <span className="optional">{heads}</span>}
      </div>
      <NextDeadline courseId={courseId} />
    </header>
  );
}

/** Said wherever a course is judged by figures that nobody has put in force. */
function DraftBookTag({ courseId }: { readonly courseId: string }): ReactNode {
  const { bookFor } = useDesk();
  const record = useCourse(courseId);
  if (!record || bookFor(record)?.state !== 'draft') return null;
  return <span className="tag tag-sample">改訂案の基準</span>;
}

function headsJa({ course, enrollments, stage }: Case): string | undefined {
  const listed = enrollments?.length;
  const heads =
    stage === 'report'
      ? (course.reportHeadcount ?? listed ?? course.startHeadcount ?? course.applicationHeadcount)
      : (listed ?? course.applicationHeadcount);
  return heads === undefined ? undefined : `受講者${heads}名`;
}

function TabCount({
  courseId,
  value,
  tab,
}: {
  readonly courseId: string;
  readonly value: Case;
  readonly tab: CourseTab;
}): ReactNode {
  if (tab === 'vouchers') return <MissingCount courseId={courseId} value={value} />;
  const lists = { staff: value.staff, participants: value.participants, claims: value.lines } as const;
  const count = tab in lists ? lists[tab as keyof typeof lists]?.length : undefined;
  return count === undefined ? null : <small>{count}</small>;
}

/** 「1件不足」 beside 証憑. */
function MissingCount({ courseId, value }: { readonly courseId: string; readonly value: Case }): ReactNode {
  const { books } = useDesk();
  const decision = useDecision(courseId);
  const book = bookOf(value, books);
  const count = decision && book ? missingCount(value, decision, book) : 0;
  return count === 0 ? null : <small>{count}件不足</small>;
}

/** Ctrl+PageUp and Ctrl+PageDown: the tab to the left and to the right. */
function useTabKeys(courseId: string, tab: CourseTab): void {
  const [, navigate] = useLocation();
  // As of the tab that is drawn, also where the next key comes before the effects of the last one have run.
  const go = useEffectEvent((step: 1 | -1): void => {
    const next = COURSE_TABS[(COURSE_TABS.indexOf(tab) + step + COURSE_TABS.length) % COURSE_TABS.length];
    if (next) navigate(coursePath(courseId, next));
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      go(event.key === 'PageDown' ? 1 : -1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
