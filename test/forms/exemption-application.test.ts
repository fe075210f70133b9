import { describe, expect, test } from 'vitest';
import { workbookContents } from '../../electron/excel/workbooks.js';
import { rulebook } from '../../electron/rulebooks.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { exemptionSample } from '../support/exemption-sample.js';
import { cellsOf, rowWith, sheetOf } from '../support/report.js';
import { sampleCase } from '../support/sample.js';

const book = rulebook('R3');
const sample = exemptionSample();

function paperOf(value: Case): Workbook | undefined {
  return workbookContents(check(value, book), value, book, { papers: ['exemptions'] })[0];
}

function made(value: Case): Workbook {
  const paper = paperOf(value);
  if (!paper) throw new Error('no paper');
  return paper;
}

const paper = made(sample);
const list = sheetOf(paper, '免除書類（水泳）');

/** Values of a row by column. */
function row(sheet: Sheet, text: string, columns: readonly number[]): Cell['value'][] {
  const cells = rowWith(sheet, text);
  return columns.map((column) => cells.get(column)?.value ?? null);
}

function words(sheet: Sheet): string {
  return cellsOf(sheet)
    .map(({ cell }) => cell.value)
    .join('\n');
}

const exemptionsOf = (value: Case) => value.exemptions ?? [];
const applicationsOf = (value: Case) => value.exemptionApplications ?? [];

describe('免除・代理申請', () => {
  test('is made for a course with evidence or applications, at any stage', () => {
    expect(paperOf(sampleCase())).toBeUndefined();
    const applied = exemptionSample({ exemptions: [] });
    expect(made(applied).sheets.map(({ name }) => name)).toEqual([
      '提出チェックリスト',
      '免除申請書類一覧',
      '代理申請一覧',
      '_meta',
    ]);
    expect(words(sheetOf(made(applied), '免除申請書類一覧'))).toContain('免除の根拠が登録されていません');
  });

  test('has a list per competition, the proxies, and a page per person that stays at home', () => {
    expect(paper.sheets.map(({ name }) => name)).toEqual([
      '提出チェックリスト',
      '免除書類（水泳）',
      '免除書類（バレーボール）',
      '代理申請一覧',
      '免除確認票',
      '_meta',
    ]);
    expect(sheetOf(paper, '免除確認票').internal).toBe(true);
    const one = exemptionsOf(sample).filter(({ competitionJa }) => competitionJa === undefined);
    expect(made(exemptionSample({ exemptions: one })).sheets[1]?.name).toBe('免除申請書類一覧');
  });

  test('takes names of competitions that Excel does not, and never one twice', () => {
    const evidence = exemptionsOf(sample).slice(0, 1);
    const names = ['a/b', 'A:B', 'あ'.repeat(40), `${'あ'.repeat(40)}い`];
    const many = names.flatMap((competitionJa, index) =>
      evidence.map((own) => ({ ...own, id: `Y${index}`, participantId: `P0${index + 1}`, competitionJa })),
    );
    const sheets = made(exemptionSample({ exemptions: many })).sheets.map(({ name }) => name.toLowerCase());
    expect(new Set(sheets).size).toBe(sheets.length);
    for (const name of sheets) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
  });
});

