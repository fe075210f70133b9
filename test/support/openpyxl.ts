/** openpyxl (the Debian package) as a second reader of workbooks, one that shares no code with the writer. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isThere } from './machine.js';

/** The python that Debian's packages belong to; another one on the PATH does not see them. */
const PYTHON = '/usr/bin/python3';

export function hasOpenpyxl(): boolean {
  return isThere(PYTHON, ['-c', 'import openpyxl']);
}

/** A value as openpyxl gives it: days and times as what they are, not as numbers. */
export type ReadValue = string | number | boolean | { readonly day: string } | { readonly minutes: number };

export type ReadSheet = {
  readonly name: string;
  readonly state: string;
  readonly hiddenColumns: readonly string[];
  /** By address; empty cells are not there. A formula shows its stored result here. */
  readonly values: Readonly<Record<string, ReadValue>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
};
export type ReadBook = { readonly sheets: readonly ReadSheet[]; readonly names: readonly string[] };

const SCRIPT = `
import datetime, json, sys
from openpyxl import load_workbook

def plain(value):
    if isinstance(value, datetime.datetime): return {'day': value.date().isoformat()}
    if isinstance(value, datetime.timedelta): return {'minutes': value.total_seconds() / 60}
    if isinstance(value, datetime.time): return {'minutes': value.hour * 60 + value.minute + value.second / 60}
    return value

def read(path):
    live, stored = load_workbook(path), load_workbook(path, data_only=True)
    sheets = []
    for sheet in live.worksheets:
        results = stored[sheet.title]
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        sheets.append({
            'name': sheet.title,
            'state': sheet.sheet_state,
            'hiddenColumns': [letter for letter, own in sheet.column_dimensions.items() if own.hidden],
            'values': {cell.coordinate: plain(results[cell.coordinate].value) for cell in cells
                       if results[cell.coordinate].value is not None},
            'formulas': {cell.coordinate: cell.value for cell in cells if cell.data_type == 'f'},
            'notes': {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment},
        })
    names = live.defined_names
    return {'sheets': sheets, 'names': list(names) if isinstance(names, dict) else [own.name for own in names.definedName]}

json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
`;

/** Reads files in one process; any warning of the reader is a failure. */
export function readByOpenpyxl(files: readonly Uint8Array[]): ReadBook[] {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-openpyxl-'));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = execFileSync(PYTHON, ['-W', 'error', '-c', SCRIPT, ...paths], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      maxBuffer: 256 * 1024 * 1024,
    });
    return JSON.parse(out) as ReadBook[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
