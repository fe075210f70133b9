/** poppler as an independent reader of PDF: texts, pages and fonts as another program sees them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isThere } from './machine.js';

export function hasPoppler(): boolean {
  return isThere('pdftotext', ['-v']);
}

/** Runs a tool of poppler on the bytes; `$` in the arguments stands for the file. */
export function poppler(tool: 'pdftotext' | 'pdfinfo' | 'pdffonts', bytes: Uint8Array, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-pdf-'));
  try {
    const path = join(folder, 'in.pdf');
    writeFileSync(path, bytes);
    const own = args.map((argument) => (argument === '$' ? path : argument));
    return execFileSync(tool, own, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type PageSize = { readonly width: number; readonly height: number };

/** The size of every page in points. */
export function pdfPages(bytes: Uint8Array): PageSize[] {
  const words = poppler('pdfinfo', bytes, '-l', '10000', '$');
  return [...words.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gmu)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));
}
