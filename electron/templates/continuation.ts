/**
 * A continuation sheet: a copy of a sheet of the form as a new part at the end of the workbook. Only what can be
 * copied without touching anything else is: cells, print settings, links, text boxes and pictures. With check boxes,
 * comments, charts or tables Excel itself renumbers things in several parts, so such sheets are left to it.
 */
import { ATTACHMENTS, type Attachment } from '../../shared/templates/template.js';
import { Refused } from '../refused.js';
import { appended, element, prefixOf } from './edit-workbook.js';
import { relationsPartOf, type Relation } from './package.js';
import type { PackageEdits } from './package-edits.js';
import { attachmentsOf } from './read-template.js';
import { attributesOf, attributeSpan, edited, escaped, type Tag, tagsOf, withoutAttributes } from './tags.js';
import type { DefinedName, FormWorkbook, SheetPart } from './workbook.js';

export type SheetCopy = { readonly sheet: SheetPart; readonly xml: string };

/** Relations that a copy may share or take along. */
const COPIED = ['printerSettings', 'drawing'];
const SHARED = ['hyperlink', 'image'];
const MOST_NAME = 31;
/** Nobody hands in more; a table of one row would otherwise make thousands. */
const MOST_COPIES = 99;

/** Adds the copies, and gives their names. Throws Refused where a sheet cannot be copied. */
export function addCopies(book: FormWorkbook, edits: PackageEdits, copies: readonly SheetCopy[]): string[] {
  const [first] = copies;
  if (first && copies.length > MOST_COPIES) throw cannotCopy(first.sheet, `${copies.length}枚が必要になる`);
  for (const { sheet } of copies) refuseUncopyable(book, sheet);
  const names: string[] = [];
  copies.forEach(({ sheet, xml }, index) => {
    const name = freeName(book, sheet, names);
    names.push(name);
    const part = freePart(edits, sheet.part);
    edits.add(part, new TextEncoder().encode(asCopy(xml)), sheet.part);
    edits.addContentType(part, book.package.contentType(sheet.part));
    copyRelations(book, edits, sheet.part, part);
    announce(book, edits, { sheet, part, name, nth: index });
  });
  return names;
}

function refuseUncopyable(book: FormWorkbook, sheet: SheetPart): void {
  const reason = uncopyableJa(book, sheet);
  if (reason !== undefined) throw cannotCopy(sheet, reason);
}

/** Why no copy of the sheet can be made, as words before 「ため」; undefined where one can. */
export function uncopyableJa(book: FormWorkbook, sheet: SheetPart): string | undefined {
  if (book.hasLockedStructure) return 'ブックの構成が保護されている';
  if (book.hasMacros) return 'マクロのあるブックである';
  const kinds = attachmentsOf(book, sheet).filter((kind) => kind !== 'drawing' || hasUncopyableDrawing(book, sheet));
  return kinds.length === 0 ? undefined : `${kinds.map((kind) => word(kind)).join('、')}がある`;
}

function word(kind: Attachment): string {
  return kind === 'drawing' ? 'グラフなどの図形' : ATTACHMENTS[kind];
}

function cannotCopy(sheet: SheetPart, reason: string): Refused {
  return new Refused(
    'BAD-INPUT',
    `シート「${sheet.nameJa}」は${reason}ため、続きのシートを作れません。Excelでこのシートを必要な枚数だけ写した様式を用意し、続きのシートとして対応表に加えてください。`,
  );
}

/** VML belongs to comments and check boxes; drawings with charts or the like have parts of their own. */
function hasUncopyableDrawing(book: FormWorkbook, sheet: SheetPart): boolean {
  return book.package.relations(sheet.part).some((relation) => {
    if (relation.kind === 'vmlDrawing') return true;
    if (relation.kind !== 'drawing') return false;
    return book.package.relations(relation.target).some((inner) => !SHARED.includes(inner.kind));
  });
}

