import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type FigureHead, withoutDays } from '../../../shared/rules/books/edit-book.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { focusInPanel, SidePanel } from '../../ui/side-panel.js';
import { changeDraft } from './book-changes.js';
import { BookTools, type BookView, isFigureView } from './book-tools.js';
import { CompareView } from './compare-view.js';
import { ExemptionView } from './exemption-view.js';
import { FigurePanel } from './figure-panel.js';
import { type FigureRow, type FigureView, figureGroups, figureRows, isOpenRow, viewOf } from './figure-rows.js';
import type { RowKey } from './figure-row.js';
import { FiguresTable } from './figures-table.js';
import { InForcePanel } from './in-force-panel.js';
import { SourcesView } from './sources-view.js';
import { type FigureEdits, useFigureEdits } from './use-figure-edits.js';
import { useBookCourses, useLineCounts } from './use-open-courses.js';

type Props = {
  readonly book: Rulebook;
  readonly base: Rulebook | undefined;
  /** The books that judge courses now. */
  readonly inUse: ReadonlySet<Rulebook>;
  readonly view: BookView;
  readonly onView: (view: BookView) => void;
  readonly isPuttingInForce: boolean;
  readonly onPuttingInForce: (isOpen: boolean) => void;
  readonly onPutInForce: () => void;
};

/** One book: its figures, tables and documents at the left, what is chosen at the right. */
export function BookScreen(props: Props): ReactNode {
  const { book, base, view } = props;
  const { editions } = useDesk();
  const [search, setSearch] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const heads = useMemo(() => headsOf(editions), [editions]);
  const rows = useMemo(() => figureRows(book.file, heads), [book, heads]);
  // Here, so that what is typed outlives a look at the other views.
  const edits = useFigureEdits(book);
  useSearchKey(searchField);
  const shownView = search !== '' && !isFigureView(view) && view !== 'compare' ? 'money' : view;
  return (
    <div className="books-work">
      <BookTools
        book={book}
        rows={rows}
        view={shownView}
        search={search}
        searchRef={searchField}
        onView={(next) => {
          setSearch('');
          props.onPuttingInForce(false);
          props.onView(next);
        }}
        onSearch={setSearch}
      />
      {shownView === 'compare' && base ? (
        <CompareView base={base} others={editions.filter((own) => own !== book)} book={book} />
      ) : null}
      {shownView === 'sources' ? <SourcesView book={book} /> : null}
      {shownView === 'common' || shownView === 'specialty' ? (
        <ExemptionView key={shownView} book={book} table={shownView} />
      ) : null}
      {isFigureView(shownView) ? (
        <Figures {...props} view={shownView} rows={rows} edits={edits} search={search} onSearch={setSearch} />
      ) : null}
    </div>
  );
}

type FiguresProps = Omit<Props, 'view'> & {
  readonly view: FigureView;
  readonly rows: readonly FigureRow[];
  readonly edits: FigureEdits;
  readonly search: string;
  readonly onSearch: (text: string) => void;
};

