import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useMemo, useRef, useState } from 'react';
import { placesOf } from '../../../shared/templates/edit-mapping.js';
import type { TemplateMapping } from '../../../shared/templates/mapping.js';
import { classNames } from '../../ui/class-names.js';
import { isComposing } from '../../ui/composing.js';
import { type FieldChoice, type FieldGroup, groupsWith } from './field-groups.js';

/** 項目: every field with its present value, searched by words; Enter takes one into the hand. */
export function FieldList({
  ref,
  groups,
  mapping,
  picked,
  onPick,
}: {
  readonly ref: Ref<HTMLInputElement>;
  readonly groups: readonly FieldGroup[];
  readonly mapping: TemplateMapping | undefined;
  readonly picked: FieldChoice | undefined;
  readonly onPick: (choice: FieldChoice | undefined) => void;
}): ReactNode {
  const id = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const shown = useMemo(() => groupsWith(groups, words), [groups, words]);
  const flat = useMemo(() => shown.flatMap((group) => group.fields), [shown]);
  const at = Math.max(
    0,
    flat.findIndex((field) => keyOf(field) === chosen),
  );
  const current = flat[at];
  const list = useRef<HTMLDivElement>(null);
  const currentKey = current && keyOf(current);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [currentKey]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined && !event.ctrlKey) {
      event.preventDefault();
      const next = flat[Math.min(flat.length - 1, Math.max(0, at + step))];
      if (next) setChosen(keyOf(next));
    } else if (event.key === 'Enter' && !event.ctrlKey && current) {
      event.preventDefault();
      onPick(current);
    } else if (event.key === 'Escape' && (words !== '' || picked)) {
      event.preventDefault();
      setWords('');
      onPick(undefined);
    }
  };
  return (
    <section className="forms-fields" aria-label="項目" data-region="fields">
      <div className="forms-search">
        <IconSearch size={15} aria-hidden="true" />
        <input
          ref={ref}
          className="input"
          type="text"
          role="combobox"
          aria-label="項目をさがす"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current && `${id}-${keyOf(current)}`}
          placeholder="項目をさがす"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(undefined);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} className="forms-options" role="listbox" aria-label="項目の一覧">
        {shown.map((group) => (
          <div key={group.key} role="group" aria-label={group.nameJa}>
            <p className="forms-group" aria-hidden="true">
              {group.nameJa}
            </p>
            {group.fields.map((field) => (
              <Option
                key={keyOf(field)}
                id={`${id}-${keyOf(field)}`}
                field={field}
                places={placesOf(mapping, field.field, field.table)}
                isChosen={field === current}
                isPicked={picked !== undefined && keyOf(field) === keyOf(picked)}
                onPick={() => {
                  setChosen(keyOf(field));
                  onPick(field);
                }}
              />
            ))}
          </div>
        ))}
        {flat.length === 0 ? <p className="second forms-none">「{words}」に合う項目はありません。</p> : null}
      </div>
    </section>
  );
}

function keyOf({ table, field }: Pick<FieldChoice, 'table' | 'field'>): string {
  return table === undefined ? field : `${table}/${field}`;
}

function Option({
  id,
  field,
  places,
  isChosen,
  isPicked,
  onPick,
}: {
  readonly id: string;
  readonly field: FieldChoice;
  readonly places: readonly string[];
  readonly isChosen: boolean;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}): ReactNode {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classNames('forms-option', isChosen && 'forms-option-chosen', isPicked && 'forms-option-picked')}
      onMouseDown={(event) => {
        event.preventDefault();
        onPick();
      }}
    >
      <span className="forms-option-name">
        {field.labelJa}
        {places.length === 0 ? null : (
          <span className="forms-option-place">
            <span className="unseen">結びつき </span>
            {places.slice(0, 2).join('、')}
            {places.length > 2 ? ' ほか' : ''}
          </span>
        )}
      </span>
      <span className="forms-option-value">{field.valueJa === '' ? '（まだありません）' : field.valueJa}</span>
    </div>
  );
}
