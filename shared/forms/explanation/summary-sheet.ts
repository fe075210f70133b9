/** The first pages: what was decided, by which book and as of when, the sums per 科目, and the lines in question. */
import { longDateJa } from '../../dates.js';
import { ACCOUNT_JA, ACCOUNT_NO } from '../../model/case/account.js';
import { CASE_STAGE_JA } from '../../model/case/course.js';
import { yen } from '../../money.js';
import type { Finding } from '../../rules/engine/finding.js';
import type { Amounts } from '../../rules/engine/totals.js';
import { header } from '../header.js';
import { markText } from '../money-columns.js';
import { courseNameJa, type Paper } from '../paper.js';
import { type Column, SheetDraft, type TableRow } from '../sheet-draft.js';
import { type ExplainedLine, waitingJa } from './explained-line.js';

const LABEL_COLUMNS = 2;
type Key = 'no' | 'name' | keyof Amounts | 'mark';

function columnsOf(paper: Paper, nameJa: string, markJa: string): readonly Column<Key>[] {
  return [
    { key: 'no', headJa: '番号', width: 9.5, format: 'text', align: 'center' },
    { key: 'name', headJa: nameJa, width: 29.5, format: 'text', wrap: true },
    { key: 'claimed', headJa: '請求', width: 10.5, format: 'yen' },
    { key: 'eligible', headJa: '対象', width: 10.5, format: 'yen' },
    { key: 'cut', headJa: '減額', width: 10.5, format: 'yen' },
    { key: 'provisional', headJa: waitingJa(paper), width: 10.5, format: 'yen' },
    { key: 'mark', headJa: markJa, width: 14, format: 'text', align: 'center', wrap: true },
  ];
}

export function summarySheet(paper: Paper, lines: readonly ExplainedLine[]): SheetDraft {
  const draft = SheetDraft.for('査定の説明書', 'portrait', columnsOf(paper, '', ''));
  header(draft, '査定の説明書', paper);
  opening(draft, paper);
  if (paper.lines === undefined) {
    accounts(draft, paper);
    wholeCourse(draft, paper);
  } else {
    draft.block('説明する明細（円）', () => lineTable(draft, paper, lines));
  }
  words(draft, paper);
  return draft;
}

/** 明細ごとの結果: the lines that are not eligible as claimed, heads repeated on each page. */
export function linesSheet(paper: Paper, lines: readonly ExplainedLine[]): SheetDraft {
  const draft = SheetDraft.for('明細ごとの結果', 'portrait', columnsOf(paper, '', ''));
  header(draft, '請求どおりには対象にならない明細（円）', paper, true);
  lineTable(draft, paper, lines);
  draft.gap();
  draft.text('理由、計算と直し方は、次の「理由と計算」に明細の番号順にあります。', 'small');
  return draft;
}

/** Who judged what by which book, as of when, and what came out. */
function opening(draft: SheetDraft, paper: Paper): void {
  const { facts, book, decision } = paper;
  const row = (label: string, value: string): void => {
    draft.text(value, 'body', LABEL_COLUMNS - 1, {
      0: { value: label, look: 'columnHead', align: 'left', wrap: true },
    });
  };
  const draftJa = book.state === 'draft' ? '（改訂案。まだ定まっていません）' : '';
  row('この書類', `${facts.organization.contractName}が請求する経費を基準に照らした結果と、その理由です。`);
  row('講習会', `${courseNameJa(facts)}（${CASE_STAGE_JA[facts.stage]}の段階）`);
  row('基準', `${book.titleJa}　第${book.edition}版${draftJa}\nもとの文書：${documentsJa(paper)}`);
  row('判定の日', `${longDateJa(facts.asOf)}までの記録による判定です。`);
  row('結果', resultJa(paper));
  row(
    '性格',
    '実施団体が提出の前に確かめるための判定です。日本スポーツ協会の決定ではありません。' +
      `${decision.totals.provisional > 0 ? `${waitingJa(paper)}の額は、必要なものがそろえば対象になります。` : ''}`,
  );
}

/** 請求784,728円のうち、対象669,224円、減額88,600円、証憑待ち26,904円です。 */
function resultJa(paper: Paper): string {
  const { totals } = paper.decision;
  const parts = [
    `対象${yen(totals.eligibleBeforeGates)}`,
    `減額${yen(totals.cut)}`,
    `${waitingJa(paper)}${yen(totals.provisional)}`,
  ];
  const sentence = `請求${yen(totals.claimed)}のうち、${parts.join('、')}です。`;
  if (totals.gatedBy.length === 0) return sentence;
  return `${sentence}\nただし、満たしていない要件（${totals.gatedBy.join('、')}）があるため、委託金の対象額は${yen(totals.eligible)}です。`;
}

/** The documents behind the figures that were read, each once. */
function documentsJa({ decision, book }: Paper): string {
  const findings = [...decision.findings, ...decision.lines.flatMap((line) => line.findings)];
  const read = new Set(findings.flatMap(({ citations }) => citations.map(({ sourceJa }) => sourceJa)));
  const all = Object.values(book.file.sources).map(({ titleJa }) => titleJa);
  return all.filter((titleJa) => read.has(titleJa)).join('、') || (all[0] ?? '');
}

