import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { addDays, type IsoDate, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Session } from '../../../shared/model/case/schedule.js';
import type { Decision } from '../../../shared/rules/engine/decide.js';
import { useCase, useDecision } from '../../db/course-case.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { DateField } from '../../ui/date-field.js';
import { EmptyState } from '../../ui/empty-state.js';
import { focusInPanel, SidePanel } from '../../ui/side-panel.js';
import { Switch } from '../../ui/switch.js';
import { DutyTable } from './duty-table.js';
import { FormatLegend } from './format-legend.js';
import { Places } from './places.js';
import { scheduleChanges } from './schedule-changes.js';
import { ScheduleGrid } from './schedule-grid.js';
import { SessionPanel } from './session-panel.js';
import { SessionTable } from './session-table.js';
import { SubjectStrip } from './subject-strip.js';
import { timetableOf, titleJa } from './timetable.js';
import { useOutsidePeriod } from './use-outside-period.js';
import './schedule.css';

/** 日程: build the days and see hours become money. */
export function Schedule({ courseId }: { readonly courseId: string }): ReactNode {
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  if (!value || !decision) return null;
  return <LoadedSchedule courseId={courseId} value={value} decision={decision} />;
}

type View = 'all' | 'day' | 'table' | 'places';
const VIEWS = [
  { value: 'day', ja: '1日' },
  { value: 'all', ja: '全日程' },
  { value: 'table', ja: '表' },
  { value: 'places', ja: '会場・科目' },
] as const satisfies readonly { value: View; ja: string }[];

function LoadedSchedule({
  courseId,
  value,
  decision,
}: {
  readonly courseId: string;
  readonly value: Case;
  readonly decision: Decision;
}): ReactNode {
  const [view, setView] = useState<View>('all');
  const [chosenId, setChosenId] = useState<string>();
  /** The session just added: its fields take the focus as soon as it is drawn. */
  const [addedId, setAddedId] = useState<string>();
  const firstField = useRef<HTMLDivElement>(null);
  const courseChanges = useCourseChanges(courseId);
  const changes = scheduleChanges(courseChanges, (session) => titleJa(session, value));
  const days = useMemo(() => timetableOf(value), [value]);
  const isOutside = useOutsidePeriod(value);
  const chosen = value.sessions?.find((session) => session.id === chosenId);
  const dates = days.map((day) => day.date);
  const shownDay = chosen?.date ?? dates[0];

  const add = async (date: IsoDate | undefined): Promise<void> => {
    const day = date ?? shownDay ?? value.course.startDate;
    if (day === undefined) {
      // Today is no guess for a course whose first day nobody has said.
      setView('all');
      setTimeout(() => document.getElementById(FIRST_DAY)?.querySelector('input')?.focus(), 0);
      return;
    }
    const id = await changes.add(day, chosen);
    if (id === undefined) return;
    if (view === 'places') setView('all');
    setChosenId(id);
    setAddedId(id);
  };
  useAddKey(() => void add(undefined));
  const toFields = (): void => focusInPanel(() => firstField.current?.querySelector('select, input'));
  const toBlock = (): void => document.getElementById(`session-${chosenId}`)?.focus();

  return (
    <>
      <ScheduleTools view={view} onView={setView} lastDate={dates.at(-1)} onAdd={(date) => void add(date)}>
        {view === 'day' && shownDay !== undefined ? (
          <DaySwitch dates={dates} shown={shownDay} onShow={(date) => setChosenId(firstOf(value, date))} />
        ) : null}
      </ScheduleTools>
      {view === 'places' ? (
        <Places value={value} changes={changes} />
      ) : (
        <div className="split">
          <div className="schedule-work">
            {days.length === 0 ? <NoSessions value={value} onStart={(date) => void add(date)} /> : null}
            {days.length > 0 && view === 'table' ? (
              <div className="split-work">
                <SessionTable value={value} chosenId={chosenId} onChoose={setChosenId} changes={changes} />
              </div>
            ) : null}
            {days.length > 0 && view !== 'table' ? (
              <div className="schedule-scroll">
                <ScheduleGrid
                  days={view === 'day' ? days.filter((day) => day.date === shownDay) : days}
                  chosenId={chosen?.id}
                  onChoose={setChosenId}
                  onEnter={toFields}
                  changes={changes}
                  isOutside={isOutside}
                />
              </div>
            ) : null}
            <SubjectStrip value={value} />
          </div>
          <SidePanel label="予定と謝金">
            {chosen ? (
              <SessionPanel
                key={chosen.id}
                value={value}
                session={chosen}
                changes={changes}
                firstField={firstField}
                isNew={chosen.id === addedId}
                onLeave={toBlock}
              />
            ) : (
              <p className="second">予定を選ぶと、内容と担当がここに出ます。</p>
            )}
            <DutyTable courseId={courseId} value={value} decision={decision} marked={peopleOf(value, chosen)} />
          </SidePanel>
        </div>
      )}
    </>
  );
}

