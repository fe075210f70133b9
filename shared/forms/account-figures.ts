/** 支出の部: which items stand under a 科目, and what their lines add up to. */
import type { ClaimAccount } from '../model/case/account.js';
import { ACCOUNT_ITEMS, type AccountItemId, accountItemOf } from '../model/case/account-item.js';
import type { Line } from '../model/case/lines/line.js';
import { sum } from '../money.js';
import { distinct } from './line-words.js';
import { moneyFindings } from './money-columns.js';
import type { Paper } from './paper.js';
import type { CellInput } from './sheet-draft.js';

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

/** How a 対象外額 of an item looks: over the limit, with the rules that cut it, each with its lines. */
export function cutLook(paper: Paper, item: AccountItemId): Pick<CellInput, 'look' | 'note'> {
  const byRule = new Map<string, string[]>();
  for (const line of linesOfItem(paper, item)) {
    const decision = paper.decided.get(line.id);
    if (decision === undefined || decision.cut === 0) continue;
    for (const { ruleId, cut } of moneyFindings(decision)) {
      if ((cut ?? 0) > 0) byRule.set(ruleId, [...(byRule.get(ruleId) ?? []), paper.numberOf(line.id)]);
    }
  }
  const note = [...byRule].map(([id, lines]) => `${id}：${distinct(lines).join('、')}`).join('\n');
  return { look: 'cut', ...(note === '' ? {} : { note }) };
}

export function addFigures(figures: readonly Figures[]): Figures {
  const of = (key: keyof Figures): number => sum(figures.map((own) => own[key]));
  return { planned: of('planned'), claimed: of('claimed'), eligible: of('eligible'), held: of('held'), cut: of('cut') };
}
