import { type ReactNode, useState } from 'react';
import { canReadPeople, type ListColumn } from '../../../shared/import/columns.js';
import { columnLetters } from '../../../shared/import/list-sheet.js';
import { PERSON_FIELD_JA, type PersonField } from '../../../shared/import/person-fields.js';
import { Button } from '../../ui/button.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import type { ImportState, PeopleImport } from './use-import.js';
import { useMainKey } from '../../desk/list-import/use-main-key.js';

const FIELDS = choicesOf(PERSON_FIELD_JA);
const SAMPLES = 3;

/** 列の対応: what each column of the list means, with its first cells beside it. */
export function ColumnsScreen({
  state,
  listed,
}: {
  readonly state: Extract<ImportState, { kind: 'columns' }>;
  readonly listed: PeopleImport;
}): ReactNode {
  const { source, sheetAt, match } = state;
  const [columns, setColumns] = useState<readonly ListColumn[]>(match.columns);
  const sheet = source.sheets[sheetAt];
  const canGoOn = canReadPeople(columns);
  const choose = (index: number, field: PersonField | undefined): void =>
    // Each meaning once: the column that had it lets it go.
    setColumns(
      columns.map((column) =>
        column.index === index
          ? { ...column, field }
          : column.field === field
            ? { ...column, field: undefined }
            : column,
      ),
    );
  const goOn = (): void => void (canGoOn && listed.setColumns(columns));
  useMainKey(goOn);
  return (
    <>
      <header className="import-head" data-region="tools">
        <div className="import-file">
          <p>
            <b>{source.nameJa}</b> の列の対応
          </p>
          <p className="import-facts">
            {match.doubtsJa.length > 0 ? `${match.doubtsJa.join('。')}。確かめてください` : '列の意味を選び直せます'}
          </p>
        </div>
        <span className="gap" />
        {source.sheets.length > 1 ? (
          <SelectField
            label="シート"
            value={String(sheetAt)}
            choices={source.sheets.map((one, at) => ({ value: String(at), ja: one.nameJa }))}
            onCommit={(at) => void (at !== undefined && listed.chooseSheet(Number(at)))}
          />
        ) : null}
      </header>
      <div className="split-work import-work" data-region="table">
        <table className="import-columns">
          <thead>
            <tr>
              {['列', '見出し', '意味', '中身'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.index}>
                <td className="caption">{columnLetters(column.index)}</td>
                <td>{column.headingJa === '' ? <span className="caption">見出しなし</span> : column.headingJa}</td>
                <td>
                  <SelectField
                    label={`${columnLetters(column.index)}列の意味`}
                    labelHidden
                    value={column.field}
                    choices={FIELDS}
                    emptyJa="読まない"
                    onCommit={(field) => choose(column.index, field)}
                  />
                </td>
                <td className="second import-samples">{samplesJa(state, column.index)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="import-bar" data-region="actions">
        <p className="caption import-note">
          {canGoOn
            ? `${sheet?.rows.length ?? 0}行を読みます。この対応は、同じ見出しの名簿を次に取り込むときにも使います。`
            : '氏名の列（または姓と名の列）を選んでください。'}
        </p>
        <span className="gap" />
        <Button shortcut="Esc" onClick={listed.close}>
          やめる
        </Button>
        <Button kind="main" shortcut="Ctrl+Enter" disabled={!canGoOn} onClick={goOn}>
          この対応で読む
        </Button>
      </footer>
    </>
  );
}

function samplesJa({ source, sheetAt, match }: Extract<ImportState, { kind: 'columns' }>, column: number): string {
  const rows = source.sheets[sheetAt]?.rows.slice(match.headingAt === undefined ? 0 : match.headingAt + 1) ?? [];
  return rows
    .map((row) => row.cells[column]?.trim() ?? '')
    .filter((text) => text !== '')
    .slice(0, SAMPLES)
    .join('、');
}
