/** Bytes of kept files as the screens read them: each fetched once, the last few held. */
import type { Refusal } from '../../shared/ipc/contract.js';
import type { PictureType } from '../../shared/vouchers/picture.js';
import type { Host } from '../host.js';

export type KeptBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: PictureType }
  | { readonly ok: false; readonly error: Refusal };

/** A photo has some megabytes; the list goes up and down over its neighbours. */
const HELD = 6;

const held = new WeakMap<Host, Map<string, Promise<KeptBytes>>>();

/** The bytes of a kept file, or why they cannot be had. Only what could be read is held. */
export function readKept(host: Host, sha256: string): Promise<KeptBytes> {
  const own = held.get(host) ?? new Map<string, Promise<KeptBytes>>();
  held.set(host, own);
  const reading = own.get(sha256) ?? fetchKept(host, sha256);
  own.delete(sha256);
  own.set(sha256, reading);
  void reading.then((kept) => kept.ok || own.delete(sha256));
  for (const key of [...own.keys()].slice(0, Math.max(0, own.size - HELD))) own.delete(key);
  return reading;
}

async function fetchKept(host: Host, sha256: string): Promise<KeptBytes> {
  const answer = await host.call('read-kept-file', { sha256 });
  if (!answer.ok) return answer;
  return { ok: true, bytes: bytesOf(answer.value.base64), type: answer.value.type };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
