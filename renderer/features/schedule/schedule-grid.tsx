import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { clockJa, hoursJa, type IsoDate, shortDateJa } from '../../../shared/dates.js';
import type { Session } from '../../../shared/model/case/schedule.js';
import { SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { classNames } from '../../ui/class-names.js';
import { isComposing } from '../../ui/composing.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { keyAction } from './grid-keys.js';
import type { ScheduleChanges } from './schedule-changes.js';
import { byRole, dutiesJa, FORMAT_LETTER, hoursText, type PlacedSession, type TimetableDay } from './timetable.js';

/** Height of an hour, in px. */
const HOUR = 52;

type Props = {
  readonly days: readonly TimetableDay[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  /** Enter: to the fields of the chosen session. */
  readonly onEnter: () => void;
  readonly changes: ScheduleChanges;
  /** True where the day lies outside the 委託期間. */
  readonly isOutside: (date: IsoDate) => boolean;
};

/** 日程: one column per course day, 52 px per hour, chosen and moved by keys. */
export function ScheduleGrid({ days, chosenId, onChoose, onEnter, changes, isOutside }: Props): ReactNode {
  const { first, last } = hoursShown(days);
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const follow = useRef(false);

  // A block that was moved by a key is drawn anew, perhaps in another column: the focus goes with it.
  useEffect(() => {
    if (!follow.current || chosenId === undefined) return;
    const block = document.getElementById(blockId(chosenId));
    if (block && document.activeElement !== block) block.focus();
  });

  const choose = (id: string): void => {
    onChoose(id);
    document.getElementById(blockId(id))?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, session: Session): void => {
    if (isComposing(event) || event.metaKey) return;
    const action = keyAction(event, session, { days, choose, onEnter, changes, onChoose });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    void action();
  };

  return (
    <div
      className="timetable"
      data-region="table"
      onFocus={() => (follow.current = true)}
      onBlur={(event) => (follow.current = event.relatedTarget === null)}
    >
      <div className="timetable-corner" />
      {days.map((day, index) => (
        <div key={day.date} className="timetable-head" style={{ gridColumn: index + 2 }}>
          <span className="timetable-date">{shortDateJa(day.date)}</span>
          {isOutside(day.date) ? <FindingMark mark="out" labelJa="委託期間外" /> : null}
          <span className="second">{hoursText(day.minutes)}時間</span>
        </div>
      ))}
      <div className="timetable-axis" style={{ height: (last - first) * HOUR + HOUR / 2 }} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ top: (hour - first) * HOUR }}>
            {hour}:00
          </span>
        ))}
      </div>
      {days.map((day, index) => (
        <ol
          key={day.date}
          className="timetable-day"
          aria-label={shortDateJa(day.date)}
          style={{ gridColumn: index + 2, height: (last - first) * HOUR + HOUR / 2 }}
        >
          {day.sessions.map((placed) => (
            <SessionBlock
              key={placed.session.id}
              placed={placed}
              first={first}
              isChosen={placed.session.id === chosenId}
              isEntry={chosenId === undefined && placed === days[0]?.sessions[0]}
              onChoose={() => onChoose(placed.session.id)}
              onKeyDown={(event) => onKeyDown(event, placed.session)}
              onOpen={onEnter}
            />
          ))}
        </ol>
      ))}
    </div>
  );
}

/** A clash of fewer minutes writes its words above the hatch. */
const ROOM_FOR_WORDS = 45;

function blockId(sessionId: string): string {
  return `session-${sessionId}`;
}

function hoursShown(days: readonly TimetableDay[]): { readonly first: number; readonly last: number } {
  const all = days.flatMap((day) => day.sessions.map(({ session }) => session));
  const first = Math.min(8, ...all.map((session) => Math.floor((session.start - 1) / 60)));
  const last = Math.max(17, ...all.map((session) => Math.ceil(session.end / 60)));
  return { first: Math.max(0, first), last };
}

