/** The tables of 経費内訳: which lines each holds, what its columns are called, and how its amounts multiply. */
import type { LineKind, LineOf } from '../../model/case/lines/line.js';
import type { Venue } from '../../model/case/venue.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { hourly } from '../../money.js';
import { copiesLimit } from '../../rules/facts/headcount.js';
import { HINT_KEYS, limitHint } from '../../rules/limit-hint.js';
import type { Product } from '../money-columns.js';
import type { Paper } from '../paper.js';

export type ExpenseKey = 'name' | 'when' | 'detail' | 'first' | 'second' | 'unit';
/** Width of the column `detail`. */
export const DETAIL_WIDTH = 13.5;

type Figures = Partial<Record<'first' | 'second' | 'unit', number>>;

export type ExpenseSection<K extends LineKind = LineKind> = {
  readonly titleJa: string;
  readonly kinds: readonly K[];
  readonly heads: Readonly<Record<ExpenseKey, string>>;
  /** Quantities and the unit price. */
  readonly figures: (line: LineOf<K>, paper: Paper) => Figures;
  /** How 請求額 follows from them; nothing where it is typed. */
  readonly product: (line: LineOf<K>, at: (key: ExpenseKey) => string, paper: Paper) => Product | undefined;
  /** Words that need more than the line: limits, the lines that a fee belongs to. */
  readonly words?: (line: LineOf<K>, paper: Paper) => Partial<Record<'when' | 'detail', string>>;
  /** Lines of small print under the table. */
  readonly notes?: (paper: Paper) => readonly string[];
  /** The group of limits that the section shares (see `cappedGroups`). */
  readonly groupJa?: string;
};

function section<const K extends LineKind>(definition: ExpenseSection<K>): ExpenseSection {
  return definition as unknown as ExpenseSection;
}

const heads = (
  name: string,
  when: string,
  detail: string,
  first = '',
  second = '',
  unit = '',
): Record<ExpenseKey, string> => ({ name, when, detail, first, second, unit });

const typed = (): undefined => undefined;

export const EXPENSE_SECTIONS: readonly ExpenseSection[] = [
  section({
    titleJa: '3 借損料（1） 会議室利用料',
    kinds: ['room'],
    heads: heads('会場・部屋', '利用日時', '用途', '利用\n（分）', '', '単価\n／時間'),
    figures: (line, { facts }) => {
      const room = facts.room(line.roomId);
      const first = line.end - line.start;
      return room?.priceUnit === 'hour' && room.unitPrice !== undefined ? { first, unit: room.unitPrice } : { first };
    },
    product: (line, at, { facts }) => {
      const room = facts.room(line.roomId);
      if (room?.priceUnit !== 'hour' || room.unitPrice === undefined) return undefined;
      return {
        formula: `ROUNDDOWN(${at('unit')}*${at('first')}/60,0)`,
        value: hourly(room.unitPrice, line.end - line.start),
      };
    },
    notes: ({ facts }) => facts.venues.map(venueJa),
  }),
  section({
    titleJa: '3 借損料（2） 備品・機材等使用料',
    kinds: ['equipment'],
    heads: heads('品名', '借用日', '', '日数', '数量', '単価'),
    figures: (line) => ({ first: line.days, second: line.qty, unit: line.unitPrice }),
    product: (line, at) => ({
      formula: `${at('first')}*${at('second')}*${at('unit')}`,
      value: line.days * line.qty * line.unitPrice,
    }),
  }),
  section({
    titleJa: '3 借損料（3） コピー代',
    kinds: ['copy'],
    heads: heads('資料名', '部数の上限', '用途', '枚数\n／部', '部数', '単価\n／枚'),
    figures: (line) =>
      line.unitPrice === null ? {} : { first: line.pages ?? 0, second: line.copies ?? 0, unit: line.unitPrice },
    product: (line, at) =>
      line.unitPrice === null
        ? undefined
        : {
            formula: `${at('first')}*${at('second')}*${at('unit')}`,
            value: (line.pages ?? 0) * (line.copies ?? 0) * line.unitPrice,
          },
    words: (_line, paper) => ({ when: copiesJa(HINT_KEYS.copySpare, paper) }),
  }),
  section({
    titleJa: '3 借損料（3） オンライン講習会関係費',
    kinds: ['online'],
    heads: heads('種別', '期間', ''),
    figures: () => ({}),
    product: typed,
    groupJa: 'オンライン',
  }),
  section({
    titleJa: '4 印刷製本費',
    kinds: ['printing'],
    heads: heads('資料名', '部数の上限', '見積', '部数'),
    figures: (line) => ({ first: line.copies }),
    product: typed,
    words: (_line, paper) => ({ when: copiesJa(HINT_KEYS.printSpare, paper) }),
  }),
  section({
    titleJa: '5 消耗品費',
    kinds: ['consumable'],
    heads: heads('品目', '数量の上限', '', '数量', '', '単価'),
    figures: (line) => ({ first: line.qty, unit: line.unitPrice }),
    product: (line, at) => ({ formula: `${at('first')}*${at('unit')}`, value: line.qty * line.unitPrice }),
    words: (line, paper) => {
      const hint = limitHint(line, 'qty', paper.hints);
      return { when: hint === undefined ? '' : `${hint.limit}${hint.unitJa}` };
    },
    groupJa: '消毒液・マスク等',
  }),
  section({
    titleJa: '6 通信運搬費',
    kinds: ['mail', 'shipping'],
    heads: heads('種別', '宛先・用途', '', '購入数', '使用数', '単価'),
    figures: (line) =>
      line.kind === 'mail' ? { first: line.boughtQty ?? line.qty, second: line.qty, unit: line.unitPrice } : {},
    product: (line, at) =>
      line.kind === 'mail'
        ? { formula: `${at('first')}*${at('unit')}`, value: (line.boughtQty ?? line.qty) * line.unitPrice }
        : undefined,
  }),
  section({
    titleJa: 'その他',
    kinds: ['other'],
    heads: heads('内容', '', ''),
    figures: () => ({}),
    product: typed,
  }),
];

/** 会場：青葉県民体育館（京都府、公共施設 ○、使用料が自団体の収入 ×） */
function venueJa(venue: Venue): string {
  const isPublic = venue.isPublicFacility === undefined ? '未確認' : venue.isPublicFacility ? '○' : '×';
  const isOwn = { yes: '○', no: '×', unknown: '未確認' }[venue.feeIsOwnIncome ?? 'unknown'];
  return `会場：${venue.nameJa}（${PREFECTURES_JA[venue.prefectureCode] ?? ''}、公共施設 ${isPublic}、使用料が自団体の収入 ${isOwn}）`;
}

/** 「35部（受講者24＋講師5＋助手1＋予備3）」; unknown while the number of 受講者 is. */
function copiesJa(spareKey: string, { hints, decision }: Paper): string {
  const spare = hints.read(spareKey);
  const { participants, lecturers, assistants } = decision.headcount;
  const limit = copiesLimit(decision.headcount, spare);
  if (limit === undefined || participants === undefined || spare === undefined) return '受講者数が未確認';
  return `${limit}部\n（${participants}＋${lecturers}＋${assistants}＋${spare}）`;
}
