/** 早見 会場: for how many hours of a rented room a day may be claimed, and what they cost. */
import type { IsoDate } from '../../dates.js';
import type { Session } from '../../model/case/schedule.js';
import { hourly } from '../../money.js';
import type { Rulebook } from '../engine/rulebook.js';
import { ASSUMED, dayOf, type LookupCase, lookupCase } from './lookup-case.js';

type Hours = { readonly start: number; readonly end: number };

export type RoomQuestion = {
  /** First start and last end of the day's teaching. */
  readonly teaching: Hours;
  /** Within the teaching. */
  readonly lunch?: Hours | undefined;
  readonly rented: Hours;
  readonly priceUnit: 'hour' | 'day';
  readonly unitPrice: number;
  readonly day?: IsoDate | undefined;
};

/** One room on one day. The hours of teaching are those of the 実施要領. */
export function roomCase(question: RoomQuestion, book: Rulebook): LookupCase {
  const frame = { book, day: question.day };
  const date = dayOf(frame);
  const { teaching, lunch, rented, priceUnit, unitPrice } = question;
  const parts = lunch
    ? [
        { start: teaching.start, end: lunch.start },
        { start: lunch.end, end: teaching.end },
      ]
    : [teaching];
  const taught = parts.filter((part) => part.start < part.end);
  const sessions = taught.map((part, index): Session => ({
    id: `s${index}`,
    date,
    ...part,
    format: 'lecture',
    curriculumItemId: 'item',
    roomId: 'room',
  }));
  const value = lookupCase(
    frame,
    {},
    {
      rooms: [{ id: 'room', venueId: 'venue', nameJa: '部屋', priceUnit, unitPrice }],
      curriculum: [
        { id: 'item', nameJa: '科目', groupMinutes: taught.reduce((all, part) => all + part.end - part.start, 0) },
      ],
      sessions: lunch ? [...sessions, { id: 'lunch', date, ...lunch, format: 'lunch', roomId: 'room' }] : sessions,
      lines: [
        {
          id: 'line',
          kind: 'room',
          account: 'rental',
          roomId: 'room',
          date,
          ...rented,
          planned: priceUnit === 'day' ? unitPrice : hourly(unitPrice, rented.end - rented.start),
        },
      ],
    },
  );
  return {
    case: value,
    lineIds: ['line'],
    assumedJa: [
      ASSUMED.commissioned,
      ASSUMED.papers,
      '県内の公共施設で、使用料が自団体の収入にならないものとみています',
      '講義の時間数は実施要領のとおりとみています',
    ],
  };
}
