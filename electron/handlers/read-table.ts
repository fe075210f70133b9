import type { Handler } from '../handler.js';
import { readTable } from '../tables/read-table.js';

/** The rows of a list that the user chose or pasted. Nothing is kept of it. */
export const readTableCall: Handler<'read-table'> = async ({ base64 }) => {
  const { sheets, hiddenSheets } = await readTable(Buffer.from(base64, 'base64'));
  return { sheets: [...sheets], hiddenSheets: [...hiddenSheets] };
};
