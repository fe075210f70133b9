/** 消耗品費の書類. */
import { rule } from '../../engine/rule.js';
import { holdForPapers } from '../../facts/whole-line.js';

/** 報告時: 領収書 or 振込明細書, and a paper that shows number and price. */
export const consumablePapers = rule({
  id: 'CON-VCH-01',
  clause: '基準一覧 5',
  stage: 'papers',
  on: 'consumable',
  at: 'report',
  check(line, ask) {
    const { facts } = ask;
    return holdForPapers([
      {
        nameJa: '団体宛の領収書（原本）または振込明細書',
        isThere: facts.hasPaper(line, 'receiptOriginal', 'transferSlip'),
      },
      {
        nameJa: '個数・単価の分かる請求書等',
        isThere: facts.hasPaper(line, 'unitPriceDetail', 'itemisedInvoice'),
      },
    ]);
  },
});
