import type { ReactNode } from 'react';
import { readKana, readMail, readPhone, type Reading } from '../../../shared/import/readings.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { changePerson } from './change-person.js';
import type { Person } from './people.js';

/** The facts of a person. Kana, telephone and mail are put right as they would be in a list; what cannot be read stays as typed. */
export function PersonFields({
  person,
  changes,
}: {
  readonly person: Person;
  readonly changes: CourseChanges;
}): ReactNode {
  const { participant } = person;
  const { participant: set } = changePerson(changes, person);
  const text = (
    key: 'nameKana' | 'tel' | 'email' | 'myPageId',
    label: string,
    read?: (text: string) => Reading<string>,
  ): ReactNode => (
    <TextField
      label={label}
      placeholder="未入力"
      value={participant[key]}
      onCommit={(next) => set(label, { [key]: next === undefined || !read ? next : tidy(next, read) })}
    />
  );
  return (
    <>
      <TextField
        label="氏名"
        required
        value={participant.nameJa}
        onCommit={(nameJa) => set('氏名', nameJa === undefined ? {} : { nameJa })}
      />
      {text('nameKana', 'フリガナ', readKana)}
      <DateField
        label="生年月日"
        placeholder="未入力"
        value={participant.birthDate}
        onCommit={(birthDate) => set('生年月日', { birthDate })}
      />
      <SelectField
        label="都道府県"
        value={participant.prefectureCode}
        choices={PREFECTURE_CHOICES}
        emptyJa="未入力"
        onCommit={(prefectureCode) => set('都道府県', { prefectureCode })}
      />
      {text('tel', '電話', readPhone)}
      {text('email', 'メール', readMail)}
      {text('myPageId', 'マイページID')}
    </>
  );
}

function tidy(text: string, read: (text: string) => Reading<string>): string {
  const reading = read(text);
  return reading.ok ? reading.value : text;
}
