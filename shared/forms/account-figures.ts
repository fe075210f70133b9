/** 支出の部: which items stand under a 科目, and what their lines add up to. */
import type { ClaimAccount } from '../model/case/account.js';
import { ACCOUNT_ITEMS, type AccountItemId, accountItemOf } from '../model/case/account-item.js';
import type { Line } from '../model/case/lines/line.js';
import { sum } from '../money.js';
import type { Paper } from './paper.js';

/** What a row of 支出の部 adds up, in yen. */
export type Figures = Readonly<Record<'planned' | 'claimed' | 'eligible' | 'held' | 'cut', number>>;

/** The items of a 科目 in their order; those outside the 基準一覧 only where something was claimed. */
export function itemsOfAccount(paper: Paper, account: ClaimAccount): AccountItemId[] {
  return (Object.keys(ACCOUNT_ITEMS) as AccountItemId[]).filter(
    (item) =>
      ACCOUNT_ITEMS[item].account === account && (!item.endsWith('-OTH') || linesOfItem(paper, item).length > 0),
  );
}

export function linesOfItem({ facts }: Paper, item: AccountItemId): Line[] {
  return facts.lines.filter((line) => accountItemOf(line) === item);
}

export function figuresOfItem(paper: Paper, item: AccountItemId): Figures {
  const lines = linesOfItem(paper, item);
  const own = lines.flatMap((line) => paper.decided.get(line.id) ?? []);
  return {
    planned: sum(lines.map((line) => line.planned ?? 0)),
    claimed: sum(own.map((line) => line.claimed)),
    eligible: sum(own.map((line) => line.eligible)),
    held: sum(own.map((line) => line.provisional)),
    cut: sum(own.map((line) => line.cut)),
  };
}

export function addFigures(figures: readonly Figures[]): Figures {
  const of = (key: keyof Figures): number => sum(figures.map((own) => own[key]));
  return { planned: of('planned'), claimed: of('claimed'), eligible: of('eligible'), held: of('held'), cut: of('cut') };
}
