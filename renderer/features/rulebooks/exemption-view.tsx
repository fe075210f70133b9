import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { type ExemptionTable, nextRowNumber, type RowOf, rowsOf } from '../../../shared/rules/books/edit-book.js';
import type { CommonExemptionRow, SpecialtyExemptionRow } from '../../../shared/rules/engine/exemption-rows.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { isComposing } from '../../ui/composing.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SidePanel } from '../../ui/side-panel.js';
import { ExemptionPanel } from './exemption-panel.js';
import { TABLE_JA } from './exemption-tables.js';
import { extraJa, validityJa } from '../../../shared/rules/engine/exemption-row-words.js';

/** 免除資格等一覧 of a book, row by row; in a draft rows are added, changed and removed in the panel. */
export function ExemptionView<T extends ExemptionTable>({
  book,
  table,
}: {
  readonly book: Rulebook;
  readonly table: T;
}): ReactNode {
  const rows = rowsOf(book.file, table);
  const [chosenNo, setChosenNo] = useState<number>();
  /** The number of the row that is being added. */
  const [addedNo, setAddedNo] = useState<number>();
  const chosen = rows.find((row) => row.no === chosenNo) ?? rows[0];
  const isDraft = book.state === 'draft';
  const go = (step: number): void => {
    const next = rows[rows.findIndex((row) => row.no === chosen?.no) + step];
    if (!next) return;
    setAddedNo(undefined);
    setChosenNo(next.no);
    document.getElementById(`exemption-${next.no}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.altKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    go(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <div className="split">
      <div className="split-work books-table" data-region="table">
        <table className="books-rows" aria-label={TABLE_JA[table]} onKeyDown={onKeyDown}>
          <thead>
            <tr>
              {HEADS[table].map(([head, width]) => (
                <th key={head} scope="col" className={width === '' ? undefined : `books-col-${width}`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.no}
                id={`exemption-${row.no}`}
                tabIndex={row.no === chosen?.no ? 0 : -1}
                aria-selected={row.no === chosen?.no && addedNo === undefined}
                className={classNames(row.no === chosen?.no && addedNo === undefined && 'books-row-chosen')}
                onFocus={() => {
                  setAddedNo(undefined);
                  setChosenNo(row.no);
                }}
                onClick={(event) => event.currentTarget.focus()}
              >
                <RowCells row={row} />
              </tr>
            ))}
          </tbody>
        </table>
        {isDraft ? (
          <p className="books-below">
            <Button
              icon={<IconPlus size={16} aria-hidden="true" />}
              onClick={() => setAddedNo(nextRowNumber(book.file, table))}
            >
              行を加える
            </Button>
          </p>
        ) : null}
      </div>
      <SidePanel label="選んだ行">
        <ExemptionPanel
          key={addedNo === undefined ? `row ${chosen?.no ?? 0}` : `new ${addedNo}`}
          book={book}
          table={table}
          row={addedNo === undefined ? chosen : undefined}
          newNo={addedNo}
          onDone={(no) => {
            setAddedNo(undefined);
            setChosenNo(no);
          }}
        />
      </SidePanel>
    </div>
  );
}

/** Heads with the width of their columns. */
const HEADS = {
  common: [
    ['No.', 'no'],
    ['資格', ''],
    ['区分', 'middle'],
    ['Ⅰ', 'short'],
    ['Ⅱ', 'short'],
    ['書類', 'middle'],
    ['期限', 'middle'],
  ],
  specialty: [
    ['No.', 'no'],
    ['競技', 'name'],
    ['コーチ1', ''],
    ['コーチ2', 'wide'],
    ['期限', 'middle'],
    ['確認', 'middle'],
  ],
} as const satisfies Record<ExemptionTable, readonly (readonly [string, string])[]>;

function RowCells({ row }: { readonly row: RowOf[ExemptionTable] }): ReactNode {
  return 'qualification' in row ? <CommonCells row={row} /> : <SpecialtyCells row={row} />;
}

function CommonCells({ row }: { readonly row: CommonExemptionRow }): ReactNode {
  return (
    <>
      <td className="number books-zero">{row.no}</td>
      <td className="books-strong">
        {row.qualification}
        {row.decision === undefined ? null : <FindingMark mark="confirm" labelJa="読み方" />}
      </td>
      <td className="second">{row.category}</td>
      <td>{row.common1 ? '免除' : '—'}</td>
      <td>{row.common2 ? '免除' : '—'}</td>
      <td>{row.documentJa}</td>
      <td>{validityJa(row.validity)}</td>
    </>
  );
}

/** One to a line: names of qualifications are long and not to be taken apart. */
function Names({ list }: { readonly list: readonly string[] }): ReactNode {
  if (list.length === 0) return '—';
  return list.map((name) => (
    <span key={name} className="books-cited">
      {name}
    </span>
  ));
}

function SpecialtyCells({ row }: { readonly row: SpecialtyExemptionRow }): ReactNode {
  return (
    <>
      <td className="number books-zero">{row.no}</td>
      <td className="books-strong">
        {row.competition}
        {row.decision === undefined ? null : <FindingMark mark="confirm" labelJa="読み方" />}
      </td>
      <td>
        <Names list={row.coach1} />
      </td>
      <td>
        <Names list={row.coach2} />
      </td>
      <td>{validityJa(row.validity)}</td>
      <td className="second">{[extraJa(row.extra), row.body].filter(Boolean).join('　')}</td>
    </>
  );
}