describe('免除申請書類一覧', () => {
  test('says of each evidence what the decision says', () => {
    expect(row(list, '21-0045', [5, 6, 8, 10, 11, 12, 14, 15])).toEqual([
      '両方\n専門',
      '日本水泳連盟基礎水泳指導員\n（専門No.2）',
      '認定 2019/06/01',
      '2023-03-31',
      '資格証等の写し',
      '○',
      '免除可',
      'EXM-SPC-02',
    ]);
    expect(row(list, '健康運動指導士\n（共通No.18）', [5, 12, 14, 15])).toEqual(['共通Ⅰ', '○', '要確認', 'EXM-COM-18']);
    expect(row(list, '教師\n（共通No.7）', [11, 12, 14])).toEqual(['登録証・認定証等の写し', '要確認', '要確認']);
    expect(row(list, 'スポーツドクター\n（一覧に該当なし）', [11, 12, 14])).toEqual(['—', '×', '不可']);
  });

  test('counts by judgement and by 区分, and gives the reasons below', () => {
    const heads = list.rows.findIndex(({ cells }) => cells.get(2)?.value === '免除可');
    const figures = [...(list.rows[heads + 1]?.cells.values() ?? [])];
    expect(figures.map(({ value }) => value)).toEqual([2, 2, 1, 4, 0, 1, 2]);
    expect(figures.every(({ formula }) => formula?.startsWith('COUNTIFS(') === true)).toBe(true);
    expect(words(list)).toMatch(/No\.5　平野 誠（不可）：「スポーツドクター」は共通科目の免除から除かれています/u);
    expect(words(list)).not.toMatch(/No\.1　松浦/u);
  });

  test('has the line of the 専門科目 list for its competition', () => {
    expect(words(list)).toContain('No.2 水泳：日本水泳連盟基礎水泳指導員（有効期限内）');
    const volleyball = sheetOf(paper, '免除書類（バレーボール）');
    expect(words(volleyball)).toContain(
      'No.5 バレーボール：日本バレーボール協会専門科目修了者（修了日・認定日から4年間）',
    );
    expect(row(volleyball, '石原 彩香', [13])).toEqual(['日本バレーボール協会\n2021/10/02']);
  });

  test('keeps 共通科目 with the competition of the person', () => {
    const [specialty, other, common] = exemptionsOf(sample);
    if (!specialty || !other || !common) throw new Error('no evidence');
    const own = { ...common, participantId: 'P02' };
    const sheets = made(exemptionSample({ exemptions: [specialty, other, own] }));
    expect(words(sheetOf(sheets, '免除書類（バレーボール）'))).toContain('スポーツリーダー');
    expect(words(sheetOf(sheets, '免除書類（水泳）'))).not.toContain('スポーツリーダー');
  });

  test('says when people wish to be registered and until when they apply, and asks where it is not known', () => {
    const field = (sheet: Sheet, label: string) => rowWith(sheet, label).get(3);
    const volleyball = sheetOf(paper, '免除書類（バレーボール）');
    expect(field(volleyball, '登録希望日')).toMatchObject({ value: '令和4年4月1日', look: 'body' });
    expect(field(volleyball, '申請締切')).toMatchObject({ value: '令和3年11月30日', look: 'body' });
    expect(field(list, '登録希望日')).toMatchObject({
      value: '令和3年10月1日（1名）、令和4年4月1日（1名）、令和4年10月1日（1名）、要確認（1名）',
      look: 'confirm',
    });
    expect(field(list, '申請締切')?.value).toMatch(/^令和3年5月31日（1名）、令和3年11月30日（1名）/u);
    expect(row(list, 'スポーツドクター\n（一覧に該当なし）', [16])).toEqual(['登録希望\n要確認']);
    const without = sheetOf(made(exemptionSample({ exemptionApplications: [] })), '免除書類（水泳）');
    expect(field(without, '登録希望日')).toMatchObject({ value: '要確認（記録なし）', look: 'confirm' });
    expect(field(without, '申請締切')).toMatchObject({ look: 'confirm' });
  });

  test('asks about a wish for a day on which nobody is registered', () => {
    const wished = applicationsOf(sample).map((own) => ({ ...own, wishedRegistration: '2022-05-01' }));
    const volleyball = sheetOf(made(exemptionSample({ exemptionApplications: wished })), '免除書類（バレーボール）');
    expect(rowWith(volleyball, '申請締切').get(3)).toMatchObject({ look: 'confirm' });
    expect(String(rowWith(volleyball, '申請締切').get(3)?.value)).toContain('要確認');
  });
});

describe('代理申請一覧', () => {
  const proxies = sheetOf(paper, '代理申請一覧');

  test('lists who is applied for, with both subjects, the papers and the request', () => {
    expect(row(proxies, '松浦 涼太', [2, 3, 4, 5, 6, 7, 8])).toEqual([
      'M2021001',
      'コーチ1',
      '水泳',
      '免除',
      '免除',
      '○',
      '2021-11-10',
    ]);
    expect(rowWith(proxies, '松浦 涼太').get(9)).toMatchObject({ value: '本人\n要確認', look: 'confirm' });
    expect(row(proxies, '松浦 涼太', [10])).toEqual(['申請済\n登録予定 2022/04/01']);
  });

  test('asks for what is missing', () => {
    expect(rowWith(proxies, '川口 隼人').get(8)).toMatchObject({ value: '要確認', look: 'confirm' });
    expect(row(proxies, '川口 隼人', [5, 6, 10])).toEqual([
      '要確認',
      '合格',
      '準備中\n登録予定 2022/04/01\n要確認：希望の登録日に間に合いません',
    ]);
    expect(words(proxies)).toContain('分からない免除申請が、ほかに1件');
    expect(words(proxies)).toContain('日本スポーツ協会から本人へ直接');
  });

  test('is not made where nobody is applied for', () => {
    const own = applicationsOf(sample).map((application) => ({ ...application, route: 'self' as const }));
    expect(made(exemptionSample({ exemptionApplications: own })).sheets.map(({ name }) => name)).not.toContain(
      '代理申請一覧',
    );
  });

  test('says × where a copy is not there', () => {
    const exemptions = exemptionsOf(sample).map((own) => (own.id === 'X4' ? { ...own, copyAttached: false } : own));
    expect(row(sheetOf(made(exemptionSample({ exemptions })), '代理申請一覧'), '川口 隼人', [7])).toEqual(['×']);
  });
});

test('the page of a person shows how each evidence was judged, on a page of its own', () => {
  const checks = sheetOf(paper, '免除確認票');
  expect(checks.rows.filter(({ breakBefore }) => breakBefore === true)).toHaveLength(4);
  expect(words(checks)).toMatch(/判定の過程\nEXM-COM-18（共通科目免除一覧 No\.18）/u);
  expect(words(checks)).toContain('□ 登録証・認定証等の写し');
  expect(words(checks)).toContain('■ 資格証等の写し');
});
