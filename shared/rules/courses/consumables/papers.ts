/** 消耗品費の書類. */
import { rule } from '../../engine/rule.js';
import { hold } from '../../engine/verdict.js';

/** 報告時: 領収書 or 振込明細書, and a paper that shows number and price. */
export const consumablePapers = rule({
  id: 'CON-VCH-01',
  clause: '基準一覧 5',
  stage: 'papers',
  on: 'consumable',
  at: 'report',
  check(line, ask) {
    const { facts } = ask;
    const missing = [
      ...(facts.hasPaper(line, 'receiptOriginal', 'transferSlip') ? [] : ['団体宛の領収書（原本）または振込明細書']),
      ...(facts.hasPaper(line, 'unitPriceDetail', 'itemisedInvoice') ? [] : ['個数・単価の分かる請求書等']),
    ];
    if (missing.length === 0) return undefined;
    return hold(0, `${missing.join('と')}がありません。そろうまで保留します`, {
      remedyJa: `${missing.join('と')}を付けてください`,
    });
  },
});
