/** 会場使用料の書類. */
import { rule } from '../../engine/rule.js';
import { warn } from '../../engine/verdict.js';
import { billPapers, holdForPapers } from '../../facts/whole-line.js';

/** 申請時: 料金内訳の分かる見積書または料金表等. */
export const roomEstimate = rule({
  id: 'RNT-ROOM-09',
  clause: '基準一覧 3(1)',
  stage: 'papers',
  on: 'room',
  at: 'application',
  check(line, ask) {
    if (ask.facts.hasPaper(line, 'estimate', 'priceList')) return undefined;
    return warn('料金の内訳が分かる見積書または料金表等が付いていません', {
      remedyJa: '見積書または料金表等を付けてください',
    });
  },
});

/** 報告時: 請求明細書と振込明細書; cash with its reason and the original receipt stands in for both. */
export const roomInvoice = rule({
  id: 'RNT-ROOM-10',
  clause: '基準一覧 3(1)',
  stage: 'papers',
  on: 'room',
  at: 'report',
  check(line, ask) {
    return holdForPapers(billPapers(line, ask.facts), '（現金払いは、理由の記載と単価・数量の分かる領収書の原本）');
  },
});
