/** A package made through the calls of the program, and what other programs find in it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, vi } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { Host } from '../../electron/host.js';
import type { Answer, CallOutput, WrittenFile } from '../../shared/ipc/contract.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { isThere } from '../support/machine.js';

/** The independent readers of these tests. */
export const HAS_READERS = isThere('pdftotext', ['-v']) && isThere('unzip', ['-v']);

/** Keeps a file at the host and gives the record of its picture. */
export async function pictureOf(
  host: Host,
  bytes: Buffer,
  voucherId: string | undefined,
  more: Partial<Picture> = {},
): Promise<Picture> {
  const answer = await dispatch('keep-file', { nameJa: '写真', base64: bytes.toString('base64') }, host);
  expect(answer).toMatchObject({ ok: true });
  const { sha256, type, bytes: size, pages } = (answer as { value: CallOutput<'keep-file'> }).value;
  serial += 1;
  const id = `P${String(serial).padStart(6, '0')}`;
  const own = voucherId === undefined ? {} : { voucherId };
  return {
    id,
    courseId: 'C',
    nameJa: '写真',
    order: serial,
    turn: 0,
    sha256,
    type,
    bytes: size,
    pages,
    ...own,
    ...more,
  };
}
let serial = 0;

export type Done = { readonly pdf: WrittenFile; readonly zip: WrittenFile; readonly notesJa: readonly string[] };

/** Begins a package; `job-state` is asked as the screen does it. */
export async function begun(host: Host, value: Case, pictures: readonly Picture[]): Promise<string> {
  const answer = await dispatch('start-voucher-package', { case: value, pictures }, host);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: CallOutput<'start-voucher-package'> }).value.job;
}

export async function ended(host: Host, job: string): Promise<CallOutput<'job-state'>> {
  let state: CallOutput<'job-state'> | undefined;
  await vi.waitFor(
    async () => {
      const answer = (await dispatch('job-state', { job }, host)) as Answer<CallOutput<'job-state'>>;
      expect(answer).toMatchObject({ ok: true });
      state = (answer as { value: CallOutput<'job-state'> }).value;
      expect(state.kind).not.toBe('working');
    },
    { timeout: 120_000, interval: 20 },
  );
  if (!state) throw new Error('no state');
  return state;
}

export async function madePackage(host: Host, value: Case, pictures: readonly Picture[]): Promise<Done> {
  const state = await ended(host, await begun(host, value, pictures));
  expect(state).toMatchObject({ kind: 'done' });
  const { files, notesJa } = state as Extract<CallOutput<'job-state'>, { kind: 'done' }>;
  const [pdf, zip] = files;
  if (!pdf || !zip) throw new Error('two files expected');
  return { pdf, zip, notesJa };
}

/** What poppler reads on each page. */
export function pageTexts(path: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 100_000_000 });
  return text.split('\f').slice(0, -1);
}

export type Pixels = {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue at thousandths of the page, y downwards. */
  readonly at: (x: number, y: number) => readonly [number, number, number];
};

/** A page as poppler draws it. */
export function drawnPage(path: string, page: number, resolution = 50): Pixels {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-test-'));
  try {
    const options = ['-f', String(page), '-l', String(page), '-r', String(resolution), '-singlefile'];
    execFileSync('pdftoppm', [...options, path, join(folder, 'page')]);
    return readPpm(readFileSync(join(folder, 'page.ppm')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPpm(bytes: Buffer): Pixels {
  const [, width = '', height = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.toString('latin1', 0, 40)) ?? [];
  const size = { width: Number(width), height: Number(height) };
  const start = bytes.length - size.width * size.height * 3;
  return {
    ...size,
    at: (x, y) => {
      const column = Math.min(size.width - 1, Math.floor((x * size.width) / 1000));
      const row = Math.min(size.height - 1, Math.floor((y * size.height) / 1000));
      const place = start + (row * size.width + column) * 3;
      return [bytes[place] ?? 0, bytes[place + 1] ?? 0, bytes[place + 2] ?? 0];
    },
  };
}

/** Which of the four colours of the test pictures a pixel is near to, or white or black; `other` for the edges of letters. */
export function colourJa([red, green, blue]: readonly [number, number, number]): string {
  const known: readonly (readonly [string, number, number, number])[] = [
    ['red', 220, 30, 30],
    ['green', 30, 160, 60],
    ['blue', 40, 60, 210],
    ['yellow', 240, 210, 40],
    ['white', 255, 255, 255],
    ['black', 0, 0, 0],
  ];
  const distances = known.map(([name, r, g, b]) => [name, Math.hypot(red - r, green - g, blue - b)] as const);
  const [name, distance] = [...distances].sort((a, b) => a[1] - b[1])[0] ?? ['', Infinity];
  return distance < 80 ? name : 'other';
}

export function zipEntries(path: string): Record<string, Uint8Array> {
  execFileSync('unzip', ['-tqq', path]);
  return unzipSync(readFileSync(path));
}
