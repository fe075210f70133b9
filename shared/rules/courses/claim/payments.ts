/** 支払い方: by transfer, in the name of the contracting organisation, and in cash only with reason and receipt. */
import type { ClaimAccount } from '../../../model/case/account.js';
import type { Line, LineKind } from '../../../model/case/lines/line.js';
import type { Leg, TransportLine } from '../../../model/case/lines/travel.js';
import { TRANSFER_METHOD_JA } from '../../../model/case/transfer.js';
import { isWrongPayer } from '../../facts/parties.js';
import { hasCashReason, isPaidInCash } from '../../facts/payment.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold } from '../../engine/verdict.js';

/** Items for which the guide foresees nothing but a transfer (科目別表, column 現金: no). */
const TRANSFER_ONLY: readonly LineKind[] = ['honorarium', 'perDiem', 'transferFee', 'other'];

function isTransferOnly(line: Line): boolean {
  if (line.kind === 'transport') return line.legs.some((leg) => leg.mode === 'car');
  return TRANSFER_ONLY.includes(line.kind);
}

/** 振込以外の支払い。 */
export const paidByTransfer = rule({
  id: 'CLM-TRF-01',
  clause: '基準要項 9(2)',
  stage: 'papers',
  on: 'line',
  at: 'report',
  check(line, { facts }) {
    const transfer = facts.transfer(line.transferId);
    if (!transfer || transfer.method === 'bankTransfer' || !isTransferOnly(line)) return undefined;
    return confirm(
      `支払い方法が${TRANSFER_METHOD_JA[transfer.method]}です。経費は契約団体からの振込が原則で、この費目に振込以外の定めはありません`,
      { remedyJa: '振込で支払っているなら支払の記録を直します。そうでなければ扱いを日本スポーツ協会に確かめます' },
    );
  },
});

/** 契約団体以外の名義での振込。 */
export const payerName = rule({
  id: 'CLM-TRF-02',
  clause: '基準要項 9(2)・基準一覧 1',
  stage: 'papers',
  on: 'line',
  at: 'report',
  override: 'payerNameAccepted',
  check(line, { facts }) {
    const transfer = facts.transfer(line.transferId);
    if (!transfer || !isWrongPayer(transfer, facts.organization)) return undefined;
    return hold(
      0,
      `振込名義「${transfer.payerName ?? ''}」が契約団体名「${facts.organization.contractName}」と違います。確かめるまで保留します`,
      {
        remedyJa: '名義の記録が誤りなら直します。別の名義での振込が認められたら承認記録を残します',
      },
    );
  },
});

/** Where the reason for cash is written; the accounts for which it is asked. */
const REASON_PLACE_JA: Partial<Record<ClaimAccount, string>> = {
  travel: '「謝金・旅費支払明細」の欄外',
  rental: '明細書の特記事項欄',
  printing: '特記事項',
};

/** A ticket bought at the counter, or a flight bought from the airline, needs the receipt only. */
function isCounterTicket(leg: Leg, via: TransportLine['via']): boolean {
  if (leg.mode === 'air') return via === 'direct';
  return (leg.mode === 'rail' || leg.mode === 'bus') && via === 'counter';
}

function needsReason(line: Line): boolean {
  return line.kind !== 'transport' || !line.legs.every((leg) => isCounterTicket(leg, line.via));
}

/** 旅費・借損料・印刷製本費の現金払い。 */
export const cashPayment = rule({
  id: 'CLM-CSH-01',
  clause: '基準一覧 2・3・4',
  stage: 'papers',
  on: 'line',
  at: 'report',
  check(line, { facts }) {
    const place = line.account === 'other' ? undefined : REASON_PLACE_JA[line.account];
    if (place === undefined || !isPaidInCash(facts, line)) return undefined;
    const missing = [
      ...(needsReason(line) && !hasCashReason(facts, line) ? [`理由の記載（${place}）`] : []),
      ...(facts.hasPaper(line, 'receiptOriginal') ? [] : ['領収書（原本）']),
    ];
    if (missing.length === 0) return undefined;
    return hold(0, `現金払いに必要な${missing.join('と')}がありません。そろうまで保留します`, {
      remedyJa: `${missing.join('と')}をそろえると、対象に戻ります`,
    });
  },
});
