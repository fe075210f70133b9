/**
 * What Excel shows beside a sheet stands on a page of its own at the end: notes on cells, numbered over the whole
 * workbook, and characters that cannot be printed.
 */
import { type Cell, type Row, type Sheet, type Workbook } from '../../shared/forms/sheet.js';
import { SheetDraft } from '../../shared/forms/sheet-draft.js';
import { type Faces, GETA } from './faces.js';
import { printable, shownText } from './shown-text.js';

/** The sheets that are printed, their notes last, and the mark (注1) of each cell that has one. */
export type NotedSheets = { readonly sheets: readonly Sheet[]; readonly marks: ReadonlyMap<Cell, string> };

type Note = { readonly mark: string; readonly sheet: string; readonly text: string };

export function withNotes(content: Workbook, faces: Faces): NotedSheets {
  const sheets = content.sheets.filter((sheet) => !sheet.hidden);
  const marks = new Map<Cell, string>();
  const notes: Note[] = [];
  for (const sheet of sheets) {
    for (const [cell, text] of notesOf(sheet)) {
      const known = notes.find((note) => note.sheet === sheet.name && note.text === text);
      const note = known ?? { mark: `注${notes.length + 1}`, sheet: sheet.name, text };
      if (!known) notes.push(note);
      marks.set(cell, note.mark);
    }
  }
  for (const sheet of sheets) {
    const missing = missingCharacters(sheet, faces);
    const text = `${missing.join('、')} は、この書類の文字にない字です。${GETA}のところに手で書き入れてください。`;
    if (missing.length > 0) notes.push({ mark: GETA, sheet: sheet.name, text });
  }
  return { sheets: notes.length === 0 ? sheets : [...sheets, notesSheet(content, notes)], marks };
}

/** Text with 〓 for every character that the font does not hold. */
export function withGeta(text: string, { regular }: Faces): string {
  return [...text].map((character) => (character === '\n' || regular.has(character) ? character : GETA)).join('');
}

/** What notes say is left out where the sheet itself says it, e.g. under its table. */
function notesOf(sheet: Sheet): [Cell, string][] {
  const cells = printedCells(sheet);
  const said = cells.map(({ value }) => (typeof value === 'string' ? printable(value) : ''));
  return cells.flatMap((cell): [Cell, string][] => {
    const lines = printable(cell.note ?? '').split('\n');
    const text = lines.filter((line) => line !== '' && !said.some((other) => other.includes(line))).join('　');
    return text === '' ? [] : [[cell, text]];
  });
}

function notesSheet(content: Workbook, notes: readonly Note[]): Sheet {
  const columns = [
    { key: 'mark', headJa: '注', width: 6, format: 'text', align: 'center' },
    { key: 'sheet', headJa: 'シート', width: 24, format: 'text', wrap: true },
    { key: 'text', headJa: 'よりどころ・直すには', width: 62, format: 'text', wrap: true },
  ] as const;
  const draft = SheetDraft.for('注', 'portrait', columns);
  draft.row({ 0: { value: '注', look: 'title' } }, { height: 28 });
  draft.text(`${content.foot.organizationJa}　${content.foot.courseJa}`, 'caption');
  draft.gap();
  draft.repeat(1, draft.nextRow);
  draft.table(
    columns,
    notes.map((note) => () => note),
  );
  return draft.finish();
}

function printedCells(sheet: Sheet): Cell[] {
  const inRow = ({ cells }: Row): Cell[] =>
    [...cells].flatMap(([column, cell]) => (sheet.hiddenColumns.includes(column) ? [] : [cell]));
  return sheet.rows.flatMap(inRow);
}

/** The characters as U+1F600, in the order of the sheet. */
function missingCharacters(sheet: Sheet, { regular }: Faces): string[] {
  const texts = printedCells(sheet).map((cell) => `${shownText(cell)}${printable(cell.note ?? '')}`);
  const missing = [...new Set(texts.join(''))].filter((character) => character !== '\n' && !regular.has(character));
  return missing.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
