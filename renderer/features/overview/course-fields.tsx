/** Fields of the head of a course, each written by itself as soon as it is left. */
import { createContext, type ReactNode, useContext } from 'react';
import type { IsoDate } from '../../../shared/dates.js';
import type { Course } from '../../../shared/model/case/course.js';
import type { Organization } from '../../../shared/model/case/organization.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { AmountField } from '../../ui/amount-field.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { type Choice, SelectField, YesNoField } from '../../ui/select-field.js';

type Head = { readonly record: CourseRecord; readonly edit: CourseChanges['edit']; readonly act: CourseChanges['act'] };
const HeadContext = createContext<Head | undefined>(undefined);
export const HeadProvider = HeadContext.Provider;

/** The head of the course on this screen and the way to change it. */
export function useHead(): Head {
  const head = useContext(HeadContext);
  if (!head) throw new Error('No course');
  return head;
}

/** Keys of `T` whose value is a `V`. */
type KeysOf<T, V> = {
  [K in keyof T]-?: NonNullable<T[K]> extends V ? (V extends NonNullable<T[K]> ? K : never) : never;
}[keyof T];

type Label = {
  readonly label: string;
  readonly note?: string;
  readonly required?: boolean;
  /** What the history calls it where the label alone is not clear: 申請書の発送日. */
  readonly historyJa?: string;
};

/** Absent is not zero and not no: an empty field says so. */
export const EMPTY_JA = '未入力';

function changedJa({ label, historyJa }: Label): string {
  return `${historyJa ?? label}を直しました`;
}

/** The label without what only the history needs. */
function labelOf({ label, note, required }: Label): Omit<Label, 'historyJa'> {
  return { label, ...(note === undefined ? {} : { note }), ...(required === undefined ? {} : { required }) };
}

export function CourseText({ field, ...label }: Label & { readonly field: KeysOf<Course, string> }): ReactNode {
  const { record, edit } = useHead();
  return (
    <TextField
      {...labelOf(label)}
      placeholder={EMPTY_JA}
      value={record.course[field] as string | undefined}
      onCommit={(value) => edit(changedJa(label), (course) => course.changeCourse({ [field]: value }))}
    />
  );
}

export function CourseDate({ field, ...label }: Label & { readonly field: KeysOf<Course, IsoDate> }): ReactNode {
  const { record, edit } = useHead();
  return (
    <DateField
      {...labelOf(label)}
      placeholder={EMPTY_JA}
      year={record.course.fiscalYear}
      value={record.course[field] as IsoDate | undefined}
      onCommit={(value) => edit(changedJa(label), (course) => course.changeCourse({ [field]: value }))}
    />
  );
}

export function CourseNumber({
  field,
  unit,
  ...label
}: Label & { readonly field: KeysOf<Course, number>; readonly unit?: string }): ReactNode {
  const { record, edit } = useHead();
  return (
    <AmountField
      {...labelOf(label)}
      placeholder={EMPTY_JA}
      {...(unit === undefined ? {} : { unit })}
      value={record.course[field]}
      onCommit={(value) => edit(changedJa(label), (course) => course.changeCourse({ [field]: value }))}
    />
  );
}

export function CourseYesNo({
  field,
  yesJa,
  noJa,
  ...label
}: Label & { readonly field: KeysOf<Course, boolean>; readonly yesJa?: string; readonly noJa?: string }): ReactNode {
  const { record, edit } = useHead();
  return (
    <YesNoField
      {...labelOf(label)}
      {...(yesJa === undefined ? {} : { yesJa })}
      {...(noJa === undefined ? {} : { noJa })}
      value={record.course[field]}
      onCommit={(value) => edit(changedJa(label), (course) => course.changeCourse({ [field]: value }))}
    />
  );
}

export function CourseSelect<K extends 'level' | 'subject' | 'delivery' | 'mode'>({
  field,
  choices,
  emptyJa,
  ...label
}: Label & {
  readonly field: K;
  readonly choices: readonly Choice<NonNullable<Course[K]>>[];
  readonly emptyJa?: string;
}): ReactNode {
  const { record, edit } = useHead();
  return (
    <SelectField
      {...labelOf(label)}
      {...(emptyJa === undefined ? {} : { emptyJa })}
      value={record.course[field] as NonNullable<Course[K]> | undefined}
      choices={choices}
      onCommit={(value) => edit(changedJa(label), (course) => course.changeCourse({ [field]: value }))}
    />
  );
}

export function BodyText({ field, ...label }: Label & { readonly field: KeysOf<Organization, string> }): ReactNode {
  const { record, edit } = useHead();
  return (
    <TextField
      {...labelOf(label)}
      placeholder={EMPTY_JA}
      value={record.organization[field] as string | undefined}
      onCommit={(value) => edit(changedJa(label), (course) => course.changeOrganization({ [field]: value }))}
    />
  );
}
