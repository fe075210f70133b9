import { basename } from 'node:path';
import type { Handler } from '../handler.js';

/** Goes on with the part of a damaged journal that is whole. */
export const repairJournal: Handler<'repair-journal'> = async (_input, host) => {
  const { storeId, lastSeq, kept } = await host.journal.repair();
  return { storeId, lastSeq, kept: kept.map((path) => basename(path)) };
};
