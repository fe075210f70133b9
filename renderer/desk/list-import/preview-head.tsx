import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PillFilter } from '../../ui/switch.js';
import { type ImportKind, KIND_JA, KindSign } from './kind-word.js';

export type KindFilter = ImportKind | 'all';

/** Which file, what was read of it, and how many rows are of each kind. */
export function PreviewHead({
  fileJa,
  facts,
  counts,
  filter,
  onFilter,
}: {
  readonly fileJa: string;
  readonly facts: ReactNode;
  readonly counts: Readonly<Record<ImportKind, number>>;
  readonly filter: KindFilter;
  readonly onFilter: (filter: KindFilter) => void;
}): ReactNode {
  const kinds = (['new', 'changed', 'same', 'doubtful', 'absent'] as const).filter((kind) => counts[kind] > 0);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <header className="import-head" data-region="tools">
      <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden="true" />
      <div className="import-file">
        <p>
          <b>{fileJa}</b> を取り込みます
        </p>
        <p className="import-facts">{facts}</p>
      </div>
      <span className="gap" />
      <PillFilter<KindFilter>
        label="区分で絞り込む"
        value={filter}
        options={[
          { value: 'all', ja: <Pill wordJa="すべて" count={total} /> },
          ...kinds.map((kind) => ({
            value: kind,
            ja: <Pill kind={kind} wordJa={KIND_JA[kind]} count={counts[kind]} />,
          })),
        ]}
        onChoose={onFilter}
      />
    </header>
  );
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
