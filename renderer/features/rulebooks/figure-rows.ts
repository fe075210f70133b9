/** The figures of a book as rows: one per period, the uncovered days too. */
import { addDays, type IsoDate } from '../../../shared/dates.js';
import { folded } from '../../../shared/text.js';
import { AREAS, areaOf } from '../../../shared/rules/books/book-areas.js';
import { type FigureHead, lastDay, type Period } from '../../../shared/rules/books/edit-book.js';
import { figureText } from '../../../shared/rules/books/figure-text.js';
import type { FigureKind } from '../../../shared/rules/engine/figure.js';
import { type FigureEntry, type RulebookFile, uncoveredDays } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';

export type FigureRow = Period & {
  /** Key and first day. */
  readonly id: string;
  readonly key: string;
  readonly kind: FigureKind;
  readonly head: FigureHead;
  /** Absent: 未入力. */
  readonly entry: FigureEntry | undefined;
  /** 10/1から, 9/30まで; empty for the whole year. */
  readonly periodJa: string;
};

export type FigureGroup = { readonly area: string; readonly ja: string; readonly rows: readonly FigureRow[] };

/** The views of the figures; together they hold every kind once. */
export const FIGURE_VIEWS = {
  money: { ja: '上限・単価', kinds: ['yen'] },
  dates: { ja: '期限', kinds: ['date', 'days', 'months'] },
  counts: {
    ja: '数・条件',
    kinds: ['minutes', 'count', 'km10', 'percent', 'basisPoints', 'clock', 'flag', 'text', 'words'],
  },
} as const satisfies Record<string, { readonly ja: string; readonly kinds: readonly FigureKind[] }>;
export type FigureView = keyof typeof FIGURE_VIEWS;
export const FIGURE_VIEW_NAMES = Object.keys(FIGURE_VIEWS) as FigureView[];

export function viewOf(kind: FigureKind): FigureView {
  return (
    FIGURE_VIEW_NAMES.find((name) => (FIGURE_VIEWS[name].kinds as readonly FigureKind[]).includes(kind)) ?? 'counts'
  );
}

/** Every key that rules read, in the order of the guide; `heads` names those that the book lacks. */
export function figureRows(file: RulebookFile, heads: ReadonlyMap<string, FigureHead>): FigureRow[] {
  return inAreaOrder(Object.keys(FIGURES)).flatMap((key) => {
    const kind = (FIGURES as Readonly<Record<string, FigureKind>>)[key];
    const own = file.figures[key];
    const head = own ?? heads.get(key) ?? { label: key, unit: '文字' };
    if (kind === undefined) return [];
    const entries = (own?.values ?? []).map((entry) => ({ from: entry.from, to: lastDay(entry, file), entry }));
    const gaps = uncoveredDays(own ?? { ...head, values: [] }, file).map((gap) => ({ ...gap, entry: undefined }));
    return [...entries, ...gaps]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map((part) => ({ ...part, id: `${key} ${part.from}`, key, kind, head, periodJa: periodJa(part, file) }));
  });
}

/** The first days of the book and its last ones need not be said. */
function periodJa({ from, to }: Period, file: RulebookFile): string {
  const starts = from > file.from ? `${bareDay(from)}から` : '';
  const ends = to < file.to ? `${bareDay(to)}まで` : '';
  return starts + ends;
}

function bareDay(day: IsoDate): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

function inAreaOrder(keys: readonly string[]): string[] {
  const order: readonly string[] = AREAS.map(({ area }) => area);
  const rank = (key: string): number => {
    const index = order.indexOf(areaOf(key).area);
    return index === -1 ? order.length : index;
  };
  return [...keys].sort((a, b) => rank(a) - rank(b));
}

/** The rows under the names of their areas; a search looks through all views, by name, place, key and value. */
export function figureGroups(
  rows: readonly FigureRow[],
  { view, search, file }: { readonly view: FigureView; readonly search: string; readonly file: RulebookFile },
): FigureGroup[] {
  const words = folded(search).toLowerCase();
  const shown = rows.filter((row) =>
    words === '' ? viewOf(row.kind) === view : searchText(row, file).includes(words),
  );
  const groups = new Map<string, { area: string; ja: string; rows: FigureRow[] }>();
  for (const row of shown) {
    const { area, ja } = areaOf(row.key);
    const group = groups.get(area) ?? { area, ja, rows: [] };
    group.rows.push(row);
    groups.set(area, group);
  }
  return [...groups.values()];
}

function searchText({ key, kind, head, entry }: FigureRow, file: RulebookFile): string {
  const source = entry && file.sources[entry.source]?.titleJa;
  const value = entry && figureText(entry.value, kind);
  return folded([head.label, areaOf(key).ja, key, entry?.at, entry?.note, source, value].join(' ')).toLowerCase();
}

/** True for a row that somebody must still look at: no value, or a date that was only moved along. */
export function isOpenRow({ entry }: FigureRow): boolean {
  return entry === undefined || entry.unchecked === true;
}

/** The last day of the row, or undefined where it lasts to the end of the book. */
export function openEnd(to: IsoDate, file: RulebookFile): IsoDate | undefined {
  return to >= file.to ? undefined : to;
}

/** The day before the book begins and after it ends, between which an entry must lie. */
export function isWithin({ from, to }: Period, file: RulebookFile): boolean {
  return file.from <= from && from <= to && to < addDays(file.to, 1);
}
