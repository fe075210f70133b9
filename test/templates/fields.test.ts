import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { readMapping } from '../../electron/templates/mapping-file.js';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import { paperOf } from '../../shared/forms/paper.js';
import type { Case } from '../../shared/model/case/case.js';
import type { OwnWords } from '../../shared/model/store/own-words.js';
import { check } from '../../shared/rules/check.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { contentOf } from '../../shared/templates/cell-value.js';
import { fits, WAYS } from '../../shared/templates/field.js';
import {
  fieldLabelJa,
  fieldProblems,
  MAPPABLE_FIELDS,
  MAPPABLE_TABLES,
  templateValues,
  unmappedFields,
} from '../../shared/templates/fields.js';
import { templateMapping } from '../../shared/templates/mapping.js';
import { sampleCase } from '../support/sample.js';
import { cells, FORM, refusal } from './fillings.js';
import { mappingFor, wholeMapping } from './mappings.js';

const sample = sampleCase();
const book = rulebook('R3');
const decision = check(sample, book);
const paper = paperOf({ facts: new Facts(sample), decision, book });
const values = templateValues(paper);

describe('the fields of our papers', () => {
  test('have keys that a mapping takes and names that differ', () => {
    for (const list of [MAPPABLE_FIELDS, ...MAPPABLE_TABLES.map((table) => table.columns)]) {
      expect(new Set(list.map((field) => field.labelJa)).size).toBe(list.length);
    }
    const cell = templateMapping.shape.sheets.element.shape.cells.element;
    for (const { key, kind } of MAPPABLE_FIELDS) {
      expect(cell.safeParse({ at: 'A1', field: key, as: WAYS[kind][0] }).success, key).toBe(true);
    }
  });

  test('can be written in every way of their kind, for the sample', () => {
    const rows = MAPPABLE_TABLES.flatMap((table) =>
      (values.tables[table.key] ?? []).flatMap((row) =>
        table.columns.map((field) => ({ ...field, value: row[field.key] })),
      ),
    );
    const single = MAPPABLE_FIELDS.map((field) => ({ ...field, value: values.cells[field.key] }));
    for (const { key, kind, value } of [...single, ...rows]) {
      for (const way of WAYS[kind]) expect(contentOf(value ?? null, way).kind, `${key} ${way}`).not.toBe('unfit');
    }
    expect(rows.length).toBeGreaterThan(500);
    expect(single.filter(({ value }) => value !== null).length).toBeGreaterThan(60);
  });

  test('carry the figures of the decision', () => {
    expect(values.cells['totals.claimed']).toBe(decision.totals.claimed);
    expect(values.cells['totals.eligible']).toBe(decision.totals.eligible);
    const accounts = decision.accounts.map((own) => values.cells[`${own.account}.eligible`]);
    expect(accounts).toEqual(decision.accounts.map((own) => own.eligible));
    const lines = ['honoraria', 'travel', 'expenses'].flatMap((key) => values.tables[key] ?? []);
    expect(lines).toHaveLength(decision.lines.length);
    expect(lines.reduce((sum, line) => sum + Number(line['claimed']), 0)).toBe(decision.totals.claimed);
    expect(values.tables['participants']).toHaveLength(sample.enrollments?.length ?? 0);
  });

  test('tell the day on which the paper of the stage left', () => {
    const on = (stage: Case['stage']): unknown =>
      templateValues(paperOf({ facts: new Facts({ ...sample, stage }), decision, book })).cells['paper.submittedOn'];
    expect([on('application'), on('report')]).toEqual([sample.course.applicationSentOn, sample.course.reportSentOn]);
    expect(sample.course.reportSentOn).not.toBe(sample.course.applicationSentOn);
  });

  test('take what the organisation wrote in its own words, and nothing where it wrote nothing', () => {
    const own = ({ applicationRemarks, reportRemarks }: OwnWords): unknown[] => {
      const { cells } = templateValues({ ...paper, words: { applicationRemarks, reportRemarks } });
      return [cells['text.applicationRemarks'], cells['text.reportRemarks']];
    };
    expect(own({ applicationRemarks: '駐車場なし', reportRemarks: '次回は定員を増やす' })).toEqual([
      '駐車場なし',
      '次回は定員を増やす',
    ]);
    expect([values.cells['text.applicationRemarks'], values.cells['text.reportRemarks']]).toEqual([null, null]);
  });

  test('that are not known are empty, never no or none', () => {
    const bare = { ...sample, enrollments: [], venues: [] };
    const unknown = templateValues(paperOf({ facts: new Facts(bare), decision, book })).cells;
    expect([unknown['venue.isPublic'], unknown['participants.new'], unknown['judgement.pass']]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('take the ways of their kind; a mark needs its word', () => {
    expect([fits('day', 'eraDate'), fits('text', 'date'), fits('yen', 'number'), fits('text', 'number')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([fits('choice', { on: '○', off: '', when: '委託' }), fits('choice', { on: '○', off: '' })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a mapping of them', () => {
  const whole = wholeMapping(FORM);
  const mapped = (sheet: Parameters<typeof mappingFor>[1][number]): string[] =>
    fieldProblems(mappingFor(FORM, [sheet])).map((problem) => problem.path);

  test('is checked against the fields', () => {
    expect(fieldProblems(whole)).toEqual([]);
    expect(mapped({ cells: [{ at: 'C3', field: 'course.x', as: 'text' }] })).toEqual(['sheets[0].cells[0].field']);
    expect(mapped({ cells: [{ at: 'C3', field: 'course.nameJa', as: 'date' }] })).toEqual(['sheets[0].cells[0].as']);
    expect(mapped({ cells: [{ at: 'C3', field: 'constructor', as: 'text' }] })).toEqual(['sheets[0].cells[0].field']);
    const text = JSON.stringify(whole).replace('organization.nameJa', 'organization.nameEn');
    expect(refusal(() => readMapping(text))).toContain('「organization.nameEn」という項目はありません');
  });

  test('and its tables', () => {
    const table = { firstRow: 5, lastRow: 8, whenFull: 'refuse' as const };
    const column = { column: 'B', field: 'nameJa', as: 'text' as const };
    expect(mapped({ tables: [{ ...table, table: 'people', columns: [column] }] })).toEqual([
      'sheets[0].tables[0].table',
    ]);
    expect(mapped({ tables: [{ ...table, table: 'staff', columns: [{ ...column, field: 'fee' }] }] })).toEqual([
      'sheets[0].tables[0].columns[0].field',
    ]);
  });

  test('says what it writes nowhere', () => {
    const { cells: left, tables } = unmappedFields(whole);
    expect(left.map((field) => field.key)).not.toContain('organization.nameJa');
    expect(left.map((field) => field.key)).toContain('organization.tel');
    const participants = tables.find((table) => table.key === 'participants')?.columns.map((field) => field.key);
    expect(participants).toContain('nameKana');
    expect(participants).not.toContain('nameJa');
    expect(tables.map((table) => table.key)).toContain('vouchers');
  });

  test('fills a form with the sample; what is too much is named by its Japanese name', () => {
    const single = { ...whole, sheets: whole.sheets.slice(0, 1) };
    const filled = cells(fillTemplate(FORM, single, values).bytes, '様式1');
    expect(filled['C3']).toBe(sample.organization.nameJa ?? sample.organization.contractName);
    expect(filled['F4']).toBe(String(decision.totals.claimed));
    const many = (sample.enrollments ?? []).length;
    expect(refusal(() => fillTemplate(FORM, whole, values, { labelOf: fieldLabelJa }))).toContain(
      `「受講者」の欄は4件までです。${many}件のうち${many - 4}件`,
    );
  });
});