function Figures(props: FiguresProps): ReactNode {
  const { book, rows, edits, view, search, inUse } = props;
  const { door } = useDesk();
  const tell = useTold();
  const courses = useBookCourses(book.id);
  const lineCounts = useLineCounts(courses.open, book);
  const [chosenId, setChosenId] = useState<string>();
  const [focusCall, setFocusCall] = useState(0);
  const groups = useMemo(() => figureGroups(rows, { view, search, file: book.file }), [rows, view, search, book]);
  const shown = groups.flatMap((group) => group.rows);
  const chosen = shown.find((row) => row.id === chosenId) ?? sameFigure(shown, chosenId) ?? shown[0];
  const current = [...inUse].find((own) => own.id === book.id) ?? book;

  const goTo = (row: FigureRow): void => {
    props.onSearch('');
    props.onView(viewOf(row.kind));
    setChosenId(row.id);
    setFocusCall((count) => count + 1);
  };
  // What is missing for 有効にする gives way: behind it, the field for the source could not be reached.
  const openPanel = (field: string): void => {
    props.onPuttingInForce(false);
    toPanel(field);
  };
  const accept = async (row: FigureRow): Promise<void> => {
    const wasOpen = edits.read(row);
    if (wasOpen && !wasOpen.ok && wasOpen.field !== 'value') openPanel(wasOpen.field);
    if (!(await edits.accept(row))) return;
    const next = shown[shown.findIndex((own) => own.id === row.id) + 1];
    setChosenId((next ?? row).id);
    setFocusCall((count) => count + 1);
  };
  const restore = (row: FigureRow): void => {
    edits.drop(row);
    setFocusCall((count) => count + 1);
  };
  const clear = (row: FigureRow): void => {
    if (book.state !== 'draft' || !row.entry) return;
    void tell(
      changeDraft(door, book, `「${row.head.label}」の値を消しました`, (file) => withoutDays(file, row.key, row)),
    );
  };
  const onKey = (row: FigureRow, key: Exclude<RowKey, 'up' | 'down'>): void => {
    switch (key) {
      case 'accept':
        void accept(row);
        break;
      case 'restore':
        restore(row);
        break;
      case 'panel':
        openPanel('source');
        break;
      case 'clear':
        clear(row);
        break;
    }
  };
  useNextOpenKey(() => {
    const waiting = rows.filter((row) => edits.has(row.id) || isOpenRow(row));
    const at = rows.findIndex((row) => row.id === chosen?.id);
    const next = waiting.find((row) => rows.indexOf(row) > at) ?? waiting[0];
    if (next && book.state === 'draft') goTo(next);
  });

  return (
    <div className="split">
      <div className="split-work books-table">
        {groups.length === 0 ? (
          <EmptyState title="当てはまる項目がありません" note="別の言葉でさがしてください。" />
        ) : (
          <FiguresTable
            groups={groups}
            file={book.file}
            isDraft={book.state === 'draft'}
            chosen={chosen}
            edits={edits}
            lineCounts={lineCounts}
            focusCall={focusCall}
            onChoose={(row) => {
              setChosenId(row.id);
              setFocusCall((count) => count + 1);
            }}
            onKey={onKey}
          />
        )}
      </div>
      <SidePanel label={props.isPuttingInForce ? '有効にする' : '選んだ項目'}>
        {props.isPuttingInForce ? (
          <InForcePanel
            book={book}
            current={current}
            rows={rows}
            pending={edits.count}
            courses={courses}
            onGoTo={(row) => {
              props.onPuttingInForce(false);
              goTo(row);
            }}
            onPutInForce={props.onPutInForce}
            onClose={() => props.onPuttingInForce(false)}
          />
        ) : chosen ? (
          <FigurePanel
            key={chosen.id}
            book={book}
            row={chosen}
            edits={edits}
            courses={courses}
            onAccept={() => void accept(chosen)}
            onRestore={() => restore(chosen)}
          />
        ) : null}
      </SidePanel>
    </div>
  );
}

/** After its first day has moved, a row is found again by its figure. */
function sameFigure(rows: readonly FigureRow[], id: string | undefined): FigureRow | undefined {
  return rows.find((row) => row.key === id?.split(' ')[0]);
}

/** What the keys are called where a book lacks them: the newest book that has them says it. */
function headsOf(editions: readonly Rulebook[]): Map<string, FigureHead> {
  const heads = new Map<string, FigureHead>();
  for (const { file } of editions.toReversed()) {
    for (const [key, figure] of Object.entries(file.figures)) heads.set(key, figure);
  }
  return heads;
}

function toPanel(field: string): void {
  setTimeout(() => {
    focusInPanel(() => document.querySelector<HTMLElement>(`.books [data-edit-field="${field}"]`));
  }, 0);
}

/** Ctrl+Enter: the next figure without a source, without a value, or with a date that was only moved along. */
function useNextOpenKey(next: () => void): void {
  const onNext = useEffectEvent(next);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event) || event.defaultPrevented) return;
      event.preventDefault();
      onNext();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Ctrl+F filters the table. */
function useSearchKey(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !event.ctrlKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field]);
}
