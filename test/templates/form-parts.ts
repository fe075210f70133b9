/** Forms of a publisher, built from raw XML: everything that other writers lose stands in them. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.';

export type Parts = Record<string, string | Uint8Array>;

/** A red dot, 1 × 1: the seal. */
const SEAL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

function relationships(entries: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const list = entries.map(([id, kind, target]) => {
    const mode = target.startsWith('https:') ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${DOC}/${kind}" Target="${target}"${mode}/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;
}

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="${TYPE}vmlDrawing"/><Default Extension="bin" ContentType="${TYPE}spreadsheetml.printerSettings"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}spreadsheetml.sheet.main+xml"/>${[1, 2, 3].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${TYPE}spreadsheetml.calcChain+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="${TYPE}drawing+xml"/><Override PartName="/xl/drawings/drawing2.xml" ContentType="${TYPE}drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${TYPE}drawingml.chart+xml"/><Override PartName="/xl/ctrlProps/ctrlProp1.xml" ContentType="application/vnd.ms-excel.controlproperties+xml"/><Override PartName="/docProps/app.xml" ContentType="${TYPE}extended-properties+xml"/></Types>`;

const APP = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><TitlesOfParts><vt:vector size="3" baseType="lpstr"><vt:lpstr>様式1</vt:lpstr><vt:lpstr>明細 A&amp;B</vt:lpstr><vt:lpstr>選択肢</vt:lpstr></vt:vector></TitlesOfParts><AppVersion>16.0300</AppVersion></Properties>`;

/** The workbook; `counts1904` for the calendar of old Macs. */
export function workbookXml({ counts1904 = false, calculation = '<calcPr calcId="191029"/>' } = {}): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr${counts1904 ? ' date1904="1"' : ''} defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="12000" activeTab="0"/></bookViews><sheets><sheet name="様式1" sheetId="1" r:id="rId1"/><sheet name="明細 A&amp;B" sheetId="4" r:id="rId2"/><sheet name="選択肢" sheetId="7" state="hidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">様式1!$A$1:$H$30</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">'明細 A&amp;B'!$A$1:$F$12</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">'明細 A&amp;B'!$1:$4</definedName><definedName name="税率">0.1</definedName><definedName name="区分一覧">選択肢!$A$1:$A$3</definedName></definedNames>${calculation}<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>`;
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><fonts count="2"><font><sz val="11"/><name val="ＭＳ Ｐゴシック"/><family val="3"/><charset val="128"/></font><font><b/><sz val="14"/><name val="ＭＳ Ｐ明朝"/><family val="1"/><charset val="128"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFCC"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1"/><xf numFmtId="176" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="20" fontId="0" fillId="2" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>`;

/** Index of a shared string, in the order of the part. */
const WORDS = [
  '<si><t>講習会実施申請書</t><rPh sb="0" eb="3"><t>コウシュウカイ</t></rPh><phoneticPr fontId="0" type="fullwidthKatakana"/></si>',
  '<si><t>団体名</t><rPh sb="0" eb="3"><t>ダンタイメイ</t></rPh></si>',
  '<si><t>氏名</t><rPh sb="0" eb="2"><t>シメイ</t></rPh></si>',
  '<si><r><t>山田　</t></r><r><rPr><b/></rPr><t>太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si>',
  '<si><t>申請日</t></si>',
  '<si><t xml:space="preserve"> 金額 </t></si>',
  '<si><t>合計</t></si>',
  '<si><t>委託</t></si>',
  '<si><t>独自</t></si>',
  '<si><t>（記入例）架空 一郎</t></si>',
];
const SHARED = `${HEAD}<sst xmlns="${MAIN}" count="14" uniqueCount="${WORDS.length}">${WORDS.join('')}</sst>`;

const SHEET_NAMES = `xmlns="${MAIN}" xmlns:r="${DOC}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"`;

/** Title, merged 団体名, a day, an amount, a formula over the other sheet, check box, dropdown in extLst, conditions. */
const SHEET_1 = `${HEAD}<worksheet ${SHEET_NAMES} xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Sheet1"><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:F12"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="C3" sqref="C3:F3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols><col min="1" max="1" width="3" customWidth="1"/><col min="2" max="6" width="14" style="2" customWidth="1"/><col min="7" max="7" width="14" style="3" customWidth="1"/></cols><sheetData><row r="1" spans="1:6" ht="24" customHeight="1" x14ac:dyDescent="0.15"><c r="A1" s="1" t="s" ph="1"><v>0</v></c></row><row r="3" spans="2:6"><c r="B3" s="2" t="s"><v>1</v></c><c r="C3" s="2" t="s"><v>3</v></c><c r="D3" s="2"/><c r="E3" s="2"/><c r="F3" s="2"/></row><row r="4" spans="2:6"><c r="B4" s="2" t="s"><v>4</v></c><c r="C4" s="3"><v>44469</v></c><c r="E4" s="2" t="s"><v>5</v></c><c r="F4" s="4"/></row><row r="6"/><row r="8" s="4" customFormat="1" spans="2:3"><c r="B8" s="4" t="s"><v>6</v></c><c r="C8" s="4"><f>SUM('明細 A&amp;B'!D5:D8)</f><v>0</v></c></row><row r="10"><c r="B10"><f t="shared" ref="B10:D10" si="0">B8&amp;"x"</f><v>0</v></c><c r="C10"><f t="shared" si="0"/><v>0</v></c><c r="D10"><f t="shared" si="0"/><v>0</v></c></row><row r="12" spans="2:6"><c r="B12" s="2" t="inlineStr"><is><t>区分</t><rPh sb="0" eb="2"><t>クブン</t></rPh></is></c><c r="C12" s="2" t="b"><v>0</v></c><c r="E12" s="2"><f t="array" ref="E12:F12">{1,2}*2</f><v>2</v></c><c r="F12" s="2"><v>4</v></c></row></sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="1"><mergeCell ref="C3:F3"/></mergeCells><phoneticPr fontId="0"/><conditionalFormatting sqref="F4"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>100000</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" allowBlank="1" sqref="F4"><formula1>0</formula1><formula2>9999999</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="B12" r:id="rId5"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="80" orientation="portrait" r:id="rId1"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383" man="1"/></rowBreaks><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><mc:AlternateContent><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId4" name="Check Box 1"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1"><from><xdr:col xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">2</xdr:col><xdr:colOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">0</xdr:colOff><xdr:row xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">13</xdr:row><xdr:rowOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">0</xdr:rowOff></from><to><xdr:col xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">3</xdr:col><xdr:colOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">0</xdr:colOff><xdr:row xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">14</xdr:row><xdr:rowOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">0</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>選択肢!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C12</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`;

/** A table of four rows with a total, a text box and a seal. */
const SHEET_2 = `${HEAD}<worksheet ${SHEET_NAMES} xr:uid="{00000000-0001-0000-0100-000000000000}"><sheetPr codeName="Sheet2"/><dimension ref="A1:F9"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols><col min="3" max="3" width="12" style="3"/></cols><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>明細</t></is></c></row><row r="4" spans="1:6"><c r="A4" s="2" t="inlineStr"><is><t>No.</t></is></c><c r="B4" s="2" t="s"><v>2</v></c><c r="C4" s="2" t="inlineStr"><is><t>日付</t></is></c><c r="D4" s="2" t="s"><v>5</v></c></row><row r="5" spans="1:6"><c r="A5" s="2"><v>1</v></c><c r="B5" s="2" t="s"><v>9</v></c><c r="C5" s="3"/><c r="D5" s="4"><v>1</v></c></row><row r="6" spans="1:4"><c r="A6" s="2"><v>2</v></c><c r="D6" s="4"/></row><row r="9" spans="1:6"><c r="A9" s="2" t="s"><v>6</v></c><c r="D9" s="4"><f>SUM(D5:D8)</f><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId1"/><drawing r:id="rId2"/></worksheet>`;

const SHEET_3 = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row><c t="s"><v>7</v></c></row><row><c t="s"><v>8</v></c></row></sheetData></worksheet>`;

const DRAWING_NAMES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function anchor(row: number, inner: string): string {
  const cell = (name: string, column: number, line: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${line}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${cell('from', 4, row)}${cell('to', 6, row + 3)}${inner}<xdr:clientData/></xdr:twoCellAnchor>`;
}

