import type { ComparedEntry } from '../../../shared/import/keyed/compare-list.js';
import { takenEdits } from '../../../shared/import/keyed/taken-edits.js';

/** Writes rows that were taken over into a course; a record that has gone meanwhile stays gone. */
export function writeRows<T extends { readonly id: string }>(
  rows: readonly ComparedEntry<T>[],
  course: {
    readonly get: (id: string) => T | undefined;
    readonly put: (entry: T) => void;
    /** Absent where rows cannot be added. */
    readonly freshId?: () => string;
  },
): void {
  for (const { before, after } of rows) {
    if (after === undefined) continue;
    const now = before && course.get(before.id);
    if (before && now) course.put(takenEdits(now, before, after));
    else if (!before && course.freshId) course.put({ ...after, id: course.freshId() });
  }
}
