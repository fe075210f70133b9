/** 精算内訳: 契約額から残額・返納・実施費まで, each with its arithmetic. An internal aid, not handed in. */
import { advanceOf, paidHeads } from '../../rules/settlement.js';
import { footNote, header } from '../header.js';
import type { PaperInput } from '../paper.js';
import { address, elsewhere } from '../sheet.js';
import { type CellInput, SheetDraft } from '../sheet-draft.js';
import type { StatementPlaces } from './statement-income.js';

const WIDTHS = [24, 12, 17, 52] as const;

export function settlementSheet(input: PaperInput, statement: string, places: StatementPlaces): SheetDraft {
  const { facts, decision, book } = input;
  const { settlement } = decision;
  const { course } = facts;
  const read = (key: string): number => book.read(key, facts.figureDay).value as number;
  const draft = new SheetDraft('精算内訳', 'portrait', WIDTHS, { internal: true });
  header(draft, '精算内訳', input);
  draft.row(
    Object.fromEntries(
      ['区分', '金額', '期日', '計算・条項'].map((head, index) => [
        index,
        { value: head, look: 'columnHead', align: 'center' },
      ]),
    ),
  );
  const row = (label: string, amount: CellInput, day: string | null | undefined, words: string): number =>
    draft.row({
      0: { value: label },
      1: { format: 'yen', ...amount },
      2: { value: day ?? null, format: 'eraDate', align: 'left' },
      3: { value: words, wrap: true },
    });
  const at = (number: number): string => address(number, 1);
  const percent = read('settlement.advance.percent');
  const unit = read('settlement.advance.unit');
  const contract = settlement.contractAmount;
  const computed = contract === null ? null : advanceOf(contract, { advancePercent: percent, advanceUnit: unit });

  const contractRow = row(
    '委託金額（契約額）',
    { value: contract, look: 'input' },
    course.contractAmountFixedOn,
    '契約額の確定日（基準要項 8④）',
  );
  row(
    '概算払（計算）',
    live(computed, `ROUNDDOWN(${at(contractRow)}*${percent}/100/${unit},0)*${unit}`),
    settlement.advanceDueOn,
    `契約額の${percent}%、${unit.toLocaleString('ja-JP')}円未満切捨て。交付予定日は確定月の翌月末日（基準要項 8④⑤）`,
  );
  const advanceRow = row(
    '概算払（受領）',
    { value: settlement.advance, look: 'input' },
    course.advanceReceivedOn,
    course.advanceReceived === undefined ? '受領の記録がないため計算額' : '受領日',
  );
  row(
    '対象実績額',
    { value: decision.totals.eligibleBeforeGates, formula: elsewhere(statement, places.eligibleTotal) },
    null,
    '収支計算書の対象額合計（基準要項 9）',
  );
  row('減額（日本スポーツ協会）', { value: course.reductionByJspo ?? 0 }, null, '基準要項 6');
  const finalRow = row(
    '確定額',
    live(settlement.finalAmount, elsewhere(statement, places.finalAmount)),
    course.finalAmountFixedOn,
    '対象実績額と契約額の小さい方 − 減額、または日本スポーツ協会の確定額（基準要項 6・8⑩）',
  );
  row(
    '残額',
    live(settlement.balance, `MAX(${at(finalRow)}-${at(advanceRow)},0)`),
    settlement.balanceDueOn,
    '確定額 − 概算払。交付予定日は確定月の翌月末日（基準要項 8⑩⑪）',
  );
  row(
    '返納額',
    live(settlement.refund, `MAX(${at(advanceRow)}-${at(finalRow)},0)`),
    course.refundPaidOn,
    '概算払 − 確定額（基準要項 8⑫）',
  );
  grantRows(draft, input, row, at, read);
  footNote(draft, '団体の控えです。提出する書類ではありません。');
  return draft;
}

/** A formula with its result; where the result is unknown the cell stays empty. */
function live(value: number | null, formula: string): CellInput {
  return value === null ? { value } : { value, formula };
}

function grantRows(
  draft: SheetDraft,
  { facts, decision }: PaperInput,
  row: (label: string, amount: CellInput, day: string | null | undefined, words: string) => number,
  at: (number: number) => string,
  read: (key: string) => number,
): void {
  const heads = paidHeads(facts);
  if (heads === undefined || decision.settlement.implementationGrant === null) return;
  const perHead = read(facts.course.subject === 'common2' ? 'settlement.grant.common2' : 'settlement.grant.specialty');
  draft.gap();
  const headsRow = row(
    '受講料の納入人数',
    { value: heads, format: 'count', look: 'input' },
    null,
    '納入日の記録がある受講者',
  );
  row(
    '委託講習会実施費',
    { value: heads * perHead, formula: `${at(headsRow)}*${perHead}` },
    null,
    `1名${perHead.toLocaleString('ja-JP')}円（基準要項 11）`,
  );
}
