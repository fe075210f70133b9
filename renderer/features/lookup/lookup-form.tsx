import { type ReactNode, useId } from 'react';
import { Field } from '../../ui/field.js';
import { Switch } from '../../ui/switch.js';
import type { LookupField, Texts, Values } from './fields.js';

/** So many choices, of so many characters in all, stand side by side; more become a list. */
const MOST_SIDE_BY_SIDE = 4;
const MOST_CHARACTERS = 16;

/** The fields of a question, read on every key. */
export function LookupForm({
  fields,
  texts,
  values,
  onType,
}: {
  readonly fields: readonly LookupField[];
  readonly texts: Texts;
  readonly values: Values;
  readonly onType: (texts: Texts) => void;
}): ReactNode {
  const firstTyped = fields.find((field) => field.kind !== 'choice' && field.required === true)?.key;
  return (
    <div className="lookup-fields">
      {fields.map((field) => (
        <Entry
          key={field.key}
          field={field}
          text={texts[field.key] ?? ''}
          problem={values.problems.get(field.key)}
          isFirst={field.key === firstTyped}
          onType={(text) => onType({ ...texts, [field.key]: text })}
        />
      ))}
    </div>
  );
}

type EntryProps = {
  readonly field: LookupField;
  readonly text: string;
  readonly problem: string | undefined;
  readonly isFirst: boolean;
  readonly onType: (text: string) => void;
};

function Entry({ field, text, problem, isFirst, onType }: EntryProps): ReactNode {
  const listId = useId();
  if (field.kind === 'choice') return <ChoiceEntry field={field} text={text} onType={onType} />;
  const isNumber = field.kind === 'number' || field.kind === 'km';
  const unit = field.kind === 'number' ? field.unit : field.kind === 'km' ? 'km' : undefined;
  const suggestions = field.kind === 'text' ? [...new Set(field.suggestions)] : [];
  return (
    <Field {...labelOf(field)} problem={problem} isFilled={text !== ''}>
      {(wiring) => (
        <span className="input-unit">
          <input
            {...wiring}
            className={isNumber ? 'input input-number' : 'input'}
            type="text"
            inputMode={isNumber ? 'numeric' : undefined}
            autoComplete="off"
            autoFocus={isFirst}
            list={suggestions.length > 0 ? listId : undefined}
            placeholder={PLACEHOLDERS[field.kind]}
            value={text}
            onChange={(event) => onType(event.target.value)}
          />
          {unit === undefined ? null : <span>{unit}</span>}
          {suggestions.length > 0 ? (
            <datalist id={listId}>
              {suggestions.map((own) => (
                <option key={own} value={own} />
              ))}
            </datalist>
          ) : null}
        </span>
      )}
    </Field>
  );
}

const PLACEHOLDERS: Readonly<Record<string, string>> = { date: '例 10/30', clock: '例 9:00' };

function ChoiceEntry({
  field,
  text,
  onType,
}: Pick<EntryProps, 'text' | 'onType'> & { readonly field: Extract<LookupField, { kind: 'choice' }> }): ReactNode {
  const chosen = field.choices.find((choice) => choice.value === text) ?? field.choices[0];
  if (!chosen) return null;
  const characters = field.choices.reduce((all, choice) => all + choice.ja.length, 0);
  if (field.choices.length <= MOST_SIDE_BY_SIDE && characters <= MOST_CHARACTERS) {
    return (
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {field.label}
        </span>
        <Switch label={field.label} value={chosen.value} options={field.choices} onChoose={onType} />
        {field.note === undefined ? null : <p className="field-note">{field.note}</p>}
      </div>
    );
  }
  return (
    <Field {...labelOf(field)} isFilled>
      {(wiring) => (
        <select
          {...wiring}
          className="input input-select"
          value={chosen.value}
          onChange={(event) => onType(event.target.value)}
        >
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.ja}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function labelOf({ label, note, required }: LookupField): { label: string; note?: string; required?: boolean } {
  return { label, ...(note === undefined ? {} : { note }), ...(required === undefined ? {} : { required }) };
}
