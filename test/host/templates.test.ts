/** The calls about forms of publishers, through the one door. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { Host } from '../../electron/host.js';
import type { Answer, CallInput, CallName, CallOutput } from '../../shared/ipc/contract.js';
import type { Case } from '../../shared/model/case/case.js';
import type { MappedSheet, TemplateMapping } from '../../shared/templates/mapping.js';
import { caseFrom } from '../support/cases.js';
import { cells } from '../templates/fillings.js';
import { formFile, formParts, workbookXml } from '../templates/form-parts.js';
import { mappingFor } from '../templates/mappings.js';
import { temporaryHost } from './temporary-host.js';

const FORM = formFile();
const LECTURE = caseFrom('lecture');
const VALUE: Case = { ...LECTURE, staff: (LECTURE.staff ?? []).flatMap((one) => [one, { ...one, id: `${one.id}-2` }]) };

async function call<N extends CallName>(host: Host, name: N, input: CallInput<N>): Promise<Answer<CallOutput<N>>> {
  return (await dispatch(name, input, host)) as Answer<CallOutput<N>>;
}

async function valueOf<N extends CallName>(host: Host, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await call(host, name, input);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: CallOutput<N> }).value;
}

async function wordsOf<N extends CallName>(host: Host, name: N, input: CallInput<N>): Promise<string> {
  const answer = await call(host, name, input);
  if (answer.ok) throw new Error('not refused');
  return answer.error.messageJa;
}

function open(host: Host, file: Uint8Array = FORM): Promise<CallOutput<'read-template'>> {
  return valueOf(host, 'read-template', { base64: Buffer.from(file).toString('base64') });
}

const ONE: Partial<MappedSheet> = {
  sheet: '様式1',
  cells: [{ at: 'C3', field: 'organization.contractName', as: 'text' }],
};
const mapping = (...sheets: Partial<MappedSheet>[]): TemplateMapping => mappingFor(FORM, sheets);

describe('read-template', () => {
  it('keeps the form once, and opens it again by its SHA-256', async () => {
    const host = temporaryHost();
    const { sha256, template, look } = await open(host);
    expect(template.sheets.map((sheet) => sheet.nameJa)).toEqual(['様式1', '明細 A&B', '選択肢']);
    expect(look.sheets).toHaveLength(3);
    await open(host);
    expect(readdirSync(join(host.dataDir, 'templates'))).toEqual([`${sha256}.xlsx`]);
    expect(await valueOf(host, 'read-template', { template: sha256 })).toEqual({ sha256, template, look });
  });

  it('keeps nothing that cannot be filled', async () => {
    const host = temporaryHost();
    const words = await wordsOf(host, 'read-template', { base64: Buffer.from('text').toString('base64') });
    expect(words).toContain('Excelのブックではありません');
    expect(() => readdirSync(join(host.dataDir, 'templates'))).toThrow();
  });

  it.each(['gone', 'changed'])('says how to go on when the form is %s', async (what) => {
    const host = temporaryHost();
    const { sha256 } = await open(host);
    const path = join(host.dataDir, 'templates', `${sha256}.xlsx`);
    if (what === 'gone') rmSync(path);
    else writeFileSync(path, formFile({ 'docProps/app.xml': '<a/>' }));
    expect(await wordsOf(host, 'read-template', { template: sha256 })).toContain('もう一度選んでください');
  });
});

describe('preview-template', () => {
  it('tells what would be written, and writes nothing', async () => {
    const host = temporaryHost();
    const { sha256 } = await open(host);
    const preview = await valueOf(host, 'preview-template', { template: sha256, mapping: mapping(ONE), case: VALUE });
    expect(preview).toEqual({
      cells: [
        {
          sheet: '様式1',
          copy: 0,
          at: 'C3',
          labelJa: '実施団体名（契約の名義）',
          text: VALUE.organization.contractName,
          keepsFormula: false,
        },
      ],
      problems: [],
      short: [],
      addedSheets: 0,
      formulas: 6,
    });
    expect(() => readdirSync(host.outputDir)).toThrow();
  });

  it('names a table that is too short with its rows, and whether it can go on', async () => {
    const host = temporaryHost();
    const { sha256 } = await open(host);
    const staff = (sheet: string, column: string, whenFull: 'refuse' | 'copySheet'): Partial<MappedSheet> => ({
      sheet,
      tables: [
        { table: 'staff', firstRow: 30, lastRow: 30, whenFull, columns: [{ column, field: 'nameJa', as: 'text' }] },
      ],
    });
    const count = VALUE.staff?.length ?? 0;
    expect(count).toBeGreaterThan(1);
    const ask = (own: Partial<MappedSheet>) =>
      valueOf(host, 'preview-template', { template: sha256, mapping: mapping(own), case: VALUE });
    const free = await ask(staff('明細 A&B', 'B', 'refuse'));
    expect(free.short).toEqual([{ sheet: '明細 A&B', table: 'staff', room: 1, count }]);
    expect(free.problems[0]).toContain('「講師等」の欄は1件まで');
    expect((await ask(staff('様式1', 'H', 'refuse'))).short[0]?.cannotContinueJa).toContain('チェックボックス');
    expect(await ask(staff('明細 A&B', 'B', 'copySheet'))).toMatchObject({ problems: [], addedSheets: count - 1 });
    expect((await ask(staff('様式1', 'H', 'copySheet'))).problems[0]).toContain('続きのシートを作れません');
  });

  it('names a field that this version does not have', async () => {
    const host = temporaryHost();
    const { sha256 } = await open(host);
    const own = mapping({ sheet: '様式1', cells: [{ at: 'C3', field: 'course.other', as: 'text' }] });
    const input = { template: sha256, mapping: own, case: VALUE };
    expect((await valueOf(host, 'preview-template', input)).problems[0]).toContain('「course.other」という項目は');
    expect(await wordsOf(host, 'fill-template', { ...input, results: 'keep' })).toContain('course.other');
  });
});

describe('fill-template', () => {
  it('writes a numbered file and leaves the kept form as it is', async () => {
    const host = temporaryHost();
    const { sha256 } = await open(host);
    const input = { template: sha256, mapping: mapping(ONE), case: VALUE, results: 'keep' } as const;
    const first = await valueOf(host, 'fill-template', input);
    const second = await valueOf(host, 'fill-template', input);
    const names = [...first.files, ...second.files].map((file) => file.name);
    expect(names[0]).toMatch(/^R3_所定様式_講習会実施申請書（委託）_.+\.xlsx$/u);
    expect(names[1]).toBe(names[0]?.replace('.xlsx', '_v2.xlsx'));
    const file = readFileSync(join(host.outputDir, names[0] ?? ''));
    expect(cells(file, '様式1')['C3']).toBe(VALUE.organization.contractName);
    const kept = readFileSync(join(host.dataDir, 'templates', `${sha256}.xlsx`));
    expect(kept.equals(Buffer.from(FORM))).toBe(true);
  });

  it('gives a form with macros its own ending', async () => {
    const host = temporaryHost();
    const file = formFile({
      '[Content_Types].xml': String(formParts()['[Content_Types].xml']).replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
      'xl/workbook.xml': workbookXml(),
    });
    const { sha256 } = await open(host, file);
    const { files } = await valueOf(host, 'fill-template', {
      template: sha256,
      mapping: mappingFor(file, [ONE]),
      case: VALUE,
      results: 'takeOut',
    });
    expect(files[0]?.name).toMatch(/\.xlsm$/u);
  });

  it('writes nothing where the form is another one', async () => {
    const host = temporaryHost();
    mkdirSync(host.outputDir);
    const { sha256 } = await open(
      host,
      formFile({ 'xl/worksheets/sheet1.xml': String(formParts()['xl/worksheets/sheet1.xml']).replace('区分', '種別') }),
    );
    const words = await wordsOf(host, 'fill-template', {
      template: sha256,
      mapping: mapping(ONE),
      case: VALUE,
      results: 'keep',
    });
    expect(words).toContain('対応表を作ったときの様式と違います');
    expect(readdirSync(host.outputDir)).toEqual([]);
  });
});

describe('write-mapping and read-mapping', () => {
  it('pass a mapping on without the form', async () => {
    const host = temporaryHost();
    const own = mapping(ONE);
    const { files } = await valueOf(host, 'write-mapping', { mapping: own });
    expect(files[0]?.name).toBe('対応表_講習会実施申請書（委託）_2021年度.yaml');
    const text = readFileSync(join(host.outputDir, files[0]?.name ?? ''), 'utf8');
    expect(await valueOf(host, 'read-mapping', { text: `\uFEFF${text}` })).toEqual({ mapping: own });
    expect(await wordsOf(host, 'read-mapping', { text: 'a: [1' })).toContain('対応表を読めません');
  });
});
