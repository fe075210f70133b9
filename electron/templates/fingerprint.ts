import { createHash } from 'node:crypto';
import { filledCells } from '../../shared/templates/filled-cells.js';
import type { MappedSheet } from '../../shared/templates/mapping.js';
import { labelsOf, type TemplateSheet } from '../../shared/templates/template.js';

/** SHA-256 (hex) of what makes a sheet the one that was mapped: its labels without the cells that are filled. */
export function fingerprintOf(sheet: TemplateSheet, mapped: Pick<MappedSheet, 'cells' | 'tables'>): string {
  return createHash('sha256')
    .update(labelsOf(sheet, filledCells(mapped, sheet.merged)))
    .digest('hex');
}
