/** 期限 as .ics: the grammar, the folding, the days and what makes a calendar take an event again. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { dispatch } from '../../electron/dispatch.js';
import type { Calendar, CalendarEvent } from '../../shared/calendar/calendar.js';
import { deadlineEvents } from '../../shared/calendar/deadline-events.js';
import { calendarText } from '../../shared/calendar/ics.js';
import { check } from '../../shared/rules/check.js';
import { temporaryHost } from '../host/temporary-host.js';
import { caseFrom } from '../support/cases.js';
import { type IcsComponent, readIcs, valueOf } from './read-ics.js';

const EVENT: CalendarEvent = {
  uid: 'c-1.DL-08@koshukai-desk',
  dueOn: '2021-12-31',
  nameJa: '実施報告書',
  noteJa: '',
  kindJa: '原本必着',
  remindOn: '2021-12-28',
};

function bytesOf(events: readonly CalendarEvent[], head: Partial<Calendar> = {}): Uint8Array {
  const calendar = { nameJa: '期限', revision: 7, revisedAt: '2021-09-27T05:32:10.123Z', events: [...events], ...head };
  return new TextEncoder().encode(calendarText(calendar));
}

function only(event: Partial<CalendarEvent>): IcsComponent {
  const [found] = readIcs(bytesOf([{ ...EVENT, ...event }])).components;
  if (!found) throw new Error('no event');
  return found;
}

function trigger(event: Partial<CalendarEvent>): string | undefined {
  const [alarm] = only(event).components;
  return alarm && valueOf(alarm, 'TRIGGER');
}

describe('one event', () => {
  test('a whole day ends on the day after, also over the end of a year', () => {
    const event = only({});
    expect(valueOf(event, 'DTSTART')).toBe('20211231');
    expect(valueOf(event, 'DTEND')).toBe('20220101');
  });

  test('the stamp and the number come from the data', () => {
    expect(valueOf(only({}), 'DTSTAMP')).toBe('20210927T053210Z');
    expect(valueOf(only({}), 'SEQUENCE')).toBe('7');
  });

  test('the reminder comes at nine on the safe day', () => {
    expect(trigger({})).toBe('-P2DT15H');
    expect(trigger({ remindOn: '2021-12-30' })).toBe('-PT15H');
    expect(trigger({ remindOn: '2021-12-31' })).toBe('PT9H');
    expect(trigger({ remindOn: null })).toBeUndefined();
  });

  test('separators, backslashes and line breaks come back as they were', () => {
    const noteJa = 'A,B;C\\D\nE：「F」';
    expect(valueOf(only({ noteJa }), 'DESCRIPTION')).toBe(noteJa);
    expect(valueOf(only({ noteJa: 'A\r\nB\rC\u0007' }), 'DESCRIPTION')).toBe('A\nB\nC');
  });
});

describe('folding', () => {
  test('a line of exactly 75 octets is not folded, one of 76 is', () => {
    const lines = (nameJa: string): string[] => calendarText({ ...HEAD, events: [{ ...EVENT, nameJa }] }).split('\r\n');
    const bare = 'x'.repeat(75 - 'SUMMARY:'.length);
    expect(lines(bare)).toContain(`SUMMARY:${bare}`);
    expect(lines(`${bare}y`)).toContain(`SUMMARY:${bare}`);
    expect(lines(`${bare}y`)).toContain(' y');
  });

  test('whatever is written can be read back, and no character is cut', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary', maxLength: 300 }), (nameJa, noteJa) => {
        const clean = (own: string): string =>
          own.replaceAll(/\r\n?/gu, '\n').replaceAll(/(?!\n|\t)\p{Cc}|\p{Cs}/gu, '');
        const event = only({ nameJa, noteJa });
        expect(valueOf(event, 'SUMMARY')).toBe(clean(nameJa));
        if (noteJa !== '') expect(valueOf(event, 'DESCRIPTION')).toBe(clean(noteJa));
      }),
    );
  });
});

const HEAD = { nameJa: '期限', revision: 7, revisedAt: '2021-09-27T05:32:10.123Z' };

describe('the deadlines of a course', () => {
  const book = rulebook('R3');
  const events = (given: Record<string, unknown> = {}): CalendarEvent[] =>
    deadlineEvents('c-1', '水泳 コーチ2', check(caseFrom('lecture', given), book).deadlines);
  const byId = (given: Record<string, unknown> = {}): Record<string, CalendarEvent> =>
    Object.fromEntries(events(given).map((event) => [event.uid, event]));

  test('a deadline of a person names nobody', () => {
    const own = events({
      participants: [{ id: 'P90', nameJa: '青木 大' }],
      exemptionApplications: [{ id: 'A1', participantId: 'P90', wishedRegistration: '2022-04-01' }],
    });
    expect(own.map((event) => event.nameJa)).toContain(
      '免除・免除申請（2022年4月1日付登録）（受講者1名）　水泳 コーチ2',
    );
    expect(JSON.stringify(own)).not.toContain('青木');
  });

  test('every deadline with a known day is an event; 委託期間 is no task', () => {
    expect(Object.keys(byId())).toEqual([
      'c-1.DL-02@koshukai-desk',
      'c-1.DL-03@koshukai-desk',
      'c-1.DL-05@koshukai-desk',
      'c-1.DL-08@koshukai-desk',
      'c-1.DL-09@koshukai-desk',
      'c-1.DL-16@koshukai-desk',
    ]);
  });

  test('another day of the course moves the event and keeps its UID', () => {
    const uid = 'c-1.DL-08@koshukai-desk';
    expect(byId()[uid]?.dueOn).toBe('2021-11-02');
    expect(byId({ sessions: [{ id: 's1', date: '2021-10-09' }] })[uid]?.dueOn).toBe('2021-11-09');
  });

  test('what is done is marked and does not remind', () => {
    expect(byId()['c-1.DL-03@koshukai-desk']).toMatchObject({ remindOn: null, kindJa: '原本必着' });
    expect(byId()['c-1.DL-03@koshukai-desk']?.nameJa).toMatch(/^済 講習会実施申請書（委託）　水泳 コーチ2$/);
    expect(byId()['c-1.DL-08@koshukai-desk']).toMatchObject({ remindOn: '2021-10-29' });
  });

  test('formula, safe day and a weekend are said; the day stays', () => {
    const event = byId({ sessions: [{ id: 's1', date: '2021-10-06' }] })['c-1.DL-08@koshukai-desk'];
    expect(event?.dueOn).toBe('2021-11-06');
    expect(event?.noteJa).toContain('土曜日です。日付は動かしていません');
    expect(event?.noteJa).toContain('安全日：2021年11月3日(水)');
    expect(event?.noteJa).toMatch(/1か月後（2021年11月6日）と最終締切日（2022年1月28日）の早い方/);
  });

  test('a day later in "today" changes nothing in the file', () => {
    const text = (asOf: string): string => calendarText({ ...HEAD, events: events({ asOf }) });
    expect(text('2021-08-10')).toBe(text('2021-08-11'));
  });

  test('the host writes exactly these bytes, and never over an older file', async () => {
    const host = temporaryHost();
    const calendar = { ...HEAD, nameJa: 'すべての講習会', events: events() };
    const write = async (): Promise<string> => {
      const answer = await dispatch('write-calendar', { calendar }, host);
      if (!answer.ok) throw new Error(answer.error.messageJa);
      return (answer.value as { files: { name: string }[] }).files[0]?.name ?? '';
    };
    const names = [await write(), await write()];
    expect(names).toEqual(['期限_すべての講習会.ics', '期限_すべての講習会_v2.ics']);
    const [first, second] = names.map((name) => readFileSync(`${host.outputDir}/${name}`));
    expect(first).toEqual(second);
    expect(readIcs(new Uint8Array(first ?? [])).components).toHaveLength(6);
    expect(await dispatch('write-calendar', { calendar: { ...calendar, revision: -1 } }, host)).toMatchObject({
      ok: false,
      error: { code: 'BAD-INPUT' },
    });
  });
});
