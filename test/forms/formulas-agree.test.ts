import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Workbook } from '../../shared/forms/sheet.js';
import { ACCOUNT_JA } from '../../shared/model/case/account.js';
import type { Case } from '../../shared/model/case/case.js';
import type { CaseStage } from '../../shared/model/case/course.js';
import { sum } from '../../shared/money.js';
import { buildCase, readTable, type Row } from '../rules/table.js';
import { tableFiles } from '../rules/table-files.js';
import { Formulas } from '../support/formulas.js';
import { reportOf, rowWith, sheetOf } from '../support/report.js';
import { applicationSample, sampleCase } from '../support/sample.js';

const CASES = 48;
const bases = new Map<string, unknown>();

/** Cases of the rule tables at a stage of a 委託 course, taken evenly over all tables. */
const CASES_OF_TABLES = tableCases('report');
const APPLICATIONS_OF_TABLES = tableCases('application');

function tableCases(stage: CaseStage): { name: string; value: Case }[] {
  const rows = tableFiles().flatMap(readTable);
  const reports = rows.filter((row) => stageOf(row) === stage);
  const step = Math.max(1, Math.floor(reports.length / CASES));
  return reports
    .filter((_, index) => index % step === 0)
    .map((row) => ({ name: `${basename(row.file)}: ${row.row.name}`, value: caseOf(row) }))
    .filter(({ value }) => value.course.delivery === 'commissioned');
}

function baseOf(row: Row): unknown {
  const url = new URL(`../rules/bases/${row.base}.yaml`, import.meta.url);
  const known = bases.get(row.base) ?? (parse(readFileSync(url, 'utf8'), { schema: 'core' }) as unknown);
  bases.set(row.base, known);
  return known;
}

function stageOf(row: Row): unknown {
  const given = row.row.given?.['stage'];
  return given ?? (baseOf(row) as { stage: string }).stage;
}

function caseOf(row: Row): Case {
  return buildCase(baseOf(row), row.row);
}

/** Formula cells whose stored result is not what the formula gives. */
function disagreements(content: Workbook): string[] {
  return new Formulas(content).results().flatMap(({ place, cell, result }) => {
    const isSame = (cell.value ?? '') === (result ?? '');
    return isSame ? [] : [`${place} =${cell.formula ?? ''}: stored ${String(cell.value)}, computed ${String(result)}`];
  });
}

function brokenChecks(content: Workbook): string[] {
  return new Formulas(content)
    .results()
    .filter(({ cell, result }) => cell.mustBeZero === true && result !== 0)
    .map(({ place, result }) => `${place}: ${String(result)}`);
}

describe('every formula of a report gives its stored result', () => {
  test('in the sample', () => {
    expect(disagreements(reportOf(sampleCase()).content)).toEqual([]);
  });

  test.each(CASES_OF_TABLES)('in $name', ({ value }) => {
    const { content, decision } = reportOf(value);
    expect(disagreements(content)).toEqual([]);
    expect(brokenChecks(content)).toEqual([]);
    const statement = sheetOf(content, '収支計算書');
    for (const own of decision.accounts) {
      const cells = rowWith(statement, ACCOUNT_JA[own.account]);
      expect({
        claimed: cells.get(3)?.value,
        eligible: cells.get(4)?.value,
        provisional: cells.get(5)?.value,
        cut: cells.get(6)?.value,
      }).toEqual({ claimed: own.claimed, eligible: own.eligible, provisional: own.provisional, cut: own.cut });
    }
    const total = rowWith(statement, '支出合計');
    expect(total.get(3)?.value).toBe(sum(decision.lines.map((line) => line.claimed)));
    expect(total.get(4)?.value).toBe(decision.totals.eligibleBeforeGates);
  });

  test('there are enough of them, from many tables', () => {
    expect(CASES_OF_TABLES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(CASES_OF_TABLES.map(({ name }) => name.split(':')[0])).size).toBeGreaterThan(10);
  });
});

describe('every formula of an application gives its stored result', () => {
  test('in the sample', () => {
    expect(disagreements(reportOf(applicationSample()).content)).toEqual([]);
  });

  test.each(APPLICATIONS_OF_TABLES)('in $name', ({ value }) => {
    const { content, decision } = reportOf(value);
    expect(disagreements(content)).toEqual([]);
    expect(brokenChecks(content)).toEqual([]);
    const budget = sheetOf(content, '収支予算書');
    for (const own of decision.accounts) {
      const cells = rowWith(budget, ACCOUNT_JA[own.account]);
      expect({
        claimed: cells.get(2)?.value,
        eligible: cells.get(4)?.value,
        provisional: cells.get(5)?.value,
        cut: cells.get(6)?.value,
      }).toEqual({ claimed: own.claimed, eligible: own.eligible, provisional: own.provisional, cut: own.cut });
    }
    expect(rowWith(budget, '委託金（申請額）').get(2)?.value).toBe(decision.totals.eligible);
  });

  test('there are enough of them', () => {
    expect(APPLICATIONS_OF_TABLES.length).toBeGreaterThanOrEqual(40);
  });
});

describe('the second opinion itself', () => {
  const one = (formula: string, value: string | number = 0): Workbook => ({
    name: 'x',
    names: { hdr_x: "'S T'!$A$1" },
    foot: { organizationJa: '', courseJa: '' },
    madeOn: '2021-11-26',
    sheets: [
      {
        name: 'S T',
        orientation: 'portrait',
        hidden: false,
        widths: [10, 10],
        hiddenColumns: [],
        personal: false,
        rows: [
          {
            cells: new Map([
              [0, { value: 7, format: 'yen', look: 'body' }],
              [1, { value: 'あa', format: 'text', look: 'body' }],
              [2, { value, formula, format: 'yen', look: 'body' }],
            ]),
          },
          { cells: new Map([[0, { value: null, format: 'yen', look: 'body' }]]) },
        ],
      },
    ],
  });
  const computed = (formula: string): unknown => new Formulas(one(formula)).results()[0]?.result;

  test.each([
    ['1+2*3-4/2', 5],
    ['-(A1-10)*2', 6],
    ['MAX(MIN(A1,A2)-3,0)', 4],
    ['IF(A2="","",A1/A2)', ''],
    ['IF(A1="","",A1+1)', 8],
    ['SUMIFS(A1:A2,$B$1:$B$2,"あA")', 7],
    ['COUNTIFS(\'S T\'!B1:B1,"あ*",\'S T\'!A1:A1,">0")', 1],
    ['ROUNDDOWN(A1*59/60,0)', 6],
    ['"x"&hdr_x&"y"', 'x7y'],
  ])('%s gives %s', (formula, expected) => {
    expect(computed(formula)).toBe(expected);
  });

  test('refuses functions that papers may not use, and text where a number is needed', () => {
    expect(() => computed('TODAY()')).toThrow('TODAY');
    expect(() => computed('INDIRECT("A1")')).toThrow('INDIRECT');
    expect(() => computed('B1+1')).toThrow('#VALUE!');
  });

  test('sees one wrong yen', () => {
    expect(disagreements(one('A1+1', 8))).toEqual([]);
    expect(disagreements(one('A1+1', 9))).toHaveLength(1);
  });
});
