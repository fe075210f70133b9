import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { Host } from '../../electron/host.js';
import { KeptFiles } from '../../electron/kept-files/kept-files.js';
import type { Answer, CallOutput, Refusal } from '../../shared/ipc/contract.js';
import { KEPT_FILE_LIMITS } from '../../shared/vouchers/file-limits.js';
import { MemoryDisk } from '../host/memory-disk.js';
import { temporaryHost } from '../host/temporary-host.js';
import { fixture, jpegTurned, largeJpeg, pdf } from './pictures.js';

async function keep(host: Host, bytes: Buffer, nameJa = '領収書.jpg'): Promise<Answer<CallOutput<'keep-file'>>> {
  const answer = await dispatch('keep-file', { nameJa, base64: bytes.toString('base64') }, host);
  return answer as Answer<CallOutput<'keep-file'>>;
}

async function kept(host: Host, bytes: Buffer): Promise<CallOutput<'keep-file'>> {
  const answer = await keep(host, bytes);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: CallOutput<'keep-file'> }).value;
}

async function refusal(bytes: Buffer, nameJa?: string): Promise<Refusal> {
  const host = temporaryHost();
  const answer = await keep(host, bytes, nameJa);
  expect(answer).toMatchObject({ ok: false });
  expect(await everything(join(host.dataDir, 'files'))).toEqual([]);
  return (answer as { error: Refusal }).error;
}

async function everything(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

function read(host: Host, sha256: string): Promise<Answer<unknown>> {
  return dispatch('read-kept-file', { sha256 }, host);
}

function pathOf(host: Host, sha256: string): string {
  return join(host.dataDir, 'files', sha256.slice(0, 2), sha256);
}

describe('keep-file', () => {
  it.each([
    ['quadrants.jpg', 'image/jpeg'],
    ['quadrants-progressive.jpg', 'image/jpeg'],
    ['quadrants-grey.jpg', 'image/jpeg'],
    ['quadrants-cmyk.jpg', 'image/jpeg'],
    ['rgb.png', 'image/png'],
    ['rgb-16.png', 'image/png'],
    ['rgba-interlaced.png', 'image/png'],
    ['bilevel.png', 'image/png'],
    ['palette-transparent.png', 'image/png'],
  ])('keeps %s under its SHA-256 and gives back the same bytes', async (name, type) => {
    const host = temporaryHost();
    const bytes = fixture(name);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await kept(host, bytes)).toEqual({ sha256, type, bytes: bytes.length, pages: 1, isNew: true });
    expect((await readFile(pathOf(host, sha256))).equals(bytes)).toBe(true);
    expect(await read(host, sha256)).toEqual({ ok: true, value: { base64: bytes.toString('base64'), type } });
    expect(await everything(join(host.dataDir, 'files'))).toEqual([sha256]);
  });

  it.each([
    [1, true],
    [3, true],
    [7, false],
  ])('counts %i pages of a PDF (object streams: %s)', async (pages, objectStreams) => {
    const value = await kept(temporaryHost(), await pdf({ pages, objectStreams }));
    expect(value).toMatchObject({ type: 'application/pdf', pages });
  });

  it('knows the kind by the content, whatever the name says', async () => {
    const host = temporaryHost();
    const answer = await keep(host, fixture('rgb.png'), 'photo.heic');
    expect(answer).toMatchObject({ ok: true, value: { type: 'image/png' } });
  });

  it('keeps the same bytes once', async () => {
    const host = temporaryHost();
    const first = await kept(host, fixture('rgb.png'));
    expect(await kept(host, fixture('rgb.png'))).toEqual({ ...first, isNew: false });
    expect(await everything(join(host.dataDir, 'files'))).toHaveLength(1);
  });

  it('mends a damaged file when the picture is added again', async () => {
    const host = temporaryHost();
    const { sha256 } = await kept(host, fixture('rgb.png'));
    await writeFile(pathOf(host, sha256), 'spoiled');
    expect(await kept(host, fixture('rgb.png'))).toMatchObject({ sha256, isNew: true });
    expect(await read(host, sha256)).toMatchObject({ ok: true });
  });
});

