import type { IncomingMessage } from 'node:http';

/** The body has more bytes than are taken. */
export const TOO_LARGE = Symbol('too large');

/** The JSON of a body; undefined where it is none, {@link TOO_LARGE} above `most` bytes, of which no more are kept. */
export async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = Number(request.headers['content-length'] ?? 0);
  let read = 0;
  // To the end, also when it is too large: a browser that is still sending would not see the answer.
  for await (const part of request as AsyncIterable<Buffer>) {
    read += part.length;
    length = Math.max(length, read);
    if (length <= most) parts.push(part);
  }
  if (length > most) return TOO_LARGE;
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