/** `明細 (2)`, as Excel names a copy. */
function freeName(book: FormWorkbook, sheet: SheetPart, names: readonly string[]): string {
  const attributes = book.sheetTags.map((tag) => attributesOf(book.xml, tag).get('name') ?? '');
  const taken = new Set([...attributes, ...names].map((name) => name.toLowerCase()));
  for (let serial = 2; ; serial += 1) {
    const ending = ` (${serial})`;
    const stem = sheet.nameJa.slice(0, MOST_NAME - ending.length).replace(/[\uD800-\uDBFF]$/u, '');
    const name = `${stem}${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** The next free part name: `xl/worksheets/sheet4.xml` after `sheet3.xml`. */
function freePart(edits: PackageEdits, like: string): string {
  const [, stem = like, ending = ''] = /^(.*?)\d*(\.[^./]+)$/u.exec(like) ?? [];
  for (let serial = 1; ; serial += 1) {
    const part = `${stem}${serial}${ending}`;
    if (!edits.has(part)) return part;
  }
}

/** Two selected sheets would be edited together, and two equal code names would not open. */
function asCopy(xml: string): string {
  const changes: Readonly<Record<string, readonly string[]>> = {
    sheetView: ['tabSelected'],
    sheetPr: ['codeName'],
    worksheet: ['xr:uid'],
  };
  const edits = [...tagsOf(xml)]
    .filter((tag) => tag.kind !== 'close' && tag.name in changes)
    .map(({ name, start, end }) => ({
      start,
      end,
      text: withoutAttributes(xml.slice(start, end), changes[name] ?? []),
    }));
  return edited(xml, edits);
}

/** The relations of a part for its copy, under the same identifiers, so that nothing within the copy changes. */
function copyRelations(book: FormWorkbook, edits: PackageEdits, source: string, copy: string): void {
  const relations = book.package.relations(source);
  if (relations.length === 0) return;
  const part = relationsPartOf(source);
  const xml = book.package.xml(part);
  const targets = new Map(relations.filter(isCopied).map((relation) => [relation.id, copyPart(book, edits, relation)]));
  const changes = [...tagsOf(xml)].flatMap((tag) => {
    const target = targets.get(attributesOf(xml, tag).get('Id') ?? '');
    const span = attributeSpan(xml, tag, 'Target');
    return target === undefined || !span ? [] : [{ ...span, text: `/${target}` }];
  });
  edits.add(relationsPartOf(copy), new TextEncoder().encode(edited(xml, changes)), part);
}

function isCopied(relation: Relation): boolean {
  return !relation.isExternal && COPIED.includes(relation.kind);
}

function copyPart(book: FormWorkbook, edits: PackageEdits, { target }: Relation): string {
  const part = freePart(edits, target);
  edits.add(part, book.package.bytes(target), target);
  edits.addContentType(part, book.package.contentType(target));
  copyRelations(book, edits, target, part);
  return part;
}

type NewSheet = { readonly sheet: SheetPart; readonly part: string; readonly name: string; readonly nth: number };

/** Tells the workbook of a new last sheet; in between, the numbers of all local names behind it would shift. */
function announce(book: FormWorkbook, edits: PackageEdits, { sheet, part, name, nth }: NewSheet): void {
  const { xml } = book;
  const relations = relationsPartOf(book.part);
  const relationsXml = book.package.xml(relations);
  const id = `rIdCopy${freeNumber(book, nth)}`;
  const type = typeOf(relationsXml, sheet.part, book);
  const relation = element(`${prefixOf(relationsXml, 'Relationship')}Relationship`, {
    Id: id,
    Type: type,
    Target: `/${part}`,
  });
  edits.edit(relations, appended(relationsXml, 'Relationships', relation));
  const tag = book.sheetTags[sheet.index];
  const idAttribute = [...(tag ? attributesOf(xml, tag).keys() : [])].find((key) => key.endsWith(':id')) ?? 'r:id';
  const attributes = {
    ...(tag ? declarations(xml, tag) : {}),
    name,
    sheetId: String(freeSheetId(book, nth)),
    [idAttribute]: id,
  };
  edits.edit(book.part, appended(xml, 'sheets', element(`${tag?.prefix ?? ''}sheet`, attributes)));
  const own = book.names.filter((candidate) => candidate.sheet === sheet.index);
  const names = own.map((candidate) => copiedName(book, candidate, sheet.nameJa, name, book.sheetTags.length + nth));
  if (names.length > 0) edits.edit(book.part, appended(xml, 'definedNames', names.join('')));
}

/** Some programs declare the prefix of `r:id` on each sheet instead of on the workbook, where a copy would not see it. */
function declarations(xml: string, tag: Tag): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributesOf(xml, tag)].filter(([key]) => /^xmlns(:|$)/u.test(key)));
}

function freeNumber(book: FormWorkbook, nth: number): number {
  const used = book.package.relations(book.part).map(({ id }) => Number(/^rIdCopy(\d+)$/u.exec(id)?.[1] ?? 0));
  return Math.max(0, ...used) + nth + 1;
}

function freeSheetId(book: FormWorkbook, nth: number): number {
  const used = book.sheetTags.map((tag) => Number(attributesOf(book.xml, tag).get('sheetId')));
  return Math.max(0, ...used) + nth + 1;
}

function typeOf(xml: string, part: string, book: FormWorkbook): string {
  const id = book.package.relations(book.part).find((relation) => relation.target === part)?.id;
  for (const tag of tagsOf(xml)) {
    const attributes = attributesOf(xml, tag);
    if (tag.kind !== 'close' && attributes.get('Id') === id) return attributes.get('Type') ?? '';
  }
  return '';
}

/** A name of the sheet, e.g. its print area, for the copy. */
function copiedName(book: FormWorkbook, name: DefinedName, from: string, to: string, index: number): string {
  const [tag] = tagsOf(book.xml, name.start, name.end);
  const span = tag && attributeSpan(book.xml, tag, 'localSheetId');
  if (!tag || !span) return '';
  const open = `${book.xml.slice(tag.start, span.start)}${index}${book.xml.slice(span.end, tag.end)}`;
  const references = [`${quoted(from)}!`, `${from}!`];
  const refersTo = references.reduce((text, reference) => text.replaceAll(reference, `${quoted(to)}!`), name.refersTo);
  return `${open}${escaped(refersTo)}</${tag.prefix}definedName>`;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
