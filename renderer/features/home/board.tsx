import { IconCheck, IconChevronRight, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { addDays, daysBetween, longDateJa, shortDateJa, weekday, weekdayJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { DELIVERY_JA } from '../../../shared/model/case/course.js';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import { grouped, sum } from '../../../shared/money.js';
import { ARRIVAL_JA } from '../../../shared/rules/courses/deadlines/deadline.js';
import { decisionOf, useCases } from '../../db/course-case.js';
import { useToday } from '../../db/today.js';
import { courseDates, courseNameJa, periodJa } from '../../desk/course-words.js';
import { chipKind, type DueDeadline, openDeadlines } from '../../desk/deadlines.js';
import { useDesk } from '../../desk/desk-context.js';
import { coursePath, NEW_COURSE } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { DeadlineChip } from '../../ui/deadline-chip.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SidePanel } from '../../ui/side-panel.js';
import { stepsOf } from './progress-steps.js';
import './board.css';

type Held = { readonly row: CourseRow; readonly value: Case };
type Due = Held & { readonly deadline: DueDeadline };

/** ホーム: the deadlines of all courses, what money can come back, and how far each course is. */
export function Board({ courses }: { readonly courses: readonly CourseRow[] }): ReactNode {
  const { books } = useDesk();
  const today = useToday();
  const [, navigate] = useLocation();
  const cases = useCases(courses.map((row) => row.courseId));
  const held = courses.flatMap((row, index): Held[] => {
    const value = cases[index];
    return value ? [{ row, value }] : [];
  });
  const due = held
    .flatMap(({ row, value }) => openDeadlines(value, books).map((deadline) => ({ row, value, deadline })))
    .sort((a, b) => a.deadline.daysLeft - b.deadline.daysLeft);
  const groups = groupsOf(due);
  return (
    <>
      <header className="screen-head" data-region="head">
        <h1 className="screen-name">
          {Number(today.slice(5, 7))}月{Number(today.slice(8))}日({weekdayJa(today)})
        </h1>
        <p className="second">
          今週の期限 <b>{groups[1].entries.length}件</b>
        </p>
        <span className="gap" />
        <Button
          kind="main"
          icon={<IconPlus size={16} aria-hidden="true" />}
          shortcut="Ctrl+N"
          onClick={() => navigate(NEW_COURSE)}
        >
          講習会を作る
        </Button>
      </header>
      <div className="split">
        <div className="split-work board" data-region="main">
          {due.length === 0 && held.length === courses.length ? (
            <EmptyState
              title="期限のあるものはありません"
              note="日程を入れると、申請書や報告書の期限がここに並びます。"
            />
          ) : (
            groups.map((group) => <DueGroup key={group.ja} ja={group.ja} entries={group.entries} />)
          )}
        </div>
        <SidePanel label="戻せるお金と進み">
          <Recoverable held={held} />
          <ProgressList held={held} />
        </SidePanel>
      </div>
    </>
  );
}

/** Passed, until the coming Sunday, and later: by the day of each course. */
function groupsOf(due: readonly Due[]): readonly [Group, Group, Group] {
  const leftOfWeek = (value: Case): number => (7 - weekday(value.asOf)) % 7;
  const of = (test: (entry: Due) => boolean): readonly Due[] => due.filter(test);
  const isPast = ({ deadline }: Due): boolean => deadline.daysLeft < 0;
  const isThisWeek = (entry: Due): boolean => !isPast(entry) && entry.deadline.daysLeft <= leftOfWeek(entry.value);
  return [
    { ja: '過ぎたもの', entries: of(isPast) },
    { ja: '今週', entries: of(isThisWeek) },
    { ja: '来週から', entries: of((entry) => !isPast(entry) && !isThisWeek(entry)) },
  ];
}

type Group = { readonly ja: string; readonly entries: readonly Due[] };

function DueGroup({ ja, entries }: Group): ReactNode {
  if (entries.length === 0) {
    return ja === '今週' ? <p className="due-none">今週の期限はありません</p> : null;
  }
  return (
    <section aria-label={ja}>
      <h2 className="due-group">
        {ja} <small>{entries.length}件</small>
      </h2>
      <ul>
        {entries.map((entry) => (
          <DueRow key={`${entry.row.courseId} ${entry.deadline.deadlineId}`} {...entry} />
        ))}
      </ul>
    </section>
  );
}

function DueRow({ row, value, deadline }: Due): ReactNode {
  const tag =
    deadline.kind === 'guideline' ? '目安' : deadline.kind === 'payment' ? '入金予定' : ARRIVAL_JA[deadline.arrival];
  return (
    <li>
      <Link href={coursePath(row.courseId, 'overview')} className="due-row">
        <span className="due-chip">
          <DeadlineChip dueOn={deadline.dueOn} today={value.asOf} kind={chipKind(deadline)} />
        </span>
        <span className="due-date">{shortDateJa(deadline.dueOn)}</span>
        <span className="due-what">
          <span className="due-name">
            {deadline.nameJa} {tag === '' ? null : <span className="tag">{tag}</span>}
          </span>
          <span className="second">
            {courseNameJa(value.course)}　{periodJa(courseDates(value.course, value.sessions))}
            {row.value.isSample ? '　見本' : ''}
            {row.value.asOf === undefined ? '' : `　判定日 ${longDateJa(row.value.asOf)}`}
          </span>
        </span>
        <span className="due-late second">{deadline.daysLeft < 0 ? deadline.lateJa : ''}</span>
        <IconChevronRight size={14} aria-hidden="true" />
      </Link>
    </li>
  );
}

/** 証憑待ち of all courses: what comes back as soon as something arrives. */
function Recoverable({ held }: { readonly held: readonly Held[] }): ReactNode {
  const { books } = useDesk();
  const waiting = held.flatMap(({ row, value }) => {
    const { provisional } = decisionOf(value, books).totals;
    return provisional > 0 ? [{ row, value, provisional }] : [];
  });
  return (
    <section className="board-part">
      <h2>戻せるお金</h2>
      {waiting.length === 0 ? (
        <p className="second">証憑を待っているお金はありません。</p>
      ) : (
        <>
          <p className="recoverable">
            <FindingMark mark="waiting" />
            <span>
              <b>{grouped(sum(waiting.map((entry) => entry.provisional)))}</b> 円
            </span>
          </p>
          <ul>
            {waiting.map(({ row, value, provisional }) => (
              <li key={row.courseId} className="recoverable-row">
                <Link href={coursePath(row.courseId, 'claims')}>{courseNameJa(value.course)}</Link>
                <span>{grouped(provisional)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ProgressList({ held }: { readonly held: readonly Held[] }): ReactNode {
  return (
    <section className="board-part">
      <h2>講習会の進み</h2>
      {held.map(({ row, value }) => (
        <div key={row.courseId} className="steps-of">
          <p>
            <Link href={coursePath(row.courseId, 'overview')} className="steps-name">
              {courseNameJa(value.course)}
            </Link>{' '}
            <span className="tag">{DELIVERY_JA[value.course.delivery]}</span>
            <span className="steps-when">{whenJa(value)}</span>
          </p>
          <ol className="steps">
            {stepsOf(value).map(({ ja, state }) => (
              <li key={ja} className={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
                {state === 'done' ? <IconCheck size={12} aria-label="済" /> : null}
                {state === 'none' ? '—' : ja}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function whenJa(value: Case): string {
  const { first, last } = courseDates(value.course, value.sessions);
  if (first === undefined || last === undefined) return '日程 未入力';
  const bare = (date: string): string => shortDateJa(date).slice(0, -3);
  return daysBetween(value.asOf, addDays(last, 1)) <= 0 ? `${bare(last)}終了` : `${bare(first)}開始`;
}
