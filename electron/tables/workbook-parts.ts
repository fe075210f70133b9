/** What a workbook says about its sheets as a whole: names, order, formats, shared texts. */
import { showsDay } from './number-formats.js';
import type { PartReader } from './parts.js';
import { tooMuch } from './too-large.js';
import { xmlPart } from './xml-part.js';

/** Filled while the parts are read. */
export type BookParts = {
  readonly sheets: { readonly nameJa: string; readonly relation: string; readonly isHidden: boolean }[];
  /** Part of a sheet by its relation. */
  readonly targets: Map<string, string>;
  /** Whether a cell style shows a day, by its number. */
  readonly days: boolean[];
  readonly shared: string[];
  counts1904: boolean;
};

export type Book = Omit<BookParts, 'sheets' | 'targets'> & {
  readonly sheets: readonly { readonly nameJa: string; readonly part: string; readonly isHidden: boolean }[];
};

/** Shared texts: as many as 20,000 rows of twenty different texts. */
const MOST_SHARED = 400_000;

export function bookOf({ sheets, targets, ...rest }: BookParts): Book {
  return {
    ...rest,
    sheets: sheets.map(({ nameJa, relation, isHidden }) => ({ nameJa, isHidden, part: targets.get(relation) ?? '' })),
  };
}

export function bookReaders(parts: BookParts): Readonly<Record<string, PartReader>> {
  return {
    'xl/workbook.xml': workbook(parts),
    'xl/_rels/workbook.xml.rels': relations(parts),
    'xl/styles.xml': styles(parts),
    'xl/sharedStrings.xml': sharedTexts(parts),
  };
}

function workbook(parts: BookParts): PartReader {
  return xmlPart({
    open: (name, attributes) => {
      // Excel repeats the name in an extension (x15:workbookPr) that does not say it.
      if (name === 'workbookPr') parts.counts1904 ||= isOn(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      parts.sheets.push({ nameJa: attributes['name'] ?? '', relation, isHidden });
    },
  });
}

function relations(parts: BookParts): PartReader {
  return xmlPart({
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      parts.targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
}

function styles(parts: BookParts): PartReader {
  const custom = new Map<number, string>();
  let inCellFormats = false;
  return xmlPart({
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) parts.days.push(showsDay(Number(attributes['numFmtId'] ?? 0), custom));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
}

function sharedTexts(parts: BookParts): PartReader {
  let text = '';
  let takes = false;
  let inPhonetic = false;
  return xmlPart({
    open: (name) => {
      if (name === 'si') text = '';
      // ふりがな that Excel keeps beside the text is not part of it.
      if (name === 'rPh') inPhonetic = true;
      takes = name === 't' && !inPhonetic;
    },
    text: (piece) => {
      if (takes) text += piece;
    },
    close: (name) => {
      takes = false;
      if (name === 'rPh') inPhonetic = false;
      if (name !== 'si') return;
      parts.shared.push(text);
      if (parts.shared.length > MOST_SHARED) throw tooMuch();
    },
  });
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
