import type { Handler } from '../handler.js';

/** Changes from a number on. */
export const readJournal: Handler<'read-journal'> = ({ from, limit }, host) => host.journal.read(from, limit);
