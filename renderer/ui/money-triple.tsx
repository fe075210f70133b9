import { grouped, type Yen } from '../../shared/money.js';
import './money-triple.css';

export type TripleAmounts = {
  readonly claimed: Yen;
  readonly eligible: Yen;
  readonly cut: Yen;
  readonly provisional: Yen;
};

/** A cut as it is printed: 「−3,000」, a grey 「0」 where nothing is cut. */
export function minus(amount: Yen): string {
  return grouped(amount === 0 ? 0 : -amount);
}

/** お金の三つ組: 請求・対象・減額 side by side, 証憑待ち as a fourth where something waits. */
export function MoneyTriple({
  amounts,
  waitingJa = '証憑待ち',
}: {
  readonly amounts: TripleAmounts;
  readonly waitingJa?: string | undefined;
}) {
  const { claimed, eligible, cut, provisional } = amounts;
  return (
    <dl className="money-triple">
      <div>
        <dt>請求</dt>
        <dd>{grouped(claimed)}</dd>
      </div>
      <div>
        <dt>対象</dt>
        <dd className="money-triple-eligible">{grouped(eligible)}</dd>
      </div>
      <div>
        <dt>減額</dt>
        <dd className={cut === 0 ? 'money-zero' : 'money-cut'}>{minus(cut)}</dd>
      </div>
      {provisional > 0 && (
        <div>
          <dt>{waitingJa}</dt>
          <dd className="money-waiting">{grouped(provisional)}</dd>
        </div>
      )}
    </dl>
  );
}
