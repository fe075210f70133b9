import { paymentReportWorkbook } from '../../shared/forms/payment-report/workbook.js';
import type { Handler } from '../handler.js';
import { writeNumbered } from '../safe-write.js';

/** Writes the list of 支払調書 of a year as a workbook; its name holds the year and nobody's name. */
export const writePaymentReport: Handler<'write-payment-report'> = async ({ list }, host) => {
  const content = paymentReportWorkbook(list);
  // exceljs takes as long to load as everything else together, and only writing needs it.
  const { writeWorkbook } = await import('../excel/write-workbook.js');
  const bytes = await writeWorkbook(content);
  const path = await writeNumbered(host.outputDir, `${content.name}.xlsx`, bytes);
  return { files: [host.written.note(path, bytes.length)], cancelled: false };
};
