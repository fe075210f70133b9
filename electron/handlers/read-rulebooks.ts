import type { Handler } from '../handler.js';
import { shippedBookFiles } from '../rulebooks.js';

/** The shipped books as they are written; the screens open them by the same code as the machine. */
export const readRulebooks: Handler<'read-rulebooks'> = () => ({ books: [...shippedBookFiles()] });
