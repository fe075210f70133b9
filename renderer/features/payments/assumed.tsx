import type { ReactNode } from 'react';
import { grouped, hundredths } from '../../../shared/money.js';
import { withholdingFigures, type WithholdingFigures } from '../../../shared/payments/payment-figures.js';
import type { Payments } from './use-payments.js';
import type { PaymentView } from './views.js';

/** How 源泉徴収 was computed, said in one line above every view that shows it. */
export function Assumed({
  payments,
  onShow,
}: {
  readonly payments: Payments;
  readonly onShow: (view: PaymentView) => void;
}): ReactNode {
  const { book, value, travelChoices } = payments;
  const figures = withholdingFigures(book, value.asOf, travelChoices);
  return (
    <p className="pay-assumed">
      <span>{figures ? assumedJa(figures) : '源泉徴収の税率が、この日の基準にありません。税額は要確認です。'}</span>
      <button type="button" className="link" onClick={() => onShow('payer')}>
        旅費の扱いを変える
      </button>
    </p>
  );
}

/** 「源泉徴収 10.21%…。旅費も対象に含めています（…No.2795）」 */
export function assumedJa(figures: WithholdingFigures): string {
  const { rate, rateAbove, threshold, roundingUnit } = figures;
  const rates = `源泉徴収は${hundredths(rate)}%（1回に${grouped(threshold)}円を超える部分は${hundredths(rateAbove)}%、${grouped(roundingUnit)}円未満切捨て）`;
  return `${rates}。${travelJa(figures)}`;
}

/** What counts, and who says so: the organisation's own choice or the document of the book. */
export function travelJa({ includesTravel, travelChoice, citations }: WithholdingFigures): string {
  const what = includesTravel ? '本人に払う旅費も対象に含めています' : '旅費は対象から除いています';
  if (travelChoice) return `${what}（団体の扱い：${travelChoice.reasonJa}）`;
  const cited = citations.find(({ key }) => key === 'payments.withholding.includesTravel');
  return cited ? `${what}（${shortSource(cited.sourceJa)}）` : what;
}

/** 「タックスアンサー No.2795」 without the rest of its title. */
function shortSource(sourceJa: string): string {
  return /^\S+ No\.\d+/u.exec(sourceJa)?.[0] ?? sourceJa;
}
