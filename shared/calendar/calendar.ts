/** 期限の予定表: what goes into an .ics file, without any clock. */
import { z } from 'zod';
import { count, date, text, word } from '../model/primitives.js';

const calendarEvent = z.strictObject({
  /** The same for the same deadline of the same course for ever, so that reading the file again moves the event. */
  uid: z.string().regex(/^[A-Za-z0-9._@-]{1,200}$/),
  /** The whole day of the event. */
  dueOn: date,
  nameJa: word.max(500),
  noteJa: text,
  /** 原本必着, 目安, 入金予定 …; empty for none. */
  kindJa: text.max(50),
  /** Day of the reminder; null for none. */
  remindOn: date.nullable(),
});
export type CalendarEvent = z.infer<typeof calendarEvent>;

export const calendar = z.strictObject({
  nameJa: word.max(200),
  /** Number of the last change of the data: a calendar takes the event with the higher one. */
  revision: count,
  /** When the data was changed last, ISO 8601 in UTC. */
  revisedAt: z.iso.datetime(),
  events: z.array(calendarEvent).max(10_000),
});
export type Calendar = z.infer<typeof calendar>;