function ScheduleTools({
  view,
  onView,
  lastDate,
  onAdd,
  children,
}: {
  readonly children: ReactNode;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly lastDate: IsoDate | undefined;
  readonly onAdd: (date: IsoDate | undefined) => void;
}): ReactNode {
  return (
    <div className="tool-bar" data-region="tools">
      <Switch label="見方" value={view} options={VIEWS} onChoose={onView} />
      {children}
      {view === 'all' ? <FormatLegend /> : null}
      <span className="gap" />
      {lastDate === undefined ? null : <Button onClick={() => onAdd(addDays(lastDate, 1))}>日を加える</Button>}
      <Button
        kind="main"
        icon={<IconPlus size={16} aria-hidden="true" />}
        shortcut="Ctrl+Enter"
        onClick={() => onAdd(undefined)}
      >
        予定を追加
      </Button>
    </div>
  );
}

function peopleOf(value: Case, session: Session | undefined): ReadonlySet<string> {
  const own = (value.assignments ?? []).filter((assignment) => assignment.sessionId === session?.id);
  return new Set(session === undefined ? [] : own.map((assignment) => assignment.staffId));
}

function firstOf(value: Case, date: IsoDate): string | undefined {
  return timetableOf(value).find((day) => day.date === date)?.sessions[0]?.session.id;
}

/** Which day 1日 shows. */
function DaySwitch({
  dates,
  shown,
  onShow,
}: {
  readonly dates: readonly IsoDate[];
  readonly shown: IsoDate;
  readonly onShow: (date: IsoDate) => void;
}): ReactNode {
  return (
    <div className="day-switch">
      <Switch
        label="日"
        value={shown}
        options={dates.map((date) => ({ value: date, ja: shortDateJa(date).slice(0, -3) }))}
        onChoose={onShow}
      />
    </div>
  );
}

const FIRST_DAY = 'schedule-first-day';

function NoSessions({
  value,
  onStart,
}: {
  readonly value: Case;
  readonly onStart: (date: IsoDate) => void;
}): ReactNode {
  const [date, setDate] = useState<IsoDate | undefined>(value.course.startDate);
  return (
    <EmptyState title="日程はまだありません" note="初日を入れると、最初の予定を作れます。">
      <div id={FIRST_DAY}>
        <DateField
          label="初日"
          placeholder="初日（例 10/30）"
          labelHidden
          width="middle"
          year={value.course.fiscalYear}
          value={date}
          onCommit={setDate}
        />
      </div>
      <Button disabled={date === undefined} onClick={() => (date === undefined ? undefined : onStart(date))}>
        最初の予定を作る
      </Button>
    </EmptyState>
  );
}

/** Ctrl+Enter: a new session, wherever the focus is on this screen. */
function useAddKey(add: () => void): void {
  const onAdd = useEffectEvent(add);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event) || event.defaultPrevented) return;
      event.preventDefault();
      onAdd();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
