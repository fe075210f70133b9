/** 判定の理由・備考: under a table of lines, in full width, why money was cut or held and what is to be confirmed. */
import type { Line } from '../model/case/lines/line.js';
import { yen } from '../money.js';
import type { LineDecision } from '../rules/engine/decide.js';
import type { Finding } from '../rules/engine/finding.js';
import { reasonsOf } from '../rules/marks.js';
import { moneyFindings } from './money-columns.js';
import type { Paper } from './paper.js';
import type { SheetDraft } from './sheet-draft.js';

/** Rows of reasons for `lines`; `nameOf` says in the second column whom or what the line is for. */
export function reasonRows(
  draft: SheetDraft,
  paper: Paper,
  lines: readonly Line[],
  nameOf: (line: Line) => string,
): void {
  const rows = lines.flatMap((line) => {
    const decision = paper.decided.get(line.id);
    return decision ? reasonTexts(line, decision, paper).map((text) => ({ line, text })) : [];
  });
  if (rows.length === 0) return;
  draft.gap();
  const fill = (): void => {
    for (const { line, text } of rows) {
      draft.text(text, 'body', 2, {
        0: { value: paper.numberOf(line.id), align: 'center' },
        1: { value: nameOf(line) },
      });
    }
  };
  draft.block('判定の理由・備考', fill, 0);
}

/** One text per reason: everything that takes or holds money, what is to be confirmed, approvals, remarks. */
function reasonTexts(line: Line, decision: LineDecision, paper: Paper): string[] {
  const money = moneyFindings(decision);
  const others = reasonsOf(decision).filter(
    (finding) => !money.includes(finding) && (finding.needsConfirmation || finding.approved),
  );
  return [...[...money, ...others].map(findingText), ...remarks(line, paper)];
}

function findingText(finding: Finding): string {
  const amounts = [
    finding.cut === undefined || finding.cut === 0 ? '' : `対象外 ${yen(finding.cut)}`,
    finding.provisional === undefined || finding.provisional === 0 ? '' : `保留 ${yen(finding.provisional)}`,
    finding.approved ? '承認記録あり' : '',
  ].filter((text) => text !== '');
  const head = amounts.length > 0 ? amounts.join('・') : '要確認';
  return `【${head}】${finding.messageJa}（${finding.ruleId}）`;
}

function remarks(line: Line, paper: Paper): string[] {
  const cash = paper.facts.transfer(line.transferId);
  return [
    ...(line.remarks === undefined || line.remarks === '' ? [] : [`備考：${line.remarks}`]),
    ...(line.kind === 'honorarium' && line.differenceReason !== undefined
      ? [`※単価が異なる理由：${line.differenceReason}`]
      : []),
    ...(line.marginNote === undefined || line.marginNote === '' ? [] : [`欄外：${line.marginNote}`]),
    ...(cash?.method === 'cash' && cash.cashReason !== undefined ? [`欄外：現金払いの理由 ${cash.cashReason}`] : []),
  ];
}