const BOX = `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="テキスト ボックス 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="ja-JP"/><a:t>記入上の注意</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
const PICTURE = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="印影"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
const CHART_FRAME = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="4" name="グラフ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>`;

const CHART = `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'明細 A&amp;B'!$D$5:$D$8</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t201" style='position:absolute;margin-left:150pt;margin-top:180pt;width:80pt;height:18pt'><v:textbox><div>公共施設</div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>2, 0, 13, 0, 3, 0, 14, 0</x:Anchor><x:Checked>1</x:Checked></x:ClientData></v:shape></xml>`;

/** All parts of the form in the order in which Excel writes them. */
export function formParts(changes: Parts = {}): Parts {
  return {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId2', 'extended-properties', 'docProps/app.xml'],
    ]),
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'worksheet', '/xl/worksheets/sheet3.xml'],
      ['rId4', 'styles', 'styles.xml'],
      ['rId5', 'sharedStrings', 'sharedStrings.xml'],
      ['rId6', 'calcChain', 'calcChain.xml'],
    ]),
    'xl/worksheets/sheet1.xml': SHEET_1,
    'xl/worksheets/sheet2.xml': SHEET_2,
    'xl/worksheets/sheet3.xml': SHEET_3,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships([
      ['rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId2', 'drawing', '../drawings/drawing1.xml'],
      ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId4', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'],
      ['rId5', 'hyperlink', 'https://example.jp/a?b=1&amp;c=2'],
    ]),
    'xl/worksheets/_rels/sheet2.xml.rels': relationships([
      ['rId1', 'printerSettings', '../printerSettings/printerSettings2.bin'],
      ['rId2', 'drawing', '../drawings/drawing2.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': SHARED,
    'xl/drawings/drawing1.xml': `${HEAD}<xdr:wsDr ${DRAWING_NAMES}>${anchor(14, BOX)}${anchor(18, PICTURE)}${anchor(22, CHART_FRAME)}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationships([
      ['rId1', 'image', '../media/image1.png'],
      ['rId2', 'chart', '../charts/chart1.xml'],
    ]),
    'xl/drawings/vmlDrawing1.vml': VML,
    'xl/ctrlProps/ctrlProp1.xml': `${HEAD}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" checked="Checked" lockText="1" noThreeD="1"/>`,
    'xl/drawings/drawing2.xml': `${HEAD}<xdr:wsDr ${DRAWING_NAMES}>${anchor(0, BOX)}${anchor(9, PICTURE)}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing2.xml.rels': relationships([['rId1', 'image', '../media/image1.png']]),
    'xl/charts/chart1.xml': CHART,
    'xl/media/image1.png': SEAL,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 600 }, (_, index) => index % 251),
    'xl/printerSettings/printerSettings2.bin': Uint8Array.from({ length: 300 }, (_, index) => index % 7),
    'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${MAIN}"><c r="C8" i="1"/><c r="B10"/><c r="C10"/><c r="D10"/><c r="E12" a="1"/><c r="D9" i="4"/></calcChain>`,
    'docProps/app.xml': APP,
    ...changes,
  };
}

/** The parts as a file; pictures stored, everything else deflated, a time of its own on each. */
export function zipped(parts: Parts): Uint8Array {
  const files: Zippable = {};
  Object.entries(parts).forEach(([name, part], index) => {
    const bytes = typeof part === 'string' ? strToU8(part) : part;
    const mtime = new Date(2021, 3, 1 + index, 12, 30);
    files[name] = [bytes, { level: name.endsWith('.png') ? 0 : bytes.length > 1_000_000 ? 1 : 9, mtime }];
  });
  return zipSync(files);
}

/** The form as a file. */
export function formFile(changes: Parts = {}): Uint8Array {
  return zipped(formParts(changes));
}

/** A small form of one sheet with these rows. */
export function smallForm(sheetData: string, more = ''): Uint8Array {
  const parts = formParts();
  return zipped({
    ...parts,
    'xl/worksheets/sheet3.xml': `${HEAD}<worksheet xmlns="${MAIN}">${sheetData}${more}</worksheet>`,
  });
}
