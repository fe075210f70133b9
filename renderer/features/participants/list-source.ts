/** What the columns of a list of people mean. */
import { type ColumnMatch, headingKey, headingsKey, matchColumns } from '../../../shared/import/columns.js';
import type { ListSheet } from '../../../shared/import/list-sheet.js';
import { PERSON_FIELDS, type PersonField } from '../../../shared/import/person-fields.js';
import type { DeskDatabase } from '../../db/database.js';
import type { Setting } from '../../db/shelves.js';
import type { ListSource } from '../../desk/list-import/read-source.js';

/** The sheet whose headings say most. */
export function likeliestSheet({ sheets }: ListSource): number {
  const known = sheets.map(
    (sheet) => matchColumns(sheet).columns.filter((column) => column.field !== undefined).length,
  );
  return known.indexOf(Math.max(...known));
}

/** What the columns of a sheet mean: as somebody said it the last time, else by their headings. */
export async function columnsOf(database: DeskDatabase, sheet: ListSheet): Promise<ColumnMatch> {
  const match = matchColumns(sheet);
  if (match.headingAt === undefined) return match;
  const row = await database.shelf('settings').get(columnsKey(match));
  return row?.value.kind === 'columns' ? remembered(match, row.value) : match;
}

function remembered(match: ColumnMatch, { columns }: Extract<Setting, { kind: 'columns' }>): ColumnMatch {
  const fields = match.columns.map((column, index) => {
    const own = columns[index];
    return own && headingKey(own.heading) === headingKey(column.headingJa) ? (own.field ?? undefined) : column.field;
  });
  return {
    ...match,
    columns: match.columns.map((column, index) => ({ ...column, field: knownField(fields[index]) })),
    doubtsJa: [],
  };
}

function knownField(field: string | undefined): PersonField | undefined {
  return PERSON_FIELDS.find((known) => known === field);
}

/** Under which the meaning of a set of headings is remembered. */
export function columnsKey(match: ColumnMatch): string {
  return `columns/participants/${headingsKey(match.columns)}`;
}

export function columnsSetting(match: ColumnMatch): Setting {
  return {
    kind: 'columns',
    list: 'participants',
    columns: match.columns.map(({ headingJa, field }) => ({ heading: headingJa, field: field ?? null })),
  };
}
