import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useMemo } from 'react';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { PillFilter } from '../../ui/switch.js';
import { FIGURE_VIEW_NAMES, FIGURE_VIEWS, type FigureRow, type FigureView, viewOf } from './figure-rows.js';

export type BookView = FigureView | 'common' | 'specialty' | 'sources' | 'compare';

/** True for the views that show figures. */
export function isFigureView(view: BookView): view is FigureView {
  return (FIGURE_VIEW_NAMES as readonly string[]).includes(view);
}

/** Search and the views of a book, each with its count. */
export function BookTools({
  book,
  rows,
  view,
  search,
  searchRef,
  onView,
  onSearch,
}: {
  readonly book: Rulebook;
  readonly rows: readonly FigureRow[];
  readonly view: BookView;
  readonly search: string;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onView: (view: BookView) => void;
  readonly onSearch: (text: string) => void;
}): ReactNode {
  const options = useMemo(() => {
    const keys = (name: FigureView): number =>
      new Set(rows.filter((row) => viewOf(row.kind) === name).map((row) => row.key)).size;
    const { common, specialty } = book.exemptions;
    return [
      ...FIGURE_VIEW_NAMES.map((value) => ({ value, ja: FIGURE_VIEWS[value].ja, count: keys(value) })),
      { value: 'common', ja: '共通の免除', count: common.length },
      { value: 'specialty', ja: '専門の免除', count: specialty.length },
      { value: 'sources', ja: '資料', count: Object.keys(book.file.sources).length },
    ] as const;
  }, [rows, book]);
  return (
    <div className="tool-bar books-tools" data-region="tools">
      <label className="books-search">
        <IconSearch size={15} aria-hidden="true" />
        <span className="unseen">項目・場所・値でさがす</span>
        <input
          ref={searchRef}
          type="search"
          className="input"
          placeholder="項目・場所・値"
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      <PillFilter<BookView>
        label="表示"
        value={view}
        options={options.map(({ value, ja, count }) => ({
          value,
          ja: (
            <>
              {ja} <b>{count}</b>
            </>
          ),
        }))}
        onChoose={onView}
      />
    </div>
  );
}
