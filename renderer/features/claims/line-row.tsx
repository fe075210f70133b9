import { IconCheck, IconLock, IconPaperclip } from '@tabler/icons-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import { classNames } from '../../ui/class-names.js';
import { FindingMarks } from '../../ui/finding-mark.js';
import { minus } from '../../ui/money-triple.js';
import type { BadText } from './cell-editor.js';
import type { InputColumn } from './cells.js';
import type { GridColumn } from './navigation.js';
import { type LineRow, sameRow } from './rows.js';

export type LineRowProps = {
  readonly row: LineRow;
  readonly columns: readonly GridColumn[];
  /** Position in the whole table, counted from 1, the head being 1. */
  readonly rowIndex: number;
  readonly isChosen: boolean;
  /** Part of a chosen range. */
  readonly isInRange: boolean;
  /** The cell that holds the focus; only in the chosen row. */
  readonly cell: GridColumn | undefined;
  /** The field of that cell, where it can be typed into. */
  readonly editor: ReactNode;
  readonly isEditing: boolean;
  readonly isLocked: boolean;
  /** Texts that could not be read, by column. */
  readonly bad: ReadonlyMap<GridColumn, BadText> | undefined;
  /** What was just committed and is not stored yet. */
  readonly pending: { readonly column: GridColumn; readonly text: string } | undefined;
  readonly onChoose: (id: string, column: GridColumn, extend: boolean) => void;
  readonly onOpen: (id: string, column: GridColumn) => void;
};

/** One line of the claim. It is drawn again only when something in it looks different. */
export const LineRowView = memo(function LineRowView(props: LineRowProps): ReactNode {
  const { row, columns, isChosen, isInRange, isEditing } = props;
  const isProduct = (column: GridColumn): boolean => column === 'quantity' || column === 'unit';
  return (
    <div
      role="row"
      id={`claim-${row.id}`}
      aria-rowindex={props.rowIndex}
      aria-selected={isChosen || isInRange}
      className={classNames(
        'claims-row claims-line',
        (isChosen || isInRange) && 'claims-row-chosen',
        isEditing && 'claims-row-editing',
      )}
    >
      {columns
        .filter((column) => !isProduct(column))
        .flatMap((column) =>
          column === 'claimed'
            ? [<Product key="product" {...props} />, <LineCell key={column} {...props} column={column} />]
            : [<LineCell key={column} {...props} column={column} />],
        )}
    </div>
  );
}, sameProps);

function sameProps(before: LineRowProps, after: LineRowProps): boolean {
  return (Object.keys(after) as (keyof LineRowProps)[]).every((key) =>
    key === 'row' ? sameRow(before.row, after.row) : before[key] === after[key],
  );
}

/** 数量 × 単価 stand together at the right edge of one column. */
function Product(props: LineRowProps): ReactNode {
  const { row, columns } = props;
  return (
    <div role="presentation" className="claims-product">
      {columns.includes('quantity') && <LineCell {...props} column="quantity" />}
      {columns.includes('unit') && row.unit !== undefined && (
        <>
          <span aria-hidden="true">×</span>
          <LineCell {...props} column="unit" />
        </>
      )}
    </div>
  );
}

const INPUTS: readonly GridColumn[] = ['name', 'quantity', 'unit', 'claimed'];

/** True for a column that can be typed into. */
export function isInput(column: GridColumn): column is InputColumn {
  return INPUTS.includes(column);
}

function LineCell({ column, ...props }: LineRowProps & { readonly column: GridColumn }): ReactNode {
  const { row, onChoose } = props;
  const isHere = props.isChosen && props.cell === column;
  const editor = isHere ? props.editor : null;
  const onMouseDown = (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest('input')) return;
    event.preventDefault();
    onChoose(row.id, column, event.shiftKey);
  };
  return (
    <div
      role="gridcell"
      id={`claim-${row.id}-${column}`}
      aria-colindex={props.columns.indexOf(column) + 1}
      aria-readonly={isInput(column) && !props.isLocked ? undefined : true}
      tabIndex={isHere && editor === null ? 0 : -1}
      data-column={column}
      className={cellClass(column, isHere, props)}
      onMouseDown={onMouseDown}
      onDoubleClick={() => props.onOpen(row.id, column)}
    >
      {typedText(column, props) ?? <CellContent row={row} column={column} isLocked={props.isLocked} />}
      {editor}
    </div>
  );
}

function cellClass(column: GridColumn, isHere: boolean, { bad, pending }: LineRowProps): string {
  return classNames(
    `claims-cell claims-${column}`,
    isHere && 'claims-cell-here',
    bad?.has(column) === true && 'claims-cell-bad',
    pending?.column === column && 'claims-cell-pending',
  );
}

/** What was typed and is not, or cannot be, in the store. */
function typedText(column: GridColumn, { bad, pending }: LineRowProps): string | undefined {
  return bad?.get(column)?.text ?? (pending?.column === column ? pending.text : undefined);
}

function CellContent({
  row,
  column,
  isLocked,
}: {
  readonly row: LineRow;
  readonly column: GridColumn;
  readonly isLocked: boolean;
}): ReactNode {
  switch (column) {
    case 'no':
      return row.no;
    case 'name':
      return (
        <>
          <span className="claims-name-main">{row.nameJa}</span>
          <span className="claims-name-detail">{row.detailJa}</span>
        </>
      );
    case 'quantity':
      return row.quantityJa;
    case 'unit':
      return row.unit === undefined ? null : grouped(row.unit);
    case 'claimed':
      return (
        <>
          {isLocked && <IconLock size={13} className="claims-lock" aria-label="変えられません" />}
          {grouped(row.claimed)}
        </>
      );
    case 'eligible':
      return (
        <span className={row.eligible === row.claimed ? 'claims-same' : 'claims-changed'}>{grouped(row.eligible)}</span>
      );
    case 'cut':
      return <span className={row.cut === 0 ? 'money-zero' : 'money-cut'}>{minus(row.cut)}</span>;
    case 'provisional':
      return row.provisional === 0 ? null : <b className="money-waiting">{grouped(row.provisional)}</b>;
    case 'marks':
      return <FindingMarks marks={row.marks} />;
    case 'why':
      return row.whyJa;
    case 'papers':
      return <Papers row={row} />;
  }
}

function Papers({ row }: { readonly row: LineRow }): ReactNode {
  if (row.papersNeeded === 0) return <span className="money-zero">—</span>;
  const isComplete = row.papersThere === row.papersNeeded;
  const Sign = isComplete ? IconCheck : IconPaperclip;
  const isWaiting = !isComplete && row.provisional > 0;
  return (
    <span
      className={classNames('claims-paper-count', isWaiting && 'claims-paper-waiting')}
      aria-label={`必要な書類 ${row.papersNeeded}件のうち ${row.papersThere}件`}
    >
      <Sign size={14} aria-hidden="true" />
      {row.papersThere}/{row.papersNeeded}
    </span>
  );
}
