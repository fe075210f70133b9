/** Files for the reading of lists, made in memory. */
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

/** CP932 bytes of a text, by trying every code: Node decodes it but does not encode it. */
export function shiftJis(text: string): Uint8Array {
  const codes = table();
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = codes.get(letter);
      if (code === undefined) throw new Error(`${letter} is not in CP932`);
      return code > 0xff ? [code >> 8, code & 0xff] : [code];
    }),
  );
}

let known: Map<string, number> | undefined;

function table(): Map<string, number> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  for (let code = 0xffff; code >= 0; code -= 1) {
    const bytes = code > 0xff ? [code >> 8, code & 0xff] : [code];
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      if ([...letter].length === 1) known.set(letter, code);
    } catch {
      // No letter stands at this code.
    }
  }
  return known;
}

/** A workbook of one sheet, written by exceljs. */
export async function workbookOf(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  nameJa = '名簿',
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(nameJa);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook by its XML: rows of the first sheet and shared texts as they stand in the file. */
export function rawWorkbook(
  sheetData: string,
  sharedStrings = '',
  options: { readonly date1904?: boolean } = {},
): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const part = (xml: string): Uint8Array => strToU8(head + xml);
  return zipSync({
    '[Content_Types].xml': part('<Types/>'),
    'xl/workbook.xml': part(
      `<workbook ${main} xmlns:r="r"><workbookPr date1904="${options.date1904 === true ? 1 : 0}"/>` +
        '<sheets><sheet name="名簿" sheetId="1" r:id="rId1"/><sheet name="旧" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': part(`<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`),
    'xl/worksheets/sheet2.xml': part(
      `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>見えない</t></is></c></row></sheetData></worksheet>`,
    ),
    // As Excel writes it: behind the sheets.
    'xl/styles.xml': part(
      `<styleSheet ${main}><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[Red]0.0_ ;&quot;day&quot;0"/></numFmts>` +
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/><xf numFmtId="57"/><xf numFmtId="177"/></cellXfs></styleSheet>',
    ),
    'xl/sharedStrings.xml': part(`<sst ${main}>${sharedStrings}</sst>`),
  });
}
