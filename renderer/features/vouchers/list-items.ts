/** The list as rows of known height: group heads and entries under each other. */
import type { Entry, Group } from './voucher-book.js';

export type ListItem =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry };

export const GROUP_HEIGHT = 30;
export const ROW_HEIGHT = 44;

export function listItems(groups: readonly Group[]): ListItem[] {
  return groups.flatMap((group): ListItem[] => [
    { kind: 'group', key: `group ${group.key}`, group },
    ...group.entries.map((entry): ListItem => ({ kind: 'entry', key: entry.key, entry })),
  ]);
}

export function heightOf(item: ListItem | undefined): number {
  return item?.kind === 'group' ? GROUP_HEIGHT : ROW_HEIGHT;
}

/** The entry some rows away, group heads not counted; stays at the ends. */
export function entryBeside(items: readonly ListItem[], key: string | undefined, by: number): string | undefined {
  const keys = items.flatMap((item) => (item.kind === 'entry' ? [item.key] : []));
  const at = keys.indexOf(key ?? '');
  if (at === -1) return keys[0];
  return keys[Math.max(0, Math.min(keys.length - 1, at + by))];
}
