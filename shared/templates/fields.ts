/** Which fields of our papers can be mapped, their values for a course, and what a mapping leaves out. */
import type { Paper } from '../forms/paper.js';
import type { Line } from '../model/case/lines/line.js';
import type { Problem } from '../model/problem.js';
import type { FieldValue, TemplateValues } from './cell-value.js';
import { type FieldKind, type Fields, fits } from './field.js';
import {
  EXPENSE_FIELDS,
  HONORARIUM_FIELDS,
  PARTICIPANT_FIELDS,
  SESSION_FIELDS,
  STAFF_FIELDS,
  TRANSFER_FIELDS,
  TRAVEL_FIELDS,
  VOUCHER_FIELDS,
} from './list-fields.js';
import type { TemplateMapping, Way } from './mapping.js';
import { SINGLE_FIELDS } from './single-fields.js';

export type MappableField = { readonly key: string; readonly labelJa: string; readonly kind: FieldKind };
export type MappableTable = {
  readonly key: string;
  readonly labelJa: string;
  readonly columns: readonly MappableField[];
};

type Table = {
  readonly labelJa: string;
  readonly columns: readonly MappableField[];
  readonly rows: (paper: Paper) => readonly Readonly<Record<string, FieldValue>>[];
};

const TABLES: Readonly<Record<string, Table>> = {
  participants: table('受講者', PARTICIPANT_FIELDS, ({ facts }) => facts.enrolled),
  staff: table('講師等', STAFF_FIELDS, ({ facts }) => facts.staff),
  sessions: table('日程', SESSION_FIELDS, ({ facts }) =>
    [...facts.sessions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start)),
  ),
  honoraria: table('謝金の明細', HONORARIUM_FIELDS, ({ facts }) => facts.linesOfKind('honorarium')),
  travel: table('旅費の明細', TRAVEL_FIELDS, (paper) => linesOf(paper, (account) => account === 'travel')),
  expenses: table('経費の明細', EXPENSE_FIELDS, (paper) =>
    linesOf(paper, (account) => account !== 'travel' && account !== 'honorarium'),
  ),
  transfers: table('支払', TRANSFER_FIELDS, ({ facts }) => facts.transfers),
  vouchers: table('証憑', VOUCHER_FIELDS, ({ facts }) => facts.vouchers),
};

/** Fields for single cells. */
export const MAPPABLE_FIELDS: readonly MappableField[] = listed(SINGLE_FIELDS);

/** Tables with the fields for their columns. */
export const MAPPABLE_TABLES: readonly MappableTable[] = Object.entries(TABLES).map(([key, { labelJa, columns }]) => ({
  key,
  labelJa,
  columns,
}));

/** Every field of a course. What is not known is null: its cells are emptied, an example in the form does not stay. */
export function templateValues(paper: Paper): TemplateValues {
  return {
    cells: valuesOf(SINGLE_FIELDS, paper, paper, 0),
    tables: Object.fromEntries(Object.entries(TABLES).map(([key, own]) => [key, own.rows(paper)])),
  };
}

/** Japanese name of a field for single cells, of a table or, with `table`, of its column; the key itself where there is none. */
export function fieldLabelJa(key: string, table?: string): string {
  if (table === undefined) return SINGLE_FIELDS[key]?.[0] ?? TABLES[key]?.labelJa ?? key;
  return TABLES[table]?.columns.find((column) => column.key === key)?.labelJa ?? key;
}

/** Fields that are not there, and ways that do not fit their fields. */
export function fieldProblems(mapping: TemplateMapping): Problem[] {
  const check = (known: readonly MappableField[], key: string, as: Way, path: string): Problem[] => {
    const field = known.find((candidate) => candidate.key === key);
    if (!field) return [{ path: `${path}.field`, ja: `「${key}」という項目はありません`, en: 'unknown field' }];
    if (fits(field.kind, as)) return [];
    return [{ path: `${path}.as`, ja: `「${field.labelJa}」はこの書き方では書けません`, en: 'does not fit the field' }];
  };
  return mapping.sheets.flatMap((sheet, index) => [
    ...sheet.cells.flatMap((cell, at) => check(MAPPABLE_FIELDS, cell.field, cell.as, `sheets[${index}].cells[${at}]`)),
    ...sheet.tables.flatMap((own, at) => {
      const path = `sheets[${index}].tables[${at}]`;
      const known = TABLES[own.table]?.columns;
      if (!known) return [{ path: `${path}.table`, ja: `「${own.table}」という表はありません`, en: 'unknown table' }];
      return own.columns.flatMap((column, place) => check(known, column.field, column.as, `${path}.columns[${place}]`));
    }),
  ]);
}

/** What a mapping writes nowhere: single fields, tables as a whole, and columns of tables that it does write. */
export function unmappedFields(mapping: TemplateMapping): { cells: MappableField[]; tables: MappableTable[] } {
  const cells = new Set(mapping.sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.field)));
  const tables = mapping.sheets.flatMap((sheet) => sheet.tables);
  return {
    cells: MAPPABLE_FIELDS.filter((field) => !cells.has(field.key)),
    tables: MAPPABLE_TABLES.flatMap((own) => {
      const written = tables.filter((mapped) => mapped.table === own.key).flatMap((mapped) => mapped.columns);
      const columns = own.columns.filter((field) => !written.some((column) => column.field === field.key));
      return columns.length === 0 ? [] : [{ ...own, columns }];
    }),
  };
}

function table<Row>(labelJa: string, fields: Fields<Row>, rowsOf: (paper: Paper) => readonly Row[]): Table {
  return {
    labelJa,
    columns: listed(fields),
    rows: (paper) => rowsOf(paper).map((row, index) => valuesOf(fields, row, paper, index)),
  };
}

function listed<Row>(fields: Fields<Row>): MappableField[] {
  return Object.entries(fields).map(([key, [labelJa, kind]]) => ({ key, labelJa, kind }));
}

function valuesOf<Row>(fields: Fields<Row>, row: Row, paper: Paper, index: number): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).map(([key, [, , of]]) => [key, of(row, paper, index) ?? null]));
}

function linesOf({ facts }: Paper, isMeant: (account: Line['account']) => boolean): Line[] {
  return facts.lines.filter((line) => isMeant(line.account));
}
