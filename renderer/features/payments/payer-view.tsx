import type { ReactNode } from 'react';
import { withholdingFigures } from '../../../shared/payments/payment-figures.js';
import { citationText } from '../../../shared/rules/citation-text.js';
import { FeeTable } from './fee-table.js';
import { PayerForm } from './payer-form.js';
import type { ViewProps } from './payments-tab.js';
import { TravelChoices } from './travel-choices.js';
import type { Payments } from './use-payments.js';

/** 振込元: from where it is paid, what the bank takes for it, and how 旅費 is treated; for all courses. */
export function PayerView({ payments, viewSwitch }: ViewProps): ReactNode {
  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        <p className="second">ここの内容は、すべての講習会で使います。</p>
      </div>
      <div className="split-work pay-settings" data-region="main">
        <div>
          {/* A new form when another step (元に戻す) changes what it was made from. */}
          <PayerForm key={JSON.stringify(payments.payer ?? null)} payments={payments} />
          <FeeTable payments={payments} />
        </div>
        <div>
          <TravelChoices payments={payments} />
          <Sources payments={payments} />
        </div>
      </div>
    </>
  );
}

function Sources({ payments }: { readonly payments: Payments }): ReactNode {
  const figures = withholdingFigures(payments.book, payments.value.asOf, payments.travelChoices);
  return (
    <section className="pay-part" aria-label="源泉徴収の基準">
      <h3>源泉徴収の基準</h3>
      {figures ? (
        <dl className="panel-figures">
          {figures.citations.map((citation) => (
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
      ) : (
        <p>この日の値が基準にありません。税額は要確認になります。</p>
      )}
    </section>
  );
}
