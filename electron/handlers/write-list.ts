import { listWorkbook } from '../../shared/forms/list-workbook.js';
import type { Handler } from '../handler.js';
import { writeNumbered } from '../safe-write.js';

/** Writes a list as .xlsx, for others to edit; it comes back through read-table. */
export const writeList: Handler<'write-list'> = async (input, host) => {
  const workbook = listWorkbook(input);
  // exceljs takes long to load, and few calls need it.
  const { writeWorkbook } = await import('../excel/write-workbook.js');
  const bytes = await writeWorkbook(workbook);
  const path = await writeNumbered(host.outputDir, `${workbook.name}.xlsx`, bytes);
  return { files: [host.written.note(path, bytes.length)], cancelled: false };
};
