/** LibreOffice and openpyxl as readers that know nothing of the program. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import { hasLibreOffice, recalculated } from '../support/libreoffice.js';
import { FORM as form, part, SHEET_1 } from './fillings.js';
import { formFile } from './form-parts.js';
import { mappingFor, VALUES, wholeMapping } from './mappings.js';

const filled = fillTemplate(form, wholeMapping(form), VALUES).bytes;

/** 明細 with six people: four on the sheet, two on its copy. */
function continued(results: 'keep' | 'takeOut' = 'keep'): Uint8Array {
  const mapping = mappingFor(form, [
    {
      sheet: '明細 A&B',
      tables: [
        {
          table: 'staff',
          firstRow: 5,
          lastRow: 8,
          columns: [
            { column: 'B', field: 'nameJa', as: 'text' },
            { column: 'D', field: 'yen', as: 'number' },
          ],
          whenFull: 'copySheet',
        },
      ],
    },
  ]);
  const staff = Array.from({ length: 6 }, (_, index) => ({ nameJa: `人${index + 1}`, yen: 100 * (index + 1) }));
  const values: TemplateValues = { cells: {}, tables: { staff } };
  return fillTemplate(form, mapping, values, { results }).bytes;
}

/** The sums of 様式1 and 明細 as LibreOffice shows them with the settings of every user, which trust stored results. */
function sums(bytes: Uint8Array): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-form-'));
  writeFileSync(join(folder, 'in.xlsx'), bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1';
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      join(folder, 'in.xlsx'),
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return ['様式1', '明細 A&B'].map((sheet) => {
    const lines = readFileSync(join(folder, `in-${sheet}.csv`), 'utf8').split('\n');
    const cells = lines.map((line) => line.split('\t')).find((line) => line.includes('合計'));
    return cells?.filter((cell) => /^\d+$/u.test(cell))[0];
  });
}

describe.skipIf(!hasLibreOffice())('LibreOffice', { timeout: 120_000 }, () => {
  test('opens a filled form with the values in place and computes with them', async () => {
    const book = await recalculated(filled);
    const [first, second] = [book.getWorksheet('様式1'), book.getWorksheet('明細 A&B')];
    expect(first?.getCell('C3').text).toBe(VALUES.cells['organization.nameJa']);
    expect(first?.getCell('C4').value).toEqual(new Date(Date.UTC(2021, 9, 1)));
    expect(first?.getCell('C6').text).toBe(VALUES.cells['course.nameJa']);
    expect(first?.getCell('G16').value).toEqual(new Date(Date.UTC(2021, 8, 30)));
    expect(first?.getCell('C8').result).toBe(60_000);
    expect(second?.getCell('B6').text).toBe('=1+1');
    expect(second?.getCell('D9').result).toBe(60_000);
  });

  test('opens continuation sheets, each with its own sum', async () => {
    const book = await recalculated(continued());
    const copy = book.getWorksheet('明細 A&B (2)');
    expect(copy?.getCell('B5').text).toBe('人5');
    expect(copy?.getCell('D9').result).toBe(1_100);
    expect(book.getWorksheet('明細 A&B')?.getCell('D9').result).toBe(1_000);
    expect(copy?.pageSetup.printArea).toBe('A1:F12');
  });

  test('shows the sums of the empty form where their results were kept, and its own where they were taken out', () => {
    const own = wholeMapping(form);
    const taken = fillTemplate(form, own, VALUES, { results: 'takeOut' }).bytes;
    expect(sums(filled)).toEqual(['0', '1']);
    expect(sums(taken)).toEqual(['60000', '60000']);
  });
});

/** Reads a file with openpyxl: its warnings and the values of some cells. */
const PROGRAM = `
import json, sys, warnings, openpyxl
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    book = openpyxl.load_workbook(sys.argv[1])
    cells = {name: {c.coordinate: str(c.value) for row in book[name].iter_rows() for c in row if c.value is not None} for name in book.sheetnames}
    print(json.dumps({'warnings': [str(w.message) for w in caught], 'cells': cells}))
`;

type Seen = { warnings: string[]; cells: Record<string, Record<string, string>> };

function readByOpenpyxl(bytes: Uint8Array): Seen {
  const file = join(mkdtempSync(join(tmpdir(), 'koshu-form-')), 'in.xlsx');
  writeFileSync(file, bytes);
  return JSON.parse(execFileSync(PYTHON, ['-c', PROGRAM, file], { encoding: 'utf8' })) as Seen;
}

const PYTHON = '/usr/bin/python3';
const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0;

describe.skipIf(!hasOpenpyxl)('openpyxl', { timeout: 60_000 }, () => {
  // openpyxl knows no dropdown in extLst and says so; without it nothing is left to warn about.
  const plain = formFile({ [SHEET_1]: part(form, SHEET_1).replace(/<extLst>.*<\/extLst>/su, '') });

  test('reads a filled form without a warning and finds the values', () => {
    const { warnings, cells } = readByOpenpyxl(fillTemplate(plain, wholeMapping(plain), VALUES).bytes);
    expect(warnings).toEqual([]);
    expect(cells['様式1']).toMatchObject({
      C3: VALUES.cells['organization.nameJa'],
      C4: '2021-10-01 00:00:00',
      F4: '123456',
      C8: "=SUM('明細 A&B'!D5:D8)",
    });
    expect(cells['明細 A&B']).toMatchObject({ B7: '𠮷野 次郎', C6: '2021-10-01 00:00:00' });
  });

  test('warns of a filled form no more than of the empty one', () => {
    const before = readByOpenpyxl(form).warnings;
    expect(before).toHaveLength(1);
    expect(readByOpenpyxl(filled).warnings).toEqual(before);
    expect(readByOpenpyxl(continued()).warnings).toEqual(before);
  });
});
