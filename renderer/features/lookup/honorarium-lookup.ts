/** 早見 謝金. */
import { LEVEL_JA, SUBJECT_JA } from '../../../shared/model/case/course.js';
import { SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { STAFF_ROLE_JA } from '../../../shared/model/case/staff.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { honorariumCase } from '../../../shared/rules/lookup/honorarium-question.js';
import { dayOf } from '../../../shared/rules/lookup/lookup-case.js';
import { choiceField, dayField, type LookupField, type Values } from './fields.js';
import type { Lookup } from './lookup.js';

const FORMAT_JA = {
  lecture: SESSION_FORMAT_JA.lecture,
  activeLearning: SESSION_FORMAT_JA.activeLearning,
  practical: SESSION_FORMAT_JA.practical,
  practicum: SESSION_FORMAT_JA.practicum,
} as const;

const MOST_MINUTES = 900;
const MOST_PEOPLE = 50;

function fields(values: Values, book: Rulebook): LookupField[] {
  const role = values.choice('role', STAFF_ROLE_JA);
  const isActive = role === 'alLead' || role === 'alInstructor';
  return [
    choiceField('role', '役割', STAFF_ROLE_JA),
    choiceField('level', '資格', LEVEL_JA),
    choiceField('subject', '科目', SUBJECT_JA),
    ...(role === 'examiner' || isActive ? [] : [choiceField('format', '講習形態', FORMAT_JA)]),
    {
      key: 'minutes',
      label: '時間',
      kind: 'number',
      unit: '分',
      least: 1,
      most: MOST_MINUTES,
      note: '1時間30分なら 90',
      required: true,
    },
    role === 'examiner'
      ? { key: 'rate', label: '1人の謝金', kind: 'number', unit: '円', required: true }
      : { key: 'rate', label: '単価', kind: 'number', unit: '円/時間', required: true },
    { key: 'people', label: '人数', kind: 'number', unit: '名', least: 1, most: MOST_PEOPLE, note: '空欄なら1名' },
    ...(isActive ? [{ key: 'headcount', label: '受講者', kind: 'number', unit: '名' } as const] : []),
    dayField('実施日', dayOf({ book })),
  ];
}

export const HONORARIUM_LOOKUP: Lookup = {
  id: 'honorarium',
  ja: '謝金',
  fields,
  answer: (values, book) => ({
    kind: 'lines',
    asked: honorariumCase(
      {
        role: values.choice('role', STAFF_ROLE_JA),
        level: values.choice('level', LEVEL_JA),
        subject: values.choice('subject', SUBJECT_JA),
        format: values.choice('format', FORMAT_JA),
        minutes: values.number('minutes') ?? 1,
        rate: values.number('rate') ?? 0,
        people: values.number('people') ?? 1,
        headcount: values.number('headcount'),
        day: values.text('day'),
      },
      book,
    ),
  }),
};