function accounts(draft: SheetDraft, paper: Paper): void {
  const { decision } = paper;
  draft.block('科目ごとの額（円）', () => {
    const placed = draft.table<Key>(
      columnsOf(paper, '科目', '明細の数'),
      decision.accounts.map((own) => (): TableRow<Key> => {
        const count = paper.facts.lines.filter((line) => line.account === own.account).length;
        return {
          no: String(ACCOUNT_NO[own.account]),
          name: ACCOUNT_JA[own.account],
          ...amounts(own),
          mark: { value: count, format: 'count', align: 'center' },
        };
      }),
    );
    const outside = outsideOf(paper);
    if (outside) draft.row(outsideRow(outside));
    const { claimed, cut, provisional, eligibleBeforeGates: eligible } = decision.totals;
    const last = outside ? placed.last + 1 : placed.last;
    const range = (key: Key): string => placed.range(key).replace(/\d+$/u, String(last));
    const sums = Object.entries({ claimed, eligible, cut, provisional }) as [Key, number][];
    draft.row({
      0: { value: '計', look: 'total' },
      1: { value: null, look: 'total' },
      ...Object.fromEntries(
        sums.map(([key, value]) => [
          placed.column(key),
          { value, formula: `SUM(${range(key)})`, format: 'yen', look: 'total' },
        ]),
      ),
      [placed.column('mark')]: { value: null, look: 'total' },
    });
  });
}

/** What was claimed outside the seven 科目, if anything. */
function outsideOf({ decision }: Paper): Amounts | undefined {
  const { totals, accounts: own } = decision;
  const rest = (whole: number, key: keyof Amounts): number => whole - own.reduce((sum, part) => sum + part[key], 0);
  const outside = {
    claimed: rest(totals.claimed, 'claimed'),
    eligible: rest(totals.eligibleBeforeGates, 'eligible'),
    cut: rest(totals.cut, 'cut'),
    provisional: rest(totals.provisional, 'provisional'),
  };
  return outside.claimed === 0 ? undefined : outside;
}

function outsideRow(outside: Amounts): Parameters<SheetDraft['row']>[0] {
  const { claimed, eligible, cut, provisional } = outside;
  return {
    0: { value: String(ACCOUNT_NO.other), align: 'center' },
    1: { value: ACCOUNT_JA.other },
    ...Object.fromEntries(
      [claimed, eligible, cut, provisional].map((value, index) => [index + 2, { value, format: 'yen' }]),
    ),
    6: { value: null },
  };
}

function amounts({ claimed, eligible, cut, provisional }: Amounts): TableRow<Key> {
  return {
    claimed,
    eligible,
    cut: cut > 0 ? { value: cut, look: 'cut' } : cut,
    provisional: provisional > 0 ? { value: provisional, look: 'held' } : provisional,
  };
}

function lineTable(draft: SheetDraft, paper: Paper, lines: readonly ExplainedLine[]): void {
  draft.table<Key>(
    columnsOf(paper, '明細', '判定'),
    lines.map(({ numberJa, nameJa, decision }) => () => ({
      no: numberJa,
      name: nameJa,
      ...amounts(decision),
      mark: markText(decision),
    })),
    { emptyJa: 'すべての明細が、請求どおり対象です' },
  );
}

/** What stands against the course itself: requirements that are not met, and what is to be confirmed. */
function wholeCourse(draft: SheetDraft, { decision, lines }: Paper): void {
  if (lines !== undefined) return;
  const findings = decision.findings.filter(
    (finding) => !finding.approved && (finding.severity === 'error' || finding.needsConfirmation),
  );
  const seen = new Map<string, Finding>(findings.map((finding) => [`${finding.ruleId}${finding.messageJa}`, finding]));
  if (seen.size === 0) return;
  draft.block('講習会全体についての指摘', () => {
    for (const { ruleId, messageJa, sourceJa, severity } of seen.values()) {
      const label = {
        value: severity === 'error' ? '要対応' : '要確認',
        look: severity === 'error' ? 'cut' : 'confirm',
      } as const;
      draft.text(`${messageJa}（手引き ${sourceJa}、規則 ${ruleId}）`, 'body', LABEL_COLUMNS - 1, {
        0: { ...label, align: 'center' },
      });
    }
  });
}

function words(draft: SheetDraft, paper: Paper): void {
  const waiting = waitingJa(paper);
  const { lines, findings } = paper.decision;
  const reads = [...findings, ...lines.flatMap((line) => line.findings)].some(({ sourceJa }) =>
    sourceJa.includes('DEC-'),
  );
  draft.block('ことば', () => {
    draft.text(
      [
        '対象：委託金の対象になる額。減額：対象外、または上限を超えるため、対象にならない額。',
        `${waiting}：証憑や確認がそろうまで、対象に入れていない額。請求＝対象＋減額＋${waiting}。`,
        '規則：この判定に使った決まりの番号。手引きのどこに書かれているかを、番号と並べて示します。',
        '要確認：記録だけでは決まらないこと。承認記録あり：協議や承認の記録があるため、減額していないもの。',
        ...(reads ? ['DEC-番号：手引きの書き方が一つに決まらないところを、この基準でどう読むかを決めた番号。'] : []),
      ].join('\n'),
      'small',
    );
  });
}
