import { readFile, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PaperFile } from '../../shared/ipc/contract.js';
import { check } from '../../shared/rules/check.js';
import { acceptCase } from '../accept-case.js';
import type { WorkbookFile } from '../excel/workbooks.js';
import { plainName, safeFileName } from '../file-name.js';
import type { Handler } from '../handler.js';
import type { Host } from '../host.js';
import type { paperContents } from '../papers.js';
import { acceptBook, rulebook } from '../rulebooks.js';
import { safeWrite, writeNumbered } from '../safe-write.js';

/** Writes the workbooks of a case; when one of them cannot be written, none of the new ones stays. */
export const writeWorkbooks: Handler<'write-workbooks'> = async (input, host) => {
  const replaced = [input.overwrite ?? []].flat().map((id) => host.written.path(id));
  const value = acceptCase(input.case);
  const book = input.book === undefined ? rulebook(value.ruleSet) : acceptBook(input.book);
  const files = await writerOf(input.format)(check(value, book), value, book, input);
  return { files: await writeAll(files, replaced, host), cancelled: false };
};

/** exceljs and the fonts of a PDF take as long to load as everything else together, and only this call needs them. */
function writerOf(format: 'xlsx' | 'pdf'): (...order: Parameters<typeof paperContents>) => Promise<WorkbookFile[]> {
  return format === 'pdf'
    ? async (...order) => (await import('../pdf/papers-as-pdf.js')).pdfsOf(...order)
    : async (...order) => (await import('../excel/workbooks.js')).workbooksOf(...order);
}

/** New files first, those that replace others last; where one is refused, everything is as it was before. */
async function writeAll(files: readonly WorkbookFile[], replaced: readonly string[], host: Host): Promise<PaperFile[]> {
  const replacedBy = (file: WorkbookFile): string | undefined =>
    replaced.find((path) => safeFileName(file.name) === plainName(basename(path)));
  const order = files.map((file) => ({ file, target: replacedBy(file) }));
  order.sort((a, b) => Number(a.target !== undefined) - Number(b.target !== undefined));
  const undo: (() => Promise<void>)[] = [];
  const paths = new Map<WorkbookFile, string>();
  try {
    for (const { file, target } of order) {
      if (target === undefined) {
        const path = await writeNumbered(host.outputDir, file.name, file.bytes);
        undo.push(() => unlink(path));
        paths.set(file, path);
      } else {
        const before = await readFile(target).catch(() => undefined);
        await safeWrite(target, file.bytes);
        undo.push(() => (before === undefined ? unlink(target) : safeWrite(target, before)));
        paths.set(file, target);
      }
    }
  } catch (error) {
    for (const takeBack of undo) await takeBack().catch(() => undefined);
    throw error;
  }
  return files.map((file) => ({
    ...host.written.note(paths.get(file) ?? file.name, file.bytes.length),
    paper: file.paper,
  }));
}
