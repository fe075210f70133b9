import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import { readTemplate } from '../../electron/templates/read-template.js';
import { FORM as form, part, refusal } from './fillings.js';
import { formFile, formParts, type Parts, zipped } from './form-parts.js';
import { mappingFor, VALUES, wholeMapping } from './mappings.js';

/** The directory record of an entry, to be spoilt. */
function spoilt(name: string, change: (record: DataView) => void, file = form): Uint8Array {
  const copy = Buffer.from(file);
  let at = copy.readUInt32LE(copy.length - 6);
  while (copy.readUInt32LE(at) === 0x02014b50) {
    const nameLength = copy.readUInt16LE(at + 28);
    if (copy.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      change(new DataView(copy.buffer, copy.byteOffset + at, 46));
      return copy;
    }
    at += 46 + nameLength + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32);
  }
  throw new Error(`no ${name}`);
}

function withType(type: string): Uint8Array {
  const types = String(formParts()['[Content_Types].xml']);
  return formFile({ '[Content_Types].xml': types.replace(/(workbook\.xml" ContentType=")[^"]*/u, `$1${type}`) });
}

/** As programs write that do not know the sizes beforehand: they follow the content. */
function streamed(parts: Parts): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_problem, piece) => pieces.push(piece));
  for (const [name, content] of Object.entries(parts)) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(2021, 3, 1);
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

describe('a form is read', () => {
  const template = readTemplate(form);
  const [first, second, third] = template.sheets;

  test('with its sheets, hidden ones too', () => {
    expect(template.sheets.map(({ nameJa, hidden }) => [nameJa, hidden])).toEqual([
      ['様式1', false],
      ['明細 A&B', false],
      ['選択肢', true],
    ]);
    expect(first).toMatchObject({ usedRange: 'A1:F12', merged: ['C3:F3'], printArea: '$A$1:$H$30', isProtected: true });
    expect(third).toMatchObject({ usedRange: 'A1:A2', cells: { A1: { text: '委託' }, A2: { text: '独自' } } });
  });

  test('with texts without furigana, days as days, formulas by whether they stand alone', () => {
    expect(first?.cells).toMatchObject({
      A1: { text: '講習会実施申請書' },
      C3: { text: '山田　太郎' },
      C4: { text: '2021-09-30', isDay: true },
      B12: { text: '区分' },
      C8: { text: '0', formula: 'own' },
      B10: { formula: 'part' },
      C10: { formula: 'own' },
      E12: { formula: 'part' },
      F12: { formula: 'part' },
    });
    expect(second?.cells['C5']).toEqual({ text: '', isDay: true });
    expect(first?.cells['D3']).toBeUndefined();
  });

  test('with what hangs on the sheets', () => {
    expect(first?.attachments).toEqual(['drawing', 'control']);
    expect(second?.attachments).toEqual(['drawing']);
    expect(third?.attachments).toEqual([]);
  });

  test('with names of its own, not those of Excel', () => {
    expect(template.names).toEqual([
      { name: '税率', refersTo: '0.1' },
      { name: '区分一覧', refersTo: '選択肢!$A$1:$A$3' },
    ]);
    expect(template).toMatchObject({ formulas: 6, counts1904: false, hasMacros: false });
  });

  test('with macros, which stay in the file untouched', () => {
    const changes = {
      'xl/_rels/workbook.xml.rels': String(formParts()['xl/_rels/workbook.xml.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
      ),
      '[Content_Types].xml': String(formParts()['[Content_Types].xml']).replace(
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
      'xl/vbaProject.bin': Uint8Array.from({ length: 999 }, (_, index) => index % 256),
    };
    const file = formFile(changes);
    expect(readTemplate(file).hasMacros).toBe(true);
    const filled = fillTemplate(file, wholeMapping(file), VALUES).bytes;
    expect(part(filled, 'xl/vbaProject.bin')).toBe(part(file, 'xl/vbaProject.bin'));
  });

  test('also where sizes follow the contents, and is filled with what is not changed as it lay there', () => {
    const file = streamed(formParts());
    expect(readTemplate(file)).toEqual(template);
    const filled = fillTemplate(file, wholeMapping(file), VALUES).bytes;
    expect(readTemplate(filled)).toEqual(readTemplate(fillTemplate(form, wholeMapping(form), VALUES).bytes));
    const header = (bytes: Uint8Array, name: string): number => Buffer.from(bytes).indexOf(name) - 30;
    const at = (bytes: Uint8Array): number => header(bytes, 'xl/styles.xml');
    const flags = (bytes: Uint8Array): number =>
      Buffer.from(bytes).readUInt16LE(header(bytes, 'xl/worksheets/sheet1.xml') + 6);
    expect([flags(file) & 8, flags(filled) & 8]).toEqual([8, 0]);
    const [from, to] = [at(file), at(filled)];
    expect(
      Buffer.from(filled)
        .subarray(to, to + 900)
        .equals(Buffer.from(file).subarray(from, from + 900)),
    ).toBe(true);
  });
});

describe('what cannot be filled is refused with a way on', () => {
  const ole = (text: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(text, 'utf16le')]);
  test.each([
    ['an empty file', new Uint8Array(), 'ファイルが空です'],
    ['an .xls', ole('Workbook'), '古い形式'],
    ['a password', ole('EncryptedPackage'), 'パスワードを外して'],
    ['a PDF', strToU8('%PDF-1.7'), 'Excelのブックではありません'],
    ['an .xlsb', withType('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), '.xlsb'],
    ['an .xltx', withType('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'), '.xltx'],
    [
      'a .docx',
      withType('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
      'ブックではありません',
    ],
    ['another ZIP', zipped({ 'a.txt': 'あ' }), 'ブックではありません'],
    [
      'a signed file',
      formFile({
        '_rels/.rels': String(formParts()['_rels/.rels']).replace(
          '</Relationships>',
          '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
        ),
      }),
      '署名',
    ],
    ['a file that was cut off', form.subarray(0, form.length - 30), '読めませんでした'],
    ['half of a file', form.subarray(0, form.length / 2), '読めませんでした'],
    ['a sheet that is no XML', formFile({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }), '読めませんでした'],
    [
      'a sheet that is not UTF-8',
      formFile({ 'xl/worksheets/sheet1.xml': Uint8Array.of(0xff, 0xfe, 0x3c, 0) }),
      '読めませんでした',
    ],
    ['an encrypted entry', spoilt('xl/styles.xml', (record) => record.setUint16(8, 1, true)), 'パスワード'],
    ['an unknown compression', spoilt('xl/styles.xml', (record) => record.setUint16(10, 14, true)), '圧縮の仕方'],
    ['a wrong checksum', spoilt('xl/styles.xml', (record) => record.setUint32(16, 1, true)), '読めませんでした'],
    ['a wrong size', spoilt('xl/styles.xml', (record) => record.setUint32(24, 100, true)), '読めませんでした'],
    ['a size beyond 4 GB', spoilt('xl/styles.xml', (record) => record.setUint32(24, 0xffff_ffff, true)), '圧縮の仕方'],
    ['entries on one another', spoilt('xl/styles.xml', (record) => record.setUint32(42, 0, true)), '読めませんでした'],
  ])('%s', (_name, file, words) => {
    expect(refusal(() => readTemplate(file))).toContain(words);
  });

  test('two entries that share one content, as bombs do', () => {
    const read = (name: string): number[] => {
      const found: number[] = [];
      spoilt(name, (record) => found.push(...[16, 20, 24, 42].map((at) => record.getUint32(at, true))));
      return found;
    };
    const [crc = 0, packed = 0, size = 0, start = 0] = read('xl/worksheets/sheet2.xml');
    const file = spoilt('xl/worksheets/sheet3.xml', (record) => {
      [crc, packed, size, start].forEach((value, index) => record.setUint32([16, 20, 24, 42][index] ?? 0, value, true));
    });
    expect(refusal(() => readTemplate(file))).toContain('読めませんでした');
  });

  test('one name for two entries', () => {
    const parts = formParts();
    const file = zipped({ ...parts, 'XL/workbook.xml': 'x' });
    expect(refusal(() => readTemplate(file))).toContain('読めませんでした');
  });

  test('a part that claims more than any form has is not unfolded at all', () => {
    const claims = (size: number): string =>
      refusal(() => readTemplate(spoilt('xl/worksheets/sheet3.xml', (record) => record.setUint32(24, size, true))));
    expect(claims(30_000_000)).toContain('読めませんでした');
    expect(claims(40_000_001)).toContain('大きすぎます');
  });

  test('a part that unfolds to more than it claims is given up there', () => {
    const bomb = formFile({ 'xl/worksheets/sheet3.xml': `<worksheet xmlns="x">${' '.repeat(5_000_000)}</worksheet>` });
    const liar = spoilt('xl/worksheets/sheet3.xml', (record) => record.setUint32(24, 100, true), bomb);
    expect(refusal(() => readTemplate(liar))).toContain('読めませんでした');
  });

  test('sheets that are too large together', { timeout: 60_000 }, () => {
    const sheet = `<worksheet xmlns="x"><sheetData>${' '.repeat(20_000_000)}</sheetData></worksheet>`;
    const file = formFile({ 'xl/worksheets/sheet1.xml': sheet, 'xl/worksheets/sheet2.xml': sheet });
    expect(refusal(() => readTemplate(file))).toContain('大きすぎます');
  });

  test('pictures of any size do not count', () => {
    const file = formFile({ 'xl/media/image1.png': new Uint8Array(25_000_000) });
    const mapping = mappingFor(file, []);
    expect(readTemplate(file).sheets).toHaveLength(3);
    expect(fillTemplate(file, { ...mapping, sheets: wholeMapping(file).sheets }, VALUES).bytes.length).toBeGreaterThan(
      25_000_000,
    );
  });
});
