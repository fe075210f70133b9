import type { Handler } from '../handler.js';
import { writtenPath } from './written-path.js';

/** Opens the folder of a file that the program wrote. */
export const showFile: Handler<'show-file'> = async ({ id }, host) => {
  await host.showInFolder(await writtenPath(id, host));
  return {};
};