describe('keep-file refuses', () => {
  const ftyp = (brand: string, more = ''): Buffer => Buffer.from(`\0\0\0\x20ftyp${brand}\0\0\0\0${more}`, 'latin1');
  const zip = (name: string): Buffer => Buffer.from(`PK\x03\x04\0\0\0\0${name}`, 'latin1');

  it.each<[string, Buffer, RegExp]>([
    ['HEIC', ftyp('heic'), /HEIC.*互換性優先.*メール.*スクリーンショット/u],
    ['HEIF', ftyp('mif1', 'mif1heic'), /HEIC/u],
    ['AVIF', ftyp('avif'), /AVIF/u],
    ['video', ftyp('qt  '), /動画/u],
    ['TIFF', Buffer.from('49492a0008000000', 'hex'), /TIFF.*スキャナー/u],
    ['big-endian TIFF', Buffer.from('4d4d002a00000008', 'hex'), /TIFF/u],
    ['GIF', Buffer.from('GIF89a'), /GIF/u],
    ['WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), /WebP/u],
    ['BMP', Buffer.from('BM\0\0\0\0'), /BMP/u],
    ['Word', zip('word/document.xml'), /Word.*PDF/u],
    ['Excel', zip('xl/workbook.xml'), /Excel.*PDF/u],
    ['PowerPoint', zip('ppt/presentation.xml'), /PowerPoint/u],
    ['ZIP', zip('photo.jpg'), /ZIP.*取り出して/u],
    ['old Office', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /古い形式/u],
    ['HTML', Buffer.from('\ufeff <!DOCTYPE html><p>'), /Webページ/u],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg>'), /SVG/u],
    ['mail', Buffer.from('From: a@example.jp\r\n'), /メール/u],
    ['text', Buffer.from('領収書'), /JPEG・PNG.*PDF/u],
    ['nothing', Buffer.alloc(0), /空です/u],
  ])('%s with a clear word', async (_kind, bytes, words) => {
    const { code, messageJa } = await refusal(bytes);
    expect(code).toBe('UNREADABLE-FILE');
    expect(messageJa).toMatch(words);
  });

  it('DocuWorks by its ending', async () => {
    expect((await refusal(Buffer.from('xxxx'), '請求書.XDW')).messageJa).toContain('DocuWorks');
  });

  it.each(['quadrants.jpg', 'rgb.png', 'rgba-interlaced.png'])('%s cut anywhere', async (name) => {
    const bytes = fixture(name);
    // The last two bytes of a JPEG are its end; a PNG ends with 12 bytes.
    for (const left of [4, 20, 60, Math.floor(bytes.length / 2), bytes.length - 1]) {
      expect((await refusal(bytes.subarray(0, left))).code).toBe('UNREADABLE-FILE');
    }
  });

  it('a PNG of which one bit turned, wherever it is', async () => {
    const good = fixture('rgb.png');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 8, max: good.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const bytes = Buffer.from(good);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          expect((await refusal(bytes)).code).toMatch(/^(?:UNREADABLE-FILE|TOO-LARGE)$/u);
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('a PNG whose pixels are fewer than its size', async () => {
    expect((await refusal(png(20, 20, deflateSync(Buffer.alloc(20 * 61 - 1))))).detail).toBe('png pixels');
    const host = temporaryHost();
    await kept(host, png(20, 20, deflateSync(Buffer.alloc(20 * 61))));
  });

  it('a picture that claims 60,000 × 60,000 pixels, without unfolding it', async () => {
    const { code, messageJa } = await refusal(png(60_000, 60_000, deflateSync(Buffer.alloc(1_000_000))));
    expect(code).toBe('TOO-LARGE');
    expect(messageJa).toContain('60,000×60,000');
    const jpeg = fixture('quadrants.jpg');
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(60_000, frame + 5);
    jpeg.writeUInt16BE(60_000, frame + 7);
    expect((await refusal(jpeg)).code).toBe('TOO-LARGE');
  });

  it('one pixel more than the longest side, and not the longest side', async () => {
    const { side } = KEPT_FILE_LIMITS;
    const row = Buffer.alloc(1 + side * 3 + 3);
    expect((await refusal(png(side + 1, 1, deflateSync(row)))).code).toBe('TOO-LARGE');
    await kept(temporaryHost(), png(side, 1, deflateSync(row)));
  });

  it('a woven PNG that would have to be in memory as a whole', async () => {
    const { wovenPixels } = KEPT_FILE_LIMITS;
    const height = wovenPixels / 8000;
    expect((await refusal(png(8000, height + 1, deflateSync(Buffer.alloc(9)), 1))).code).toBe('TOO-LARGE');
    // Not too large, but without its pixels.
    expect((await refusal(png(8000, height, deflateSync(Buffer.alloc(9)), 1))).detail).toBe('png pixels');
    expect((await refusal(png(8000, height + 1, deflateSync(Buffer.alloc(9))))).detail).toBe('png pixels');
  });

  it('a JPEG that PDF readers cannot decode', async () => {
    const jpeg = fixture('quadrants.jpg');
    jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc9;
    expect((await refusal(jpeg)).messageJa).toContain('ふつうのJPEG');
  });

  it('a PDF with a password, also one that opens without asking', async () => {
    const { code, messageJa } = await refusal(await pdf({ password: 'secret' }));
    expect(code).toBe('UNREADABLE-FILE');
    expect(messageJa).toMatch(/パスワード.*PDFに保存/u);
    expect((await refusal(await pdf({ password: '' }))).messageJa).toContain('パスワード');
  });

  it('a PDF cut in the middle and one whose pages lost their content', async () => {
    const whole = await pdf({ pages: 3, objectStreams: false });
    expect((await refusal(whole.subarray(0, whole.length / 2))).detail).toMatch(/^pdf/u);
    const document = await PDFDocument.load(whole);
    const contents = document.getPage(1).node.get(PDFName.of('Contents'));
    if (contents instanceof PDFRef) document.context.delete(contents);
    document.getPage(1).node.set(PDFName.of('Contents'), PDFRef.of(9999));
    expect((await refusal(Buffer.from(await document.save()))).detail).toBe('pdf content gone');
  });

  it('a PDF whose pages are a ring, or unfold to more than there is memory', async () => {
    const ring = await pdfWithTree((document) => {
      const pages = document.context.obj({ Type: 'Pages', Count: 1 });
      const ref = document.context.register(pages);
      (pages as PDFDict).set(PDFName.of('Kids'), document.context.obj([ref]));
      return ref;
    });
    expect((await refusal(ring)).code).toBe('UNREADABLE-FILE');
    const fan = await pdfWithTree((document) => {
      let node = document.context.register(document.context.obj({ Type: 'Page' }));
      for (let level = 0; level < 40; level += 1) {
        node = document.context.register(document.context.obj({ Type: 'Pages', Kids: [node, node] }));
      }
      return node;
    });
    expect((await refusal(fan)).code).toMatch(/^(?:UNREADABLE-FILE|TOO-LARGE)$/u);
  });

  it('a PDF of few bytes whose object streams unfold to hundreds of megabytes', async () => {
    const filling = deflateSync(Buffer.alloc(20 * 1024 * 1024, ' '));
    const object = (id: number): Buffer =>
      Buffer.concat([
        Buffer.from(`${id} 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${filling.length}>>stream\n`),
        filling,
        Buffer.from('\nendstream\nendobj\n'),
      ]);
    const whole = await pdf({ objectStreams: false });
    const bomb = Buffer.concat([whole, ...Array.from({ length: 5 }, (_, index) => object(100 + index))]);
    expect((await refusal(bomb)).detail).toBe('pdf unfolds');
    // The budget is for each file.
    await kept(temporaryHost(), whole);
  });

  it('a PDF in which a long row of digits would be tried byte by byte', async () => {
    const whole = await pdf({ objectStreams: false });
    const bytes = Buffer.concat([whole, Buffer.from(`x${'1'.repeat(200_000)}`), whole]);
    expect((await refusal(bytes)).detail).toBe('pdf unfolds');
  });

  it('more bytes than the limit, and not the limit', async () => {
    const { bytes: most } = KEPT_FILE_LIMITS;
    const jpeg = largeJpeg(most - 200_000, 1);
    const exact = Buffer.concat([jpeg, Buffer.alloc(most - jpeg.length)]);
    await kept(temporaryHost(), exact);
    expect((await refusal(Buffer.concat([exact, Buffer.alloc(1)]))).code).toBe('TOO-LARGE');
  });

  it('base64 that lost a piece', async () => {
    const base64 = fixture('rgb.png').toString('base64');
    const answer = await dispatch('keep-file', { nameJa: 'a', base64: base64.slice(0, -7) }, temporaryHost());
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNREADABLE-FILE' } });
  });

  it('when the disk is full, and leaves nothing', async () => {
    const bytes = fixture('quadrants.jpg');
    for (const capacity of [0, 100, bytes.length - 1]) {
      for (const silent of [false, true]) {
        const disk = new MemoryDisk({ capacity, silent });
        await expect(new KeptFiles('/files', disk).keep(bytes)).rejects.toMatchObject({ code: 'DISK-FULL' });
        expect([...disk.files.keys()]).toEqual([]);
      }
    }
    const disk = new MemoryDisk({ capacity: bytes.length });
    expect(await new KeptFiles('/files', disk).keep(bytes)).toMatchObject({ isNew: true });
  });
});

describe('read-kept-file', () => {
  it('refuses a file that is gone, and names the way back', async () => {
    const host = temporaryHost();
    const { sha256 } = await kept(host, fixture('rgb.png'));
    await rm(pathOf(host, sha256));
    const answer = await read(host, sha256);
    expect(answer).toMatchObject({ ok: false, error: { code: 'NO-SUCH-FILE' } });
    expect(JSON.stringify(answer)).toContain('もう一度追加');
  });

  it('names each of 200 flips, cuts and growths as damage, without what the file was called', async () => {
    const host = temporaryHost();
    const bytes = jpegTurned(6);
    const { sha256 } = await kept(host, bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 9 }),
        async (at, how) => {
          const changed = how === 8 ? bytes.subarray(0, at) : Buffer.from(how === 9 ? [...bytes, 0] : bytes);
          if (how < 8) changed[at] = (changed[at] ?? 0) ^ (1 << how);
          await writeFile(pathOf(host, sha256), changed);
          const answer = await read(host, sha256);
          expect(answer).toMatchObject({ ok: false, error: { code: 'DAMAGED-FILE' } });
          expect(JSON.stringify(answer)).not.toContain('領収書.jpg');
        },
      ),
      { numRuns: 200, seed: 7 },
    );
    await writeFile(pathOf(host, sha256), bytes);
    expect(await read(host, sha256)).toMatchObject({ ok: true });
  });

  it.each(['../../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/..`])(
    'takes no other name: %s',
    async (sha256) => {
      const host = temporaryHost();
      await mkdir(join(host.dataDir, 'files'), { recursive: true });
      expect(await read(host, sha256)).toMatchObject({ ok: false, error: { code: 'BAD-INPUT' } });
    },
  );
});

/** A PNG in colour of 8 bits, with any data. */
function png(width: number, height: number, data: Buffer, interlace = 0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, interlace], 8);
  const chunk = (name: string, body: Buffer): Buffer => {
    const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name), body, Buffer.alloc(4)]);
    whole.writeUInt32BE(body.length, 0);
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
    return whole;
  };
  const signature = fixture('rgb.png').subarray(0, 8);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

async function pdfWithTree(tree: (document: PDFDocument) => PDFRef): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.catalog.set(PDFName.of('Pages'), tree(document));
  const bytes = Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }).catch(() => ''));
  expect(bytes.length).toBeGreaterThan(0);
  return bytes;
}
