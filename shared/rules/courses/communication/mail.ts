/** 送料: 案内・結果通知 to 受講者・講師・助手・検定員. */
import { grouped } from '../../../money.js';
import { MAIL_PURPOSE_JA, MAIL_RECIPIENT_JA, type MailRecipient } from '../../../model/case/lines/communication.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold } from '../../engine/verdict.js';
import { exclude, holdForPapers } from '../../facts/whole-line.js';

type MailLine = LineOf<'mail'>;

const RECIPIENTS: readonly MailRecipient[] = ['participant', 'lecturer', 'assistant', 'examiner'];

/** 電話代 and the like are judged by COM-MAIL-03 alone. */
function isPostage(line: MailLine): boolean {
  return (line.expenseKind ?? 'postage') === 'postage';
}

/** 宛先. */
export const mailRecipient = rule({
  id: 'COM-MAIL-01',
  clause: '基準一覧 6(1)備考',
  stage: 'exclusions',
  on: 'mail',
  override: 'mailRecipientAccepted',
  check(line, ask) {
    if (!isPostage(line) || RECIPIENTS.includes(line.recipientKind)) return undefined;
    const toJa = MAIL_RECIPIENT_JA[line.recipientKind];
    return exclude(
      line,
      ask,
      `送料の対象は受講者・講師・助手・検定員宛だけです（宛先は${toJa}）`,
      '日本スポーツ協会が認めた場合は、承認を記録してください',
    );
  },
});

/** 受講希望者への案内・広告. */
export const mailPurpose = rule({
  id: 'COM-MAIL-02',
  clause: '基準一覧 6(1)備考',
  stage: 'exclusions',
  on: 'mail',
  check(line, ask) {
    const isOutside = line.purpose === 'recruitment' || line.purpose === 'advertising';
    if (!isPostage(line) || (!isOutside && line.recipientKind !== 'applicant')) return undefined;
    const whatJa = `${MAIL_RECIPIENT_JA[line.recipientKind]}宛の${MAIL_PURPOSE_JA[line.purpose]}`;
    return exclude(line, ask, `受講希望者への案内や広告の送料は対象外です（${whatJa}）`);
  },
});

/** 電話代・FAX代は対象外, インターネット is not named. */
export const mailExpense = rule({
  id: 'COM-MAIL-03',
  clause: '基準一覧 6(1)備考',
  stage: 'exclusions',
  on: 'mail',
  check(line, ask) {
    if (isPostage(line)) return undefined;
    if (line.expenseKind === 'internet') {
      return confirm('インターネット・携帯電話の料金は手引きに記載がありません。対象になるか確認してください', {
        remedyJa: '対象になるか日本スポーツ協会に確認してください',
      });
    }
    return exclude(line, ask, `${line.expenseKind === 'fax' ? 'FAX代' : '電話代'}は対象外です`);
  },
});

/** 報告時: 郵券の販売証明書と明細書. */
export const stampPapers = rule({
  id: 'COM-MAIL-04',
  clause: '基準一覧 6(1)',
  stage: 'papers',
  on: 'mail',
  at: 'report',
  check(line, ask) {
    if (!isPostage(line) || line.method !== 'stamps') return undefined;
    const { facts } = ask;
    return holdForPapers([
      { nameJa: '販売証明書', isThere: facts.hasPaper(line, 'stampSalesCertificate') },
      { nameJa: '郵券の明細書', isThere: facts.hasPaper(line, 'stampStatement') },
    ]);
  },
});

/** 報告時: 後納郵便の利用料金内訳書, and 領収書 or the two papers of the account that stand in for it. */
export const meteredPapers = rule({
  id: 'COM-MAIL-05',
  clause: '基準一覧 6(1)・備考',
  stage: 'papers',
  on: 'mail',
  at: 'report',
  check(line, ask) {
    if (!isPostage(line) || line.method !== 'metered') return undefined;
    const { facts } = ask;
    const hasPayment =
      facts.hasPaper(line, 'receiptOriginal') ||
      (facts.hasPaper(line, 'accountLedger') && facts.hasPaper(line, 'directDebitStatement'));
    return holdForPapers([
      { nameJa: '利用料金内訳書', isThere: facts.hasPaper(line, 'meteredBreakdown') },
      { nameJa: '領収書の原本（または口座出入金一覧表と口座振替明細）', isThere: hasPayment },
    ]);
  },
});

/** 使い残した郵券. */
export const stampStock = rule({
  id: 'COM-MAIL-06',
  clause: '基準一覧 6(1)',
  stage: 'quantities',
  on: 'mail',
  override: 'unlistedItemAccepted',
  check(line) {
    const bought = line.boughtQty ?? line.qty;
    if (!isPostage(line) || line.method !== 'stamps' || bought <= line.qty) return undefined;
    const leaves = line.qty * line.unitPrice;
    return hold(leaves, `購入した${bought}枚のうち使用は${line.qty}枚です。残り${bought - line.qty}枚分は保留します`, {
      confirm: true,
      limit: leaves,
      work: [
        { labelJa: `購入 ${grouped(line.unitPrice)} × ${bought}枚`, amount: bought * line.unitPrice },
        { labelJa: `使用 ${grouped(line.unitPrice)} × ${line.qty}枚`, amount: leaves },
      ],
      remedyJa: '使用した枚数だけを計上するか、残りの扱いを日本スポーツ協会に確認し、承認を記録してください',
    });
  },
});
