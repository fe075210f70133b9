/** Whether a form is the one that was mapped: fingerprints of its sheets, as the host computes them too. */
import { filledCells } from '../../../shared/templates/filled-cells.js';
import type { MappedSheet, TemplateMapping } from '../../../shared/templates/mapping.js';
import { labelsOf, type Template, type TemplateSheet } from '../../../shared/templates/template.js';

export async function fingerprintOf(sheet: TemplateSheet, mapped: MappedSheet): Promise<string> {
  const text = new TextEncoder().encode(labelsOf(sheet, filledCells(mapped, sheet.merged)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The sheet of a form that a part of a mapping speaks of. */
export function sheetOf(template: Template, name: string): TemplateSheet | undefined {
  return template.sheets.find((sheet) => sheet.nameJa.toLowerCase() === name.toLowerCase());
}

/** The part of a mapping for a sheet, with the fingerprint of that sheet. */
export async function sealed(template: Template, mapped: MappedSheet): Promise<MappedSheet> {
  const sheet = sheetOf(template, mapped.sheet);
  return sheet ? { ...mapped, fingerprint: await fingerprintOf(sheet, mapped) } : mapped;
}

export type Difference = {
  /** Sheets of the mapping that the form does not have. */
  readonly missing: readonly string[];
  /** Sheets whose labels or merged ranges are others than when they were mapped. */
  readonly changed: readonly string[];
};

/** In what a form is another one than the mapping was made for; both lists are empty for the same form. */
export async function differenceOf(template: Template, mapping: TemplateMapping): Promise<Difference> {
  const missing: string[] = [];
  const changed: string[] = [];
  for (const mapped of mapping.sheets) {
    const sheet = sheetOf(template, mapped.sheet);
    if (!sheet) missing.push(mapped.sheet);
    else if ((await fingerprintOf(sheet, mapped)) !== mapped.fingerprint) changed.push(sheet.nameJa);
  }
  return { missing, changed };
}

export function isSameForm({ missing, changed }: Difference): boolean {
  return missing.length === 0 && changed.length === 0;
}
