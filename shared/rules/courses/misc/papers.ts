/** 雑役務費: 振込手数料だけ, and its papers. */
import { rule } from '../../engine/rule.js';
import { warn } from '../../engine/verdict.js';
import { exclude, holdForPapers } from '../../facts/whole-line.js';

/** 申請時: 銀行の手数料一覧, and how the fees were calculated. */
export const feeTable = rule({
  id: 'MSC-FEE-06',
  clause: '基準一覧 7',
  stage: 'papers',
  on: 'transferFee',
  at: 'application',
  check(line, ask) {
    const missing = [
      ...(ask.facts.hasPaper(line, 'bankFeeTable') ? [] : ['銀行の振込手数料一覧']),
      ...((line.remarks ?? '').trim() !== '' ? [] : ['振込対象者数に基づく算出根拠']),
    ];
    if (missing.length === 0) return undefined;
    return warn(`${missing.join('と')}がありません`, {
      remedyJa: '銀行の振込手数料一覧を付け、特記事項に算出根拠（対象者数 × 手数料）を書いてください',
    });
  },
});

/** 報告時: 振込証明書と明細. */
export const feePapers = rule({
  id: 'MSC-FEE-07',
  clause: '基準一覧 7',
  stage: 'papers',
  on: 'transferFee',
  at: 'report',
  check(line, ask) {
    const { facts } = ask;
    return holdForPapers([
      { nameJa: '振込証明書', isThere: facts.hasPaper(line, 'transferCertificate') },
      { nameJa: '振込の明細（振込日・振込先・金額）', isThere: facts.hasPaper(line, 'transferList') },
    ]);
  },
});

/** 振込手数料以外の雑役務費. */
export const onlyTransferFees = rule({
  id: 'MSC-OTH-01',
  clause: '基準一覧 7',
  stage: 'exclusions',
  on: 'other',
  check(line, ask) {
    if (line.account !== 'misc') return undefined;
    return exclude(line, ask, `雑役務費の対象は振込手数料だけです（${line.descriptionJa}）`);
  },
});
