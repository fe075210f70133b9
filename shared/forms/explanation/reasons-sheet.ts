/** 理由と計算: for each line its reasons with the clause and the rule, the arithmetic, the figures and what would mend it. */
import { yen } from '../../money.js';
import { citationText } from '../../rules/citation-text.js';
import type { Citation } from '../../rules/engine/figure.js';
import type { Finding } from '../../rules/engine/finding.js';
import type { WorkStep } from '../../rules/engine/verdict.js';
import { header } from '../header.js';
import { markText } from '../money-columns.js';
import { heightOf } from '../page.js';
import type { Paper } from '../paper.js';
import { type CellInput, SheetDraft } from '../sheet-draft.js';
import { type ExplainedLine, lineNameJa, remedyJa, waitingJa } from './explained-line.js';

/** Label, words over two columns, and what they come to over two more. */
const WIDTHS = [13, 34, 22, 12, 14] as const;
const WORDS = 1;
const AMOUNT = 3;

export function reasonsSheet(paper: Paper, lines: readonly ExplainedLine[]): SheetDraft {
  const draft = new SheetDraft('理由と計算', 'portrait', WIDTHS);
  header(draft, '理由と計算', paper);
  for (const explained of lines) lineBlock(draft, paper, explained);
  return draft;
}

function lineBlock(draft: SheetDraft, paper: Paper, explained: ExplainedLine): void {
  const { numberJa, nameJa, decision, reasons } = explained;
  draft.block(`${numberJa}　${nameJa}`, () => {
    draft.text(amountsJa(explained, paper), 'subtotal', WORDS, {
      0: { value: markText(decision) || '対象', look: lookOf(explained), align: 'center', wrap: true },
    });
    if (reasons.length === 0) labelled(draft, '理由', '請求どおり対象です。');
    reasons.forEach((finding, index) => reasonRows(draft, paper, explained, finding, index));
  });
  draft.gap();
}

/** 請求33,070円　対象28,340円　減額4,730円　証憑待ち0円 */
function amountsJa({ decision }: ExplainedLine, paper: Paper): string {
  const { claimed, eligible, cut, provisional } = decision;
  return `請求 ${yen(claimed)}　対象 ${yen(eligible)}　減額 ${yen(cut)}　${waitingJa(paper)} ${yen(provisional)}`;
}

function lookOf({ decision }: ExplainedLine): NonNullable<CellInput['look']> {
  if (decision.cut > 0) return 'cut';
  return decision.provisional > 0 ? 'held' : 'subtotal';
}

function reasonRows(
  draft: SheetDraft,
  paper: Paper,
  { line, decision, reasons }: ExplainedLine,
  finding: Finding,
  index: number,
): void {
  const number = reasons.length > 1 ? `${index + 1}` : '';
  labelled(draft, `理由${number}`, `${finding.messageJa}${effectJa(finding, paper)}`);
  labelled(draft, 'よりどころ', `手引き ${finding.sourceJa}　規則 ${finding.ruleId}${stateJa(finding)}`);
  workRows(draft, paper, finding.work, line.id);
  if (index === 0 && finding.work.length > 0) {
    workRow(draft, null, 'この明細の対象', yen(decision.eligible), 'total');
  }
  if (finding.citations.length > 0) labelled(draft, '使った値', finding.citations.map(figureJa).join('\n'));
  const remedy = remedyJa(finding, line, paper);
  if (remedy !== undefined) labelled(draft, '直すには', remedy);
}

/** What this reason alone takes or holds. */
function effectJa({ cut = 0, provisional = 0 }: Finding, paper: Paper): string {
  const parts = [
    ...(cut > 0 ? [`減額 ${yen(cut)}`] : []),
    ...(provisional > 0 ? [`${waitingJa(paper)} ${yen(provisional)}`] : []),
  ];
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
}

function stateJa({ needsConfirmation, approved }: Finding): string {
  if (approved) return '　承認記録あり';
  return needsConfirmation ? '　要確認' : '';
}

function figureJa(citation: Citation): string {
  const own = citation.decision ? '、当方の読み方' : '';
  return `${citation.labelJa}：${citationText(citation)}（${citation.at}${own}）`;
}

function workRows(draft: SheetDraft, paper: Paper, steps: readonly WorkStep[], lineId: string): void {
  steps.forEach((step, index) => {
    const words = `${step.labelJa}${otherLineJa(step, paper, lineId)}`;
    const result = step.amount === undefined ? (step.textJa ?? '') : yen(step.amount);
    workRow(draft, index === 0 ? '計算' : null, words, result, 'body');
  });
}

function workRow(
  draft: SheetDraft,
  label: string | null,
  words: string,
  result: string,
  look: NonNullable<CellInput['look']>,
): void {
  const height = Math.max(heightOf(words, draft.widthOf(WORDS, AMOUNT)), heightOf(result, draft.widthOf(AMOUNT)));
  draft.row(
    {
      0: { value: label, look: 'columnHead', align: 'left' },
      [WORDS]: { value: words, look, wrap: true, span: AMOUNT - WORDS },
      [AMOUNT]: { value: result, look, wrap: true, align: 'right', span: 2 },
    },
    { height },
  );
}

/** The other line that a step speaks of: （1-07 北条 悟 …） */
function otherLineJa({ line: id }: WorkStep, paper: Paper, lineId: string): string {
  const other = id === undefined || id === lineId ? undefined : paper.facts.line(id);
  return other ? `（${paper.numberOf(other.id)} ${lineNameJa(other, paper)}）` : '';
}

function labelled(draft: SheetDraft, label: string, text: string): void {
  draft.text(text, 'body', WORDS, { 0: { value: label, look: 'columnHead', align: 'left' } });
}
