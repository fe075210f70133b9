/** 宿泊費 at the report: the statement of the stay and the papers of its payment, by who arranged it. */
import { longDateJa } from '../../../dates.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { rule } from '../../engine/rule.js';
import { hold, type Verdict, warn } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { hasTransferPaper } from '../../facts/payment.js';
import { hasPersonalReceipt, nameFit, organizationPapers } from './named-papers.js';

/** 明細書 always; the payment of a stay that the organisation arranged other than directly. */
export const lodgingStatement = rule({
  id: 'TRV-LDG-11',
  clause: '基準一覧 2',
  stage: 'papers',
  on: 'lodging',
  at: 'report',
  check(line, { facts }) {
    const missing = [
      facts.hasPaper(line, 'lodgingStatement') ? '' : '宿泊明細書（利用者・利用日・宿泊先・食事の有無）',
      line.arrangement === 'self' || line.via === 'direct' || isPaidByBill(line, facts)
        ? ''
        : '振込明細書と請求明細書（または利用明細書）',
    ].filter((word) => word !== '');
    if (missing.length === 0) return otherStay(line, facts);
    return hold(0, `宿泊費の証憑がそろっていません（ないもの：${missing.join('、')}）`, {
      remedyJa: `${missing.join('と')}を付けると、保留した分が対象になります`,
    });
  },
});

function isPaidByBill(line: LineOf<'lodging'>, facts: Facts): boolean {
  return (
    facts.hasPaper(line, 'cardStatement') || (hasTransferPaper(facts, line) && facts.hasPaper(line, 'itemisedInvoice'))
  );
}

/** A statement of another guest or another night is worth a look; one statement may cover several nights. */
function otherStay(line: LineOf<'lodging'>, facts: Facts): Verdict | undefined {
  const person = facts.personOf(line);
  const statements = facts.papers(line, 'lodgingStatement');
  const fits = statements.some(
    (paper) =>
      (paper.usedOn === undefined || paper.usedOn === line.date) &&
      (!person || nameFit(paper.personName, person) !== 'other'),
  );
  if (fits) return undefined;
  return warn(
    `宿泊明細書の利用者・利用日が、この宿泊（${person?.nameJa ?? ''}・${longDateJa(line.date)}）と合っているか確かめてください`,
    { confirm: true, remedyJa: 'この宿泊の明細書を付けるか、証憑の利用者・利用日を直してください' },
  );
}

/** 自己手配: the person's own receipt and the transfer to the person; by card also its statement. */
export const selfPaidLodging = rule({
  id: 'TRV-LDG-12',
  clause: '基準一覧 2備考',
  stage: 'papers',
  on: 'lodging',
  at: 'report',
  check(line, { facts }) {
    if (line.arrangement !== 'self') return undefined;
    const missing = [
      hasPersonalReceipt(facts, line) ? '' : '立替者個人名の領収書（原本）',
      hasTransferPaper(facts, line) ? '' : '謝金と合算した振込明細書',
      line.paidByCard !== true || facts.hasPaper(line, 'cardStatement') ? '' : 'カードの利用明細書',
    ].filter((word) => word !== '');
    if (missing.length === 0) return undefined;
    return hold(0, `講師等が立て替えた宿泊費の証憑がそろっていません（ないもの：${missing.join('、')}）`, {
      remedyJa: `${missing.join('と')}を付けると、保留した分が対象になります`,
    });
  },
});

/** Bought directly from the lodging: slip or receipt in the organisation's name. */
export const directLodging = rule({
  id: 'TRV-LDG-13',
  clause: '基準一覧 2備考',
  stage: 'papers',
  on: 'lodging',
  at: 'report',
  check(line, { facts }) {
    if (line.arrangement !== 'org' || line.via !== 'direct') return undefined;
    if (organizationPapers(facts, line, 'transferSlip', 'receiptOriginal').length > 0) return undefined;
    const others = facts.papers(line, 'transferSlip', 'receiptOriginal').map((paper) => paper.addressee);
    const messageJa =
      others.length > 0
        ? `宿泊先から直接購入した証憑の名義（${others.join('、')}）が団体名義ではありません`
        : '宿泊先から直接購入した振込明細書または領収書（団体名義）がありません';
    return hold(0, messageJa, {
      remedyJa: '団体名義の振込明細書か領収書（原本）を付けると、保留した分が対象になります',
    });
  },
});
