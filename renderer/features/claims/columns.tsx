/** The columns of the 経費 table, and the model that groups, folds and filters its rows. */
import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createExpandedRowModel,
  createFilteredRowModel,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { OpenMark } from '../../../shared/rules/marks.js';
import type { GridColumn } from './navigation.js';
import type { ClaimRow, GroupRow } from './rows.js';

const features = tableFeatures({
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  columnVisibilityFeature,
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
});

const helper = createColumnHelper<typeof features, ClaimRow>();

const columns = helper.columns([
  helper.accessor('no', { id: 'no', header: '番号' }),
  helper.accessor('nameJa', { id: 'name', header: '内容' }),
  helper.accessor((row) => (row.kind === 'line' ? row.quantityJa : ''), { id: 'quantity', header: '数量' }),
  helper.accessor((row) => (row.kind === 'line' ? row.unit : undefined), { id: 'unit', header: '単価' }),
  helper.accessor('claimed', { id: 'claimed', header: '請求' }),
  helper.accessor('eligible', { id: 'eligible', header: '対象' }),
  helper.accessor('cut', { id: 'cut', header: '減額' }),
  helper.accessor('provisional', { id: 'provisional', header: '証憑待ち' }),
  helper.accessor((row) => (row.kind === 'line' ? row.marks.join(' ') : ''), {
    id: 'marks',
    header: '判定',
    filterFn: (row, _column, wanted: OpenMark) => row.original.kind === 'line' && row.original.marks.includes(wanted),
  }),
  helper.accessor((row) => (row.kind === 'line' ? row.whyJa : ''), { id: 'why', header: 'なぜ' }),
  helper.accessor((row) => (row.kind === 'line' ? row.papersThere : 0), { id: 'papers', header: '証憑' }),
]);

export type ClaimsModel = {
  /** What is shown, top to bottom. */
  readonly rows: readonly ClaimRow[];
  readonly columns: readonly GridColumn[];
  readonly isOpen: (groupId: string) => boolean;
  readonly setOpen: (groupId: string, open: boolean) => void;
};

type Options = {
  readonly groups: readonly GroupRow[];
  readonly filter: OpenMark | undefined;
  readonly hasWhy: boolean;
  readonly hasWaiting: boolean;
};

/** Groups with their lines under a mark filter; group subtotals never depend on what is shown. */
export function useClaimsModel({ groups, filter, hasWhy, hasWaiting }: Options): ClaimsModel {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const expanded = useMemo(
    () => Object.fromEntries(groups.map((group) => [group.id, !folded.has(group.id)])),
    [groups, folded],
  );
  const columnFilters = useMemo(() => (filter === undefined ? [] : [{ id: 'marks', value: filter }]), [filter]);
  const columnVisibility = useMemo(() => ({ why: hasWhy, provisional: hasWaiting }), [hasWhy, hasWaiting]);
  const data = useMemo((): ClaimRow[] => [...groups], [groups]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    getSubRows: (row) => (row.kind === 'group' ? row.lines : undefined),
    filterFromLeafRows: true,
    autoResetExpanded: false,
    state: { expanded, columnFilters, columnVisibility },
  });
  const model = table.getRowModel().rows;
  const shown = table
    .getVisibleLeafColumns()
    .map((column) => column.id)
    .join(' ');
  const shownColumns = useMemo(() => shown.split(' ') as GridColumn[], [shown]);
  return useMemo(
    () => ({
      rows: model.map((row) => row.original),
      columns: shownColumns,
      isOpen: (groupId) => !folded.has(groupId),
      setOpen: (groupId, open) =>
        setFolded((before) => new Set(open ? [...before].filter((id) => id !== groupId) : [...before, groupId])),
    }),
    [model, shownColumns, folded],
  );
}
