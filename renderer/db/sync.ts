/** On start: the database and the journal of the host are compared, and the one that fell behind is healed. */
import type { Refusal } from '../../shared/ipc/contract.js';
import type { Change } from '../../shared/model/change.js';
import type { Host } from '../host.js';
import { applySteps } from './changes.js';
import { type DeskDatabase, SCHEMA_VERSION } from './database.js';
import { lastSeq } from './undo-target.js';

const BATCH = 1000;

export type Synced =
  | {
      readonly kind: 'ready';
      readonly storeId: string;
      /** Last change that the journal holds; what the database has beyond it must still be appended. */
      readonly journalSeq: number;
      readonly lastAt: Date | undefined;
      /** Changes that came back from the journal. */
      readonly recovered: number;
    }
  /** Two different histories; nothing was overwritten. */
  | { readonly kind: 'otherStore' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly databaseEmpty: boolean };

/** Brings the two together, or says why that cannot be done without losing one of them. */
export async function synchronise(database: DeskDatabase, host: Host): Promise<Synced> {
  const known = await readKnown(database);
  const state = await host.call('journal-state', {});
  if (!state.ok) return { kind: 'refused', refusal: state.error, databaseEmpty: known.seq === 0 };
  const journal = state.value;

  if (journal.storeId === null) {
    const storeId = known.storeId ?? crypto.randomUUID();
    await writeMeta(database, storeId);
    return ready(database, { storeId, journalSeq: 0, recovered: 0 });
  }
  if (known.seq > 0 && known.storeId !== journal.storeId) return { kind: 'otherStore' };
  const common = Math.min(known.seq, journal.lastSeq);
  if (common > 0 && !(await sameChange(database, host, common))) return { kind: 'otherStore' };

  await writeMeta(database, journal.storeId);
  const refusal = await replay(database, host, known.seq + 1, journal.lastSeq);
  if (refusal) return { kind: 'refused', refusal, databaseEmpty: known.seq === 0 };
  const recovered = Math.max(0, journal.lastSeq - known.seq);
  return ready(database, { storeId: journal.storeId, journalSeq: journal.lastSeq, recovered });
}

async function readKnown(database: DeskDatabase): Promise<{ storeId: string | undefined; seq: number }> {
  const entry = await database.meta.get('storeId');
  return { storeId: entry === undefined ? undefined : String(entry.value), seq: await lastSeq(database) };
}

async function writeMeta(database: DeskDatabase, storeId: string): Promise<void> {
  await database.meta.bulkPut([
    { name: 'storeId', value: storeId },
    { name: 'schemaVersion', value: SCHEMA_VERSION },
  ]);
}

/** Whether both hold the same change under a number: the same store id alone does not say that they never parted. */
async function sameChange(database: DeskDatabase, host: Host, seq: number): Promise<boolean> {
  const [own, answer] = await Promise.all([
    database.changes.get(seq),
    host.call('read-journal', { from: seq, limit: 1 }),
  ]);
  if (!answer.ok) return false;
  const other = answer.value.changes[0];
  return own !== undefined && other !== undefined && canonical(own) === canonical(other);
}

async function replay(database: DeskDatabase, host: Host, from: number, to: number): Promise<Refusal | undefined> {
  let next = from;
  while (next <= to) {
    const answer = await host.call('read-journal', { from: next, limit: BATCH });
    if (!answer.ok) return answer.error;
    const { changes } = answer.value;
    if (changes[0]?.seq !== next) {
      return { code: 'JOURNAL-DAMAGED', messageJa: `控えの ${next} 番目の変更を読めません。控えはそのままです` };
    }
    await database.transaction('rw', database.tables, async () => {
      for (const change of changes) await applySteps(database, change.steps);
      await database.changes.bulkAdd([...changes]);
    });
    next += changes.length;
  }
  return undefined;
}

async function ready(
  database: DeskDatabase,
  at: { readonly storeId: string; readonly journalSeq: number; readonly recovered: number },
): Promise<Synced> {
  const last: Change | undefined = await database.changes.orderBy('seq').last();
  return { kind: 'ready', ...at, lastAt: last === undefined ? undefined : new Date(last.at) };
}

/** JSON with sorted keys: the two places may keep keys in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
