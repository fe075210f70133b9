import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Host } from '../host.js';
import { Refused } from '../refused.js';

/** Where a file that the program wrote lies. Refuses with NO-SUCH-FILE, also where it was moved since. */
export async function writtenPath(id: string, host: Host): Promise<string> {
  const path = host.written.path(id);
  try {
    await access(path);
    return path;
  } catch {
    const name = basename(path);
    throw new Refused(
      'NO-SUCH-FILE',
      `「${name}」は書き出した場所にありません。移したか、消したかもしれません。`,
      name,
    );
  }
}
