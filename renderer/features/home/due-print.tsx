import { createPortal } from 'react-dom';
import type { ReactNode } from 'react';
import { deadlineKindJa, weekendJa } from '../../../shared/calendar/deadline-events.js';
import { type IsoDate, longDateJa, slashDate, weekdayJa } from '../../../shared/dates.js';
import { deadlineTitleJa } from '../../../shared/rules/courses/deadlines/deadline.js';
import { courseNameJa } from '../../desk/course-words.js';
import { type DueGroup, dueKey } from './due.js';
import './due-print.css';

/** 期限表 as it is printed: every row of the board with its formula, also those that are far away. */
export function DuePrint({
  groups,
  today,
}: {
  readonly groups: readonly DueGroup[];
  readonly today: IsoDate;
}): ReactNode {
  return createPortal(
    <div className="due-print" aria-hidden="true">
      <h1>
        期限表 <small>{longDateJa(today)}現在</small>
      </h1>
      <table>
        <thead>
          <tr>
            <th>済</th>
            <th>期限</th>
            <th>安全日</th>
            <th>すること</th>
            <th>講習会</th>
            <th>数え方</th>
          </tr>
        </thead>
        {groups
          .filter((group) => group.entries.length > 0)
          .map((group) => (
            <tbody key={group.ja}>
              <tr>
                <th colSpan={6} className="due-print-group">
                  {group.ja} {group.entries.length}件
                </th>
              </tr>
              {group.entries.map((entry) => (
                <PrintRow key={dueKey(entry)} entry={entry} />
              ))}
            </tbody>
          ))}
      </table>
    </div>,
    document.body,
  );
}

function PrintRow({ entry }: { readonly entry: DueGroup['entries'][number] }): ReactNode {
  const { row, value, deadline } = entry;
  const kindJa = deadlineKindJa(deadline);
  const weekend = weekendJa(deadline.dueOn);
  return (
    <tr>
      <td>
        <span className="due-print-box" />
      </td>
      <td>
        {dayJa(deadline.dueOn)}
        {weekend === undefined ? null : <small>{weekend}です</small>}
      </td>
      <td>{deadline.safeOn === null ? '' : dayJa(deadline.safeOn)}</td>
      <td>
        {deadlineTitleJa(deadline)}
        {kindJa === '' ? null : <small>{kindJa}</small>}
      </td>
      <td>
        {courseNameJa(value.course)}
        {row.value.isSample ? '（見本）' : ''}
      </td>
      <td>
        {deadline.formulaJa}
        <small>手引き {deadline.sourceJa}</small>
      </td>
    </tr>
  );
}

function dayJa(day: IsoDate): string {
  return `${slashDate(day)}(${weekdayJa(day)})`;
}
