import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { grouped } from '../../../shared/money.js';
import { FEE_SCOPE_JA, type FeeScope, type TransferFeeTable } from '../../../shared/payments/transfer-fees.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import { recordFees } from './payment-changes.js';
import type { Payments } from './use-payments.js';

const SCOPES = choicesOf(FEE_SCOPE_JA);
type Row = TransferFeeTable[number];

/** 振込手数料の表 of the organisation's bank; every row holds until the next amount of its destination. */
export function FeeTable({ payments }: { readonly payments: Payments }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const rows = inOrder(payments.fees);
  const put = (next: readonly Row[]): void => void tell(recordFees(door, inOrder(next)));
  const change = (row: Row, fields: Partial<Row>): void =>
    put(rows.map((one) => (one === row ? { ...one, ...fields } : one)));
  return (
    <section className="pay-part" aria-label="振込手数料">
      <h3>振込手数料の表</h3>
      <p className="second">銀行の手数料一覧のとおりに入れます。額は「その額以上」の行が使われます。</p>
      {rows.length === 0 ? null : (
        <table className="pay-fees cell-fields">
          <thead>
            <tr>
              <th scope="col">振込先</th>
              <th scope="col" className="number">
                振込額（以上）
              </th>
              <th scope="col" className="number">
                手数料（税込）
              </th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.scope} ${row.from}`}>
                <td>{FEE_SCOPE_JA[row.scope]}</td>
                <td className="number">{grouped(row.from)}円</td>
                <td>
                  <AmountField
                    label={`${FEE_SCOPE_JA[row.scope]} ${grouped(row.from)}円以上の手数料`}
                    labelHidden
                    value={row.fee}
                    onCommit={(fee) => (fee === undefined ? undefined : change(row, { fee }))}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={`${FEE_SCOPE_JA[row.scope]} ${grouped(row.from)}円以上の行を消す`}
                    onClick={() => put(rows.filter((one) => one !== row))}
                  >
                    <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewRow rows={rows} onAdd={(row) => put([...rows, row])} />
    </section>
  );
}

function NewRow({ rows, onAdd }: { readonly rows: readonly Row[]; readonly onAdd: (row: Row) => void }): ReactNode {
  const [scope, setScope] = useState<FeeScope>('sameBranch');
  const [from, setFrom] = useState<number | undefined>(0);
  const [fee, setFee] = useState<number>();
  const isThere = rows.some((row) => row.scope === scope && row.from === from);
  const add = (): void => {
    if (from === undefined || fee === undefined || isThere) return;
    onAdd({ scope, from, fee });
    setFee(undefined);
  };
  return (
    <form
      className="pay-new"
      aria-label="手数料の行"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <SelectField
        label="振込先"
        value={scope}
        choices={SCOPES}
        onCommit={(chosen) => setScope(chosen ?? 'sameBranch')}
      />
      <AmountField
        label="振込額（以上）"
        value={from}
        problem={isThere && fee !== undefined ? 'この行はもうあります' : undefined}
        onCommit={(next) => setFrom(next)}
      />
      <AmountField label="手数料（税込）" value={fee} onCommit={(next) => setFee(next)} />
      <Button type="submit">行を加える</Button>
    </form>
  );
}

const ORDER: readonly FeeScope[] = ['sameBranch', 'sameBank', 'otherBank'];

function inOrder(table: readonly Row[]): Row[] {
  return [...table].sort((a, b) => ORDER.indexOf(a.scope) - ORDER.indexOf(b.scope) || a.from - b.from);
}
