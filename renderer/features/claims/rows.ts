/** The rows of the 経費 table: a group per 科目 with its lines, as plain values that compare by content. */
import type { Account } from '../../../shared/model/case/account.js';
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS } from '../../../shared/model/case/account.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Yen } from '../../../shared/money.js';
import type { Decision, LineDecision } from '../../../shared/rules/engine/decide.js';
import { addAmounts, type Amounts } from '../../../shared/rules/engine/totals.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { lineNumber } from '../../../shared/rules/line-numbers.js';
import { type Mark, marksOf, reasonsOf } from '../../../shared/rules/marks.js';
import { paperTicks } from '../../../shared/rules/paper-ticks.js';
import { type PaperFigures } from '../../../shared/rules/papers-needed.js';
import { lineText } from '../../../shared/rules/line-text.js';

export type LineRow = Amounts & {
  readonly kind: 'line';
  readonly id: string;
  /** 科目番号-連番: 1-08. */
  readonly no: string;
  readonly account: Account;
  readonly nameJa: string;
  readonly detailJa: string;
  readonly quantityJa: string;
  readonly unit: Yen | undefined;
  readonly marks: readonly Mark[];
  /** The sentence of the finding that decides, in one line; empty where nothing is to be said. */
  readonly whyJa: string;
  readonly papersThere: number;
  readonly papersNeeded: number;
};

export type GroupRow = Amounts & {
  readonly kind: 'group';
  readonly id: string;
  readonly account: Account;
  readonly no: number;
  readonly nameJa: string;
  readonly count: number;
  readonly lines: readonly LineRow[];
};

export type ClaimRow = LineRow | GroupRow;

const ALL_ACCOUNTS: readonly Account[] = [...CLAIM_ACCOUNTS, 'other'];

/** Groups of the 科目 that have lines, in the order of the guide; lines in the order of the list. */
export function groupRows(facts: Facts, decision: Decision, figures: PaperFigures): GroupRow[] {
  const decided = new Map(decision.lines.map((line) => [line.id, line]));
  return ALL_ACCOUNTS.flatMap((account): GroupRow[] => {
    const own = facts.lines.filter((line) => line.account === account);
    if (own.length === 0) return [];
    const lines = own.map((line, index) => lineRow(line, index, decided.get(line.id), facts, figures));
    return [
      {
        kind: 'group',
        id: `group-${account}`,
        account,
        no: ACCOUNT_NO[account],
        nameJa: ACCOUNT_JA[account],
        count: lines.length,
        lines,
        ...addAmounts(lines),
      },
    ];
  });
}

function lineRow(
  line: Line,
  index: number,
  decided: LineDecision | undefined,
  facts: Facts,
  figures: PaperFigures,
): LineRow {
  const text = lineText(line, facts);
  const ticks = paperTicks(line, facts, decided, figures);
  const claimed = facts.claimed(line);
  return {
    kind: 'line',
    id: line.id,
    no: lineNumber(line.account, index),
    account: line.account,
    nameJa: text.nameJa,
    detailJa: text.detailJa,
    quantityJa: text.quantityJa,
    unit: text.unit,
    claimed,
    eligible: decided?.eligible ?? claimed,
    cut: decided?.cut ?? 0,
    provisional: decided?.provisional ?? 0,
    marks: decided ? marksOf(decided) : [],
    whyJa: (decided && reasonsOf(decided)[0]?.messageJa) ?? '',
    papersThere: ticks.filter((tick) => tick.isThere).length,
    papersNeeded: ticks.length,
  };
}

/** True when two rows would look the same. */
export function sameRow(a: LineRow, b: LineRow): boolean {
  return (Object.keys(a) as (keyof LineRow)[]).every((key) =>
    key === 'marks' ? a.marks.join() === b.marks.join() : a[key] === b[key],
  );
}
