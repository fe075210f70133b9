/**
 * The .xlsx as a ZIP of parts: what exceljs cannot say is put into the parts it wrote, and the ZIP is written anew
 * with a fixed time, so that equal content gives equal bytes.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Sheet } from '../../shared/forms/sheet.js';
import { withSizedNotes } from './notes.js';

/** The protection that marks text cells which look like formulas; without a protected sheet it has no effect. */
export const LOOKS_LIKE_FORMULA = { locked: true, hidden: true } as const;

const NO_TIME = new Date(1980, 0, 1, 12);

/** The bytes of exceljs with its gaps filled. `sheets` are in the order in which they were added. */
export function finished(bytes: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const parts = unzipSync(bytes);
  const sorted: Zippable = {};
  for (const name of Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    sorted[name] = changed(name, parts[name] ?? new Uint8Array(), sheets);
  }
  return zipSync(sorted, { level: 6, mtime: NO_TIME });
}

function changed(name: string, part: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const [, folder, serial] = /^xl\/(worksheets|drawings)\/(?:sheet|vmlDrawing)(\d+)\.(?:xml|vml)$/u.exec(name) ?? [];
  const sheet = serial === undefined ? undefined : sheets[Number(serial) - 1];
  if (name === 'xl/styles.xml') return strToU8(withQuotePrefix(strFromU8(part)));
  if (folder === 'worksheets' && sheet) return strToU8(withFixedFoot(withFreeHeights(strFromU8(part), sheet)));
  if (folder === 'drawings' && sheet) return strToU8(withSizedNotes(strFromU8(part), sheet));
  return part;
}

/** Rows whose height only fits their text grow with it when somebody edits them; the others keep the height they have. */
function withFreeHeights(xml: string, sheet: Sheet): string {
  return xml.replace(/(<row r="(\d+)" ht="[^"]*") customHeight="1"/gu, (all, start: string, row: string) =>
    sheet.rows[Number(row) - 1]?.height === undefined ? start : all,
  );
}

/** Header and footer keep their size when the sheet is scaled to the width of the page. */
function withFixedFoot(xml: string): string {
  return xml.replace('<headerFooter>', '<headerFooter scaleWithDoc="0">');
}

/** Text that looks like a formula carries the mark that Excel shows as a leading ': it stays text when edited. */
function withQuotePrefix(xml: string): string {
  return xml.replace(/<xf ([^>]*[^/])>((?:(?!<\/xf>)[\s\S])*)<\/xf>/gu, (all, attributes: string, inner: string) => {
    if (!inner.includes('<protection hidden="1"/>')) return all;
    const kept = attributes.replace(' applyProtection="1"', '');
    return `<xf ${kept} quotePrefix="1">${inner.replace('<protection hidden="1"/>', '')}</xf>`;
  });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}
