import type { Handler } from '../handler.js';
import { typeOf } from '../kept-files/examine.js';
import { unknownKind } from '../kept-files/refusals.js';

/** The bytes of a kept 証憑 as they came. */
export const readKeptFile: Handler<'read-kept-file'> = async ({ sha256 }, host) => {
  const bytes = await host.keptFiles.read(sha256);
  const type = typeOf(bytes);
  if (type === undefined) throw unknownKind();
  return { base64: bytes.toString('base64'), type };
};
