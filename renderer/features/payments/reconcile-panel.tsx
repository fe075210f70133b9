import type { ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import { lineText } from '../../../shared/rules/line-text.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { LineLink } from './payee-panel.js';
import { travelJa } from './assumed.js';
import type { ReconciledRow, Source } from './reconciled.js';
import { StatementForm } from './statement-form.js';
import type { Payments } from './use-payments.js';
import type { PaymentView } from './views.js';

type Props = {
  readonly payments: Payments;
  readonly row: ReconciledRow;
  readonly source: Source;
  readonly onShow: (view: PaymentView) => void;
};

/** One row of 照合: the difference in words, the arithmetic, the lines to go to, the row of the bank. */
export function ReconcilePanel({ payments, row, source, onShow }: Props): ReactNode {
  const { payeeJa, causeJa, difference, paid, due, isTaxBase, payable, feeDifference } = row;
  return (
    <>
      <h2 className="pay-head">{payeeJa}</h2>
      <dl className="pay-triple">
        <Amount nameJa="振込額" value={paid ?? 0} />
        <Amount nameJa="支払明細" value={due} />
        <Amount nameJa="差" value={difference} />
      </dl>
      <section className="pay-part" aria-label="原因">
        <h3>原因</h3>
        <p>{causeJa}</p>
        {isTaxBase && payable?.figures ? (
          <p className="second">
            この画面では、{travelJa(payable.figures)}。振込は、もう一方の扱いで計算した額と一致します。{' '}
            <button type="button" className="link" onClick={() => onShow('payer')}>
              団体の扱いを記録する
            </button>
          </p>
        ) : null}
        {feeDifference === undefined || feeDifference === 0 ? null : (
          <p className="second">手数料が手数料表と{grouped(feeDifference)}円違います。</p>
        )}
      </section>
      <Lines payments={payments} row={row} />
      {payable ? <Work row={row} /> : null}
      {source === 'statement' && row.row ? (
        <StatementForm key={row.row.id} payments={payments} row={row.row} onDone={() => undefined} />
      ) : null}
    </>
  );
}

function Amount({ nameJa, value }: { readonly nameJa: string; readonly value: number | undefined }): ReactNode {
  return (
    <div>
      <dt>{nameJa}</dt>
      <dd className={value === undefined ? 'pay-unknown' : undefined}>
        {value === undefined ? '要確認' : grouped(value)}
      </dd>
    </div>
  );
}

function Lines({ payments, row }: Pick<Props, 'payments' | 'row'>): ReactNode {
  const facts = new Facts(payments.value);
  const lines = row.lineIds.flatMap((id) => facts.line(id) ?? []);
  if (lines.length === 0) return null;
  return (
    <section className="pay-part" aria-label="明細">
      <h3>明細</h3>
      <dl className="panel-work">
        {lines.map((line) => {
          const { nameJa, detailJa } = lineText(line, facts);
          return (
            <div key={line.id}>
              <dt>
                <LineLink courseId={payments.courseId} lineId={line.id} labelJa={`${nameJa} ${detailJa}`.trim()} />
              </dt>
              <dd>{grouped(facts.claimed(line))}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Work({ row }: Pick<Props, 'row'>): ReactNode {
  const steps = (row.payable?.work ?? []).filter((step) => step.line === undefined);
  return (
    <section className="pay-part" aria-label="計算">
      <h3>支払明細からの計算</h3>
      <dl className="panel-work">
        {steps.map((step, index) => (
          <div key={`${step.labelJa} ${index}`} className={index === steps.length - 1 ? 'panel-work-sum' : undefined}>
            <dt>{step.labelJa}</dt>
            <dd>{step.amount === undefined ? step.textJa : grouped(step.amount)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
