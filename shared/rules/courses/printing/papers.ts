/** 印刷製本費の書類と見積り合わせ. */
import { yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { bareOrganizationName } from '../../../text.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, warn } from '../../engine/verdict.js';
import { billPapers, holdForPapers } from '../../facts/whole-line.js';

type PrintingLine = LineOf<'printing'>;

/** 申請時: 10万円以上の発注の見積り合わせ. */
export const printingQuotes = rule({
  id: 'PRN-QTE-01',
  clause: '基準一覧 4備考',
  stage: 'papers',
  on: 'printing',
  at: 'application',
  check(line, ask) {
    const from = ask.limit('printing.quotes.from');
    const firms = ask.limit('printing.quotes.firms');
    if (line.orderAmount < from || ask.facts.hasPaper(line, 'competingQuotes')) return undefined;
    const known = quotingFirms(line, ask).size;
    if (known >= firms) return undefined;
    return warn(`${yen(from)}以上の発注には、原則${firms}社以上の見積書が必要です（見積り${known}社）`, {
      work: [
        { labelJa: '発注額（税込）', amount: line.orderAmount },
        { labelJa: '見積りの業者', textJa: `${known}社` },
      ],
      remedyJa: `${firms}社以上の見積書をすべて付けてください`,
    });
  },
});

/** Different firms among the quotes that are entered and the estimates that are attached. */
function quotingFirms(line: PrintingLine, ask: Ask): ReadonlySet<string> {
  const issuers = ask.facts.papers(line, 'estimate').flatMap((paper) => paper.issuer ?? []);
  return new Set([...(line.quotes ?? []).map((quote) => quote.firm), ...issuers].map(bareOrganizationName));
}

/** 最安でない発注には理由. */
export const printingLowest = rule({
  id: 'PRN-QTE-02',
  clause: '基準一覧 4備考',
  stage: 'papers',
  on: 'printing',
  check(line) {
    const quotes = line.quotes ?? [];
    if (quotes.length === 0 || (line.quoteReason ?? '').trim() !== '') return undefined;
    const lowest = Math.min(...quotes.map((quote) => quote.amount));
    if (line.orderAmount <= lowest) return undefined;
    return confirm(`発注額${yen(line.orderAmount)}は、最も安い見積り${yen(lowest)}より高くなっています`, {
      work: [
        ...quotes.map((quote) => ({ labelJa: `見積り（${quote.firm}）`, amount: quote.amount })),
        { labelJa: '発注額', amount: line.orderAmount },
      ],
      remedyJa: '最も安い見積りでない理由を記録してください',
    });
  },
});

/** 報告時: 請求明細書・振込明細書 (or cash with its papers) and what was printed. */
export const printingPapers = rule({
  id: 'PRN-VCH-01',
  clause: '基準一覧 4',
  stage: 'papers',
  on: 'printing',
  at: 'report',
  check(line, ask) {
    const { facts } = ask;
    return holdForPapers([
      ...billPapers(line, facts),
      { nameJa: '作成物', isThere: facts.hasPaper(line, 'printedSample') },
    ]);
  },
});

/** 申請時: 見積書, whatever the amount. */
export const printingEstimate = rule({
  id: 'PRN-VCH-02',
  clause: '基準一覧 4',
  stage: 'papers',
  on: 'printing',
  at: 'application',
  check(line, ask) {
    const { facts } = ask;
    if (facts.hasPaper(line, 'estimate', 'competingQuotes')) return undefined;
    if ((line.quotes ?? []).some((quote) => quote.voucherId !== undefined)) return undefined;
    return warn('見積書が付いていません', { remedyJa: '見積書を付けてください' });
  },
});
