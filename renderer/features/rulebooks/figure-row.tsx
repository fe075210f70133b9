import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { grouped } from '../../../shared/money.js';
import { figureText, unitText } from '../../../shared/rules/books/figure-text.js';
import type { RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { classNames } from '../../ui/class-names.js';
import { isComposing } from '../../ui/composing.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { FigureEdit } from './figure-edit.js';
import type { FigureRow } from './figure-rows.js';

export type RowKey = 'accept' | 'restore' | 'up' | 'down' | 'panel' | 'clear';

type Props = {
  readonly row: FigureRow;
  readonly rowIndex: number;
  readonly file: RulebookFile;
  readonly isChosen: boolean;
  readonly isDraft: boolean;
  readonly edit: FigureEdit | undefined;
  /** What is typed has a value and a place where it stands. */
  readonly isReady: boolean;
  /** The sentence of a value that cannot be read. */
  readonly problemJa: string | undefined;
  readonly lines: number;
  readonly onChoose: () => void;
  readonly onType: (text: string) => void;
  readonly onKey: (key: RowKey) => void;
};

const TAX_JA = { included: '税込', notStated: '—' } as const;

/** One value of one figure: name, value, unit, tax, where it stands, how many lines it was read for. */
export function FigureRowView(props: Props): ReactNode {
  const { row, file, isChosen, edit } = props;
  const { head, entry } = row;
  const source = entry && file.sources[entry.source];
  return (
    <div
      role="row"
      id={rowElementId(row.id)}
      aria-rowindex={props.rowIndex}
      aria-selected={isChosen}
      className={classNames('books-row books-line', isChosen && 'books-row-chosen', edit && 'books-row-edited')}
      onMouseDown={(event) => {
        if ((event.target as HTMLElement).closest('input')) return;
        event.preventDefault();
        props.onChoose();
      }}
      onDoubleClick={() => props.isDraft && edit?.text === undefined && props.onType(valueText(row))}
    >
      <div role="gridcell" className="books-cell books-name">
        <span className="books-label">{head.label}</span>
        {row.periodJa === '' ? null : <span className="caption whole">{row.periodJa}</span>}
        <RowMarks {...props} />
      </div>
      <div role="gridcell" className="books-cell books-value" tabIndex={isChosen && !isTyped(props) ? 0 : -1}>
        <ValueCell {...props} />
      </div>
      <div role="gridcell" className="books-cell books-unit">
        {unitText(head.unit)}
      </div>
      <div role="gridcell" className="books-cell books-tax">
        {head.tax === undefined ? '' : TAX_JA[head.tax]}
      </div>
      <div role="gridcell" className="books-cell books-source" title={source?.titleJa}>
        <span className={classNames('books-at', source?.carried && 'books-carried')}>{entry?.at}</span>
      </div>
      <div role="gridcell" className={classNames('books-cell books-lines', props.lines === 0 && 'books-zero')}>
        {grouped(props.lines)}
      </div>
    </div>
  );
}

/** Ids of elements take no spaces. */
export function rowElementId(rowId: string): string {
  return `figure-${rowId.replaceAll(' ', '-')}`;
}

function valueText({ entry, kind }: FigureRow): string {
  return entry ? figureText(entry.value, kind) : '';
}

/** Lists are typed in the panel, where there is room. */
function isTyped({ isDraft, row }: Props): boolean {
  return isDraft && row.kind !== 'words';
}

function RowMarks({ row, edit, isReady }: Props): ReactNode {
  if (edit) return <span className="books-pending">{isReady ? 'Enterで決める' : '出典を入れてEnter'}</span>;
  if (row.entry?.unchecked === true) return <FindingMark mark="confirm" labelJa="1年ずらした日" />;
  return row.entry?.decision === undefined ? null : <FindingMark mark="confirm" labelJa="読み方" />;
}

function ValueCell(props: Props): ReactNode {
  const { row, edit, isChosen } = props;
  const shown = edit?.text;
  const stored = valueText(row);
  if (isChosen && isTyped(props)) return <ValueInput {...props} stored={stored} />;
  if (shown !== undefined && shown !== stored) {
    return (
      <>
        <del className="books-old">{stored}</del>
        <b>{shown}</b>
      </>
    );
  }
  return row.entry ? <StoredValue text={stored} /> : <span className="books-missing">未入力（要確認になります）</span>;
}

function StoredValue({ text }: { readonly text: string }): ReactNode {
  return (
    <span className="books-stored" title={text.length > 14 ? text : undefined}>
      {text}
    </span>
  );
}

/**
 * The field of the chosen value. It is always there and has the focus, so that the first key typed, also by an IME,
 * lands in it; it becomes visible as soon as there is something to see.
 */
function ValueInput({ row, edit, problemJa, stored, onType, onKey }: Props & { readonly stored: string }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const text = edit?.text;
  const isOpen = text !== undefined;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event) || event.altKey || (event.ctrlKey && event.key !== 'Delete')) return;
    const key = keyOf(event, isOpen);
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (key !== 'open') {
      onKey(key);
      return;
    }
    onType(stored);
    // F2 puts the caret at the end, as in Excel; Enter chooses the text.
    if (event.key === 'Enter') requestAnimationFrame(() => input.current?.select());
  };

  return (
    <>
      {isOpen && text !== stored ? <del className="books-old">{stored}</del> : null}
      {isOpen ? null : row.entry ? (
        <StoredValue text={stored} />
      ) : (
        <span className="books-missing">未入力（要確認になります）</span>
      )}
      <input
        ref={input}
        className={isOpen ? 'books-input books-input-open' : 'books-input'}
        data-value-input=""
        data-wide={row.kind === 'date' || row.kind === 'text' ? '' : undefined}
        data-dirty={isOpen ? '' : undefined}
        type="text"
        aria-label={`${row.head.label} の値`}
        aria-invalid={problemJa === undefined ? undefined : true}
        autoComplete="off"
        spellCheck={false}
        value={text ?? ''}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {problemJa === undefined ? null : (
        <span className="books-problem" role="alert">
          {problemJa}
        </span>
      )}
    </>
  );
}

function keyOf(event: KeyboardEvent, isOpen: boolean): RowKey | 'open' | undefined {
  switch (event.key) {
    case 'Enter':
      return isOpen ? 'accept' : 'open';
    case 'F2':
      return isOpen ? undefined : 'open';
    case 'Escape':
      return isOpen ? 'restore' : undefined;
    case 'Tab':
      return isOpen && !event.shiftKey ? 'panel' : undefined;
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'Delete':
      return isOpen ? undefined : 'clear';
    default:
      return undefined;
  }
}
