import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { GrowingFile, placeTogether } from '../../electron/growing-file.js';
import { ZipFile } from '../../electron/voucher-package/zip-file.js';
import { ZipNames } from '../../electron/voucher-package/zip-names.js';
import type { Place } from '../../electron/voucher-package/checked-pictures.js';
import { temporaryFolder } from '../host/temporary-host.js';
import { HAS_READERS } from './package-parts.js';

const FILES = {
  '2-04_領収書（原本）_24680円.jpg': Buffer.from('photo'),
  '空.txt': Buffer.alloc(0),
  '𠮷野家_①.pdf': Buffer.alloc(400_000, 7),
};

describe('a ZIP of the package', () => {
  it.runIf(HAS_READERS)('is opened by other programs with names and bytes as they were', async () => {
    const folder = temporaryFolder();
    const file = await GrowingFile.begin(folder);
    const zip = new ZipFile(file, '2021-11-26');
    for (const [name, bytes] of Object.entries(FILES)) await zip.add(name, bytes);
    await zip.finish();
    const [path = ''] = await placeTogether([{ file, name: 'all.zip' }]);
    execFileSync('unzip', ['-tqq', path]);
    const found = unzipSync(readFileSync(path));
    expect(Object.keys(found)).toEqual(Object.keys(FILES));
    for (const [name, bytes] of Object.entries(FILES)) expect(Buffer.from(found[name] ?? '').equals(bytes)).toBe(true);
    mkdirSync(join(folder, 'out'));
    execFileSync('unzip', ['-q', path, '-d', join(folder, 'out')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(readFileSync(join(folder, 'out', '空.txt')).length).toBe(0);
  });

  it('refuses to grow beyond what every program opens, and takes the last byte before', async () => {
    const written: number[] = [];
    const growing = (length: number): GrowingFile =>
      ({ length, write: async (bytes: Uint8Array) => void written.push(bytes.length) }) as unknown as GrowingFile;
    const most = 0xffff_ffff - 1_000_000;
    await new ZipFile(growing(most - 10), '2021-11-26').add('a', Buffer.alloc(10));
    const refused = new ZipFile(growing(most - 10), '2021-11-26').add('a', Buffer.alloc(11));
    await expect(refused).rejects.toMatchObject({ code: 'TOO-LARGE' });
  });
});

describe('names in the ZIP', () => {
  const place = (noJa: string, amount?: number): Place => {
    const picture = { id: noJa } as Place['picture'];
    const voucher = { noJa, kindJa: '領収書（原本）', voucher: { amount }, pictures: [picture] };
    return { voucher: voucher as unknown as Place['voucher'], picture };
  };

  it('never meet twice, and never hold what a file system refuses', () => {
    const names = new ZipNames();
    expect(names.nameOf(place('番号なし', 500), 'image/png')).toBe('番号なし_領収書（原本）_500円.png');
    expect(names.nameOf(place('番号なし', 500), 'image/png')).toBe('番号なし_領収書（原本）_500円（2）.png');
    expect(names.nameOf(place('番号なし', 500), 'application/pdf')).toBe('番号なし_領収書（原本）_500円.pdf');
    expect(names.nameOf(place('2/04:'), 'image/jpeg')).toBe('2＿04＿_領収書（原本）.jpg');
    expect(names.nameOf(place('../../etc'), 'image/jpeg')).toBe('＿..＿etc_領収書（原本）.jpg');
    expect(names.nameOf(place('A-1'), 'image/jpeg')).toBe('A-1_領収書（原本）.jpg');
    expect(names.nameOf(place('a-1'), 'image/jpeg')).toBe('a-1_領収書（原本）（2）.jpg');
    expect(names.nameOf({ ...place(''), voucher: undefined }, 'image/jpeg')).toBe('未整理-01.jpg');
    expect(names.nameOf({ ...place(''), voucher: undefined }, 'image/png')).toBe('未整理-02.png');
  });
});
