import { IconCalendarDown, IconPlus, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { fiscalYearJa, weekdayJa } from '../../../shared/dates.js';
import { sum } from '../../../shared/money.js';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import { useCases } from '../../db/course-case.js';
import { useToday } from '../../db/today.js';
import { AcrossNotes } from '../../desk/across-notes.js';
import { useDesk } from '../../desk/desk-context.js';
import { mustDoCount } from '../../desk/must-do.js';
import { useCalendarFile } from '../../desk/use-calendar-file.js';
import { NEW_COURSE } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { SidePanel } from '../../ui/side-panel.js';
import { PillFilter } from '../../ui/switch.js';
import { ProgressList, Recoverable } from './board-side.js';
import { dueOf, groupsOf, type Held } from './due.js';
import { DueList } from './due-list.js';
import { DuePrint } from './due-print.js';
import './board.css';

const ALL_YEARS = 'all';

/** ホーム: the deadlines of all courses, what money can come back, and how far each course is. */
export function Board({ courses }: { readonly courses: readonly CourseRow[] }): ReactNode {
  const { books } = useDesk();
  const today = useToday();
  const [, navigate] = useLocation();
  const writeCalendar = useCalendarFile();
  const [year, setYear] = useState(ALL_YEARS);
  const cases = useCases(courses.map((row) => row.courseId));
  const all = courses.flatMap((row, index): Held[] => {
    const value = cases[index];
    return value ? [{ row, value }] : [];
  });
  const years = [...new Set(all.map(({ value }) => String(value.course.fiscalYear)))].sort();
  const shownYear = years.includes(year) ? year : ALL_YEARS;
  const held = shownYear === ALL_YEARS ? all : all.filter(({ value }) => String(value.course.fiscalYear) === shownYear);
  const due = dueOf(held, books);
  const groups = groupsOf(due);
  const mustDo = sum(held.map(({ value }) => mustDoCount(value, books) ?? 0));
  usePrintKey();
  const calendarJa = shownYear === ALL_YEARS ? 'すべての講習会' : fiscalYearJa(Number(shownYear));
  return (
    <>
      <header className="screen-head" data-region="head">
        <h1 className="screen-name">
          {Number(today.slice(5, 7))}月{Number(today.slice(8))}日({weekdayJa(today)})
        </h1>
        <p className="second">
          今週の期限 <b>{groups[1].entries.length}件</b>
        </p>
        {groups[0].entries.length === 0 ? null : (
          <p className="second">
            過ぎたもの <b>{groups[0].entries.length}件</b>
          </p>
        )}
        {mustDo === 0 ? null : (
          <p className="second">
            要対応 <b>{mustDo}件</b>
          </p>
        )}
        {years.length > 1 ? (
          <PillFilter
            label="年度"
            value={shownYear}
            options={[
              { value: ALL_YEARS, ja: 'すべての年度' },
              ...years.map((own) => ({ value: own, ja: fiscalYearJa(Number(own)) })),
            ]}
            onChoose={setYear}
          />
        ) : null}
        <span className="gap" />
        <Button
          icon={<IconCalendarDown size={16} aria-hidden="true" />}
          onClick={() =>
            void writeCalendar(
              calendarJa,
              held.map(({ row, value }) => ({ courseId: row.courseId, value })),
            )
          }
        >
          カレンダーに書き出す
        </Button>
        <Button icon={<IconPrinter size={16} aria-hidden="true" />} shortcut="P" onClick={() => window.print()}>
          期限表を印刷
        </Button>
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
          <DueList groups={groups} isReady={held.length === all.length && all.length === courses.length} />
        </div>
        <SidePanel label="戻せるお金と進み">
          <Recoverable held={held} />
          <AcrossNotes />
          <ProgressList held={held} />
        </SidePanel>
      </div>
      <DuePrint groups={groups} today={today} />
    </>
  );
}

/** P and Ctrl+P print the list, except while something is typed. */
function usePrintKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event) || event.key.toLowerCase() !== 'p') return;
      if (event.altKey || event.shiftKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const isField = document.activeElement?.matches('input, textarea, select') === true;
      if (isField && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      window.print();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
