/** LibreOffice as an independent judge of workbooks: recalculates every formula and gives back what it computed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { isThere } from './machine.js';

export function hasLibreOffice(): boolean {
  return isThere('soffice', ['--version']);
}

/** Without this setting LibreOffice shows the cached results of the file instead of its own. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook as LibreOffice recalculates it. */
export async function recalculated(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const [book] = await recalculatedAll([bytes]);
  if (!book) throw new Error('nothing was recalculated');
  return book;
}

/** The workbooks as LibreOffice recalculates them, in one run of it. */
export async function recalculatedAll(files: readonly Uint8Array[]): Promise<ExcelJS.Workbook[]> {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-recalc-'));
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  const names = files.map((bytes, index) => {
    const name = `${index}.xlsx`;
    writeFileSync(join(folder, name), bytes);
    return name;
  });
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...names.map((name) => join(folder, name)),
    ],
    { stdio: 'ignore', timeout: 240_000 },
  );
  return Promise.all(names.map((name) => opened(join(folder, 'out', name))));
}

export async function opened(file: string | Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  if (typeof file === 'string') await book.xlsx.readFile(file);
  else await book.xlsx.load(file as unknown as ArrayBuffer);
  return book;
}

export type FormulaCell = { place: string; formula: string; result: unknown };

/** Every formula cell of a workbook with its result, by sheet and address. */
export function formulaCells(book: ExcelJS.Workbook): Map<string, FormulaCell> {
  const cells = new Map<string, FormulaCell>();
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value !== 'object' || value === null || !('formula' in value)) return;
        const place = `${sheet.name}!${cell.address}`;
        cells.set(place, { place, formula: value.formula, result: value.result });
      }),
    );
  }
  return cells;
}
