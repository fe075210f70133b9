/** What Excel shows beside a sheet stands under it on paper: notes on cells, and characters that cannot be printed. */
import type { Cell, Row, Sheet } from '../../shared/forms/sheet.js';
import { type Faces, GETA } from './faces.js';
import { printable, shownText } from './shown-text.js';

/** A sheet with its notes as rows at its end, and the mark (注1) of each cell that has one. */
export type NotedSheet = { readonly sheet: Sheet; readonly marks: ReadonlyMap<Cell, string> };

/** Equal notes share a number. Cells in hidden columns have none. */
export function withNotes(sheet: Sheet, faces: Faces): NotedSheet {
  const marks = new Map<Cell, string>();
  const numbers = new Map<string, number>();
  for (const cell of printedCells(sheet)) {
    if (cell.note === undefined) continue;
    const text = printable(cell.note).replaceAll('\n', '　');
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    marks.set(cell, `注${number}`);
  }
  const notes = [...numbers].map(([text, number]) => `注${number}　${text}`);
  const missing = missingCharacters(sheet, faces);
  if (missing.length > 0)
    notes.push(`${GETA}は、この書類の文字にない字です（${missing.join('、')}）。手で書き入れてください。`);
  if (notes.length === 0) return { sheet, marks };
  return { sheet: { ...sheet, rows: [...sheet.rows, ...noteRows(sheet, notes)] }, marks };
}

/** Text with 〓 for every character that the font does not hold. */
export function withGeta(text: string, { regular }: Faces): string {
  return [...text].map((character) => (character === '\n' || regular.has(character) ? character : GETA)).join('');
}

function noteRows(sheet: Sheet, notes: readonly string[]): Row[] {
  const first = sheet.widths.findIndex((_, column) => !sheet.hiddenColumns.includes(column));
  const span = sheet.widths.length - first;
  const row = (value: string, more: Partial<Cell>): Row['cells'] =>
    new Map([[first, { value, format: 'text', look: 'small', span, ...more }]]);
  return [
    { cells: new Map(), height: 10 },
    { cells: row('注', { look: 'heading' }), height: 22, keep: 2 },
    ...notes.map((note) => ({ cells: row(note, { wrap: true }) })),
  ];
}

function* printedCells(sheet: Sheet): Iterable<Cell> {
  const hidden = new Set(sheet.hiddenColumns);
  for (const row of sheet.rows) {
    for (const [column, cell] of row.cells) if (!hidden.has(column)) yield cell;
  }
}

/** The characters as U+1F600, in the order of the sheet. */
function missingCharacters(sheet: Sheet, { regular }: Faces): string[] {
  const missing = new Set<string>();
  for (const cell of printedCells(sheet)) {
    for (const character of `${shownText(cell)}${printable(cell.note ?? '')}`) {
      if (character !== '\n' && !regular.has(character)) missing.add(character);
    }
  }
  return [...missing].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
