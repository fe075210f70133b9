import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../electron/refused.js';
import { readTable } from '../../electron/tables/read-table.js';
import { LIST_LIMITS } from '../../shared/import/list-sheet.js';
import { rawWorkbook, shiftJis, workbookOf } from './list-files.js';

const CSV = '氏名,生年月日\r\n髙橋　﨑子,昭和６０年４月１日\r\n"山田, ""太郎""",1990/1/2\r\n';

async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await readTable(bytes);
  } catch (error) {
    if (error instanceof Refused) return `${error.code} ${error.messageJa}`;
    throw error;
  }
  return 'read';
}

describe('CSV', () => {
  test.each([
    ['Shift_JIS', shiftJis(CSV)],
    ['UTF-8', strToU8(CSV)],
    ['UTF-8 with its mark', strToU8(`\u{feff}${CSV}`)],
    ['UTF-16, as Excel saves Unicode text', new Uint8Array(Buffer.from(`\u{feff}${CSV}`, 'utf16le'))],
  ])('%s', async (_name, bytes) => {
    const { sheets } = await readTable(bytes);
    expect(sheets).toEqual([
      {
        nameJa: '',
        rows: [
          { no: 1, cells: ['氏名', '生年月日'] },
          { no: 2, cells: ['髙橋　﨑子', '昭和６０年４月１日'] },
          { no: 3, cells: ['山田, "太郎"', '1990/1/2'] },
        ],
        unreadable: [],
      },
    ]);
  });

  test('cells pasted from Excel: tabs, and commas within a cell', async () => {
    const { sheets } = await readTable(strToU8('氏名\t備考\n山田\t東京,大阪\n\n佐藤\t"2行\nある"\n'));
    expect(sheets[0]?.rows).toEqual([
      { no: 1, cells: ['氏名', '備考'] },
      { no: 2, cells: ['山田', '東京,大阪'] },
      { no: 4, cells: ['佐藤', '2行\nある'] },
    ]);
  });

  test('a title without commas above the headings', async () => {
    const { sheets } = await readTable(strToU8('受講者名簿\r\n\r\n氏名,カナ\r\n山田,ヤマダ\r\n'));
    expect(sheets[0]?.rows.map((row) => row.cells)).toEqual([['受講者名簿'], ['氏名', 'カナ'], ['山田', 'ヤマダ']]);
  });

  test('rows up to the limit, and one past it', async () => {
    const lines = (count: number): Uint8Array => strToU8('山田,1\n'.repeat(count));
    expect((await readTable(lines(LIST_LIMITS.rows))).sheets[0]?.rows).toHaveLength(LIST_LIMITS.rows);
    expect(await refusalOf(lines(LIST_LIMITS.rows + 1))).toMatch(/TOO-LARGE 20,000行を超えています/);
  });

  test.each([
    ['an unclosed quotation mark', strToU8(`氏名\n"山田${'あ'.repeat(120_000)}`), /閉じていない/],
    ['bytes of no encoding', Uint8Array.of(0x8e, 0x81, 0xff, 0xfd, 0x80), /Shift_JIS・UTF-8/],
    ['binary', Uint8Array.of(0, 1, 2, 3, 65), /Shift_JIS・UTF-8/],
    ['ISO-2022-JP', Uint8Array.of(0x1b, 0x24, 0x42, 0x3b, 0x33, 0x1b, 0x28, 0x42), /Shift_JIS・UTF-8/],
    ['nothing', new Uint8Array(), /空です/],
    ['a PDF', strToU8('%PDF-1.7'), /PDFは読めません/],
  ])('%s is refused', async (_name, bytes, words) => {
    expect(await refusalOf(bytes)).toMatch(words);
  });
});

