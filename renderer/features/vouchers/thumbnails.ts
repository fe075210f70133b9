/** Small pictures for lists, made in the window from the kept file and put aside; made again whenever they are gone. */
import { useEffect, useState } from 'react';
import type { Picture } from '../../../shared/vouchers/picture.js';
import type { DeskDatabase } from '../../db/database.js';
import { useDesk } from '../../desk/desk-context.js';
import { readKept } from '../../desk/kept-bytes.js';
import { openPdf } from '../../desk/pdf/open-pdf.js';
import type { Host } from '../../host.js';

/** Longest side in pixels; drawn at half of it on screen. */
const SIDE = 160;

/** An address for the thumbnail of a file; `undefined` until it is there, and where none can be made. */
export function useThumbnail({ sha256, type }: Pick<Picture, 'sha256' | 'type'>): string | undefined {
  const { database, host } = useDesk();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let isLeft = false;
    let own: string | undefined;
    void thumbnail(database, host, sha256, type, () => isLeft).then((blob) => {
      if (isLeft || !blob) return;
      own = URL.createObjectURL(blob);
      setUrl(own);
    });
    return () => {
      isLeft = true;
      if (own !== undefined) URL.revokeObjectURL(own);
      setUrl(undefined);
    };
  }, [database, host, sha256, type]);
  return url;
}

/** One at a time: decoding a photo takes the memory of hundreds of thumbnails. */
let queue: Promise<unknown> = Promise.resolve();

async function thumbnail(
  database: DeskDatabase,
  host: Host,
  sha256: string,
  type: Picture['type'],
  isLeft: () => boolean,
): Promise<Blob | undefined> {
  const known = await database.thumbnails.get(sha256);
  if (known) return known.picture;
  const making = queue.then(async () => {
    // Scrolled away while it waited.
    if (isLeft()) return undefined;
    const made = await make(host, sha256, type);
    if (made) await database.thumbnails.put({ sha256, picture: made });
    return made;
  });
  queue = making.catch(() => undefined);
  return making.catch(() => undefined);
}

async function make(host: Host, sha256: string, type: Picture['type']): Promise<Blob | undefined> {
  const kept = await readKept(host, sha256);
  if (!kept.ok) return undefined;
  return type === 'application/pdf' ? ofPdf(kept.bytes) : ofImage(new Blob([kept.bytes], { type }));
}

async function ofImage(image: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(image);
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

async function ofPdf(bytes: Uint8Array): Promise<Blob | undefined> {
  const file = await openPdf(bytes);
  try {
    const size = await file.size(1);
    const canvas = document.createElement('canvas');
    await file.draw(1, canvas, SIDE / Math.max(size.width, size.height)).done;
    return await new Promise((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.8);
    });
  } finally {
    file.close();
  }
}
