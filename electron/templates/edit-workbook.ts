/** Edits of the parts that speak about the workbook as a whole: calculation, list of sheets, relations, content types. */
import { attributesOf, attributeSpan, type Edit, escaped, type Tag, ownTagsOf } from './tags.js';

/** What may stand before `calcPr`, the latest that is there decides (ECMA-376 part 1, CT_Workbook). */
const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];

/**
 * Has Excel compute all formulas when it opens the file: stored results of formulas are those of the empty form.
 * They are not taken out, because every cell of the publisher that is not mapped stays as it is.
 */
export function recalculation(xml: string): Edit[] {
  let after = 0;
  for (const tag of ownTagsOf(xml)) {
    if (tag.name === 'calcPr' && tag.kind !== 'close') return setAttribute(xml, tag, 'fullCalcOnLoad', '1');
    if (BEFORE_CALCULATION.includes(tag.name) && tag.kind !== 'open') after = tag.end;
  }
  return [{ start: after, end: after, text: `<${rootPrefix(xml)}calcPr fullCalcOnLoad="1"/>` }];
}

function setAttribute(xml: string, tag: Tag, name: string, value: string): Edit[] {
  const span = attributeSpan(xml, tag, name);
  if (span) return [{ ...span, text: value }];
  const at = tag.end - (tag.kind === 'empty' ? 2 : 1);
  return [{ start: at, end: at, text: `${/\s$/u.test(xml.slice(0, at)) ? '' : ' '}${name}="${value}"` }];
}

function rootPrefix(xml: string): string {
  return ownTagsOf(xml).next().value?.prefix ?? '';
}

/** Right before the end of an element, which is opened where it was empty. */
export function appended(xml: string, element: string, text: string): Edit[] {
  for (const tag of ownTagsOf(xml)) {
    if (tag.name !== element) continue;
    if (tag.kind === 'close') return [{ start: tag.start, end: tag.start, text }];
    if (tag.kind !== 'empty') continue;
    const open = xml.slice(tag.start, tag.end).replace(/\s*\/>$/u, '>');
    return [{ start: tag.start, end: tag.end, text: `${open}${text}</${tag.prefix}${element}>` }];
  }
  return [];
}

export function prefixOf(xml: string, element: string): string {
  for (const tag of ownTagsOf(xml)) if (tag.name === element) return tag.prefix;
  return rootPrefix(xml);
}

/** Takes out the elements that `isMeant` picks by their attributes; they are empty ones, as in lists of parts. */
export function withoutElements(xml: string, isMeant: (attributes: ReadonlyMap<string, string>) => boolean): Edit[] {
  return [...ownTagsOf(xml)]
    .filter((tag) => tag.kind === 'empty' && isMeant(attributesOf(xml, tag)))
    .map(({ start, end }) => ({ start, end, text: '' }));
}

/** An element without content, its values escaped. */
export function element(name: string, attributes: Readonly<Record<string, string>>): string {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${text.join('')}/>`;
}
