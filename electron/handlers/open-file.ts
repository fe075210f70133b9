import { basename, extname } from 'node:path';
import type { Handler } from '../handler.js';
import { Refused } from '../refused.js';
import { writtenPath } from './written-path.js';

/** What the program writes: papers, packages, lists. Nothing among them runs. */
const DOCUMENTS = ['.xlsx', '.pdf', '.zip', '.ics', '.txt', '.json', '.yaml'];

/** Opens a file that the program wrote. Refuses with UNREADABLE-FILE where the machine has no program for it. */
export const openFile: Handler<'open-file'> = async ({ id }, host) => {
  const path = await writtenPath(id, host);
  const name = basename(path);
  const isDocument = DOCUMENTS.includes(extname(path).toLowerCase());
  if (!isDocument || !(await host.openFile(path))) {
    throw new Refused(
      'UNREADABLE-FILE',
      `「${name}」を開くソフトが、このパソコンに見つかりません。ファイルは書き出した場所にあります。`,
      name,
    );
  }
  return {};
};
