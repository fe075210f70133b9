/** The record as it is now with what the list changed; everything else stays, also what was changed here meanwhile. */
export function takenEdits<T extends object>(now: T, before: T, after: T): T {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const next = { ...now };
  for (const key of changed) {
    if (after[key] === undefined) delete next[key];
    else next[key] = after[key];
  }
  return next;
}
