import { type ReactNode, useState } from 'react';
import type { StatementRow } from '../../../shared/payments/statement.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { recordStatement } from './payment-changes.js';
import type { Payments } from './use-payments.js';

/** A row of the 振込明細書, typed or mended. */
export function StatementForm({
  payments,
  row,
  onDone,
}: {
  readonly payments: Payments;
  readonly row: StatementRow | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const [date, setDate] = useState<string | undefined>(row?.date);
  const [holder, setHolder] = useState<string | undefined>(row?.holder);
  const [amount, setAmount] = useState<number | undefined>(row?.amount);
  const [fee, setFee] = useState<number | undefined>(row?.fee);
  const [isPressed, setPressed] = useState(false);
  const isWhole = date !== undefined && holder !== undefined && amount !== undefined;
  const { courseId } = payments;
  const save = async (): Promise<void> => {
    setPressed(true);
    if (!isWhole) return;
    const next = { id: row?.id ?? freshId(), date, holder, amount, ...(fee === undefined ? {} : { fee }) };
    const recorded = await tell(
      recordStatement(door, row ? '振込明細書の行を直しました' : '振込明細書に行を加えました', courseId, (rows) =>
        row ? rows.map((one) => (one.id === row.id ? next : one)) : [...rows, next],
      ),
    );
    if (recorded.ok) onDone();
  };
  return (
    <form
      className="pay-form"
      aria-label="振込明細書の行"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="pay-form-title">振込明細書の行</p>
      <div className="pay-pair">
        <DateField
          label="振込日"
          required
          value={date}
          year={payments.value.course.fiscalYear}
          onCommit={(day) => setDate(day)}
        />
        <TextField label="受取人" required value={holder} onCommit={(next) => setHolder(next)} />
        <AmountField label="振込額" required value={amount} onCommit={(next) => setAmount(next)} />
        <AmountField label="手数料" value={fee} onCommit={(next) => setFee(next)} />
      </div>
      <div className="pay-buttons">
        <Button type="submit" size="small">
          {row ? '行を直す' : '行を加える'}
        </Button>
        {row ? (
          <Button
            kind="bare"
            size="small"
            onClick={() =>
              void tell(
                recordStatement(door, '振込明細書の行を消しました', courseId, (rows) =>
                  rows.filter((one) => one.id !== row.id),
                ),
              )
            }
          >
            行を消す
          </Button>
        ) : (
          <Button kind="bare" size="small" onClick={onDone}>
            やめる
          </Button>
        )}
      </div>
      {isPressed && !isWhole ? <p className="pay-lack">振込日・受取人・振込額がそろうと記録できます</p> : null}
    </form>
  );
}

function freshId(): string {
  return `t-${crypto.randomUUID()}`;
}