describe('.xlsx', () => {
  test('texts, days, numbers, results of formulas', async () => {
    const bytes = await workbookOf([
      ['氏名', '生年月日', '電話', '年齢', '式'],
      ['髙橋 﨑子', new Date(Date.UTC(1985, 3, 1)), 9012345678, 36.5, { formula: 'A2', result: '髙橋 﨑子' }],
      [
        '山田',
        { richText: [{ text: '19' }, { text: '90' }] },
        true,
        0.1 + 0.2,
        { formula: 'NA()', result: { error: '#N/A' } },
      ],
    ] as ExcelJS.CellValue[][]);
    const { sheets } = await readTable(bytes);
    expect(sheets[0]?.rows).toEqual([
      { no: 1, cells: ['氏名', '生年月日', '電話', '年齢', '式'] },
      { no: 2, cells: ['髙橋 﨑子', '1985-04-01', '9012345678', '36.5', '髙橋 﨑子'] },
      { no: 3, cells: ['山田', '1990', 'TRUE', '0.3', ''] },
    ]);
    expect(sheets[0]?.unreadable).toEqual([{ row: 3, column: 4, ja: '数式の結果が #N/A です' }]);
  });

  test('furigana that Excel keeps beside a name is not the name', async () => {
    const shared =
      '<si><t>高橋</t><rPh sb="0" eb="2"><t>タカハシ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>山</t></r><r><t>田</t></r><rPh sb="0" eb="1"><t>ヤマ</t></rPh></si>';
    const { sheets, hiddenSheets } = await readTable(
      rawWorkbook('<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>', shared),
    );
    expect(sheets).toEqual([{ nameJa: '名簿', rows: [{ no: 3, cells: ['', '高橋', '', '山田'] }], unreadable: [] }]);
    expect(hiddenSheets).toEqual(['旧']);
  });

  test('a day by any format; a time and a plain number are none; a day of 1900 is refused in its cell', async () => {
    const cell = (column: string, style: number, value: number): string =>
      `<c r="${column}1" s="${style}"><v>${value}</v></c>`;
    const data = `<row r="1">${cell('A', 1, 31138)}${cell('B', 2, 31138.5)}${cell('C', 4, 31138)}${cell('D', 3, 0.5)}${cell('E', 0, 31138)}${cell('F', 1, 60)}${cell('G', 1, 61)}${cell('H', 5, 31138)}</row>`;
    const { sheets } = await readTable(rawWorkbook(data));
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      '1985-04-01',
      '1985-04-01',
      '1985-04-01',
      '0.5',
      '31138',
      '',
      '1900-03-01',
      '31138',
    ]);
    expect(sheets[0]?.unreadable).toEqual([
      { row: 1, column: 5, ja: '1900年の日付になっています。元の表の値を確かめてください' },
    ]);
    const mac = await readTable(rawWorkbook(`<row r="1">${cell('A', 1, 29676)}</row>`, '', { date1904: true }));
    expect(mac.sheets[0]?.rows[0]?.cells).toEqual(['1985-04-01']);
  });

  test('no character breaks where the file is cut into pieces', async () => {
    const names = Array.from({ length: 9000 }, (_, index) => `髙﨑　${'漢字'.repeat(index % 5)}${index}`);
    const { sheets } = await readTable(await workbookOf(names.map((name) => [name])));
    expect(sheets[0]?.rows.map((row) => row.cells[0])).toEqual(names);
    // Letters in no order hardly pack, so that many pieces end within one.
    const texts = names.map((_, index) =>
      String.fromCodePoint(...[7, 11, 13].map((step) => 0x4e00 + ((index * step * 7919) % 20_000))),
    );
    const raw = texts.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join('');
    const again = await readTable(rawWorkbook(raw));
    expect(again.sheets[0]?.rows.map((row) => row.cells[0])).toEqual(texts);
  }, 30_000);

  test('rows beyond the limit are given up, however many there are', async () => {
    const row = '<row><c t="inlineStr"><is><t>山田</t></is></c></row>';
    const read = await readTable(rawWorkbook(row.repeat(LIST_LIMITS.rows)));
    expect(read.sheets[0]?.rows).toHaveLength(LIST_LIMITS.rows);
    expect(await refusalOf(rawWorkbook(row.repeat(LIST_LIMITS.rows + 1)))).toMatch(/20,000行を超えています/);
    expect(await refusalOf(rawWorkbook('<row/>'.repeat(1_000_000)))).toMatch(/20,000行を超えています/);
  });

  test('a bomb is given up before it unfolds', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/sharedStrings.xml': new Uint8Array(70_000_000) });
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusalOf(bomb)).toMatch(/TOO-LARGE/);
    // The declared size may lie: then it is the unpacked pieces that are counted.
    const lying = zipSync({ 'xl/sharedStrings.xml': strToU8(`<sst>${' '.repeat(61_000_000)}</sst>`) });
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at += 1) {
      const mark = view.getUint32(at, true);
      if (mark === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (mark === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await refusalOf(lying)).toMatch(/TOO-LARGE/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(250_000_000);
  }, 30_000);

  test('a sheet of one cell far to the right does not fill the memory', async () => {
    const rows = Array.from(
      { length: 100 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(await refusalOf(rawWorkbook(rows.join('')))).toMatch(/TOO-LARGE/);
  });

  test('broken, old and locked files are named as such', async () => {
    const whole = await workbookOf([['氏名'], ['山田']]);
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toMatch(/壊れているか/);
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toMatch(/壊れているか/);
    expect(await refusalOf(rawWorkbook('<row r="1"><c r="A1"><v>1</w></c></row>'))).toMatch(/壊れているか/);
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0);
    expect(await refusalOf(ole)).toMatch(/\.xls/);
    const locked = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusalOf(locked)).toMatch(/パスワード/);
  });
});
