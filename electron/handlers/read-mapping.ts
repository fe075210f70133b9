import type { Handler } from '../handler.js';
import { readMapping } from '../templates/mapping-file.js';

/** Reads the text of a 対応表 that somebody passed on. */
export const readMappingCall: Handler<'read-mapping'> = ({ text }) => ({
  mapping: readMapping(text.replace(/^\uFEFF/u, '')),
});
