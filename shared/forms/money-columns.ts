/** The money of a line on paper: 請求額 to 対象外額 with live formulas, the marks, and why money was taken. */
import type { Line } from '../model/case/lines/line.js';
import type { Yen } from '../money.js';
import type { LineDecision } from '../rules/engine/decide.js';
import type { Finding } from '../rules/engine/finding.js';
import { MARK_JA, marksOf, reasonsOf } from '../rules/marks.js';
import type { Paper } from './paper.js';
import type { Look } from './sheet.js';
import type { CellInput, Column, TableRow } from './sheet-draft.js';
import { papersJa } from './voucher-words.js';

/** Money columns that every table of lines has behind its details; the hidden ones carry what sums and checks need. */
export const MONEY_COLUMNS = [
  { key: 'planned', headJa: '申請時\n確定額', width: 9, format: 'yen' },
  { key: 'claimed', headJa: '請求額\n（実績）', width: 9, format: 'yen' },
  { key: 'difference', headJa: '差', width: 8, format: 'yen' },
  { key: 'limit', headJa: '上限額', width: 9, format: 'yen' },
  { key: 'held', headJa: '保留', width: 8, format: 'yen' },
  { key: 'eligible', headJa: '対象額', width: 9, format: 'yen' },
  { key: 'cut', headJa: '対象外額', width: 9, format: 'yen' },
  { key: 'mark', headJa: '判定', width: 8, format: 'text', align: 'center', wrap: true },
  { key: 'papers', headJa: '証憑番号', width: 16, format: 'text', wrap: true },
] as const satisfies readonly Column[];

/** At the application nothing was fixed before, so nothing is compared. */
export const PLANNED_MONEY_COLUMNS: readonly Column<MoneyKey>[] = MONEY_COLUMNS.flatMap(
  (column): Column<MoneyKey>[] => {
    if (column.key === 'planned' || column.key === 'difference') return [];
    return [column.key === 'claimed' ? { ...column, headJa: '申請額' } : column];
  },
);

export const KEY_COLUMNS = [
  { key: 'engine', headJa: '判定額', width: 9.5, format: 'yen', hidden: true },
  { key: 'check', headJa: '判定額との差', width: 9.5, format: 'yen', hidden: true },
  { key: 'item', headJa: '項目', width: 10, format: 'text', hidden: true },
  { key: 'payment', headJa: '支払', width: 10, format: 'text', hidden: true },
] as const satisfies readonly Column[];

export type MoneyKey = (typeof MONEY_COLUMNS)[number]['key'];
export type KeyColumn = (typeof KEY_COLUMNS)[number]['key'];

/** How 請求額 follows from other cells of its row, and to what. */
export type Product = { readonly formula: string; readonly value: Yen };

/**
 * The money cells of a line. 対象額 = MIN(請求額, 上限額) − 保留, live; the engine's own figure stands hidden
 * beside it, and the cell turns red when a correction makes the two differ. `product` is used only where it gives
 * what was claimed; otherwise 請求額 stands as it was typed.
 */
export function moneyCells(
  line: Line,
  decision: LineDecision,
  paper: Paper,
  at: (key: MoneyKey | KeyColumn) => string,
  columnOf: (key: KeyColumn) => number,
  product: Product | undefined,
): TableRow<MoneyKey | 'engine' | 'check'> {
  const look = lookOf(decision);
  const note = noteOf(decision);
  const isLive = product !== undefined && product.value === decision.claimed;
  return {
    planned: { value: line.planned ?? null, look: 'input' },
    claimed: { value: decision.claimed, ...(isLive ? { formula: product.formula } : { look: 'input' }) },
    difference: {
      value: decision.claimed - (line.planned ?? 0),
      formula: `${at('claimed')}-${at('planned')}`,
    },
    limit: decision.claimed - decision.cut,
    held: decision.provisional === 0 ? 0 : { value: decision.provisional, look: 'held' },
    eligible: {
      value: decision.eligible,
      formula: `MAX(MIN(${at('claimed')},${at('limit')})-${at('held')},0)`,
      mustEqual: columnOf('engine'),
    },
    cut: {
      value: decision.cut,
      formula: `${at('claimed')}-${at('eligible')}-${at('held')}`,
      ...(decision.cut > 0 ? { look: 'cut' } : {}),
      ...(note === undefined ? {} : { note }),
    },
    mark: { value: markText(decision), look },
    papers: papersJa(line, paper),
    engine: decision.eligible,
    check: zero(`${at('eligible')}-${at('engine')}`),
  };
}

function zero(formula: string): CellInput {
  return { value: 0, formula, mustBeZero: true };
}

function lookOf(decision: LineDecision): Look {
  if (decision.cut > 0) return 'cut';
  if (decision.provisional > 0) return 'held';
  return decision.findings.some((finding) => finding.needsConfirmation) ? 'confirm' : 'body';
}

/** 「超過・要確認」, readable without colour. */
export function markText(decision: LineDecision): string {
  return marksOf(decision)
    .map((mark) => (mark === 'waiting' ? '保留' : MARK_JA[mark]))
    .join('・');
}

/** The findings of a line that take or hold money. */
export function moneyFindings(decision: LineDecision): Finding[] {
  return reasonsOf(decision).filter((finding) => (finding.cut ?? 0) + (finding.provisional ?? 0) > 0);
}

/** What the note on a cut cell says: rule, source, message and what would mend it. */
function noteOf(decision: LineDecision): string | undefined {
  const money = moneyFindings(decision);
  if (money.length === 0) return undefined;
  return money
    .map((finding) =>
      [`${finding.ruleId}（${finding.sourceJa}）`, finding.messageJa, finding.remedyJa ?? '']
        .filter((text) => text !== '')
        .join('\n'),
    )
    .join('\n');
}
