import type { ReactNode } from 'react';
import type { ImportKind } from './kind-word.js';

/** A column of the preview. */
export type PreviewHead = { readonly ja: string; readonly className?: string; readonly isNumber?: boolean };

export type PreviewCell = {
  readonly ja: string;
  /** What it was, struck through above what it becomes; （なし） where there was nothing. */
  readonly beforeJa?: string;
  /** The text could not be read and stays out. */
  readonly isUnread?: boolean;
};

/** A row of a list that came back, or a record that the list does not have, as the preview shows it. */
export type PreviewRow = {
  readonly key: string;
  readonly kind: ImportKind;
  readonly nameJa: string;
  /** In the order of the heads. */
  readonly cells: readonly PreviewCell[];
  /** `ask`: a question has to be answered first. `none`: nothing would be written. */
  readonly tick: 'open' | 'ask' | 'none';
  readonly isTicked: boolean;
  /** Changes without a column of their own. */
  readonly othersJa: string;
  /** What is to be confirmed, in a mark. */
  readonly doubt: ReactNode;
};

export function hasChange({ cells }: PreviewRow): boolean {
  return cells.some((cell) => cell.beforeJa !== undefined);
}