function SessionBlock({
  placed,
  first,
  isChosen,
  isEntry,
  onChoose,
  onKeyDown,
  onOpen,
}: {
  readonly placed: PlacedSession;
  readonly first: number;
  readonly isChosen: boolean;
  readonly isEntry: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: () => void;
}): ReactNode {
  const { session, titleJa, roomJa, duties, lane, lanes, clashes } = placed;
  const time = `${clockJa(session.start)}–${clockJa(session.end)}`;
  const people = dutiesJa(duties);
  const kind = session.format === null ? '形態 未選択' : SESSION_FORMAT_JA[session.format];
  const place: CSSProperties = {
    top: ((session.start - first * 60) * HOUR) / 60 + 1,
    height: ((session.end - session.start) * HOUR) / 60 - 2,
    left: `calc(${(lane / lanes) * 100}% + 3px)`,
    width: `calc(${100 / lanes}% - 6px)`,
  };
  const words = [titleJa, kind, time, roomJa, people, ...clashes.map((clash) => `${clash.nameJa} 重なり`)];
  return (
    <li className="timetable-slot" style={place}>
      <button
        id={blockId(session.id)}
        type="button"
        className={classNames('session', `session-${session.format ?? 'open'}`, isChosen && 'session-chosen')}
        tabIndex={isChosen || isEntry ? 0 : -1}
        aria-pressed={isChosen}
        aria-label={words.filter(Boolean).join('、')}
        onClick={onChoose}
        onFocus={onChoose}
        onDoubleClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <BlockContent placed={placed} time={time} />
        {clashes.map((clash) => (
          <span
            key={`${clash.staffId} ${clash.laterId}`}
            className={classNames('session-clash', clash.to - clash.from < ROOM_FOR_WORDS && 'session-clash-low')}
            style={{
              top: ((clash.from - session.start) * HOUR) / 60 - 1,
              height: ((clash.to - clash.from) * HOUR) / 60,
            }}
          >
            <span>
              <span className="whole">{clash.nameJa}</span>{' '}
              <span className="whole">{hoursJa(clash.to - clash.from)}　重なり</span>
            </span>
          </span>
        ))}
      </button>
    </li>
  );
}

/** Blocks up to this many minutes have room for one line only. */
const ONE_LINE = 35;
/** Up to here for two. */
const TWO_LINES = 65;

function BlockContent({ placed, time }: { readonly placed: PlacedSession; readonly time: string }): ReactNode {
  const { session, titleJa, roomJa, duties, lanes } = placed;
  if (session.format === 'lunch' || session.format === 'break') {
    return <span className="session-pause">{titleJa}</span>;
  }
  const letter = (
    <span className="session-letter">{session.format === null ? '?' : FORMAT_LETTER[session.format]}</span>
  );
  if (session.end - session.start <= ONE_LINE) {
    return (
      <>
        <span className="session-title">
          {titleJa} <span className="session-text">{time}</span>
        </span>
        {letter}
      </>
    );
  }
  const isShort = session.end - session.start <= TWO_LINES;
  return (
    <>
      <span className="session-title">{titleJa}</span>
      {letter}
      {isShort && duties.length > 0 ? null : (
        <span className="session-text">
          {roomJa === undefined ? null : <span className="whole">{roomJa}　</span>}
          {lanes > 1 ? null : <span className="whole">{time}</span>}
        </span>
      )}
      {duties.length === 0 ? null : (
        <span className={classNames('session-text session-people', isShort && 'session-line')}>
          {isShort && lanes === 1 ? <span className="session-time">{time}　</span> : null}
          <Names duties={duties} />
        </span>
      )}
    </>
  );
}

function Names({ duties }: { readonly duties: PlacedSession['duties'] }): ReactNode {
  return byRole(duties).map(({ roleJa, names }, index) => (
    <span key={roleJa}>
      {index === 0 ? '' : '・'}
      {names.map((name, at) => (
        <span key={name} className="whole">
          {at === 0 ? `${roleJa} ` : '、'}
          {name}
        </span>
      ))}
    </span>
  ));
}
