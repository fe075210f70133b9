import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../electron/host.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { temporaryHost } from '../host/temporary-host.js';
import { sampleCase } from '../support/sample.js';
import { colourJa, drawnPage, HAS_READERS, madePackage, pageTexts, pictureOf, zipEntries } from './package-parts.js';
import { fixture, jpegTurned, markedPdf, pdf, uncopyablePdf } from './pictures.js';

const SAMPLE = sampleCase();
const NO = '2-09';
const ID = SAMPLE.vouchers?.find((voucher) => voucher.no === NO)?.id ?? '';

/** The quarters of a picture on its page: upper left, upper right, lower left, lower right. */
function quarters(path: string, page: number): string {
  const drawn = drawnPage(path, page, 72);
  const found: [x: number, y: number][] = [];
  for (let y = 100; y < 860; y += 3) {
    for (let x = 20; x < 980; x += 3) {
      if (['red', 'green', 'blue', 'yellow'].includes(colourJa(drawn.at(x, y)))) found.push([x, y]);
    }
  }
  const [left, right] = [Math.min(...found.map(([x]) => x)), Math.max(...found.map(([x]) => x))];
  const [top, bottom] = [Math.min(...found.map(([, y]) => y)), Math.max(...found.map(([, y]) => y))];
  const at = (across: number, down: number): string =>
    colourJa(drawn.at(left + (right - left) * across, top + (bottom - top) * down))[0] ?? '';
  return [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)].join('');
}

async function voucherPages(pictures: (host: Host) => Promise<Picture[]>): Promise<{ path: string; first: number }> {
  const host = temporaryHost();
  const { pdf: file } = await madePackage(host, SAMPLE, await pictures(host));
  const first = pageTexts(file.place).findIndex((page) => /証憑\s+2-09/u.test(page) && !page.includes('証憑索引'));
  return { path: file.place, first: first + 1 };
}

describe.runIf(HAS_READERS)('a picture on its page', () => {
  it('stands upright whichever way the camera was held', async () => {
    const { path, first } = await voucherPages(async (host) =>
      Promise.all(
        [1, 2, 3, 4, 5, 6, 7, 8].map((way) =>
          pictureOf(host, jpegTurned(way, way % 2 ? 'II' : 'MM'), ID, { order: way }),
        ),
      ),
    );
    const seen = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => quarters(path, first + index));
    expect(seen).toEqual(['rgby', 'gryb', 'ybgr', 'byrg', 'rbgy', 'bryg', 'ygbr', 'gyrb']);
  });

  it('is turned by the user on top of that, and then cut', async () => {
    const { path, first } = await voucherPages(async (host) => [
      await pictureOf(host, fixture('quadrants.jpg'), ID, { turn: 90 }),
      await pictureOf(host, fixture('quadrants.jpg'), ID, { turn: 180 }),
      await pictureOf(host, fixture('quadrants.jpg'), ID, { turn: 270 }),
      await pictureOf(host, jpegTurned(6), ID, { turn: 270 }),
      await pictureOf(host, fixture('quadrants.jpg'), ID, {
        turn: 90,
        crop: { left: 0, top: 0, width: 500, height: 1000 },
      }),
      await pictureOf(host, fixture('quadrants.jpg'), ID, {
        crop: { left: 500, top: 500, width: 500, height: 500 },
      }),
    ]);
    const seen = [0, 1, 2, 3, 4, 5].map((index) => quarters(path, first + index));
    expect(seen).toEqual(['bryg', 'ybgr', 'gyrb', 'rgby', 'bbyy', 'yyyy']);
  });

  it.each([
    'rgb.png',
    'rgb-16.png',
    'rgb-interlaced.png',
    'palette.png',
    'quadrants.jpg',
    'quadrants-progressive.jpg',
    'quadrants-cmyk.jpg',
  ])('keeps its colours: %s', async (name) => {
    const { path, first } = await voucherPages(async (host) => [await pictureOf(host, fixture(name), ID)]);
    expect(quarters(path, first)).toBe('rgby');
  });

  it.each(['rgba.png', 'rgba-16.png', 'rgba-interlaced.png', 'rgba-16-interlaced.png'])(
    'stands on white where it is transparent: %s',
    async (name) => {
      const { path, first } = await voucherPages(async (host) => [
        await pictureOf(host, fixture(name), ID, { crop: { left: 500, top: 0, width: 500, height: 1000 } }),
        await pictureOf(host, fixture(name), ID, { crop: { left: 0, top: 0, width: 500, height: 1000 } }),
      ]);
      const drawn = drawnPage(path, first, 72);
      const colours = new Set<string>();
      for (let y = 150; y < 850; y += 4) for (let x = 300; x < 700; x += 4) colours.add(colourJa(drawn.at(x, y)));
      expect(colours.has('green')).toBe(true);
      expect(colours.has('yellow') || colours.has('black')).toBe(false);
      // Half transparent blue on white is light.
      const light = drawnPage(path, first + 1, 72);
      const blues: number[] = [];
      for (let y = 150; y < 850; y += 2) {
        const [r, g, b] = light.at(500, y);
        if (b > r + 60 && b > g + 40) blues.push(r);
      }
      expect(blues.length).toBeGreaterThan(3);
      expect(Math.min(...blues)).toBeGreaterThan(120);
    },
  );

  it('carries its number where the user put it, readable on a dark ground', async () => {
    const { path, first } = await voucherPages(async (host) => [
      await pictureOf(host, await pdf(), ID, { stamp: { x: 250, y: 750 } }),
      await pictureOf(host, await pdf(), ID),
    ]);
    const at = (page: number): [number, number] => {
      const xml = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), path, '-'], {
        encoding: 'utf8',
      });
      const [, x, y, right, bottom] =
        /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">2-09<\/word>/u.exec(xml) ?? [];
      return [(Number(x) + Number(right)) / 2 / 841.89, (Number(y) + Number(bottom)) / 2 / 595.28];
    };
    const [x, y] = at(first);
    expect(x).toBeGreaterThan(0.2);
    expect(x).toBeLessThan(0.4);
    expect(y).toBeGreaterThan(0.55);
    const drawn = drawnPage(path, first, 100);
    expect(colourJa(drawn.at(x * 1000, y * 1000 - 14))).toBe('white');
    const [usualX, usualY] = at(first + 1);
    expect(usualX).toBeGreaterThan(0.85);
    expect(usualY).toBeLessThan(0.12);
  });
});

