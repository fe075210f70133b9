import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { Desk } from '../db/open-desk.js';
import { DeskContext } from './desk-context.js';

/** The desk for every screen below; its books are those that lie on the shelf now. */
export function LiveDesk({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }): ReactNode {
  const { liveBooks } = desk;
  const books = useSyncExternalStore(liveBooks.subscribe, liveBooks.get);
  const value = useMemo(() => ({ ...desk, ...books }), [desk, books]);
  return <DeskContext value={value}>{children}</DeskContext>;
}
