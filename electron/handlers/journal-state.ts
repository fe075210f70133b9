import type { Handler } from '../handler.js';

/** Where the journal stands. */
export const journalState: Handler<'journal-state'> = (_input, host) => host.journal.state();
