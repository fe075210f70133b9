import type { ReactNode } from 'react';
import { foldWidth } from '../../../shared/text.js';
import { Field, type FieldLabel } from '../../ui/field.js';
import { type Commit, type Reading, useEntry } from '../../ui/use-entry.js';

const KM = /^(\d{1,4})(?:\.(\d))?(?:km|キロ)?$/i;

/** Tenths of a kilometre of `42.8`, `４２．８km`, `43`; `undefined` where it has more than one decimal or is no number. */
export function readKm(text: string): number | undefined {
  const match = KM.exec(foldWidth(text).replace(/\s+/gu, ''));
  return match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : undefined;
}

export function showKm(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** 距離 in kilometres with one decimal, kept in tenths. */
export function KmField({
  value,
  onCommit,
  placeholder,
  ...label
}: FieldLabel & {
  readonly value: number | undefined;
  readonly onCommit: Commit<number | undefined>;
  readonly placeholder?: string;
}): ReactNode {
  const read = (text: string): Reading<number | undefined> => {
    if (text.trim() === '') return { ok: true, value: undefined };
    const tenths = readKm(text);
    return tenths === undefined
      ? { ok: false, ja: 'kmで、小数は1桁までで入れてください（例 42.8）' }
      : { ok: true, value: tenths };
  };
  const entry = useEntry({ value, show: (stored) => (stored === undefined ? '' : showKm(stored)), read, onCommit });
  return (
    <Field {...label} problem={entry.problem}>
      {(wiring) => (
        <span className="input-unit">
          <input
            {...wiring}
            {...entry.inputProps}
            className="input input-number"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            placeholder={placeholder}
          />
          <span>km</span>
        </span>
      )}
    </Field>
  );
}
