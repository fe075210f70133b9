import type { ReactNode } from 'react';
import { slashDate } from '../../../shared/dates.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Field } from '../../ui/field.js';
import { type EditField, type FigureEdit, NEW_SOURCE, needsSource, shownEdit } from './figure-edit.js';
import type { FigureRow } from './figure-rows.js';
import type { FigureEdits } from './use-figure-edits.js';

type Props = { readonly book: Rulebook; readonly row: FigureRow; readonly edits: FigureEdits };

const TAXES = [
  { value: 'none', ja: '関係なし' },
  { value: 'included', ja: '税込' },
  { value: 'notStated', ja: '記載なし' },
] as const;

/** Where the value stands and from when it holds. Typing changes nothing in the book until Enter. */
export function FigureForm({ book, row, edits }: Props): ReactNode {
  const edit = edits.of(row) ?? {};
  const shown = shownEdit(edit, { row, file: book.file, lastSource: edits.lastSource });
  const isCarried = shown.source !== undefined && book.file.sources[shown.source]?.carried === true;
  const isAsked = needsSource(edit, row, book.file);
  const change = (fields: FigureEdit): void => edits.change(row, fields);
  const problem = (field: EditField): string | undefined =>
    edits.lack?.rowId === row.id && edits.lack.field === field ? edits.lack.ja : undefined;
  return (
    <section className="books-section books-form" aria-label="出典">
      <h3 className="books-heading">出典</h3>
      {row.kind === 'words' ? (
        <Field label="値（1行に1つ）" problem={problem('value')} isFilled>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input input-lines"
              data-edit-field="value"
              rows={5}
              value={shown.text.replaceAll('、', '\n')}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field
        label="資料"
        required={isAsked}
        isFilled={shown.source !== undefined}
        problem={problem('source')}
        note={
          isCarried ? '前年度の資料です。値を確かめたら、新しい資料に替えるか「資料」で版を直してください' : undefined
        }
      >
        {(wiring) => (
          <select
            {...wiring}
            className="input input-select"
            data-edit-field="source"
            value={shown.source ?? ''}
            onChange={(event) => change({ source: event.target.value })}
          >
            {shown.source === undefined ? <option value="">選んでください</option> : null}
            {Object.entries(book.file.sources).map(([id, source]) => (
              <option key={id} value={id}>
                {source.titleJa}
                {source.carried ? '（前年度の資料）' : ''}
              </option>
            ))}
            <option value={NEW_SOURCE}>新しい資料を加える</option>
          </select>
        )}
      </Field>
      {shown.source === NEW_SOURCE ? <NewSource edit={edit} change={change} problem={problem('newSource')} /> : null}
      <Text
        label="場所"
        required={isAsked}
        field="at"
        value={shown.at}
        problem={problem('at')}
        placeholder="別表1(1)"
        onChange={(at) => change({ at })}
      />
      <div className="books-pair">
        <Text
          label="適用の始め"
          field="from"
          value={edit.from ?? slashDate(row.from)}
          problem={problem('from')}
          onChange={(from) => change({ from })}
        />
        <Text
          label="適用の終わり"
          field="to"
          value={edit.to ?? slashDate(row.to)}
          problem={problem('to')}
          onChange={(to) => change({ to })}
        />
      </div>
      {row.kind === 'yen' ? (
        <Field label="税" width="short">
          {(wiring) => (
            <select
              {...wiring}
              className="input input-select"
              value={shown.tax}
              onChange={(event) =>
                change({ tax: TAXES.find(({ value }) => value === event.target.value)?.value ?? 'none' })
              }
            >
              {TAXES.map(({ value, ja }) => (
                <option key={value} value={value}>
                  {ja}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Text label="メモ" field="note" value={shown.note} onChange={(note) => change({ note })} />
    </section>
  );
}

function NewSource({
  edit,
  change,
  problem,
}: {
  readonly edit: FigureEdit;
  readonly change: (fields: FigureEdit) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const own = edit.newSource ?? { titleJa: '', publisherJa: '', edition: '' };
  return (
    <div className="books-new-source">
      <Text
        label="資料名"
        required
        field="newSource"
        value={own.titleJa}
        problem={problem}
        placeholder="手引き 正誤表（9/24付）"
        onChange={(titleJa) => change({ newSource: { ...own, titleJa } })}
      />
      <div className="books-pair">
        <Text
          label="発行者"
          field="publisher"
          value={own.publisherJa}
          placeholder="前の資料と同じ"
          onChange={(publisherJa) => change({ newSource: { ...own, publisherJa } })}
        />
        <Text
          label="版"
          field="edition"
          value={own.edition}
          placeholder="令和4年度"
          onChange={(edition) => change({ newSource: { ...own, edition } })}
        />
      </div>
    </div>
  );
}

function Text({
  field,
  value,
  onChange,
  placeholder,
  ...label
}: {
  readonly label: string;
  readonly required?: boolean;
  readonly field: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
}): ReactNode {
  return (
    <Field {...label} isFilled={value !== ''}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="text"
          data-edit-field={field}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
