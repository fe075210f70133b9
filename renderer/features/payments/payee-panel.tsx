import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { slashDate } from '../../../shared/dates.js';
import { grouped, sum } from '../../../shared/money.js';
import type { Payable } from '../../../shared/payments/payables.js';
import { FEE_SCOPE_JA, feeScope } from '../../../shared/payments/transfer-fees.js';
import { arriveAtLine } from '../../desk/arrive.js';
import { citationText } from '../../../shared/rules/citation-text.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { coursePath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { AccountPart } from './account-part.js';
import { travelJa } from './assumed.js';
import { amountsOf, gapOf } from './payable-words.js';
import { removeTransfer } from './payment-changes.js';
import { QuestionPart } from './question-part.js';
import { usePanelTop } from './use-panel-top.js';
import type { Payments } from './use-payments.js';
import type { PaymentView } from './views.js';

type Props = {
  readonly payments: Payments;
  readonly payable: Payable;
  readonly showsAccounts: boolean;
  readonly onShow: (view: PaymentView) => void;
};

/** One payee: how the amount comes about, the account, the fee, the recorded transfer. */
export function PayeePanel({ payments, payable, showsAccounts, onShow }: Props): ReactNode {
  const { payee, gross } = payable;
  const { tax, net } = amountsOf(payable);
  const top = usePanelTop();
  // Before the money has gone, the account is what has to be put right first.
  const account = <AccountPart payments={payments} payee={payee} isShown={showsAccounts} />;
  return (
    <>
      <h2 ref={top} className="pay-head">
        {payee.nameJa}
        <span className="tag">{{ person: '本人', employer: '所属先', unknown: '支払先 未確認' }[payee.kind]}</span>
      </h2>
      <dl className="pay-triple">
        <Figure nameJa="支給額" value={gross} />
        <Figure nameJa="源泉" value={tax === undefined ? undefined : -tax} />
        <Figure nameJa="振込額" value={net} />
      </dl>
      <QuestionPart payments={payments} payable={payable} />
      {payable.transfer ? null : account}
      <WorkPart payments={payments} payable={payable} />
      {payable.transfer ? account : null}
      <FeePart payments={payments} payable={payable} onShow={onShow} />
      <TransferPart payments={payments} payable={payable} onShow={onShow} />
    </>
  );
}

function Figure({ nameJa, value }: { readonly nameJa: string; readonly value: number | undefined }): ReactNode {
  return (
    <div>
      <dt>{nameJa}</dt>
      <dd className={value === undefined ? 'pay-unknown' : undefined}>
        {value === undefined ? '要確認' : grouped(value)}
      </dd>
    </div>
  );
}

function WorkPart({ payments, payable }: Pick<Props, 'payments' | 'payable'>): ReactNode {
  const { work, citations, figures, tax, lines } = payable;
  const cut = sum(lines.map((line) => line.cut));
  return (
    <section className="pay-part" aria-label="計算">
      <h3>計算</h3>
      <dl className="panel-work">
        {work.map((step, index) => (
          <div key={`${step.labelJa} ${index}`} className={index === work.length - 1 ? 'panel-work-sum' : undefined}>
            <dt>
              {step.line === undefined ? (
                step.labelJa
              ) : (
                <LineLink courseId={payments.courseId} lineId={step.line} labelJa={step.labelJa} />
              )}
            </dt>
            <dd>{step.amount === undefined ? step.textJa : grouped(step.amount)}</dd>
          </div>
        ))}
      </dl>
      {tax.state === 'none' || !figures ? null : (
        <>
          <p className="second">{travelJa(figures)}。</p>
          <details className="pay-sources">
            <summary>使った値と出典</summary>
            <dl className="panel-figures">
              {citations.map((citation) => (
                <div key={citation.key}>
                  <dt>
                    {citation.labelJa}
                    <small>
                      {citation.sourceJa}　{citation.at}
                    </small>
                  </dt>
                  <dd>{citationText(citation)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
      {cut === 0 ? null : <p className="second">うち{grouped(cut)}円は委託金の対象にならず、団体の負担になります。</p>}
    </section>
  );
}

/** A line of 経費, to be gone to. */
export function LineLink({
  courseId,
  lineId,
  labelJa,
}: {
  readonly courseId: string;
  readonly lineId: string;
  readonly labelJa: string;
}): ReactNode {
  return (
    <Link href={coursePath(courseId, 'claims')} onClick={() => arriveAtLine(lineId)}>
      {labelJa}
    </Link>
  );
}

function FeePart({ payments, payable, onShow }: Omit<Props, 'showsAccounts'>): ReactNode {
  const { account, fee, transfer } = payable;
  const own = feeLinesOf(payments, payable);
  const where = account && payments.payer ? FEE_SCOPE_JA[feeScope(payments.payer.account, account)] : undefined;
  return (
    <section className="pay-part" aria-label="振込手数料">
      <h3>振込手数料</h3>
      <p>
        {fee === undefined ? '未定' : `${grouped(fee)}円`}
        {where === undefined || transfer ? null : <span className="second">　{where}</span>}
      </p>
      {fee === undefined ? (
        <p className="second">
          {payments.payer ? '手数料表に、この振込先と額の行がありません。' : '振込元の口座と手数料表を入れると出ます。'}{' '}
          <button type="button" className="link" onClick={() => onShow('payer')}>
            振込元へ
          </button>
        </p>
      ) : null}
      {own.length === 0 ? (
        <p className="second">経費の請求には入っていません。</p>
      ) : (
        <ul className="second">
          {own.map(({ id, claimed }) => (
            <li key={id}>
              <LineLink courseId={payments.courseId} lineId={id} labelJa={`経費の明細で${grouped(claimed)}円を請求`} />
              {fee === undefined || fee === claimed ? null : '（手数料と違います）'}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Lines of 経費 that claim the fee of this transfer, or the one foreseen for the payee. */
function feeLinesOf(
  { value }: Payments,
  { payee, transfer }: Payable,
): { readonly id: string; readonly claimed: number }[] {
  return (value.lines ?? []).flatMap((line) => {
    if (line.kind !== 'transferFee') return [];
    const isOwn = transfer
      ? line.transferId === transfer.id
      : line.transferId === undefined && (line.payeeKey === payee.key || line.payeeKey === payee.nameJa);
    return isOwn ? [{ id: line.id, claimed: line.actual ?? line.planned ?? 0 }] : [];
  });
}

function TransferPart({ payments, payable, onShow }: Omit<Props, 'showsAccounts'>): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const { transfer, payee, net } = payable;
  if (!transfer) return null;
  const gap = gapOf(payable);
  const isOther = net !== undefined && net !== transfer.amount;
  return (
    <section className="pay-part" aria-label="振込の記録">
      <h3>振込の記録</h3>
      <p>
        {transfer.date === undefined ? '日付なし' : slashDate(transfer.date)}　<b>{grouped(transfer.amount)}円</b>
      </p>
      {gap === 0 ? null : <p>支給額 − 源泉 − 振込額 が {grouped(gap)}円 合いません。</p>}
      {isOther ? (
        <p className="second">
          計算では{grouped(net)}円です（差 {grouped(transfer.amount - net)}円）。{' '}
          <button type="button" className="link" onClick={() => onShow('reconcile')}>
            照合で原因を見る
          </button>
        </p>
      ) : null}
      {payments.lockJa === undefined ? (
        <Button
          size="small"
          onClick={() => void tell(removeTransfer(door, payments.courseId, transfer.id, payee.nameJa))}
        >
          振込の記録を消す
        </Button>
      ) : null}
    </section>
  );
}
