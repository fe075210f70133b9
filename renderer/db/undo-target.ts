/** Which change 元に戻す and やり直す mean next, found from the log alone, so that both survive a reload. */
import type { Change } from '../../shared/model/change.js';
import type { DeskDatabase } from './database.js';

/** The latest change that is in force. Runs inside a transaction that holds `changes`. */
export async function undoTarget(database: DeskDatabase): Promise<Change | undefined> {
  const takenBack = new Set<number>();
  for (let seq = await lastSeq(database); seq >= 1; seq -= 1) {
    const change = await database.changes.get(seq);
    if (change?.undoes !== undefined) {
      takenBack.add(change.undoes);
      continue;
    }
    const original = change?.redoes ?? seq;
    if (!takenBack.has(original)) return original === seq ? change : database.changes.get(original);
  }
  return undefined;
}

/** The change that was taken back last, as long as nothing new was done since. Runs as {@link undoTarget}. */
export async function redoTarget(database: DeskDatabase): Promise<Change | undefined> {
  const trail: Change[] = [];
  for (let seq = await lastSeq(database); seq >= 1; seq -= 1) {
    const change = await database.changes.get(seq);
    if (!change || (change.undoes === undefined && change.redoes === undefined)) break;
    trail.unshift(change);
  }
  const takenBack: number[] = [];
  for (const change of trail) {
    if (change.undoes !== undefined) takenBack.push(change.undoes);
    else takenBack.pop();
  }
  const seq = takenBack.at(-1);
  return seq === undefined ? undefined : database.changes.get(seq);
}

/** Number of the last change in the log; 0 before the first. */
export async function lastSeq(database: DeskDatabase): Promise<number> {
  return (await database.changes.orderBy('seq').last())?.seq ?? 0;
}
