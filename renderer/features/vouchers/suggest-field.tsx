import { type ReactNode, useId } from 'react';
import { Field } from '../../ui/field.js';
import { type Commit, useEntry } from '../../ui/use-entry.js';

/** 1行の文字 with earlier values offered. */
export function SuggestField({
  label,
  value,
  offered,
  onCommit,
}: {
  readonly label: string;
  readonly value: string | undefined;
  /** Earlier values, the likeliest first. */
  readonly offered: readonly string[];
  readonly onCommit: Commit<string | undefined>;
}): ReactNode {
  const list = useId();
  const entry = useEntry({
    value,
    show: (stored) => stored ?? '',
    read: (text) => ({ ok: true, value: text.trim() === '' ? undefined : text.trim() }),
    onCommit,
  });
  return (
    <Field label={label} problem={entry.problem} isFilled={value !== undefined}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            {...entry.inputProps}
            className="input"
            type="text"
            list={list}
            autoComplete="off"
            spellCheck={false}
          />
          <datalist id={list}>
            {offered.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
