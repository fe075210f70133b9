import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';

/** Opens the folder of a file that this run of the program wrote. */
export const showFile: Handler<'show-file'> = async ({ id }, host) => {
  const path = host.written.path(id);
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (!there) {
    const name = basename(path);
    throw new Refused(
      'NO-SUCH-FILE',
      `「${name}」は書き出した場所にありません。移したか、消したかもしれません。`,
      name,
    );
  }
  await host.showInFolder(path);
  return {};
};
