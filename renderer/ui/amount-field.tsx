import type { ReactNode } from 'react';
import { grouped } from '../../shared/money.js';
import { parseWholeNumber } from '../../shared/text.js';
import { Field, type FieldLabel } from './field.js';
import { type Commit, type Reading, useEntry } from './use-entry.js';

/** A typed whole number of 0 and more: full-width figures, commas and 円 are taken; an empty field is `undefined`. */
export function readAmount(text: string, most = 999_999_999): Reading<number | undefined> {
  if (text.trim() === '') return { ok: true, value: undefined };
  const value = parseWholeNumber(text);
  if (value === undefined) return { ok: false, ja: '数字で入れてください' };
  if (value < 0) return { ok: false, ja: '0以上で入れてください' };
  return value > most ? { ok: false, ja: `${grouped(most)}以下で入れてください` } : { ok: true, value };
}

type Props = FieldLabel & {
  readonly value: number | undefined;
  readonly onCommit: Commit<number | undefined>;
  /** Default 円. */
  readonly unit?: string;
  readonly most?: number;
  readonly placeholder?: string | undefined;
  readonly problem?: string | undefined;
};

/** 金額・数. Right aligned; bad text stays and gets its sentence below. */
export function AmountField({ value, onCommit, unit = '円', most, problem, placeholder, ...label }: Props): ReactNode {
  const read = (text: string): Reading<number | undefined> => {
    const reading = readAmount(text, most);
    return reading.ok && reading.value === undefined && label.required === true
      ? { ok: false, ja: `${label.label}を入れてください` }
      : reading;
  };
  const entry = useEntry({
    value,
    show: (stored) => (stored === undefined ? '' : grouped(stored)),
    read,
    onCommit,
  });
  return (
    <Field {...label} problem={entry.problem ?? problem} isFilled={value !== undefined}>
      {(wiring) => (
        <span className="input-unit">
          <input
            {...wiring}
            {...entry.inputProps}
            className="input input-number"
            type="text"
            inputMode="numeric"
            placeholder={placeholder}
            autoComplete="off"
          />
          {unit === '' ? null : <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
