import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import { type Disk, DISK } from '../../electron/disk.js';
import type { Host } from '../../electron/host.js';
import type { Refused } from '../../electron/refused.js';
import { rulebook } from '../../electron/rulebooks.js';
import { makePackage } from '../../electron/voucher-package/make-package.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { packageIndex } from '../../shared/vouchers/package-index.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { temporaryHost } from '../host/temporary-host.js';
import { changedSample, sampleCase } from '../support/sample.js';
import { begun, ended, HAS_READERS, madePackage, pageTexts, pictureOf, zipEntries } from './package-parts.js';
import { fixture, jpegTurned, largeJpeg, pdf } from './pictures.js';

const SAMPLE = sampleCase();
const STRAY = { id: 'stray', kind: 'receiptOriginal', amount: 3300 } as const;

/** The sample with a voucher that has neither number nor 科目. */
function course(): Case {
  return changedSample({ vouchers: [...(SAMPLE.vouchers ?? []), STRAY] });
}

function idOf(no: string): string {
  const found = SAMPLE.vouchers?.find((voucher) => voucher.no === no);
  if (!found) throw new Error(no);
  return found.id;
}

function indexOf(value: Case, pictures: readonly Picture[]): ReturnType<typeof packageIndex> {
  const book = rulebook('R3');
  return packageIndex(new Facts(value), check(value, book), book, pictures);
}

/** Pictures of every kind on some vouchers, one of them twice, one without a number and one without a voucher. */
async function somePictures(host: Host): Promise<Picture[]> {
  return [
    await pictureOf(host, jpegTurned(6), idOf('1-01')),
    await pictureOf(host, fixture('rgba.png'), idOf('2-09')),
    await pictureOf(host, await pdf({ pages: 3 }), idOf('2-09')),
    await pictureOf(host, jpegTurned(6), idOf('2-13')),
    await pictureOf(host, await pdf({ rotate: 90, objectStreams: false }), idOf('4-01')),
    await pictureOf(host, fixture('quadrants.jpg'), STRAY.id),
    await pictureOf(host, fixture('quadrants-grey.jpg'), undefined),
  ];
}

async function sheetRows(bytes: Uint8Array, name: string): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

