/** The tags of an XML part with their places in its text, so that a part can be edited where it stands. */
import { damaged } from './refusals.js';

export type Tag = {
  readonly kind: 'open' | 'close' | 'empty';
  /** Without prefix. */
  readonly name: string;
  /** `x:` or nothing. */
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
};

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** All tags in their order. The text must be well-formed; a document type is refused. */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  let at = xml.indexOf('<', from);
  while (at >= 0 && at < to) {
    const skipped = SKIPPED.find(([open]) => xml.startsWith(open, at));
    if (skipped) {
      const close = xml.indexOf(skipped[1], at + skipped[0].length);
      if (close < 0) throw damaged('xml');
      at = xml.indexOf('<', close + skipped[1].length);
      continue;
    }
    if (xml.startsWith('<!', at)) throw damaged('doctype');
    const end = endOfTag(xml, at);
    yield tagAt(xml, at, end);
    at = xml.indexOf('<', end);
  }
}

/**
 * The tags of a part's own vocabulary: those with the prefix of its root. Extensions repeat names of it with another
 * prefix and another meaning, e.g. `x15:workbookPr` or `xdr:col`.
 */
export function* ownTagsOf(xml: string): Generator<Tag> {
  let prefix: string | undefined;
  for (const tag of tagsOf(xml)) {
    prefix ??= tag.prefix;
    if (tag.prefix === prefix) yield tag;
  }
}

/** A `>` within quotes belongs to an attribute. */
function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  throw damaged('xml');
}

const NAME = /[^\s/>]+/uy;

function tagAt(xml: string, start: number, end: number): Tag {
  const isClose = xml.charAt(start + 1) === '/';
  NAME.lastIndex = start + (isClose ? 2 : 1);
  const [whole = ''] = NAME.exec(xml) ?? [];
  const colon = whole.indexOf(':') + 1;
  const kind = isClose ? 'close' : xml.charAt(end - 2) === '/' ? 'empty' : 'open';
  return { kind, name: whole.slice(colon), prefix: whole.slice(0, colon), start, end };
}

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The attributes of a tag, prefixes included, entities resolved. */
export function attributesOf(xml: string, tag: Tag): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of xml.slice(tag.start, tag.end).matchAll(ATTRIBUTE)) {
    found.set(name, plain(double ?? single ?? ''));
  }
  return found;
}

/** Where the value of an attribute stands, without its quotes. */
export function attributeSpan(xml: string, tag: Tag, name: string): { start: number; end: number } | undefined {
  for (const match of xml.slice(tag.start, tag.end).matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const value = match[2] ?? match[3] ?? '';
    const end = tag.start + match.index + match[0].length - 1;
    return { start: end - value.length, end };
  }
  return undefined;
}

/** The tag's text without these attributes. */
export function withoutAttributes(text: string, names: readonly string[]): string {
  return text.replace(/\s+([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/gu, (all, name: string) =>
    names.includes(name) ? '' : all,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML as it is meant. */
export function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/gu,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? all;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Text as XML takes it, in contents and attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** Something to put in place of a stretch of text; an insertion where both ends are the same. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** The text with the edits in it; insertions stand before what is replaced there, in the order in which they were given. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error('edits overlap');
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
}
