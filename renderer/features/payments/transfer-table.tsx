import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { grouped, type Yen } from '../../../shared/money.js';
import { fullAccount, maskedAccount } from '../../../shared/payments/bank-account.js';
import type { Payable } from '../../../shared/payments/payables.js';
import { classNames } from '../../ui/class-names.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { amountsOf, paidMark, payableId, stateOf, sumsOf } from './payable-words.js';
import { onRowKey } from './row-keys.js';
import type { Payments } from './use-payments.js';

type Props = {
  readonly payments: Payments;
  readonly leftOut: ReadonlySet<string>;
  readonly chosen: Payable | undefined;
  readonly showsAccounts: boolean;
  readonly onChoose: (payable: Payable) => void;
  readonly onToggle: (payable: Payable) => void;
};

/** 振込一覧: who is still to be paid, then who was, each with 支給額 = 源泉 + 振込額. */
export function TransferTable(props: Props): ReactNode {
  const { payables } = props.payments;
  const open = payables.filter((payable) => !payable.transfer);
  const done = payables.filter((payable) => payable.transfer);
  return (
    <table className="pay-table" role="grid" aria-label="振込一覧" onKeyDown={onRowKey}>
      <thead>
        <tr>
          <th scope="col" className="pay-tick">
            <span className="unseen">今回振り込む</span>
          </th>
          <th scope="col">支払先</th>
          <th scope="col" className="number">
            謝金
          </th>
          <th scope="col" className="number">
            立替旅費
          </th>
          <th scope="col" className="number">
            源泉
          </th>
          <th scope="col" className="number">
            振込額
          </th>
          <th scope="col" className="number">
            手数料
          </th>
          <th scope="col">口座</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <Group titleJa="これから振り込む" payables={open} {...props} />
      <Group titleJa="振込済み" payables={done} {...props} />
      <tfoot>
        <SumRow titleJa="合計" noteJa="謝金 + 旅費 = 源泉 + 振込額　単位：円" payables={payables} />
      </tfoot>
    </table>
  );
}

function Group({
  titleJa,
  payables,
  ...props
}: Props & { readonly titleJa: string; readonly payables: readonly Payable[] }): ReactNode {
  if (payables.length === 0) return null;
  return (
    <tbody>
      <SumRow titleJa={titleJa} noteJa={`${payables.length}件`} payables={payables} isGroup />
      {payables.map((payable) => (
        <PayableRow key={payableId(payable)} payable={payable} {...props} />
      ))}
    </tbody>
  );
}

function SumRow({
  titleJa,
  noteJa,
  payables,
  isGroup = false,
}: {
  readonly titleJa: string;
  readonly noteJa: string;
  readonly payables: readonly Payable[];
  readonly isGroup?: boolean;
}): ReactNode {
  const { honorarium, travel, tax, net, fee, open, noFee } = sumsOf(payables);
  const left = [
    ...(open === 0 ? [] : [`要確認${open}件の源泉・振込額`]),
    ...(noFee === 0 || fee === undefined ? [] : [`未定${noFee}件の手数料`]),
  ];
  return (
    <tr className={isGroup ? 'pay-group' : 'pay-total'} aria-label={titleJa}>
      <th scope="row" colSpan={2}>
        {titleJa} {isGroup ? <small>{noteJa}</small> : null}
      </th>
      <td className="number">{grouped(honorarium)}</td>
      <td className="number">{grouped(travel)}</td>
      <td className="number">{grouped(tax ?? 0)}</td>
      <td className="number">{grouped(net ?? 0)}</td>
      <td className="number">{fee === undefined ? '—' : grouped(fee)}</td>
      <td colSpan={2} className="caption">
        {[...(isGroup ? [] : [noteJa]), ...(left.length === 0 ? [] : [`${left.join('、')}を除く`])].join('　')}
      </td>
    </tr>
  );
}

function PayableRow({
  payments,
  payable,
  leftOut,
  chosen,
  showsAccounts,
  onChoose,
  onToggle,
}: Props & { readonly payable: Payable }): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  const { payee, transfer } = payable;
  const { honorarium, travel, tax, net, fee } = amountsOf(payable);
  const isChosen = chosen !== undefined && payableId(chosen) === payableId(payable);
  const onSpace = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || event.target !== event.currentTarget) return;
    event.preventDefault();
    box.current?.click();
  };
  return (
    <tr
      className={classNames(isChosen && 'pay-chosen', transfer && 'pay-done')}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onFocus={() => onChoose(payable)}
      onClick={() => onChoose(payable)}
      onKeyDown={onSpace}
    >
      <td>
        {transfer ? null : (
          <input
            ref={box}
            type="checkbox"
            tabIndex={-1}
            aria-label={`${payee.nameJa}に今回振り込む`}
            checked={!leftOut.has(payableId(payable))}
            onChange={() => onToggle(payable)}
            onClick={(event) => event.stopPropagation()}
            onFocus={(event) => event.stopPropagation()}
          />
        )}
      </td>
      <td className="pay-name">
        {payee.nameJa}
        {payee.kind === 'employer' ? <span className="tag">所属先</span> : null}
      </td>
      <Amount value={honorarium} />
      <Amount value={travel} />
      <Amount value={tax} />
      <Amount value={net} isMain />
      <Amount value={fee} unknownJa="—" />
      <td className="pay-account">{accountJa(payable, showsAccounts)}</td>
      <td>
        <State payments={payments} payable={payable} />
      </td>
    </tr>
  );
}

function Amount({
  value,
  isMain = false,
  unknownJa = '要確認',
}: {
  readonly value: Yen | undefined;
  readonly isMain?: boolean;
  readonly unknownJa?: string;
}): ReactNode {
  if (value === undefined) return <td className="number pay-unknown">{unknownJa}</td>;
  return <td className={classNames('number', value === 0 && 'pay-zero', isMain && 'pay-net')}>{grouped(value)}</td>;
}

function accountJa({ account }: Payable, isShown: boolean): string {
  if (!account) return '';
  return isShown ? fullAccount(account) : maskedAccount(account);
}

function State({ payments, payable }: { readonly payments: Payments; readonly payable: Payable }): ReactNode {
  const { ja, mark } = stateOf(payable, payments.matches.get(payable.payee.key));
  const paid = paidMark(payable);
  return (
    <span className="pay-state">
      {mark === undefined ? <span className="second whole">{ja}</span> : <FindingMark mark={mark} labelJa={ja} />}
      {paid?.mark === undefined ? null : <FindingMark mark={paid.mark} labelJa={paid.ja} />}
    </span>
  );
}