describe.runIf(HAS_READERS)('the package of the sample', () => {
  it('has the same numbers in the index, on the stamps, in the workbook and in the names of the ZIP', async () => {
    const host = temporaryHost();
    const value = course();
    const pictures = await somePictures(host);
    const { pdf: file, zip, notesJa } = await madePackage(host, value, pictures);
    expect(notesJa).toEqual([]);
    expect(file.name).toMatch(/^R3_証憑_西山府スポーツ協会_コーチ2_水泳_20211028\.pdf$/u);
    expect(zip.name).toBe(file.name.replace(/pdf$/u, 'zip'));
    const pages = pageTexts(file.place);
    pages.forEach((page, index) => expect(page).toContain(`ページ ${index + 1} / ${pages.length}`));

    const entries = zipEntries(zip.place);
    const rows = await sheetRows(entries['証憑索引.xlsx'] ?? new Uint8Array(), '証憑索引');
    const index = indexOf(value, pictures);
    const vouchers = index.groups.flatMap((group) => group.vouchers);
    expect(vouchers).toHaveLength(value.vouchers?.length ?? 0);
    for (const { noJa, kindJa, lines, pictures: own, pages: count } of vouchers) {
      const row = rows.find((cells) => cells[0] === noJa);
      expect(row?.[1]).toBe(kindJa);
      expect(row?.[6] ?? 0).toBe(count);
      for (const { no, nameJa } of lines.slice(0, 4)) expect(row?.[5]).toContain(`${no} ${nameJa}`);
      if (own.length === 0) {
        expect(row?.[8]).toContain('画像なし');
        continue;
      }
      const first = Number(row?.[7]);
      for (let page = first; page < first + count; page += 1) {
        const text = (pages[page - 1] ?? '').replace(/\s+/gu, ' ');
        expect(text).toContain(`証憑 ${noJa}`);
        expect(text).toContain(kindJa);
        for (const { no, nameJa } of lines.slice(0, 2)) expect(text).toContain(`${no} ${nameJa}`);
      }
      expect(pages[first + count - 1]).not.toContain(`証憑 ${noJa}`);
    }
    const named = Object.keys(entries).filter((name) => !name.startsWith('証憑索引'));
    expect(named).toEqual([
      '1-01_振込明細書.jpg',
      '2-09_領収書（原本）_11400円_1.png',
      '2-09_領収書（原本）_11400円_2.pdf',
      '2-13_立替者個人名の領収書_9800円.jpg',
      '4-01_請求明細書.pdf',
      '番号なし_領収書（原本）_3300円.jpg',
      '未整理-01.jpg',
    ]);
  });

  it('begins with the index, has a cover for each 科目, and ends with what is missing', async () => {
    const host = temporaryHost();
    const value = course();
    const pictures = await somePictures(host);
    const { pdf: file } = await madePackage(host, value, pictures);
    const pages = pageTexts(file.place).map((page) => page.replace(/[ 　]+/gu, ' '));
    const index = indexOf(value, pictures);
    expect(pages[0]).toContain('証憑索引（報告）');
    const covers = pages.filter((page) => /証 憑\n/u.test(page));
    expect(covers.map((page) => /支出科目 (\d [^\s]+)|未整理/u.exec(page)?.[0])).toEqual([
      ...index.groups.filter(({ no }) => no !== undefined).map(({ nameJa }) => `支出科目 ${nameJa}`),
      '未整理',
    ]);
    const travel = covers.find((page) => page.includes('支出科目 2 旅費'));
    expect(travel).toMatch(/証憑 +22通/u);
    expect(travel).toMatch(/枚数（画像） +5枚/u);
    expect(travel).toMatch(/金額計 +31,000円（22通のうち3通）/u);
    const last = pages.at(-1) ?? '';
    expect(last).toContain('不足書類（報告）');
    for (const { labelJa, waiting } of index.missing) {
      expect(last).toContain(labelJa.slice(0, 6));
      if (waiting > 0) expect(last).toContain(waiting.toLocaleString('en'));
    }
    expect(last).toContain('画像のない証憑');
    expect(pages.at(-2)).toContain('未整理');
    expect(index.duplicates.map(({ places }) => places)).toEqual([['1-01', '2-13']]);
    expect(pages.join('')).toContain('同じ画像が2か所にあります：1-01、2-13');
  });

  it('holds the bytes of photos and the files of the ZIP as they came', async () => {
    const host = temporaryHost();
    const photo = jpegTurned(6);
    const pictures = [await pictureOf(host, photo, idOf('1-01')), await pictureOf(host, photo, idOf('2-13'))];
    const { pdf: file, zip } = await madePackage(host, SAMPLE, pictures);
    const bytes = readFileSync(file.place);
    expect(bytes.indexOf(photo)).toBeGreaterThan(0);
    // The same photo in two places is stored once.
    expect(bytes.indexOf(photo, bytes.indexOf(photo) + 1)).toBe(-1);
    const entries = zipEntries(zip.place);
    expect(Buffer.from(entries['1-01_振込明細書.jpg'] ?? '').equals(photo)).toBe(true);
    expect(execFileSync('pdfimages', ['-list', file.place], { encoding: 'utf8' })).toMatch(/jpeg/u);
  });

  it('is written under the next number and with the same bytes when it is made again', async () => {
    const host = temporaryHost();
    const pictures = await somePictures(host);
    const first = await madePackage(host, course(), pictures);
    const second = await madePackage(host, course(), pictures);
    expect(second.pdf.name).toBe(first.pdf.name.replace('.pdf', '_v2.pdf'));
    expect(second.zip.name).toBe(first.zip.name.replace('.zip', '_v2.zip'));
    expect(readFileSync(second.pdf.place).equals(readFileSync(first.pdf.place))).toBe(true);
    expect(readFileSync(second.zip.place).equals(readFileSync(first.zip.place))).toBe(true);
    expect(first.pdf.bytes).toBe(readFileSync(first.pdf.place).length);
    expect(readdirSync(dirname(first.pdf.place))).toHaveLength(4);
  });

  it('is made of nothing but an index where there is no voucher at all', async () => {
    const host = temporaryHost();
    const bare = changedSample({ vouchers: [], lines: [], transfers: [], approvals: [], staff: [], assignments: [] });
    const { pdf: file } = await madePackage(host, bare, []);
    expect(pageTexts(file.place).join('')).toContain('証憑が登録されていません');
  });
});

