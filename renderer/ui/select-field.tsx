import { type ReactNode, useState } from 'react';
import { Field, type FieldLabel } from './field.js';
import type { Commit } from './use-entry.js';

export type Choice<T extends string> = { readonly value: T; readonly ja: string };

/** The choices of an enum from its Japanese names, in their order. */
export function choicesOf<T extends string>(names: Readonly<Record<T, string>>): Choice<T>[] {
  return (Object.entries(names) as [T, string][]).map(([value, ja]) => ({ value, ja }));
}

/** 選択. `emptyJa` adds a first choice that means not recorded (`undefined`). */
export function SelectField<T extends string>({
  value,
  choices,
  onCommit,
  emptyJa,
  disabled,
  problem,
  ...label
}: FieldLabel & {
  readonly value: T | undefined;
  readonly choices: readonly Choice<T>[];
  readonly onCommit: Commit<T | undefined>;
  readonly emptyJa?: string;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
}): ReactNode {
  const [refused, setRefused] = useState<string>();
  const choose = async (chosen: string): Promise<void> => {
    const recorded = await onCommit(choices.find((choice) => choice.value === chosen)?.value);
    setRefused(recorded && !recorded.ok ? recorded.problems[0]?.ja : undefined);
  };
  return (
    <Field {...label} problem={refused ?? problem} isFilled={value !== undefined}>
      {(wiring) => (
        <select
          {...wiring}
          className="input input-select"
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => void choose(event.target.value)}
        >
          {emptyJa !== undefined || value === undefined ? <option value="">{emptyJa ?? ''}</option> : null}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.ja}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** はい・いいえ・未確認 in one field: `undefined` is not recorded. */
export function YesNoField({
  value,
  onCommit,
  yesJa = 'はい',
  noJa = 'いいえ',
  emptyJa = '未入力',
  ...label
}: FieldLabel & {
  readonly value: boolean | undefined;
  readonly onCommit: Commit<boolean | undefined>;
  readonly yesJa?: string;
  readonly noJa?: string;
  readonly emptyJa?: string;
}): ReactNode {
  return (
    <SelectField
      {...label}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      choices={[
        { value: 'yes', ja: yesJa },
        { value: 'no', ja: noJa },
      ]}
      emptyJa={emptyJa}
      onCommit={(chosen) => onCommit(chosen === undefined ? undefined : chosen === 'yes')}
    />
  );
}

/** □ with its sentence. */
export function CheckField({
  label,
  checked,
  onCommit,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onCommit: Commit<boolean>;
}): ReactNode {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => void onCommit(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
