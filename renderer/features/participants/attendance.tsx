import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { clockJa, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Enrollment } from '../../../shared/model/case/participant.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { coursePath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { EmptyState } from '../../ui/empty-state.js';
import { countedSessions, type Presence, presenceOf, recordPresence } from './attendance-changes.js';
import type { Person } from './people.js';
import { useMainKey } from '../../desk/list-import/use-main-key.js';
import { useVirtualRows } from '../../ui/use-virtual-rows.js';

type Props = {
  readonly courseId: string;
  readonly value: Case;
  readonly people: readonly Person[];
  readonly viewSwitch: ReactNode;
};
type Enrolled = Person & { readonly enrollment: Enrollment };
type Place = { readonly row: number; readonly column: number };

const ROW_HEIGHT = 30;
const heightOf = (): number => ROW_HEIGHT;
const WORDS = { true: '出席', false: '欠席', undefined: '未入力' } as const;

/** 出欠: people × sessions. Arrows move, Space sets 出席 or 欠席, Delete takes the entry away. */
export function Attendance({ courseId, value, people, viewSwitch }: Props): ReactNode {
  const changes = useCourseChanges(courseId);
  const [, navigate] = useLocation();
  const sessions = countedSessions(value);
  const enrolled = people.filter((person): person is Enrolled => person.enrollment !== undefined);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ count: enrolled.length, heightOf, scroller, head: 62 });
  useFocusedPlace(scroller, place);

  const set = (person: Enrolled, sessionId: string, present: Presence): void =>
    void changes.edit(`${person.participant.nameJa}さんの出欠を入れました`, (course) =>
      recordPresence(course, person.enrollment, [sessionId], present),
    );
  const setAll = (labelJa: string, sessionIds: readonly string[]): void =>
    void changes.act(labelJa, (course) => {
      for (const { enrollment } of enrolled) recordPresence(course, enrollment, sessionIds, true);
    });
  const allPresent = (): void =>
    setAll(
      `${enrolled.length}名を全日程 出席にしました`,
      sessions.map(({ id }) => id),
    );
  useMainKey(() => void (enrolled.length > 0 && sessions.length > 0 && allPresent()));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey) return;
    const person = enrolled[place.row];
    const session = sessions[place.column];
    const step = STEPS[event.key];
    if (step) {
      const row = Math.max(0, Math.min(enrolled.length - 1, place.row + step.row));
      virtual.show(row);
      setPlace({ row, column: Math.max(0, Math.min(sessions.length - 1, place.column + step.column)) });
    } else if (event.key === ' ' && person && session) {
      set(person, session.id, presenceOf(person.enrollment, session.id) !== true);
    } else if (event.key === 'Delete' && person && session) set(person, session.id, undefined);
    else return;
    event.preventDefault();
  };

  if (enrolled.length === 0 || sessions.length === 0) {
    return (
      <>
        <div className="tool-bar" data-region="tools">
          {viewSwitch}
        </div>
        <EmptyState
          title={sessions.length === 0 ? '日程がまだありません' : '受講者はまだいません'}
          note={
            sessions.length === 0
              ? '日程に予定を入れると、ここで出欠を入れられます。'
              : '名簿で受講者を加えてください。'
          }
        >
          {sessions.length === 0 ? (
            <Button onClick={() => navigate(coursePath(courseId, 'schedule'))}>日程を入れる</Button>
          ) : null}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        <p className="caption">Spaceで出席・欠席、Deleteで未入力に戻します</p>
        <span className="gap" />
        <Button kind="main" shortcut="Ctrl+Enter" onClick={allPresent}>
          全員を全日程 出席にする
        </Button>
      </div>
      <div ref={scroller} className="split-work attendance" data-region="table">
        <table role="grid" aria-label="出欠" aria-rowcount={enrolled.length + 1} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th scope="col" className="attendance-name">
                氏名
              </th>
              <th scope="col" className="number attendance-sum">
                出席
              </th>
              {sessions.map((session) => (
                <th key={session.id} scope="col" className="attendance-session">
                  {shortDateJa(session.date)}
                  <br />
                  {clockJa(session.start)}
                  <br />
                  <button
                    type="button"
                    className="link"
                    aria-label={`${shortDateJa(session.date)} ${clockJa(session.start)} 全員 出席`}
                    onClick={() =>
                      setAll(`${shortDateJa(session.date)} ${clockJa(session.start)} を全員 出席にしました`, [
                        session.id,
                      ])
                    }
                  >
                    全員
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {virtual.before > 0 ? <tr aria-hidden="true" style={{ height: virtual.before }} /> : null}
            {virtual.indexes.map((index) => {
              const person = enrolled[index];
              if (!person) return null;
              const { participant, enrollment } = person;
              const present = sessions.filter((session) => presenceOf(enrollment, session.id) === true).length;
              return (
                <tr
                  key={participant.id}
                  aria-rowindex={index + 2}
                  className={classNames(index === place.row && 'people-chosen')}
                >
                  <th scope="row" className="attendance-name">
                    {participant.nameJa}
                  </th>
                  <td className="number attendance-sum">
                    {present}/{sessions.length}
                  </td>
                  {sessions.map((session, column) => {
                    const own = presenceOf(enrollment, session.id);
                    const isHere = index === place.row && column === place.column;
                    return (
                      <td
                        key={session.id}
                        role="gridcell"
                        tabIndex={isHere ? 0 : -1}
                        aria-selected={isHere}
                        aria-label={`${participant.nameJa} ${shortDateJa(session.date)} ${clockJa(session.start)} ${WORDS[`${own}`]}`}
                        className={`attendance-cell attendance-${own}`}
                        onClick={() => {
                          setPlace({ row: index, column });
                          set(person, session.id, own !== true);
                        }}
                      >
                        {own === undefined ? '・' : own ? '○' : '欠'}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            {virtual.after > 0 ? <tr aria-hidden="true" style={{ height: virtual.after }} /> : null}
          </tbody>
        </table>
      </div>
    </>
  );
}

const STEPS: Readonly<Record<string, Place>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  PageDown: { row: 12, column: 0 },
  PageUp: { row: -12, column: 0 },
};

/** While the table holds the focus, it follows the place. */
function useFocusedPlace(scroller: React.RefObject<HTMLElement | null>, place: Place): void {
  useLayoutEffect(() => {
    const focus = (): void => {
      const cell = scroller.current?.querySelector<HTMLElement>('td[tabindex="0"]');
      if (!scroller.current?.contains(document.activeElement) && document.activeElement !== document.body) return;
      if (document.activeElement === document.body || document.activeElement?.closest('td')) cell?.focus();
    };
    focus();
    const frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [scroller, place]);
}
