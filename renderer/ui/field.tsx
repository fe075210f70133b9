import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useId, useState } from 'react';
import './field.css';
import { classNames } from './class-names.js';
import { type Commit, type Reading, useEntry } from './use-entry.js';

export type FieldLabel = {
  readonly label: string;
  /** The label is read but not shown: in a table whose head says it. */
  readonly labelHidden?: boolean;
  /** Small print below the field: unit, limit, example. */
  readonly note?: ReactNode;
  readonly required?: boolean;
  readonly width?: 'short' | 'middle' | 'full';
};

type Wiring = {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-required': true | undefined;
};

/** A labelled field with its note and, where something does not fit, the sentence below it. */
export function Field({
  label,
  labelHidden,
  note,
  required,
  width = 'full',
  problem,
  isFilled,
  children,
}: FieldLabel & {
  readonly problem?: string | undefined;
  /** A filled field need not say that it is required. */
  readonly isFilled?: boolean;
  readonly children: (wiring: Wiring) => ReactNode;
}): ReactNode {
  const id = useId();
  const leaving = useLeaving(problem);
  const hasNote = note !== undefined || problem !== undefined;
  return (
    <div className={classNames('field', `field-${width}`)}>
      <label htmlFor={id} className={labelHidden === true ? 'unseen' : 'field-label'}>
        {label}
        {required === true && isFilled !== true ? <span className="field-required">必須</span> : null}
      </label>
      {children({
        id,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-describedby': hasNote ? `${id}-note` : undefined,
        'aria-required': required === true ? true : undefined,
      })}
      {hasNote ? (
        <p id={`${id}-note`} className={problem === undefined ? 'field-note' : 'field-problem'}>
          {problem === undefined ? (
            note
          ) : (
            <>
              <IconAlertTriangle size={14} aria-hidden="true" /> {problem}
            </>
          )}
        </p>
      ) : leaving === undefined ? null : (
        <p className="field-problem field-leaving" aria-hidden="true">
          {leaving}
        </p>
      )}
    </div>
  );
}

const LEAVING_MS = 400;

/**
 * The sentence that has just been settled. It keeps its room for a moment: leaving a field by pressing the button below
 * settles it, and the button must not move away from under the press.
 */
function useLeaving(problem: string | undefined): string | undefined {
  const [last, setLast] = useState(problem);
  if (problem !== undefined && problem !== last) setLast(problem);
  useEffect(() => {
    if (problem !== undefined || last === undefined) return undefined;
    const timer = setTimeout(() => setLast(undefined), LEAVING_MS);
    return () => clearTimeout(timer);
  }, [problem, last]);
  return problem === undefined ? last : undefined;
}

/** 1行の文字. An empty field is `undefined`; where a value is required it is refused. */
export function TextField({
  value,
  onCommit,
  placeholder,
  problem,
  inputRef,
  ...label
}: FieldLabel & {
  readonly value: string | undefined;
  readonly onCommit: Commit<string | undefined>;
  readonly placeholder?: string | undefined;
  readonly problem?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}): ReactNode {
  const read = (text: string): Reading<string | undefined> => {
    const trimmed = text.trim();
    if (trimmed === '' && label.required === true) return { ok: false, ja: `${label.label}を入れてください` };
    return { ok: true, value: trimmed === '' ? undefined : trimmed };
  };
  const entry = useEntry({ value, show: (stored) => stored ?? '', read, onCommit });
  return (
    <Field {...label} problem={entry.problem ?? problem} isFilled={value !== undefined}>
      {(wiring) => (
        <input
          {...wiring}
          {...entry.inputProps}
          ref={inputRef}
          className="input"
          type="text"
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}

/** 数行の文字. */
export function NoteField({
  value,
  onCommit,
  rows = 2,
  ...label
}: FieldLabel & {
  readonly value: string | undefined;
  readonly onCommit: Commit<string | undefined>;
  readonly rows?: number;
}): ReactNode {
  const entry = useEntry({
    value,
    show: (stored) => stored ?? '',
    read: (text): Reading<string | undefined> => ({ ok: true, value: text.trim() === '' ? undefined : text }),
    onCommit,
    multiline: true,
  });
  return (
    <Field {...label} problem={entry.problem}>
      {(wiring) => <textarea {...wiring} {...entry.inputProps} className="input input-lines" rows={rows} />}
    </Field>
  );
}
