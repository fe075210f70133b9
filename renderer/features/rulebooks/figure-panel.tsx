import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { slashDate } from '../../../shared/dates.js';
import { figureText, unitText } from '../../../shared/rules/books/figure-text.js';
import { readableRulebook, type Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { EffectSection } from './effect-section.js';
import { needsSource, readEdit } from './figure-edit.js';
import { FigureForm } from './figure-form.js';
import { type FigureRow, isOpenRow } from './figure-rows.js';
import type { RateChange } from './hours-at-rate.js';
import { readFigure } from './read-figure.js';
import type { FigureEdits } from './use-figure-edits.js';
import { type BookCourses, useEffectOf } from './use-open-courses.js';

type Props = {
  readonly book: Rulebook;
  readonly row: FigureRow;
  readonly edits: FigureEdits;
  readonly courses: BookCourses;
  readonly onAccept: () => void;
  readonly onRestore: () => void;
};

/** The chosen figure: what a change of it moves, and where its value stands. */
export function FigurePanel(props: Props): ReactNode {
  const { book, row, edits } = props;
  const isDraft = book.state === 'draft';
  const edit = edits.of(row);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.altKey || event.ctrlKey || !isDraft) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Enter' && (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) {
      event.preventDefault();
      props.onAccept();
    } else if (event.key === 'Escape' && edit) {
      event.preventDefault();
      event.stopPropagation();
      props.onRestore();
    }
  };
  return (
    <div className="books-panel" onKeyDown={onKeyDown}>
      <PanelHead {...props} />
      {edit ? <EditEffect {...props} /> : null}
      {isDraft ? (
        <>
          <FigureForm book={book} row={row} edits={edits} />
          <FormButtons {...props} />
        </>
      ) : (
        <Cited book={book} row={row} />
      )}
    </div>
  );
}

function PanelHead({ book, row, edits }: Props): ReactNode {
  const { entry, kind, head } = row;
  const edit = edits.of(row);
  const text = entry ? figureText(entry.value, kind) : '未入力';
  const next = edit?.text === undefined ? undefined : typedText(edit.text, row, book);
  return (
    <header className="books-panel-head">
      <h2>{head.label}</h2>
      <p className="books-panel-value">
        {next !== undefined && next !== text ? (
          <>
            <span className="second">{text}</span>
            <IconArrowRight size={14} aria-label="から" />
            <b>{next}</b>
          </>
        ) : (
          <b>{text}</b>
        )}
        <span className="caption">{unitText(head.unit)}</span>
      </p>
    </header>
  );
}

/** As it will stand in the book; as it was typed while it cannot be read. */
function typedText(text: string, { kind }: FigureRow, book: Rulebook): string {
  const read = readFigure(text, kind, book.fiscalYear);
  return read.ok ? figureText(read.value, kind) : text;
}

/** What the open field would do, found by judging the open courses with it. */
function EditEffect({ book, row, edits, courses }: Props): ReactNode {
  const edit = edits.of(row);
  const { lastSource } = edits;
  const trial = useMemo(() => {
    // The effect does not wait for the document: what it cites changes no yen.
    const [anySource = ''] = Object.keys(book.file.sources);
    const place = { row, file: book.file, lastSource };
    const complete = edit && { at: '—', ...edit, source: row.entry?.source ?? anySource };
    const read = complete && readEdit(complete, place);
    return read?.ok ? { before: book, after: readableRulebook(read.file), entry: read.entry } : undefined;
  }, [book, row, edit, lastSource]);
  const effect = useEffectOf(courses.open, trial);
  if (!trial || (edit && !needsSource(edit, row, book.file))) return null;
  return (
    <EffectSection
      headingJa="この変更で"
      effect={effect}
      openCount={courses.open.length}
      decided={courses.decided}
      rate={rateChange(row, trial.entry.value)}
    />
  );
}

function rateChange(row: FigureRow, after: unknown): RateChange | undefined {
  const before = row.entry?.value;
  if (row.head.unit !== '円/時間' || typeof before !== 'number' || typeof after !== 'number') return undefined;
  return { labelJa: row.head.label, before, after };
}

function FormButtons({ row, edits, onAccept, onRestore }: Props): ReactNode {
  const edit = edits.of(row);
  if (!edit && !isOpenRow(row)) return null;
  return (
    <p className="books-buttons">
      <Button kind="main" shortcut="Enter" onClick={onAccept}>
        {edit === undefined && row.entry?.unchecked === true ? 'この日でよい' : 'この値にする'}
      </Button>
      {edit ? (
        <Button shortcut="Esc" onClick={onRestore}>
          戻す
        </Button>
      ) : null}
    </p>
  );
}

/** A value of a book in force: where it stands, as it was read. */
function Cited({ book, row }: { readonly book: Rulebook; readonly row: FigureRow }): ReactNode {
  const { entry } = row;
  const source = entry && book.file.sources[entry.source];
  return (
    <section className="books-section" aria-label="出典">
      <h3 className="books-heading">出典</h3>
      {entry && source ? (
        <dl className="books-facts">
          <dt>資料</dt>
          <dd>{source.titleJa}</dd>
          <dt>発行</dt>
          <dd>
            {source.publisherJa}　{source.edition}
          </dd>
          <dt>場所</dt>
          <dd>{entry.at}</dd>
          <dt>適用</dt>
          <dd>
            {slashDate(row.from)} – {slashDate(row.to)}
          </dd>
        </dl>
      ) : (
        <p>未入力です。判定では要確認になります。</p>
      )}
      {entry?.decision === undefined ? null : (
        <p className="books-reading">
          <FindingMark mark="confirm" labelJa="読み方" />
          <span>資料からははっきり読み取れないため、このプログラムの読み方です（{entry.decision}）。</span>
        </p>
      )}
      {entry?.note === undefined ? null : <p className="second">{entry.note}</p>}
      <p className="books-frozen">
        <IconLock size={14} aria-hidden="true" />
        確定した基準は変えられません。「写して直す」と、改訂案の中で変えられます。
      </p>
    </section>
  );
}
