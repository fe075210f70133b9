import { calendarText } from '../../shared/calendar/ics.js';
import type { Handler } from '../handler.js';
import { writeNumbered } from '../safe-write.js';

/** Writes the deadlines as a calendar (.ics), for Outlook and others to read. */
export const writeCalendar: Handler<'write-calendar'> = async ({ calendar }, host) => {
  const bytes = Buffer.from(calendarText(calendar));
  const path = await writeNumbered(host.outputDir, `期限_${calendar.nameJa}.ics`, bytes);
  return { files: [host.written.note(path, bytes.length)], cancelled: false };
};
