import { IconHelpCircle, IconMinus, IconPencil, IconPlus, IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RowKind } from '../../../shared/import/compare-people.js';

/** What a row of the preview is; the last is somebody of the course whom the list does not have. */
export type ImportKind = RowKind | 'absent';

export const KIND_JA = {
  doubtful: '疑わしい',
  new: '新規',
  changed: '変更',
  same: '変更なし',
  absent: 'ファイルにない',
} as const satisfies Record<ImportKind, string>;

const SIGNS = {
  doubtful: IconHelpCircle,
  new: IconPlus,
  changed: IconPencil,
  same: IconMinus,
  absent: IconUserOff,
} as const;

export function KindSign({ kind }: { readonly kind: ImportKind }): ReactNode {
  const Sign = SIGNS[kind];
  return <Sign size={15} stroke={1.8} className={`import-sign import-word-${kind}`} aria-hidden="true" />;
}

/** 区分 of a row: sign and word. */
export function KindWord({ kind }: { readonly kind: ImportKind }): ReactNode {
  return (
    <span className={`import-kind import-word-${kind}`}>
      <KindSign kind={kind} />
      {KIND_JA[kind]}
    </span>
  );
}
