import { basename, join, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedName, safeFileName } from '../../electron/file-name.js';

describe('safeFileName', () => {
  it.each([
    ['実施報告書.xlsx', '実施報告書.xlsx'],
    ['水泳/コーチ2:予算?.xlsx', '水泳＿コーチ2＿予算＿.xlsx'],
    ['..\\..\\秘密.xlsx', '＿..＿秘密.xlsx'],
    ['CON.xlsx', '＿CON.xlsx'],
    ['con.case.json', '＿con.case.json'],
    ['COM1.2021.xlsx', '＿COM1.2021.xlsx'],
    ['COMMON.xlsx', 'COMMON.xlsx'],
    ['報告書. .xlsx', '報告書.xlsx'],
    ['.隠し.xlsx', '隠し.xlsx'],
    ['a\u202Exslx.exe.xlsx', 'axslx.exe.xlsx'],
    ['a\u0000b\u001f.xlsx', 'a＿b＿.xlsx'],
    ['か\u3099.xlsx', 'が.xlsx'],
    ['   .xlsx', '名称なし.xlsx'],
    ['', '名称なし'],
    ['報告書..xlsx..', '報告書.xlsx'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('cuts a long name at a whole character and keeps the extension', () => {
    expect(safeFileName(`${'講'.repeat(100)}.xlsx`)).toBe(`${'講'.repeat(66)}.xlsx`);
    expect(safeFileName(`${'𠮷'.repeat(100)}.case.json`)).toBe(`${'𠮷'.repeat(50)}.case.json`);
    expect(safeFileName(`${'a'.repeat(101)}.xlsx`)).toBe(`${'a'.repeat(100)}.xlsx`);
  });

  it('stays one name in its folder, within the limits, whatever is typed', () => {
    const attacks = ['..', '../', '..\\', '/', 'C:', '\\\\server\\x', '%2e%2e', 'a:b', 'NUL', '\0', '...', '~', '＿'];
    const text = fc.array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary' })), { maxLength: 60 });
    fc.assert(
      fc.property(text, (parts) => {
        const name = safeFileName(parts.join(''));
        expect(basename(join('/out', name))).toBe(name);
        expect(win32.dirname(win32.join('C:\\out', name))).toBe('C:\\out');
        expect(win32.basename(win32.join('C:\\out', name))).toBe(name);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[\s.]$|^\./u);
        expect(Buffer.byteLength(numberedName(name, 999))).toBeLessThanOrEqual(255);
      }),
      { numRuns: 1000, seed: 47631 },
    );
  });
});

describe('numberedName', () => {
  it.each([
    ['報告書.xlsx', 1, '報告書.xlsx'],
    ['報告書.xlsx', 2, '報告書_v2.xlsx'],
    ['控え.case.json', 3, '控え_v3.case.json'],
    ['拡張子なし', 12, '拡張子なし_v12'],
  ])('%s, %i → %s', (name, serial, numbered) => {
    expect(numberedName(name, serial)).toBe(numbered);
  });
});
