/** 収入の部 and 精算見込 of 収支計算書, side by side: what comes in, and what the 委託金 comes to. */
import type { Decision } from '../../rules/engine/decide.js';
import type { Figures } from '../account-figures.js';
import type { Paper } from '../paper.js';
import { address } from '../sheet.js';
import type { CellInput, SheetDraft } from '../sheet-draft.js';

/** Where other sheets find what this one comes to. */
export type StatementPlaces = Readonly<Record<'contract' | 'advance' | 'eligibleTotal' | 'finalAmount', string>>;

/** 支出合計: its row, and what stands in it. */
type Total = { readonly row: number; readonly figures: Figures };
type Cells = Readonly<Record<number, CellInput>>;

/** Columns of 収入の部: label, budget and actual under those of 支出の部. */
const LABEL = 0;
const BUDGET = 2;
const ACTUAL = 3;
/** Column of 対象額 in 支出の部. */
const ELIGIBLE = 4;
/** Columns of 精算見込. */
const RIGHT_LABEL = 5;
const AMOUNT = 8;
const NOTE = 9;

/** Rows of 精算見込 under the heading. */
const ROW = { contract: 0, advance: 1, reduction: 2, final: 3, balance: 4, refund: 5 } as const;

export function incomeRows(draft: SheetDraft, paper: Paper, total: Total): StatementPlaces {
  draft.row(
    { [LABEL]: { value: '収入の部', look: 'heading' }, [RIGHT_LABEL]: { value: '委託金の精算見込', look: 'heading' } },
    { height: 22 },
  );
  const first = draft.nextRow;
  const left = incomeTable(paper, total, first);
  const right = settlementTable(paper, total, first);
  right.forEach((cells, index) => draft.row({ ...left[index], ...cells }));
  return {
    contract: address(first + ROW.contract, AMOUNT, true),
    advance: address(first + ROW.advance, AMOUNT, true),
    eligibleTotal: address(total.row, ELIGIBLE, true),
    finalAmount: address(first + ROW.final, AMOUNT, true),
  };
}

/** 契約額 to 返納額. Without a 契約額 the rest stays empty and comes alive as soon as it is typed. */
function settlementTable({ decision, facts }: Paper, total: Total, first: number): Cells[] {
  const { settlement, totals } = decision;
  const at = (row: keyof typeof ROW): string => address(first + ROW[row], AMOUNT);
  const eligible = address(total.row, ELIGIBLE);
  const { contractAmount } = settlement;
  const reduction = facts.course.reductionByJspo ?? 0;
  const computed =
    contractAmount === null ? null : Math.max(Math.min(total.figures.eligible, contractAmount) - reduction, 0);
  const isComputed = settlement.finalAmount === computed;
  return [
    right(
      '委託金額（契約額）',
      { value: contractAmount, look: 'input' },
      contractAmount === null ? '契約額が未入力です' : '',
    ),
    right('概算払（受領額）', { value: settlement.advance, look: 'input' }),
    right('減額（日本スポーツ協会）', { value: reduction, look: 'input' }),
    right(
      '確定見込額',
      isComputed
        ? live(computed, [at('contract')], `MAX(MIN(${eligible},${at('contract')})-${at('reduction')},0)`)
        : { value: settlement.finalAmount, look: 'input' },
      finalNote(isComputed, totals.gatedBy),
    ),
    right('残額', live(settlement.balance, [at('final'), at('advance')], `MAX(${at('final')}-${at('advance')},0)`)),
    right('返納額', live(settlement.refund, [at('final'), at('advance')], `MAX(${at('advance')}-${at('final')},0)`)),
  ];
}

function finalNote(isComputed: boolean, gatedBy: readonly string[]): string {
  if (gatedBy.length > 0) return `委託の要件を満たしていません（${gatedBy.join('、')}）`;
  return isComputed ? '' : '日本スポーツ協会の確定額';
}

function right(label: string, amount: CellInput, note = ''): Cells {
  return {
    [RIGHT_LABEL]: { value: label, span: AMOUNT - RIGHT_LABEL },
    [AMOUNT]: { format: 'yen', ...amount },
    ...(note === '' ? {} : { [NOTE]: { value: note, look: 'caption', wrap: true } }),
  };
}

/** One column of 収入の部. */
type Side = {
  readonly column: number;
  readonly given: number | null;
  /** The cell that the 委託金 is read from; empty while it is not known. */
  readonly source: string;
  readonly spent: number;
};

/** 委託金 and 団体負担金 against 支出合計. 受講料 is no income of the course. */
function incomeTable({ decision }: Paper, total: Total, first: number): Cells[] {
  const { contractAmount, finalAmount } = decision.settlement;
  const [grant, own, sum] = [first + 1, first + 2, first + 3];
  const side = (column: number, row: number, given: number | null, spent: number): Side => {
    return { column, source: address(row, AMOUNT), given, spent };
  };
  const sides = [
    side(BUDGET, first + ROW.contract, contractAmount, total.figures.planned),
    side(ACTUAL, first + ROW.final, finalAmount, total.figures.claimed),
  ];
  const line = (label: string, cell: (side: Side) => CellInput): Cells => ({
    [LABEL]: { value: label, span: BUDGET },
    ...Object.fromEntries(sides.map((one) => [one.column, { format: 'yen', ...cell(one) } satisfies CellInput])),
  });
  return [
    {
      [LABEL]: { value: '区分', look: 'columnHead', align: 'center', span: BUDGET },
      [BUDGET]: { value: '予算額', look: 'columnHead', align: 'center' },
      [ACTUAL]: { value: '実績額', look: 'columnHead', align: 'center' },
    },
    line('委託金（概算払＋残額−返納額）', ({ given, source }) => live(given, [source], source)),
    line('団体負担金（支出合計−委託金）', ({ column, given, source, spent }) =>
      live(given === null ? null : spent - given, [source], `${address(total.row, column)}-${address(grant, column)}`),
    ),
    line('収入合計', ({ column, given, spent }) => ({
      value: given === null ? 0 : spent,
      formula: `SUM(${address(grant, column)}:${address(own, column)})`,
      look: 'total',
    })),
    line('収支差（0になること）', ({ column, source }) => ({
      value: 0,
      formula: `IF(${source}="",0,${address(sum, column)}-${address(total.row, column)})`,
      mustBeZero: true,
    })),
    judgedRow(decision, total),
  ];
}

/** Whether the sums come to what the program judged; nobody else has to see it. */
function judgedRow({ totals }: Decision, total: Total): Cells {
  return {
    [LABEL]: { value: '判定との差（0になること）', span: ACTUAL, internal: true },
    [ACTUAL]: {
      value: total.figures.eligible - totals.eligibleBeforeGates,
      formula: `${address(total.row, ELIGIBLE)}-${totals.eligibleBeforeGates}`,
      format: 'yen',
      mustBeZero: true,
      internal: true,
    },
  };
}

/** A formula that stays empty while one of the cells it needs is not typed. */
function live(value: number | null, needed: readonly string[], formula: string): CellInput {
  const guarded = needed.reduceRight((inner, cell) => `IF(${cell}="","",${inner})`, formula);
  return { value: value ?? '', formula: guarded };
}
