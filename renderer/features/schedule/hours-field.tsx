import type { ReactNode } from 'react';
import { foldWidth } from '../../../shared/text.js';
import { Field, type FieldLabel } from '../../ui/field.js';
import { type Commit, type Reading, useEntry } from '../../ui/use-entry.js';

const HOURS = /^(\d{1,3}(?:\.\d{1,2})?)(?:時間)?$/;
const HOURS_MINUTES = /^(\d{1,3})(?::|時間)(\d{1,2})分?$/;
const MINUTES = /^(\d{1,4})分$/;

/** Minutes of `1.5`, `1.5時間`, `1:30`, `1時間30分`, `90分`; `undefined` where it is no whole number of minutes. */
export function readHours(text: string): number | undefined {
  const plain = foldWidth(text).replace(/\s+/gu, '');
  const minutes = MINUTES.exec(plain);
  if (minutes) return Number(minutes[1]);
  const both = HOURS_MINUTES.exec(plain);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const hours = HOURS.exec(plain)?.[1];
  if (hours === undefined) return undefined;
  // Hundredths of an hour in integers: 1.35 * 60 is not exact.
  const [whole = '0', fraction = ''] = hours.split('.');
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return (hundredths * 60) % 100 === 0 ? (hundredths * 60) / 100 : undefined;
}

/** `1.5`, or `1:40` where tenths of an hour do not hold it. */
export function showHours(minutes: number): string {
  if (minutes % 6 === 0) return String(minutes / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 時間数 in hours, kept in minutes. */
export function HoursField({
  value,
  onCommit,
  ...label
}: FieldLabel & { readonly value: number | undefined; readonly onCommit: Commit<number | undefined> }): ReactNode {
  const read = (text: string): Reading<number | undefined> => {
    if (text.trim() === '' && label.required !== true) return { ok: true, value: undefined };
    const minutes = readHours(text);
    return minutes === undefined ? { ok: false, ja: '時間で入れてください（例 1.5）' } : { ok: true, value: minutes };
  };
  const entry = useEntry({ value, show: (stored) => (stored === undefined ? '' : showHours(stored)), read, onCommit });
  return (
    <Field {...label} problem={entry.problem} isFilled={value !== undefined}>
      {(wiring) => (
        <span className="input-unit">
          <input
            {...wiring}
            {...entry.inputProps}
            className="input input-number"
            type="text"
            inputMode="decimal"
            autoComplete="off"
          />
          <span>時間</span>
        </span>
      )}
    </Field>
  );
}
