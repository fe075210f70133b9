/** The 期限 of a course as events of a calendar. */
import { isWeekend, longDateJa, weekdayJa } from '../dates.js';
import { ARRIVAL_JA, type Deadline, isTask } from '../rules/courses/deadlines/deadline.js';
import type { CalendarEvent } from './calendar.js';

/** What a deadline is to the user: the arrival that it asks for, 目安 or 入金予定; empty where none of them. */
export function deadlineKindJa({ kind, arrival }: Deadline): string {
  if (kind === 'guideline') return '目安';
  return kind === 'payment' ? '入金予定' : ARRIVAL_JA[arrival];
}

/** 「土曜日」 where the day is a Saturday or a Sunday; the day is said, never moved. */
export function weekendJa(dueOn: string): string | undefined {
  return isWeekend(dueOn) ? `${weekdayJa(dueOn)}曜日` : undefined;
}

/**
 * One event per deadline whose day is known. 実施期間 and 有効期間 are no tasks and have none. What is done keeps its event, marked
 * 済 and without a reminder, so that reading the file again quietens it.
 */
export function deadlineEvents(courseId: string, courseJa: string, deadlines: readonly Deadline[]): CalendarEvent[] {
  return deadlines.flatMap((deadline): CalendarEvent[] => {
    const { key, dueOn, nameJa, personId } = deadline;
    if (dueOn === null || !isTask(deadline)) return [];
    const isDone = deadline.state === 'done';
    return [
      {
        uid: `${courseId}.${key}@koshukai-desk`,
        dueOn,
        // A calendar is shared and synchronised: names of 受講者 stay in the desk.
        nameJa: `${isDone ? '済 ' : ''}${nameJa}${personId === undefined ? '' : '（受講者1名）'}　${courseJa}`,
        noteJa: noteJa(deadline, dueOn),
        kindJa: deadlineKindJa(deadline),
        remindOn: isDone ? null : deadline.safeOn,
      },
    ];
  });
}

function noteJa(deadline: Deadline, dueOn: string): string {
  const { formulaJa, safeOn, lateJa, doneOn, sourceJa } = deadline;
  const weekend = weekendJa(dueOn);
  return [
    `数え方：${formulaJa}`,
    ...(weekend === undefined ? [] : [`${weekend}です。日付は動かしていません`]),
    ...(safeOn === null ? [] : [`安全日：${longDateJa(safeOn)}(${weekdayJa(safeOn)})`]),
    ...(doneOn === null ? [] : [`済：${longDateJa(doneOn)}`]),
    `過ぎると：${lateJa}`,
    `手引き ${sourceJa}`,
  ].join('\n');
}
