import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import { classNames } from '../../ui/class-names.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { ReconciledRow, ReconciledView } from './reconciled.js';
import { onRowKey } from './row-keys.js';

/** 照合: 振込 − 支払明細 = 差, in each row and in the totals. */
export function ReconcileTable({
  view,
  chosen,
  onChoose,
}: {
  readonly view: ReconciledView;
  readonly chosen: ReconciledRow | undefined;
  readonly onChoose: (row: ReconciledRow) => void;
}): ReactNode {
  return (
    <table className="pay-table" role="grid" aria-label="照合" onKeyDown={onRowKey}>
      <thead>
        <tr>
          <th scope="col">振込日</th>
          <th scope="col">支払先</th>
          <th scope="col" className="number">
            振込額
          </th>
          <th scope="col" className="number">
            支払明細
          </th>
          <th scope="col" className="number">
            差
          </th>
          <th scope="col">結果</th>
        </tr>
      </thead>
      {view.groups.map((group) => (
        <tbody key={group.ja}>
          <tr className="pay-group">
            <th scope="rowgroup" colSpan={6}>
              {group.ja} <small>{group.rows.length}件</small>
            </th>
          </tr>
          {group.rows.map((row) => (
            <Row key={row.id} row={row} isChosen={row.id === chosen?.id} onChoose={() => onChoose(row)} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr className="pay-total" aria-label="合計">
          <th scope="row" colSpan={2}>
            合計 <small className="caption">振込額 − 支払明細 = 差</small>
          </th>
          <td className="number">{grouped(view.paid)}</td>
          <td className="number">{grouped(view.due)}</td>
          <td className={classNames('number', view.difference === 0 ? 'pay-zero' : 'pay-off')}>
            {grouped(view.difference)}
          </td>
          <td className="caption">{view.open === 0 ? '単位：円' : `要確認 ${view.open}件を除く　単位：円`}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: ReconciledRow;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { date, payeeJa, paid, due, difference, causeJa } = row;
  return (
    <tr
      className={isChosen ? 'pay-chosen' : undefined}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <td className="whole">{date === undefined ? '' : shortDateJa(date)}</td>
      <td className="pay-name">{payeeJa}</td>
      <td className="number">{paid === undefined ? '' : grouped(paid)}</td>
      <td className={classNames('number', due === undefined && 'pay-unknown')}>
        {due === undefined ? '要確認' : grouped(due)}
      </td>
      <td className={classNames('number', difference === 0 && 'pay-zero', (difference ?? 0) !== 0 && 'pay-off')}>
        {difference === undefined ? '' : grouped(difference)}
      </td>
      <td className="pay-cause">
        {difference === 0 ? (
          <span className="second pay-agrees">
            <IconCheck size={14} aria-hidden="true" />
            {causeJa}
          </span>
        ) : (
          <>
            <Mark row={row} /> {causeJa}
          </>
        )}
      </td>
    </tr>
  );
}

/** Whether 旅費 counts is a choice of the organisation to be asked for, not a fault. */
function Mark({ row }: { readonly row: ReconciledRow }): ReactNode {
  if (row.difference === undefined) return <FindingMark mark="confirm" labelJa="要確認" />;
  return row.isTaxBase ? <FindingMark mark="confirm" labelJa="旅費の扱い" /> : <FindingMark mark="over" labelJa="差" />;
}