describe.runIf(HAS_READERS)('a PDF in the package', () => {
  it('is copied page by page, turned as it says itself and as the user says', async () => {
    const { path, first } = await voucherPages(async (host) => [
      await pictureOf(host, await pdf({ rotate: 0, pages: 2 }), ID),
      await pictureOf(host, await pdf({ rotate: 90, objectStreams: false }), ID),
      await pictureOf(host, await pdf({ rotate: 180 }), ID),
      await pictureOf(host, await pdf({ rotate: 270 }), ID, { turn: 90 }),
    ]);
    const seen = [0, 1, 2, 3, 4].map((index) => quarters(path, first + index));
    expect(seen).toEqual(['rgby', 'rgby', 'bryg', 'ybgr', 'rgby']);
    const texts = pageTexts(path);
    expect(texts[first - 1]).toContain('page 1');
    expect(texts[first]).toContain('page 2');
    expect(texts[first - 1]).toMatch(/1 \/ 5枚/u);
  });

  it('keeps the stamps and filled fields that lie over its page, and joins content that is torn', async () => {
    const { path, first } = await voucherPages(async (host) => [await pictureOf(host, await markedPdf(), ID)]);
    const drawn = drawnPage(path, first, 72);
    expect(colourJa(drawn.at(500, 480))).toBe('yellow');
    expect(colourJa(drawn.at(150, 300))).toBe('blue');
  });

  it('says so where a field would be lost', async () => {
    const host = temporaryHost();
    const pictures = [await pictureOf(host, await markedPdf({ fieldDrawn: false }), ID)];
    const { notesJa, zip } = await madePackage(host, SAMPLE, pictures);
    expect(notesJa).toEqual([expect.stringMatching(/^2-09 領収書（原本）：PDFの1ページ目は、入力欄/u)]);
    expect(Buffer.from(zipEntries(zip.place)['確かめること.txt'] ?? '').toString()).toContain('2-09');
  });

  it('says so on the page, in the index and in the answer where a page cannot be copied', async () => {
    const host = temporaryHost();
    const pictures = [await pictureOf(host, await uncopyablePdf(), ID)];
    const { notesJa, pdf: file } = await madePackage(host, SAMPLE, pictures);
    expect(notesJa).toEqual(['2-09 領収書（原本）：PDFの2ページ目は写せません。ZIPにもとのファイルがあります。']);
    const pages = pageTexts(file.place);
    const at = pages.findIndex((page) => page.includes('page 1'));
    expect(pages[at + 1]).toContain('このページは写せませんでした');
    expect(pages[at + 1]).toContain('2-09');
    expect(pages.join('').replace(/\s+/gu, '')).toContain('写せないペ');
    expect(pages.at(-1)).toContain('PDFの2ページ目は写せません');
  });
});
