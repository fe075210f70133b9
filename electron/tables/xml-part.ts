import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refused } from '../refused.js';
import { broken, type PartReader } from './parts.js';

export type XmlEvents = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/**
 * Reads a part as XML. Characters are decoded across the borders of the pieces: exceljs's own reader of streams
 * decodes each piece alone and breaks the characters that lie on a border.
 */
export function xmlPart(events: XmlEvents): PartReader {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw broken();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => events.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => events.close?.(localName(tag.name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  return (piece, last) => {
    try {
      parser.write(decoder.decode(piece, { stream: !last }));
      if (last) parser.close();
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw broken();
    }
  };
}

/** `x:row` and `row` are the same; some programs write the prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
