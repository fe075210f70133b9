import { unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WrittenFile } from '../../shared/ipc/contract.js';
import { check } from '../../shared/rules/check.js';
import { acceptCase } from '../accept-case.js';
import type { WorkbookFile } from '../excel/workbooks.js';
import { plainName, safeFileName } from '../file-name.js';
import type { Handler } from '../handler.js';
import type { Host } from '../host.js';
import { acceptBook, rulebook } from '../rulebooks.js';
import { safeWrite, writeNumbered } from '../safe-write.js';

/** Writes the workbooks of a case; when one of them cannot be written, none of the new ones stays. */
export const writeWorkbooks: Handler<'write-workbooks'> = async (input, host) => {
  const replaced = input.overwrite === undefined ? undefined : host.written.path(input.overwrite);
  const value = acceptCase(input.case);
  const book = input.book === undefined ? rulebook(value.ruleSet) : acceptBook(input.book);
  // exceljs takes as long to load as everything else together, and only this call needs it.
  const { workbooksOf } = await import('../excel/workbooks.js');
  const files = await workbooksOf(check(value, book), value, book, input.papers);
  return { files: await writeAll(files, replaced, host), cancelled: false };
};

/** New files first, the one that replaces another last: until then everything can be taken back. */
async function writeAll(
  files: readonly WorkbookFile[],
  replaced: string | undefined,
  host: Host,
): Promise<WrittenFile[]> {
  const replaces = (file: WorkbookFile): boolean =>
    replaced !== undefined && safeFileName(file.name) === plainName(basename(replaced));
  const order = [...files].sort((a, b) => Number(replaces(a)) - Number(replaces(b)));
  const fresh: string[] = [];
  const paths = new Map<WorkbookFile, string>();
  try {
    for (const file of order) {
      if (replaced !== undefined && replaces(file)) {
        await safeWrite(replaced, file.bytes);
        paths.set(file, replaced);
      } else {
        const path = await writeNumbered(host.outputDir, file.name, file.bytes);
        fresh.push(path);
        paths.set(file, path);
      }
    }
  } catch (error) {
    for (const path of fresh) await unlink(path).catch(() => undefined);
    throw error;
  }
  return files.map((file) => host.written.note(paths.get(file) ?? file.name, file.bytes.length));
}
