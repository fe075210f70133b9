/** What must hold for any cells and any values. */
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import { readTemplate } from '../../electron/templates/read-template.js';
import { holdersIn } from '../../shared/templates/template.js';
import { addressOf, placeOf } from '../../shared/templates/place.js';
import { cells, FORM as form, part, SHEET_1 } from './fillings.js';
import { mappingFor } from './mappings.js';
import { differingEntries } from './zip-entries.js';

const holder = holdersIn(['C3:F3']);
/** Cells with formulas are refused, see formulas.test.ts. */
const FORMULAS = ['C8', 'B10', 'C10', 'D10', 'E12', 'F12'];

const address = fc
  .record({ row: fc.integer({ min: 1, max: 40 }), column: fc.integer({ min: 1, max: 30 }) })
  .map((place) => addressOf(holder(place)))
  .filter((at) => !FORMULAS.includes(at));
const text = fc.string({ unit: 'binary', minLength: 0, maxLength: 30 }).map((value) => value.replaceAll('\r', ''));
const filling = fc.uniqueArray(fc.record({ at: address, value: fc.oneof(text, fc.integer(), fc.constant(null)) }), {
  selector: (cell) => cell.at,
  maxLength: 12,
});

type Filling = readonly { at: string; value: string | number | null }[];

function fill(file: Uint8Array, own: Filling): Uint8Array {
  const fields = own.map(({ at, value }, index) => ({
    at,
    field: `f${index}`,
    as: typeof value === 'number' ? ('number' as const) : ('text' as const),
  }));
  const values = Object.fromEntries(own.map(({ value }, index) => [`f${index}`, value]));
  return fillTemplate(file, mappingFor(form, [{ sheet: '様式1', cells: fields }]), { cells: values, tables: {} }).bytes;
}

/** What a reader sees of a text: no characters that XML forbids. */
function legal(value: string): string {
  return [...value]
    .filter((character) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/u.test(character))
    .map((character) => (/^[\ud800-\udfff]$/u.test(character) ? '\ufffd' : character))
    .join('');
}

describe('for any cells and values', { timeout: 60_000 }, () => {
  test('only the sheet and the calculation change, and filling again changes nothing', () => {
    fc.assert(
      fc.property(filling, (own) => {
        const filled = fill(form, own);
        const changed = differingEntries(form, filled);
        expect(['xl/workbook.xml', SHEET_1].slice(0, changed.length)).toEqual(changed);
        expect(Buffer.from(fill(filled, own)).equals(Buffer.from(filled))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('every value is read back, every other cell as it was', () => {
    const before = cells(form, '様式1');
    fc.assert(
      fc.property(filling, (own) => {
        const after = cells(fill(form, own), '様式1');
        const expected = { ...before };
        for (const { at, value } of own) {
          const shown = typeof value === 'string' ? legal(value) : String(value ?? '');
          if (at === 'C4' && typeof value === 'number') delete expected[at];
          else if (shown === '' && at !== 'C4') delete expected[at];
          else expected[at] = shown;
        }
        const own4 = own.some(({ at, value }) => at === 'C4' && typeof value === 'number');
        if (own4) delete after['C4'];
        expect(decoded(after)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('rows and cells stay in order and within the extents that the sheet names', () => {
    fc.assert(
      fc.property(filling, (own) => {
        const xml = part(fill(form, own), SHEET_1);
        const places = [...xml.matchAll(/<c r="([A-Z]+\d+)"/gu)].map(
          ([, at = '']) => placeOf(at) ?? { row: 0, column: 0 },
        );
        const keys = places.map(({ row, column }) => row * 100 + column);
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
        expect(new Set(keys).size).toBe(keys.length);
        for (const [, row = '', from, to, inner = ''] of xml.matchAll(
          /<row r="(\d+)"[^>]*? spans="(\d+):(\d+)"[^>]*>(.*?)<\/row>/gsu,
        )) {
          for (const [, at = ''] of inner.matchAll(/<c r="([A-Z]+)\d+"/gu)) {
            const column = placeOf(`${at}${row}`)?.column ?? 0;
            expect(column >= Number(from) && column <= Number(to)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a file cut anywhere or with any byte changed is read or refused, never a fault', () => {
    fc.assert(
      fc.property(fc.nat(form.length - 1), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, value, isCut) => {
        const file = isCut ? form.slice(0, at) : form.slice();
        if (!isCut) file[at] = value;
        try {
          readTemplate(file);
        } catch (error) {
          expect(error).toHaveProperty('messageJa');
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** The program's own reader shows codes of the format as they stand; a text `_x0041_` comes back with its underscore coded. */
function decoded(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([at, value]) => [at, value.replaceAll('_x005F_', '_')]));
}

test('the form of the tests is one that any ZIP reader opens', () => {
  expect(Object.keys(unzipSync(form)).length).toBeGreaterThan(20);
});
