/** The parts of an .xlsx, unpacked piece by piece, so that a file which unfolds without end is given up early. */
import { Unzip, UnzipInflate } from 'fflate';
import { Refused } from '../refused.js';
import { tooMuch } from './too-large.js';

/** Unpacked bytes in all; a list of 20,000 people has about 20 million. */
const MOST_UNPACKED = 60_000_000;
const PIECE = 4_096;

/** Takes the bytes of a part in pieces; `last` comes with the final one. */
export type PartReader = (piece: Uint8Array, last: boolean) => void;

/** Hands the parts that `wanted` names to their readers, in the order of the file. Gives way to others in between. */
export async function readParts(bytes: Uint8Array, wanted: (name: string) => PartReader | undefined): Promise<void> {
  let unpacked = 0;
  const fail = (problem: Error | null): void => {
    if (problem) throw problem;
  };
  const unzip = new Unzip((file) => {
    const read = wanted(file.name);
    if (!read) return;
    if ((file.originalSize ?? 0) > MOST_UNPACKED) throw tooMuch();
    file.ondata = (problem, piece, last) => {
      fail(problem);
      unpacked += piece.length;
      if (unpacked > MOST_UNPACKED) throw tooMuch();
      read(piece, last);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE) {
    unpackPiece(unzip, bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function unpackPiece(unzip: Unzip, piece: Uint8Array, last: boolean): void {
  try {
    unzip.push(piece, last);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw broken();
  }
}

export function broken(): Refused {
  return new Refused(
    'UNREADABLE-FILE',
    'Excelのファイルとして読めませんでした。壊れているか、途中で切れています。Excelで開いて保存し直してください。',
  );
}
