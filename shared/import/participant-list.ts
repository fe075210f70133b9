/** 受講者 as a list that goes to Excel; it comes back as any list of people, known by its key. */
import type { Case } from '../model/case/case.js';
import type { Participant } from '../model/case/participant.js';
import { PREFECTURES_JA } from '../model/prefectures.js';
import type { KeyedList, ListCell, ListField, ListFormat } from './keyed/keyed-list.js';
import { PERSON_FIELD_JA, type PersonField } from './person-fields.js';

export function participantList({ participants = [], enrollments = [] }: Case): KeyedList<Participant> {
  const own = new Map(enrollments.map((enrollment) => [enrollment.participantId, enrollment]));
  const field = (
    key: PersonField,
    width: number,
    of: (person: Participant) => ListCell,
    format: ListFormat = 'text',
  ): ListField<Participant> => ({
    headingJa: PERSON_FIELD_JA[key],
    width,
    format,
    of,
    // The rows come back through the comparison of people, which reads the cells itself.
    change: () => ({ ok: false, ja: '' }),
  });
  return {
    nameJa: '受講者',
    entries: participants,
    fields: [
      field('name', 16, (person) => person.nameJa),
      field('kana', 20, (person) => person.nameKana),
      field('birthDate', 12, (person) => person.birthDate, 'date'),
      field('prefecture', 10, ({ prefectureCode: code }) => (code === undefined ? undefined : PREFECTURES_JA[code])),
      field('email', 26, (person) => person.email),
      field('tel', 16, (person) => person.tel),
      field('myPageId', 14, (person) => person.myPageId),
      field('startFiscalYear', 12, (person) => textOf(own.get(person.id)?.startFiscalYear)),
      field('primaryApprovedOn', 12, (person) => own.get(person.id)?.primaryApprovedOn, 'date'),
      field('finalApprovedOn', 12, (person) => own.get(person.id)?.finalApprovedOn, 'date'),
      field('feePaidOn', 14, (person) => own.get(person.id)?.feePaidOn, 'date'),
    ],
    nameOf: (person) => person.nameJa,
    problemOf: () => undefined,
  };
}

/** A year is no sum: without commas. */
function textOf(year: number | undefined): string | undefined {
  return year === undefined ? undefined : String(year);
}
