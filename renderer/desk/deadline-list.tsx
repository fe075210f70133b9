import type { ReactNode } from 'react';
import { deadlineKindJa, weekendJa } from '../../shared/calendar/deadline-events.js';
import { type IsoDate, shortDateJa, slashDate, weekdayJa } from '../../shared/dates.js';
import { type Deadline, deadlineTitleJa, isTask } from '../../shared/rules/courses/deadlines/deadline.js';
import { DeadlineChip } from '../ui/deadline-chip.js';
import { chipKind } from './deadlines.js';
import './deadline-list.css';

/**
 * 期限の一覧 of one course: day with weekday, kind, safe day, and how the day is found. With `today` each open one says
 * how far it is away.
 */
export function DeadlineList({
  deadlines,
  today,
}: {
  readonly deadlines: readonly Deadline[];
  readonly today?: IsoDate | undefined;
}): ReactNode {
  return (
    <ul className="deadlines">
      {deadlines.map((deadline) => (
        <Row key={deadline.key} deadline={deadline} today={today} />
      ))}
    </ul>
  );
}

function Row({ deadline, today }: { readonly deadline: Deadline; readonly today: IsoDate | undefined }): ReactNode {
  const { dueOn, safeOn, state, formulaJa, sourceJa, lateJa } = deadline;
  const kindJa = deadlineKindJa(deadline);
  return (
    <li className="deadlines-row">
      <span className="deadlines-day">
        {dueOn === null ? <span className="caption">日付 未定</span> : <b className="whole">{dayJa(dueOn)}</b>}
        {dueOn === null ? null : <Weekend dueOn={dueOn} />}
      </span>
      <span className="deadlines-what">
        <span className="deadlines-name">{deadlineTitleJa(deadline)}</span>
        {kindJa === '' ? null : <span className="tag">{kindJa}</span>}
      </span>
      <span className="deadlines-chip">{today === undefined ? null : <State deadline={deadline} today={today} />}</span>
      <span className="deadlines-why caption">
        {today !== undefined && state === 'overdue' ? `${lateJa}。` : ''}
        {safeOn === null || state === 'done' ? '' : `安全日 ${shortDateJa(safeOn)}　`}
        {formulaJa}　手引き {sourceJa}
      </span>
    </li>
  );
}

/** `2022/01/28(金)`: a course and its deadlines lie in two calendar years. */
function dayJa(day: IsoDate): string {
  return `${slashDate(day)}(${weekdayJa(day)})`;
}

/** 「土曜日」: nobody may be there to take the paper; the day itself stays as the guide has it. */
export function Weekend({ dueOn }: { readonly dueOn: IsoDate }): ReactNode {
  const weekend = weekendJa(dueOn);
  return weekend === undefined ? null : <span className="weekend">{weekend}</span>;
}

function State({ deadline, today }: { readonly deadline: Deadline; readonly today: IsoDate }): ReactNode {
  const { dueOn, doneOn, state } = deadline;
  if (dueOn === null) return null;
  if (state === 'done') {
    return doneOn === null ? (
      <span className="caption">済</span>
    ) : (
      <DeadlineChip dueOn={dueOn} today={today} kind={chipKind(deadline)} doneOn={doneOn} />
    );
  }
  if (!isTask(deadline) && state !== 'overdue') return null;
  return <DeadlineChip dueOn={dueOn} today={today} kind={chipKind(deadline)} />;
}
