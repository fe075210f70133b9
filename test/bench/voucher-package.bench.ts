/**
 * Time and peak memory of 証憑一式 with 200 photos of 3 MB: one PDF and one ZIP, together 1.2 GB; beside @cantoo/pdf-lib
 * putting the same photos into one PDF in memory.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptFiles } from '../../electron/kept-files/kept-files.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { sampleCase } from '../support/sample.js';
import { largeJpeg } from '../vouchers/pictures.js';
import { withBuilt } from './built.js';
import type { Packaged } from './make-voucher-package.js';

const PHOTOS = 200;
const PHOTO_BYTES = 3_000_000;
/** A machine of an office has 8 GB and much else to do. */
const MOST_MEGABYTES = 300;

test('200 vouchers of 3 MB', async () => {
  await withBuilt('make-voucher-package', async (script, folder) => {
    const order = join(folder, 'order.json');
    writeFileSync(order, JSON.stringify({ value: sampleCase(), pictures: await photos(folder), folder }));
    const run = (mode: 'own' | 'plain'): Packaged =>
      JSON.parse(execFileSync(process.execPath, [script, mode, order]).toString()) as Packaged;
    const own = run('own');
    rmSync(join(folder, 'own'), { recursive: true });
    const plain = run('plain');
    console.log(lineOf('own: PDF and ZIP, numbered, with index', own, own));
    console.log(lineOf('@cantoo/pdf-lib: the same photos in one PDF', plain, own));
    expect(own.written).toBeGreaterThan(2 * PHOTOS * PHOTO_BYTES);
    expect(own.megabytes).toBeLessThan(MOST_MEGABYTES);
  });
});

async function photos(folder: string): Promise<Picture[]> {
  const files = new KeptFiles(join(folder, 'files'));
  const vouchers = sampleCase().vouchers ?? [];
  const pictures: Picture[] = [];
  for (let serial = 1; serial <= PHOTOS; serial += 1) {
    const jpeg = largeJpeg(PHOTO_BYTES, serial);
    const { sha256 } = await files.keep(jpeg);
    const voucher = vouchers[serial % vouchers.length];
    pictures.push({
      id: `P${serial}`,
      courseId: 'C',
      sha256,
      nameJa: `IMG_${serial}.jpg`,
      type: 'image/jpeg',
      bytes: jpeg.length,
      pages: 1,
      ...(voucher ? { voucherId: voucher.id } : {}),
      order: serial,
      turn: 0,
    });
  }
  return pictures;
}

function lineOf(name: string, cost: Packaged, reference: Packaged): string {
  const times = (key: 'milliseconds' | 'megabytes'): string => `×${(cost[key] / reference[key]).toFixed(2)}`;
  const ms = `${cost.milliseconds.toFixed(0).padStart(7)} ms ${times('milliseconds').padStart(6)}`;
  return `${name.padEnd(44)} ${ms}   ${cost.megabytes.toFixed(0).padStart(5)} MB ${times('megabytes').padStart(6)}`;
}
