/** The workbook of a form: which sheets it has and where, its names, its calendar, its formats and shared texts. */
import { bookReaders, type BookParts } from '../tables/workbook-parts.js';
import { openPackage, type Package } from './package.js';
import { damaged, unreadable } from './refusals.js';
import { isOn, sheetXml, type SheetXml } from './sheet-xml.js';
import { attributesOf, plain, type Tag, ownTagsOf } from './tags.js';

export type SheetPart = {
  readonly nameJa: string;
  readonly id: number;
  readonly part: string;
  readonly isHidden: boolean;
  /** Place among all sheets, charts on sheets of their own included; local names count by it. */
  readonly index: number;
};

export type DefinedName = {
  readonly name: string;
  readonly refersTo: string;
  /** Index of the sheet it belongs to. */
  readonly sheet: number | undefined;
  readonly start: number;
  readonly end: number;
};

export type FormWorkbook = {
  readonly package: Package;
  readonly part: string;
  readonly xml: string;
  /** Sheets with cells. */
  readonly sheets: readonly SheetPart[];
  /** Sheets of all kinds. */
  readonly sheetTags: readonly Tag[];
  readonly names: readonly DefinedName[];
  readonly counts1904: boolean;
  /** Nobody may add or move sheets. */
  readonly hasLockedStructure: boolean;
  readonly hasMacros: boolean;
  /** Whether a cell style shows a day, by its number. */
  readonly days: readonly boolean[];
  readonly shared: readonly string[];
  readonly sheetXml: (sheet: SheetPart) => SheetXml;
};

const MAIN_TYPES = /(?:spreadsheetml\.sheet|ms-excel\.sheet\.macroEnabled)\.main\+xml$/u;
const TEMPLATE_TYPES = /\.template(?:\.macroEnabled)?\.main\+xml$/u;

/** Opens a workbook. Throws Refused where the package is none, or one that must not be changed. */
export function openWorkbook(file: Uint8Array): FormWorkbook {
  const opened = openPackage(file);
  const part = opened.relations('').find((relation) => relation.kind === 'officeDocument')?.target;
  if (part === undefined || !opened.has(part)) throw notExcel();
  refuseOtherKinds(opened, part);
  const xml = opened.xml(part);
  const parsed = new WorkbookScan(xml);
  const relations = opened.relations(part);
  const byKind = (kind: string): string | undefined => relations.find((relation) => relation.kind === kind)?.target;
  const sheets = parsed.sheets.flatMap(({ relation: id, ...sheet }) => {
    const relation = relations.find((candidate) => candidate.id === id);
    return relation?.kind === 'worksheet' && opened.has(relation.target) ? [{ ...sheet, part: relation.target }] : [];
  });
  if (sheets.length === 0) throw damaged('no sheet');
  const texts = readTexts(opened, byKind('styles'), byKind('sharedStrings'));
  const scanned = new Map<string, SheetXml>();
  return {
    package: opened,
    part,
    xml,
    sheets,
    sheetTags: parsed.sheetTags,
    names: parsed.names,
    counts1904: parsed.counts1904,
    hasLockedStructure: parsed.hasLockedStructure,
    hasMacros: relations.some((relation) => relation.kind === 'vbaProject'),
    ...texts,
    sheetXml: (sheet) => {
      const known = scanned.get(sheet.part) ?? sheetXml(opened.xml(sheet.part));
      scanned.set(sheet.part, known);
      return known;
    },
  };
}

/** A signed file would lose its signature, a file of another kind would not be what its name says. */
function refuseOtherKinds(opened: Package, part: string): void {
  const type = opened.contentType(part);
  if (type.endsWith('sheet.binary.macroEnabled.main')) {
    throw unreadable('バイナリ形式のExcel（.xlsb）です。Excelで開き、.xlsx で保存し直してください。');
  }
  if (TEMPLATE_TYPES.test(type)) {
    throw unreadable('Excelのテンプレート（.xltx）です。Excelで開き、.xlsx で保存し直してください。');
  }
  if (!MAIN_TYPES.test(type)) throw notExcel();
  if (opened.relations('').some((relation) => relation.kind === 'origin')) {
    throw unreadable(
      'デジタル署名のついたファイルです。書き込むと署名が無効になるため、配布元に署名のない様式を求めてください。',
    );
  }
}

function notExcel() {
  return unreadable('Excelのブックではありません。様式の .xlsx を選んでください。');
}

function readTexts(
  opened: Package,
  styles: string | undefined,
  shared: string | undefined,
): { days: readonly boolean[]; shared: readonly string[] } {
  const parts: BookParts = { sheets: [], targets: new Map(), days: [], shared: [], counts1904: false };
  const readers = bookReaders(parts);
  if (styles !== undefined) readers['xl/styles.xml']?.(opened.bytes(styles), true);
  if (shared !== undefined) readers['xl/sharedStrings.xml']?.(opened.bytes(shared), true);
  return { days: parts.days, shared: parts.shared };
}

type NamedSheet = Omit<SheetPart, 'part'> & { readonly relation: string };

class WorkbookScan {
  readonly sheets: NamedSheet[] = [];
  readonly sheetTags: Tag[] = [];
  readonly names: DefinedName[] = [];
  counts1904 = false;
  hasLockedStructure = false;
  #name: Tag | undefined;

  constructor(readonly xml: string) {
    for (const tag of ownTagsOf(xml)) this.#read(tag);
  }

  #read(tag: Tag): void {
    if (tag.name === 'definedName') this.#readName(tag);
    if (tag.kind === 'close') return;
    const attributes = attributesOf(this.xml, tag);
    if (tag.name === 'workbookPr') this.counts1904 = isOn(attributes.get('date1904'));
    if (tag.name === 'workbookProtection') this.hasLockedStructure = isOn(attributes.get('lockStructure'));
    if (tag.name === 'sheet') this.#readSheet(tag, attributes);
  }

  #readSheet(tag: Tag, attributes: ReadonlyMap<string, string>): void {
    const relation = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    this.sheets.push({
      nameJa: attributes.get('name') ?? '',
      id: Number(attributes.get('sheetId')),
      isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
      index: this.sheetTags.length,
      relation,
    });
    this.sheetTags.push(tag);
  }

  #readName(tag: Tag): void {
    if (tag.kind === 'open') this.#name = tag;
    if (tag.kind !== 'close' || !this.#name) return;
    const attributes = attributesOf(this.xml, this.#name);
    const sheet = attributes.get('localSheetId');
    this.names.push({
      name: attributes.get('name') ?? '',
      refersTo: plain(this.xml.slice(this.#name.end, tag.start)),
      sheet: sheet === undefined ? undefined : Number(sheet),
      start: this.#name.start,
      end: tag.end,
    });
    this.#name = undefined;
  }
}

/** Sheet of a name, as Excel compares names: without regard to case. */
export function sheetNamed(book: FormWorkbook, nameJa: string): SheetPart | undefined {
  return book.sheets.find((sheet) => sheet.nameJa.toLowerCase() === nameJa.toLowerCase());
}
