import type { Handler } from '../handler.js';

/** Adds changes; answered when they are flushed. */
export const appendJournal: Handler<'append-journal'> = async ({ storeId, changes }, host) => {
  const { lastSeq } = await host.journal.append(storeId, changes);
  return { lastSeq };
};
