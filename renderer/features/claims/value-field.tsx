import type { ReactNode } from 'react';
import { foldWidth } from '../../../shared/text.js';
import type { Recorded } from '../../db/changes.js';
import { AmountField } from '../../ui/amount-field.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { Field, NoteField, TextField } from '../../ui/field.js';
import { choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import { type Reading, useEntry } from '../../ui/use-entry.js';
import type { ValueField } from './line-fields.js';

type Props = {
  readonly field: ValueField;
  readonly value: unknown;
  /** Fiscal year of a day typed without its year. */
  readonly year: number;
  readonly note?: string | undefined;
  /** `undefined` takes the value away. */
  readonly onWrite: (value: unknown) => Promise<Recorded>;
};

/** One field of a form by its type; what cannot be read stays as typed, with its sentence. */
export function ValueFieldView({ field, value, year, note, onWrite }: Props): ReactNode {
  const label = { label: field.labelJa, ...(note === undefined ? {} : { note }) };
  switch (field.type) {
    case 'text':
      return field.isLong === true ? (
        <NoteField {...label} value={asText(value)} onCommit={onWrite} />
      ) : (
        <TextField {...label} required={!field.optional} value={asText(value)} onCommit={onWrite} />
      );
    case 'number':
      return (
        <AmountField
          {...label}
          required={!field.optional}
          unit={field.unitJa}
          value={asNumber(value)}
          onCommit={(next) => onWrite(next ?? (field.isNullable === true ? null : undefined))}
        />
      );
    case 'date':
      return <DateField {...label} required={!field.optional} year={year} value={asText(value)} onCommit={onWrite} />;
    case 'clock':
      return <ClockField {...label} required={!field.optional} value={asNumber(value)} onCommit={onWrite} />;
    case 'km':
      return <DistanceField label={field.labelJa} value={asNumber(value)} onWrite={onWrite} />;
    case 'choice':
      return (
        <SelectField
          {...label}
          value={asText(value)}
          choices={choicesOf(field.options)}
          {...(field.absentJa === undefined ? {} : { emptyJa: field.absentJa })}
          onCommit={onWrite}
        />
      );
    case 'yesNo':
      return (
        <YesNoField
          {...label}
          emptyJa={field.absentJa}
          value={typeof value === 'boolean' ? value : undefined}
          onCommit={onWrite}
        />
      );
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Tenths of a kilometre, typed as 55 or 55.0, with 「km」 or without. */
export function readKm(text: string): Reading<number | undefined> {
  const plain = foldWidth(text)
    .replace(/[\s,]|km$/giu, '')
    .replace(/km$/iu, '');
  if (plain === '') return { ok: true, value: undefined };
  const match = /^(\d{1,4})(?:\.(\d))?$/.exec(plain);
  if (!match) return { ok: false, ja: '0.1km単位の数字で入れてください（例 55.0）' };
  return { ok: true, value: Number(match[1]) * 10 + Number(match[2] ?? 0) };
}

function DistanceField({
  label,
  value,
  onWrite,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onWrite: (value: number | undefined) => Promise<Recorded>;
}): ReactNode {
  const entry = useEntry({
    value,
    show: (tenths) => (tenths === undefined ? '' : `${Math.floor(tenths / 10)}.${tenths % 10}`),
    read: readKm,
    onCommit: onWrite,
  });
  return (
    <Field label={label} problem={entry.problem}>
      {(wiring) => (
        <span className="input-unit">
          <input {...wiring} {...entry.inputProps} className="input input-number" type="text" autoComplete="off" />
          <span>km</span>
        </span>
      )}
    </Field>
  );
}
