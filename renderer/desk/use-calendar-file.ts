/** 期限 as a calendar file (.ics): of one course or of all that are shown. */
import { useMemo } from 'react';
import { deadlineEvents } from '../../shared/calendar/deadline-events.js';
import type { Case } from '../../shared/model/case/case.js';
import { useToast } from '../ui/toast.js';
import { courseNameJa } from './course-words.js';
import { deadlinesOfCase } from './deadlines.js';
import { useDesk } from './desk-context.js';
import { useRefusal } from './refusal.js';

export type CalendarCourse = { readonly courseId: string; readonly value: Case };

/** Writes the deadlines of the courses into one file and tells where it lies. */
export function useCalendarFile(): (nameJa: string, courses: readonly CalendarCourse[]) => Promise<void> {
  const { database, host, books } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  return useMemo(
    () => async (nameJa, courses) => {
      const last = await database.changes.orderBy('seq').last();
      const events = courses.flatMap(({ courseId, value }) =>
        deadlineEvents(courseId, courseNameJa(value.course), deadlinesOfCase(value, books)),
      );
      const calendar = { nameJa, revision: last?.seq ?? 0, revisedAt: last?.at ?? NEVER, events };
      const answer = await host.call('write-calendar', { calendar });
      if (!answer.ok) {
        refuse({
          title: answer.error.messageJa,
          ...(answer.error.detail === undefined ? {} : { subject: answer.error.detail }),
          safeJa: 'ファイルは書き出していません。入力した内容は保存されています。',
          code: answer.error.code,
        });
        return;
      }
      const [written] = answer.value.files;
      if (!written) return;
      toast({
        ja: `期限${events.length}件を ${written.place} に書き出しました`,
        action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: written.id }) },
      });
    },
    [database, host, books, toast, refuse],
  );
}

/** Of a desk without any change there is nothing to write; the stamp only has to be one. */
const NEVER = '1970-01-01T00:00:00.000Z';