describe.runIf(HAS_READERS)('a file that is gone or damaged', () => {
  it('is named on a page, in the index, in the ZIP and in the answer; all others are there', async () => {
    const host = temporaryHost();
    const pictures = await somePictures(host);
    const path = (picture: Picture | undefined): string =>
      join(host.dataDir, 'files', picture?.sha256.slice(0, 2) ?? '', picture?.sha256 ?? '');
    rmSync(path(pictures[1]));
    writeFileSync(path(pictures[4]), 'spoiled');
    const { pdf: file, zip, notesJa } = await madePackage(host, course(), pictures);
    expect(notesJa).toHaveLength(2);
    expect(notesJa[0]).toMatch(/^2-09 領収書（原本）の1つ目：.*見つかりません/u);
    expect(notesJa[1]).toMatch(/^4-01 請求明細書：.*傷んでいます/u);
    const pages = pageTexts(file.place);
    expect(pages.filter((page) => page.includes('この証憑の画像は入っていません'))).toHaveLength(2);
    expect(pages.join('').match(/ファイルを確認/gu)).toHaveLength(2);
    pages.forEach((page, index) => expect(page).toContain(`ページ ${index + 1} / ${pages.length}`));
    const names = Object.keys(zipEntries(zip.place));
    expect(names).toContain('確かめること.txt');
    expect(names).toContain('2-09_領収書（原本）_11400円_2.pdf');
    expect(names.some((name) => name.startsWith('4-01'))).toBe(false);
  });
});

describe('a package that cannot be finished', () => {
  it('leaves nothing when it is cancelled in the middle', async () => {
    const host = temporaryHost();
    const pictures: Picture[] = [];
    for (let seed = 1; seed <= 40; seed += 1) {
      pictures.push(await pictureOf(host, largeJpeg(700_000, seed), idOf('2-09')));
    }
    const job = await begun(host, SAMPLE, pictures);
    await vi.waitFor(
      async () => {
        const state = await dispatch('job-state', { job }, host);
        expect((state as { value: { done?: number } }).value.done).toBeGreaterThan(50);
      },
      { timeout: 60_000, interval: 1 },
    );
    expect(await readdir(host.outputDir)).toHaveLength(2);
    await dispatch('cancel-job', { job }, host);
    expect(await ended(host, job)).toEqual({ kind: 'cancelled' });
    expect(await readdir(host.outputDir)).toEqual([]);
  });

  it.each([0, 20_000, 150_000, 1_000_000, 3_000_000])(
    'leaves nothing when the disk is full after %i bytes',
    async (room) => {
      const host = temporaryHost();
      const pictures = [
        await pictureOf(host, largeJpeg(900_000, 1), idOf('2-09')),
        await pictureOf(host, largeJpeg(900_000, 2), idOf('2-13')),
      ];
      const order = { value: SAMPLE, book: rulebook('R3'), pictures };
      const control = { signal: new AbortController().signal, progress: () => undefined };
      const refused = await makePackage(order, host, control, diskWith(room)).catch((error: unknown) => error);
      expect((refused as Refused).code).toBe('DISK-FULL');
      expect(await readdir(host.outputDir)).toEqual([]);
    },
  );

  it('is refused in plain words where nothing can be written', async () => {
    const host = temporaryHost();
    writeFileSync(host.outputDir, 'a file where the folder should be');
    const job = await begun(host, SAMPLE, []);
    expect(await ended(host, job)).toMatchObject({ kind: 'refused', error: { code: 'NOT-WRITABLE' } });
  });

  it('is refused before it begins for a case that cannot be read', async () => {
    const host = temporaryHost();
    const answer = await dispatch('start-voucher-package', { case: { stage: 'report' }, pictures: [] }, host);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID-CASE' } });
    expect(await readFile(host.outputDir).catch(() => 'none')).toBe('none');
  });
});

/** The disk of this machine, of which only so many bytes are left. */
function diskWith(room: number): Disk {
  let left = room;
  return {
    ...DISK,
    open: async (path, flags) => {
      const file = await DISK.open(path, flags);
      if (flags !== 'wx') return file;
      return {
        read: (...args) => file.read(...args),
        stat: () => file.stat(),
        truncate: (size) => file.truncate(size),
        datasync: () => file.datasync(),
        sync: () => file.sync(),
        close: () => file.close(),
        write: (bytes, offset, length, position) => {
          left -= length;
          if (left < 0) return Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
          return file.write(bytes, offset, length, position);
        },
      };
    },
  };
}
