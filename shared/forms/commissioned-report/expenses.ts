/** 経費内訳（報告）: 借損料・印刷製本費・消耗品費・通信運搬費・雑役務費, one table per item. */
import type { Line, LineKind, LineOf } from '../../model/case/lines/line.js';
import { hiddenLineColumns, type LineTable, lineTable, MONEY_WIDTHS } from '../line-table.js';
import { expenseWordsJa } from '../line-words.js';
import { footNote, header, type PaperInput } from '../paper.js';
import { type Column, SheetDraft, type TableRow } from '../sheet-draft.js';

const DETAIL_WIDTHS = [24, 20, 16, 9, 8, 10] as const;
type DetailKey = 'name' | 'when' | 'detail' | 'first' | 'second' | 'unit';

/** A section: the kinds it holds, its heads, its two quantities and unit price, and how they multiply. */
type Section<K extends LineKind = LineKind> = {
  readonly titleJa: string;
  readonly kinds: readonly K[];
  readonly heads: Readonly<Record<DetailKey, string>>;
  readonly figures: (line: LineOf<K>, input: PaperInput) => Partial<Record<'first' | 'second' | 'unit', number>>;
  readonly product: 'hourly' | 'all' | 'firstOnly' | 'typed';
};

function section<const K extends LineKind>(definition: Section<K>): Section {
  return definition as unknown as Section;
}

const heads = (name: string, when: string, detail: string, first: string, second: string, unit: string) => ({
  name,
  when,
  detail,
  first,
  second,
  unit,
});

const SECTIONS: readonly Section[] = [
  section({
    titleJa: '3　借損料（1）会場',
    kinds: ['room'],
    heads: heads('会場・部屋', '利用日時', '区分・用途', '利用(分)', '', '単価'),
    figures: (line, { facts }) => {
      const room = facts.room(line.roomId);
      return room?.priceUnit === 'hour' ? { first: line.end - line.start, unit: room.unitPrice ?? 0 } : {};
    },
    product: 'hourly',
  }),
  section({
    titleJa: '3　借損料（2）備品・機材',
    kinds: ['equipment'],
    heads: heads('品名', '借用日', '', '日数', '数量', '単価'),
    figures: (line) => ({ first: line.days, second: line.qty, unit: line.unitPrice }),
    product: 'all',
  }),
  section({
    titleJa: '3　借損料（3）コピー',
    kinds: ['copy'],
    heads: heads('資料名', '', '用途', '枚数/部', '部数', '単価/枚'),
    figures: (line) =>
      line.unitPrice === null ? {} : { first: line.pages ?? 0, second: line.copies ?? 0, unit: line.unitPrice },
    product: 'all',
  }),
  section({
    titleJa: '3　借損料（3）オンライン講習会関係費',
    kinds: ['online'],
    heads: heads('種別', '期間', '', '', '', ''),
    figures: () => ({}),
    product: 'typed',
  }),
  section({
    titleJa: '4　印刷製本費',
    kinds: ['printing'],
    heads: heads('資料名', '', '見積', '部数', '', ''),
    figures: (line) => ({ first: line.copies }),
    product: 'typed',
  }),
  section({
    titleJa: '5　消耗品費',
    kinds: ['consumable'],
    heads: heads('品目', '', '', '数量', '', '単価'),
    figures: (line) => ({ first: line.qty, unit: line.unitPrice }),
    product: 'firstOnly',
  }),
  section({
    titleJa: '6　通信運搬費',
    kinds: ['mail', 'shipping'],
    heads: heads('種別', '', '宛先', '購入数', '使用数', '単価'),
    figures: (line) =>
      line.kind === 'mail' ? { first: line.boughtQty ?? line.qty, second: line.qty, unit: line.unitPrice } : {},
    product: 'firstOnly',
  }),
  section({
    titleJa: '7　雑役務費',
    kinds: ['transferFee'],
    heads: heads('支払先', '振込日', '内容', '', '', ''),
    figures: () => ({}),
    product: 'typed',
  }),
  section({
    titleJa: 'その他',
    kinds: ['other'],
    heads: heads('内容', '', '', '', '', ''),
    figures: () => ({}),
    product: 'typed',
  }),
];

export function expensesSheet(input: PaperInput): { draft: SheetDraft; tables: LineTable[] } {
  const draft = new SheetDraft('経費内訳', 'landscape', [...DETAIL_WIDTHS, ...MONEY_WIDTHS], {
    hiddenColumns: hiddenLineColumns(DETAIL_WIDTHS.length),
  });
  header(draft, '経費内訳（報告）', input);
  draft.repeat(1, 5);
  const tables = SECTIONS.flatMap((own) => {
    const lines = input.facts.lines.filter((line) => (own.kinds as readonly string[]).includes(line.kind));
    return lines.length === 0 ? [] : [sectionTable(draft, input, own, lines)];
  });
  footNote(draft);
  return { draft, tables };
}

function sectionTable(draft: SheetDraft, input: PaperInput, own: Section, lines: readonly Line[]): LineTable {
  draft.heading(own.titleJa);
  const columns: readonly Column<DetailKey>[] = [
    { key: 'name', headJa: own.heads.name, format: 'text', wrap: true },
    { key: 'when', headJa: own.heads.when, format: 'text', wrap: true },
    { key: 'detail', headJa: own.heads.detail, format: 'text', wrap: true },
    { key: 'first', headJa: own.heads.first, format: 'count' },
    { key: 'second', headJa: own.heads.second, format: 'count' },
    { key: 'unit', headJa: own.heads.unit, format: 'yen' },
  ];
  const table = lineTable(
    draft,
    input,
    columns,
    lines,
    (line): TableRow<DetailKey> => ({
      ...expenseWordsJa(line, input.facts),
      ...inputs(own.figures(line as never, input)),
    }),
    (line, at) => claimFormula(own, own.figures(line as never, input), at),
  );
  draft.gap();
  return table;
}

/** Quantities and prices are what a reader may correct. */
function inputs(figures: Partial<Record<'first' | 'second' | 'unit', number>>): TableRow<'first' | 'second' | 'unit'> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, { value, look: 'input' }]));
}

function claimFormula(
  own: Section,
  figures: Partial<Record<'first' | 'second' | 'unit', number>>,
  at: (key: DetailKey) => string,
): string | undefined {
  if (figures.unit === undefined || own.product === 'typed') return undefined;
  if (own.product === 'hourly') return `ROUNDDOWN(${at('unit')}*${at('first')}/60,0)`;
  return own.product === 'all' ? `${at('first')}*${at('second')}*${at('unit')}` : `${at('first')}*${at('unit')}`;
}
