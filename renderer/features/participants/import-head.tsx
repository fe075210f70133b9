import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { PillFilter } from '../../ui/switch.js';
import { type ImportKind, KIND_JA, KindSign } from './kind-word.js';
import type { PlannedRow } from './import-plan.js';
import type { ImportState, PeopleImport } from './use-import.js';

export type KindFilter = ImportKind | 'all';

type Props = {
  readonly state: Extract<ImportState, { kind: 'preview' }>;
  readonly rows: readonly PlannedRow[];
  readonly filter: KindFilter;
  readonly onFilter: (filter: KindFilter) => void;
  readonly listed: PeopleImport;
};

/** Which file, what was read of it, and how many rows are of each kind. */
export function ImportHead({ state, rows, filter, onFilter, listed }: Props): ReactNode {
  const { comparison, source } = state;
  const count = (kind: ImportKind): number =>
    kind === 'absent' ? comparison.absent.length : comparison.rows.filter((row) => row.kind === kind).length;
  const kinds = (['new', 'changed', 'same', 'doubtful', 'absent'] as const).filter((kind) => count(kind) > 0);
  return (
    <header className="import-head" data-region="tools">
      <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden="true" />
      <div className="import-file">
        <p>
          <b>{source.nameJa}</b> を取り込みます
        </p>
        <p className="import-facts">
          <span>{factsJa(state, rows.length)}</span>
          <button type="button" className="link" onClick={listed.showColumns}>
            列の対応
          </button>
          {source.sheets.length > 1 ? <SheetChoice state={state} listed={listed} /> : null}
        </p>
      </div>
      <span className="gap" />
      <PillFilter<KindFilter>
        label="区分で絞り込む"
        value={filter}
        options={[
          { value: 'all', ja: <Pill wordJa="すべて" count={rows.length + comparison.absent.length} /> },
          ...kinds.map((kind) => ({
            value: kind,
            ja: <Pill kind={kind} wordJa={KIND_JA[kind]} count={count(kind)} />,
          })),
        ]}
        onChoose={onFilter}
      />
    </header>
  );
}

function SheetChoice({ state, listed }: Pick<Props, 'state' | 'listed'>): ReactNode {
  return (
    <>
      {state.source.sheets.map((sheet, at) =>
        at === state.sheetAt ? null : (
          <Button key={sheet.nameJa} kind="bare" size="small" onClick={() => void listed.chooseSheet(at)}>
            シート「{sheet.nameJa}」にかえる
          </Button>
        ),
      )}
    </>
  );
}

function factsJa({ source, sheetAt, match }: Props['state'], count: number): string {
  const sheet = source.sheets[sheetAt];
  const named = match.columns.filter((column) => column.headingJa !== '');
  const used = match.columns.filter((column) => column.field !== undefined).length;
  const columns =
    named.length === 0
      ? `${used}列を読みました`
      : used === named.length
        ? `見出し ${used}列をすべて読みました`
        : `見出し ${named.length}列のうち${used}列を読みました`;
  return [
    sheet && sheet.nameJa !== '' ? `シート「${sheet.nameJa}」` : '',
    `${count}行`,
    columns,
    source.hiddenSheets.length > 0 ? `隠れたシート${source.hiddenSheets.length}枚は読みません` : '',
  ]
    .filter((part) => part !== '')
    .join('　');
}

function Pill({
  kind,
  wordJa,
  count,
}: {
  readonly kind?: ImportKind;
  readonly wordJa: string;
  readonly count: number;
}): ReactNode {
  return (
    <>
      {kind && <KindSign kind={kind} />}
      <span className={kind && `import-word-${kind}`}>{wordJa}</span> <b>{count}</b>
    </>
  );
}
