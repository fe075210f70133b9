import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import { classNames } from '../../ui/class-names.js';
import { minus } from '../../ui/money-triple.js';
import type { GridColumn } from './navigation.js';
import type { GroupRow } from './rows.js';

export type GroupRowProps = {
  readonly group: GroupRow;
  readonly columns: readonly GridColumn[];
  readonly rowIndex: number;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onChoose: (id: string, column: GridColumn, extend: boolean) => void;
  readonly onToggle: (id: string) => void;
};

/** The head of a 科目 with its subtotals; they count all of its lines, shown or not. */
export const GroupRowView = memo(function GroupRowView(props: GroupRowProps): ReactNode {
  const { group, columns, isChosen, isOpen } = props;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="row"
      id={`claim-${group.id}`}
      aria-rowindex={props.rowIndex}
      aria-selected={isChosen}
      aria-expanded={isOpen}
      className={classNames('claims-row claims-group', isChosen && 'claims-row-chosen')}
      onMouseDown={(event) => {
        event.preventDefault();
        props.onChoose(group.id, 'name', false);
      }}
      onDoubleClick={() => props.onToggle(group.id)}
    >
      <div
        role="rowheader"
        id={`claim-${group.id}-name`}
        aria-colindex={1}
        tabIndex={isChosen ? 0 : -1}
        className={classNames('claims-group-name', isChosen && 'claims-cell-here')}
      >
        <button
          type="button"
          tabIndex={-1}
          className="claims-chevron"
          aria-label={`${group.nameJa}を${isOpen ? '閉じる' : '開く'}`}
          onClick={() => props.onToggle(group.id)}
        >
          <Chevron size={16} aria-hidden="true" />
        </button>
        <span>
          <span className="claims-group-no">{group.no}</span>
          {group.nameJa}
        </span>
        <span className="claims-group-count">{group.count}件</span>
      </div>
      {columns
        .filter((column) => column !== 'no' && column !== 'name' && column !== 'quantity' && column !== 'unit')
        .map((column) => (
          <div
            key={column}
            role="gridcell"
            aria-colindex={columns.indexOf(column) + 1}
            className={`claims-cell claims-${column}`}
          >
            {subtotal(group, column)}
          </div>
        ))}
    </div>
  );
});

function subtotal(group: GroupRow, column: GridColumn): ReactNode {
  switch (column) {
    case 'claimed':
      return grouped(group.claimed);
    case 'eligible':
      return grouped(group.eligible);
    case 'cut':
      return <span className={group.cut === 0 ? 'money-zero' : undefined}>{minus(group.cut)}</span>;
    case 'provisional':
      return group.provisional === 0 ? null : <span className="money-waiting">{grouped(group.provisional)}</span>;
    default:
      return null;
  }
}
