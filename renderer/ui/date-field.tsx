import type { ReactNode } from 'react';
import { clockJa, type IsoDate, slashDate } from '../../shared/dates.js';
import { today } from '../db/today.js';
import { Field, type FieldLabel } from './field.js';
import { readClock } from './read-clock.js';
import { readDate } from '../../shared/read-date.js';
import { type Commit, type Reading, useEntry } from './use-entry.js';

type DateProps = FieldLabel & {
  readonly value: IsoDate | undefined;
  readonly onCommit: Commit<IsoDate | undefined>;
  /** Fiscal year of a day typed without its year. */
  readonly year?: number;
  readonly placeholder?: string | undefined;
  readonly problem?: string | undefined;
  readonly onRead?: (isReadable: boolean) => void;
};

/** The spreadsheet's empty cell arrives as a day of 1900; nothing that is kept here is so old or so far. */
const FIRST_YEAR = 1901;
const LAST_YEAR = 2100;

/** What was typed into a 日付, or the sentence that says why it is none. */
export function readDateEntry(text: string, year: number | undefined): Reading<IsoDate> {
  const date = readDate(text, { today: today(), ...(year === undefined ? {} : { year }) });
  if (date === undefined) return { ok: false, ja: '日付で入れてください（例 8/5、R3.8.5）' };
  const typed = Number(date.slice(0, 4));
  return typed < FIRST_YEAR || typed > LAST_YEAR
    ? { ok: false, ja: `${typed}年になっています。年を確かめてください` }
    : { ok: true, value: date };
}

/** 日付, by typing: 2021/8/5, 8/5, R3.8.5, 令和3年8月5日. Shown as 2021/08/05. */
export function DateField({ value, onCommit, year, problem, placeholder, onRead, ...label }: DateProps): ReactNode {
  const read = (text: string): Reading<IsoDate | undefined> => {
    if (text.trim() === '') {
      return label.required === true
        ? { ok: false, ja: `${label.label}を入れてください` }
        : { ok: true, value: undefined };
    }
    return readDateEntry(text, year);
  };
  const entry = useEntry({
    value,
    show: (stored) => (stored === undefined ? '' : slashDate(stored)),
    read,
    onCommit,
    onRead,
  });
  return (
    <Field {...label} problem={entry.problem ?? problem} isFilled={value !== undefined}>
      {(wiring) => (
        <input
          {...wiring}
          {...entry.inputProps}
          className="input"
          type="text"
          autoComplete="off"
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

type ClockProps = FieldLabel & {
  /** Minutes since midnight. */
  readonly value: number | undefined;
  readonly onCommit: Commit<number | undefined>;
};

/** 時刻, by typing: 9:00, 900, 9時半. */
export function ClockField({ value, onCommit, ...label }: ClockProps): ReactNode {
  const read = (text: string): Reading<number | undefined> => {
    if (text.trim() === '' && label.required !== true) return { ok: true, value: undefined };
    const minutes = readClock(text);
    return minutes === undefined ? { ok: false, ja: '時刻で入れてください（例 9:30）' } : { ok: true, value: minutes };
  };
  const entry = useEntry({ value, show: (stored) => (stored === undefined ? '' : clockJa(stored)), read, onCommit });
  return (
    <Field {...label} problem={entry.problem} isFilled={value !== undefined}>
      {(wiring) => <input {...wiring} {...entry.inputProps} className="input" type="text" autoComplete="off" />}
    </Field>
  );
}
