/** 履歴 of a course, kept as the log of changes grows. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { DeskDatabase } from '../../db/database.js';
import { useDesk } from '../../desk/desk-context.js';
import { HistoryReader, type VoucherHistory } from './voucher-history.js';

const readers = new WeakMap<DeskDatabase, Map<string, HistoryReader>>();

/** The log is long: each reader goes on where it stopped. */
function readerOf(database: DeskDatabase, courseId: string): HistoryReader {
  const own = readers.get(database) ?? new Map<string, HistoryReader>();
  readers.set(database, own);
  const known = own.get(courseId) ?? new HistoryReader(courseId);
  own.set(courseId, known);
  return known;
}

/** `undefined` while the log is being read. */
export function useVoucherHistory(courseId: string): VoucherHistory | undefined {
  const { database } = useDesk();
  return useLiveQuery(async () => {
    const reader = readerOf(database, courseId);
    await database.changes
      .where('seq')
      .above(reader.seq)
      .each((change) => {
        // Another reading of the same log may have been here in the meantime.
        if (change.seq > reader.seq) reader.read(change);
      });
    return reader.history();
  }, [database, courseId]);
}
