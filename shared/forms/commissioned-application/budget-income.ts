/** 収入の部 of 収支予算書, and beside it what 概算払 the 委託金 would bring. */
import type { IsoDate } from '../../dates.js';
import { advanceOf } from '../../rules/settlement.js';
import type { Figures } from '../account-figures.js';
import { heightOf } from '../page.js';
import type { Paper } from '../paper.js';
import { address } from '../sheet.js';
import type { CellInput, SheetDraft } from '../sheet-draft.js';

/** Where other sheets find what this one asks for. */
export type BudgetPlaces = { readonly grant: string };

/** 支出合計: its row, and what stands in it. */
type Total = { readonly row: number; readonly figures: Figures };
type Cells = Readonly<Record<number, CellInput>>;

const AMOUNT = 2;
const ELIGIBLE = 4;
const RIGHT = 4;
const RIGHT_AMOUNT = 7;

export function grantRows(draft: SheetDraft, paper: Paper, total: Total): BudgetPlaces {
  draft.row({ 0: { value: '収入の部', look: 'heading' }, [RIGHT]: { value: '参考', look: 'heading' } }, { height: 22 });
  const first = draft.nextRow;
  const left = incomeTable(paper, total, first);
  const right = advanceTable(paper, total, first);
  left.forEach((cells, index) => {
    const label = right[index]?.[RIGHT]?.value;
    const height = heightOf(typeof label === 'string' ? label : '', draft.widthOf(RIGHT, RIGHT_AMOUNT));
    draft.row({ ...cells, ...right[index] }, { height });
  });
  for (const note of gateNotes(paper)) draft.text(note, 'confirm');
  return { grant: address(first, AMOUNT, true) };
}

/** What would be paid: nothing under a failed gate. */
function grantOf({ decision }: Paper, { figures }: Total): number {
  return decision.totals.gatedBy.length > 0 ? 0 : figures.eligible;
}

/** 委託金 and 団体負担金 against 支出合計. 受講料 is no income of the course. */
function incomeTable(paper: Paper, total: Total, first: number): Cells[] {
  const grant = grantOf(paper, total);
  const isOpen = paper.decision.totals.gatedBy.length === 0;
  const spent = address(total.row, AMOUNT);
  const at = (index: number): string => address(first + index, AMOUNT);
  const line = (label: string, amount: CellInput): Cells => ({
    0: { value: label, span: AMOUNT, look: amount.look ?? 'body' },
    [AMOUNT]: { format: 'yen', ...amount },
  });
  return [
    line(
      '委託金（申請額）',
      isOpen ? { value: grant, formula: address(total.row, ELIGIBLE) } : { value: 0, look: 'confirm' },
    ),
    line('団体負担金（支出合計−委託金）', { value: total.figures.claimed - grant, formula: `${spent}-${at(0)}` }),
    line('収入合計', { value: total.figures.claimed, formula: `SUM(${at(0)}:${at(1)})`, look: 'total' }),
    line('収支差（0になること）', { value: 0, formula: `${at(2)}-${spent}`, mustBeZero: true }),
  ];
}

function advanceTable(paper: Paper, total: Total, first: number): Cells[] {
  const { decision, hints } = paper;
  const percent = hints.read('settlement.advance.percent');
  const unit = hints.read('settlement.advance.unit');
  const grant = address(first, AMOUNT);
  const eligible = address(total.row, ELIGIBLE);
  const isKnown = percent !== undefined && unit !== undefined;
  return [
    right(
      isKnown ? `概算払見込（${percent}%、${unit.toLocaleString('ja-JP')}円未満切捨て）` : '概算払見込',
      isKnown
        ? {
            value: advanceOf(grantOf(paper, total), { advancePercent: percent, advanceUnit: unit }),
            formula: `ROUNDDOWN(${grant}*${percent}/100/${unit},0)*${unit}`,
          }
        : { value: '基準が未設定' },
    ),
    right('概算払の交付予定日', dayCell(decision.settlement.advanceDueOn)),
    right('判定との差（0になること）', {
      value: total.figures.eligible - decision.totals.eligibleBeforeGates,
      formula: `${eligible}-${decision.totals.eligibleBeforeGates}`,
      mustBeZero: true,
      internal: true,
    }),
  ];
}

function dayCell(day: IsoDate | null): CellInput {
  return day === null ? { value: '契約額の確定後', format: 'text' } : { value: day, format: 'eraDate', align: 'left' };
}

function right(label: string, amount: CellInput): Cells {
  return {
    [RIGHT]: {
      value: label,
      span: RIGHT_AMOUNT - RIGHT,
      wrap: true,
      ...(amount.internal === true ? { internal: true } : {}),
    },
    [RIGHT_AMOUNT]: { format: 'yen', ...amount },
  };
}

function gateNotes({ decision }: Paper): string[] {
  const { gatedBy } = decision.totals;
  return gatedBy.length === 0 ? [] : [`委託の要件を満たしていません（${gatedBy.join('、')}）。委託金は0円です。`];
}
