/** .ics (RFC 5545): the same calendar gives the same bytes. */
import { addDays, daysBetween, type IsoDate } from '../dates.js';
import type { Calendar, CalendarEvent } from './calendar.js';

const PRODUCT = '-//koshukai-desk//koshukai-desk//JA';
/** A content line holds at most this many octets of UTF-8, without its line break. */
const LONGEST_LINE = 75;
/** The reminder comes at nine in the morning of its day. */
const REMIND_AT_HOUR = 9;

/** A calendar as the text of an .ics file; lines end with CRLF. */
export function calendarText(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(calendar.nameJa)}`,
    ...calendar.events.flatMap((event) => eventLines(event, calendar)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, { revision, revisedAt }: Calendar): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utcStamp(revisedAt)}`,
    `SEQUENCE:${revision}`,
    `DTSTART;VALUE=DATE:${day(event.dueOn)}`,
    // The end of a whole day is the day after.
    `DTEND;VALUE=DATE:${day(addDays(event.dueOn, 1))}`,
    `SUMMARY:${escaped(event.nameJa)}`,
    ...(event.noteJa === '' ? [] : [`DESCRIPTION:${escaped(event.noteJa)}`]),
    ...(event.kindJa === '' ? [] : [`CATEGORIES:${escaped(event.kindJa)}`]),
    'TRANSP:TRANSPARENT',
    ...(event.remindOn === null ? [] : alarmLines(event, event.remindOn)),
    'END:VEVENT',
  ];
}

function alarmLines(event: CalendarEvent, remindOn: IsoDate): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.nameJa)}`,
    `TRIGGER:${trigger(daysBetween(remindOn, event.dueOn))}`,
    'END:VALARM',
  ];
}

/** From midnight of the day itself to the hour of the reminder `daysBefore` days earlier. */
function trigger(daysBefore: number): string {
  const hours = daysBefore * 24 - REMIND_AT_HOUR;
  if (hours < 0) return `PT${-hours}H`;
  const days = Math.floor(hours / 24);
  return `-P${days === 0 ? '' : `${days}D`}T${hours % 24}H`;
}

function day(date: IsoDate): string {
  return date.replaceAll('-', '');
}

/** `2021-09-27T05:32:10.123Z` as `20210927T053210Z`. */
function utcStamp(at: string): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

/** TEXT: separators escaped, a line break as `\n`, other control characters and halves of a pair left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?|\n/gu, '\n')
    .replaceAll(/(?!\n|\t)\p{Cc}|\p{Cs}/gu, '')
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A line cut into pieces of at most 75 octets, never inside a character; each further piece starts with a space. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
