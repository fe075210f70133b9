/** A form as a package of parts (ECMA-376 part 2): contents, kinds, and what refers to what. */
import { xmlPart } from '../tables/xml-part.js';
import { contentOf, readZip, unpackingBudget, type Zip, type ZipEntry } from './read-zip.js';
import { damaged } from './refusals.js';
import { attributesOf, tagsOf } from './tags.js';

export type Relation = {
  readonly id: string;
  /** Last word of the type: `worksheet`, `drawing`, … the same in both dialects of the standard. */
  readonly kind: string;
  /** Part name, or the address of an external target. */
  readonly target: string;
  readonly isExternal: boolean;
};

export type Package = {
  readonly zip: Zip;
  readonly has: (part: string) => boolean;
  readonly entry: (part: string) => ZipEntry;
  readonly bytes: (part: string) => Uint8Array;
  /** The text of an XML part, checked to be well-formed. */
  readonly xml: (part: string) => string;
  readonly relations: (part: string) => readonly Relation[];
  /** Content type of a part; empty where none is given. */
  readonly contentType: (part: string) => string;
};

export const CONTENT_TYPES = '[Content_Types].xml';

/** Opens a package. Throws Refused where it is broken or unfolds to more than any form. */
export function openPackage(file: Uint8Array): Package {
  const zip = readZip(file);
  const entries = new Map(zip.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const spend = unpackingBudget();
  const contents = new Map<string, Uint8Array>();
  const texts = new Map<string, string>();
  const has = (part: string): boolean => entries.has(part.toLowerCase());
  const entry = (part: string): ZipEntry => {
    const found = entries.get(part.toLowerCase());
    if (!found) throw damaged(part);
    return found;
  };
  const bytes = (part: string): Uint8Array => {
    const found = entry(part);
    const known = contents.get(found.name);
    if (known) return known;
    spend(found.size);
    const content = contentOf(zip, found);
    contents.set(found.name, content);
    return content;
  };
  const xml = (part: string): string => {
    const known = texts.get(part);
    if (known !== undefined) return known;
    const text = checkedXml(bytes(part));
    texts.set(part, text);
    return text;
  };
  const relations = (part: string): Relation[] =>
    has(relationsPartOf(part)) ? relationsIn(xml(relationsPartOf(part)), part) : [];
  return { zip, has, entry, bytes, xml, relations, contentType: (part) => contentTypeOf(xml(CONTENT_TYPES), part) };
}

/** Well-formed UTF-8; the byte order mark is kept, so that unchanged text gives unchanged bytes. */
function checkedXml(bytes: Uint8Array): string {
  xmlPart({ open: () => undefined })(bytes, true);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** `xl/worksheets/_rels/sheet1.xml.rels` of `xl/worksheets/sheet1.xml`; the package itself is the empty name. */
export function relationsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationsIn(xml: string, source: string): Relation[] {
  return [...tagsOf(xml)]
    .filter((tag) => tag.name === 'Relationship' && tag.kind !== 'close')
    .map((tag) => {
      const attributes = attributesOf(xml, tag);
      const type = attributes.get('Type') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      return {
        id: attributes.get('Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? target : resolved(source, target),
        isExternal,
      };
    });
}

/** A target as a part name: relative to the folder of its source, or from the root. */
function resolved(source: string, target: string): string {
  const folder = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  const path: string[] = [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function contentTypeOf(xml: string, part: string): string {
  const wanted = `/${part}`.toLowerCase();
  const ending = wanted.slice(wanted.lastIndexOf('.') + 1);
  let byEnding = '';
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') continue;
    const attributes = attributesOf(xml, tag);
    const type = attributes.get('ContentType') ?? '';
    if (tag.name === 'Override' && attributes.get('PartName')?.toLowerCase() === wanted) return type;
    if (tag.name === 'Default' && attributes.get('Extension')?.toLowerCase() === ending) byEnding = type;
  }
  return byEnding;
}
