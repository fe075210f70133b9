/** Filling forms of the tests, and looking at what became of them. */
import { strFromU8, unzipSync } from 'fflate';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import { readTemplate } from '../../electron/templates/read-template.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import type { MappedCell } from '../../shared/templates/mapping.js';
import { formFile } from './form-parts.js';
import { mappingFor } from './mappings.js';

export const FORM = formFile();
export const SHEET_1 = 'xl/worksheets/sheet1.xml';
export const SHEET_2 = 'xl/worksheets/sheet2.xml';
export const SHEET_3 = 'xl/worksheets/sheet3.xml';

export function part(file: Uint8Array, name: string): string {
  const bytes = unzipSync(file)[name];
  if (!bytes) throw new Error(`no part ${name}`);
  return strFromU8(bytes);
}

/** Texts of a sheet by address, as the program reads them. */
export function cells(file: Uint8Array, sheet: string): Record<string, string> {
  const found = readTemplate(file).sheets.find((candidate) => candidate.nameJa === sheet);
  return Object.fromEntries(Object.entries(found?.cells ?? {}).map(([address, cell]) => [address, cell.text]));
}

/** A cell's XML. */
export function cellXml(file: Uint8Array, name: string, address: string): string {
  return (
    new RegExp(`<(?:x:)?c r="${address}"(?: [^>]*?)?(?:/>|>.*?</(?:x:)?c>)`, 'su').exec(part(file, name))?.[0] ?? ''
  );
}

/** 様式1 with single cells filled. */
export function fillCells(own: readonly MappedCell[], values: TemplateValues['cells'], file = FORM): Uint8Array {
  return fillTemplate(file, mappingFor(file, [{ sheet: '様式1', cells: [...own] }]), { cells: values, tables: {} })
    .bytes;
}

export function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Error && 'messageJa' in error) return String(error.messageJa);
    throw error;
  }
  throw new Error('not refused');
}
