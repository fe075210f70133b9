import type { ReactNode } from 'react';
import { withTable } from '../../../shared/templates/edit-mapping.js';
import { fieldLabelJa } from '../../../shared/templates/fields.js';
import { type MappedTable, roomOf, rowsPerEntry, type WhenFull } from '../../../shared/templates/mapping.js';
import { parseWholeNumber } from '../../../shared/text.js';
import type { Recorded } from '../../db/changes.js';
import { TextField } from '../../ui/field.js';
import { CheckField, type Choice, SelectField } from '../../ui/select-field.js';
import type { SheetEdit } from './cell-panel.js';

/** The rows of a table, how many entries they take, and what happens with more. */
export function TablePart({
  table,
  count,
  otherSheets,
  edit,
}: {
  readonly table: MappedTable;
  /** Entries that the course has. */
  readonly count: number;
  readonly otherSheets: readonly string[];
  readonly edit: SheetEdit;
}): ReactNode {
  const nameJa = fieldLabelJa(table.table);
  const room = roomOf(table);
  const set = (labelJa: string, change: Partial<MappedTable>): Promise<Recorded> =>
    edit(`${nameJa}の表の${labelJa}を変えました`, (sheet) => {
      const own = sheet.tables.find((candidate) => candidate.table === table.table);
      return own ? withTable(sheet, { ...own, ...change }) : sheet;
    });
  return (
    <section className="forms-part" aria-label={`${nameJa}の表`}>
      <h2>{nameJa}の表</h2>
      <p className={room < count ? 'forms-short' : 'second'}>
        {room}件まで入ります（今は{count}件）
        {room < count ? `。${count - room}件が入りません` : ''}
      </p>
      <div className="forms-rows">
        <NumberField
          label="最初の行"
          value={table.firstRow}
          check={(row) => (row > table.lastRow ? `最後の行（${table.lastRow}）より下です` : undefined)}
          onSet={(firstRow) => set('最初の行', { firstRow })}
        />
        <NumberField
          label="最後の行"
          value={table.lastRow}
          check={(row) =>
            row - table.firstRow + 1 < rowsPerEntry(table)
              ? `最初の行（${table.firstRow}）から1件も入りません`
              : undefined
          }
          onSet={(lastRow) => set('最後の行', { lastRow })}
        />
        <NumberField
          label="1件の行数"
          value={rowsPerEntry(table)}
          check={(rows) => rowsProblem(table, rows)}
          onSet={(rows) => set('1件の行数', { rowsPerEntry: rows })}
        />
      </div>
      <SelectField
        label="行が足りないとき"
        value={whenFullName(table.whenFull)}
        choices={whenFullChoices(otherSheets)}
        note="行の挿入はしません。数式・図形・印刷範囲など、行の番号を使うほかの部分がずれるためです。"
        onCommit={(name) => set('足りないときの扱い', { whenFull: whenFullNamed(name ?? 'refuse') })}
      />
      <CheckField
        label="残った行の記入例を消す"
        checked={table.emptyRest === true}
        onCommit={(emptyRest) => set('残りの行の扱い', { emptyRest })}
      />
    </section>
  );
}

function rowsProblem(table: MappedTable, rows: number): string | undefined {
  if (rows > 20) return '1件は20行までです';
  const needed = Math.max(...table.columns.map((column) => column.rowOfEntry ?? 1));
  if (rows < needed) return `${needed}行目に結んだ項目があります`;
  return rows > table.lastRow - table.firstRow + 1 ? '表の行数を超えています' : undefined;
}

const SHEET = 'sheet:';

function whenFullName(whenFull: WhenFull): string {
  return typeof whenFull === 'object' ? `${SHEET}${whenFull.sheets[0] ?? ''}` : whenFull;
}

function whenFullNamed(name: string): WhenFull {
  if (name.startsWith(SHEET)) return { sheets: [name.slice(SHEET.length)] };
  return name === 'copySheet' ? 'copySheet' : 'refuse';
}

function whenFullChoices(otherSheets: readonly string[]): Choice<string>[] {
  return [
    { value: 'refuse', ja: '書き込まずに知らせる' },
    { value: 'copySheet', ja: '続きのシートを作る（このシートの写し）' },
    ...otherSheets.map((sheet) => ({ value: `${SHEET}${sheet}`, ja: `シート「${sheet}」へ続ける` })),
  ];
}

function NumberField({
  label,
  value,
  check,
  onSet,
}: {
  readonly label: string;
  readonly value: number;
  readonly check: (value: number) => string | undefined;
  readonly onSet: (value: number) => Promise<Recorded>;
}): ReactNode {
  return (
    <TextField
      label={label}
      width="short"
      value={String(value)}
      required
      onCommit={async (text) => {
        const number = parseWholeNumber(text ?? '');
        const ja = number === undefined || number < 1 ? '1以上の数で入れてください' : check(number);
        if (number === undefined || ja !== undefined) return refused(ja ?? '');
        return onSet(number);
      }}
    />
  );
}

function refused(ja: string): Recorded {
  return { ok: false, problems: [{ path: '', ja, en: 'does not fit' }] };
}
