import type { ReactNode } from 'react';
import type { ImportKind } from '../../desk/list-import/kind-word.js';
import { type KindFilter, PreviewHead } from '../../desk/list-import/preview-head.js';
import { Button } from '../../ui/button.js';
import type { ImportState, PeopleImport } from './use-import.js';

type Props = {
  readonly state: Extract<ImportState, { kind: 'preview' }>;
  readonly filter: KindFilter;
  readonly onFilter: (filter: KindFilter) => void;
  readonly listed: PeopleImport;
};

/** The file of a list of people, what its columns mean, and its rows by kind. */
export function ImportHead({ state, filter, onFilter, listed }: Props): ReactNode {
  const { comparison, source } = state;
  const count = (kind: ImportKind): number => comparison.rows.filter((row) => row.kind === kind).length;
  return (
    <PreviewHead
      fileJa={source.nameJa}
      facts={
        <>
          <span>{factsJa(state, comparison.rows.length)}</span>
          <button type="button" className="link" onClick={listed.showColumns}>
            列の対応
          </button>
          {source.sheets.length > 1 ? <SheetChoice state={state} listed={listed} /> : null}
        </>
      }
      counts={{
        new: count('new'),
        changed: count('changed'),
        same: count('same'),
        doubtful: count('doubtful'),
        absent: comparison.absent.length,
      }}
      filter={filter}
      onFilter={onFilter}
    />
  );
}

function SheetChoice({ state, listed }: Pick<Props, 'state' | 'listed'>): ReactNode {
  return (
    <>
      {state.source.sheets.map((sheet, at) =>
        at === state.sheetAt ? null : (
          <Button key={sheet.nameJa} kind="bare" size="small" onClick={() => void listed.chooseSheet(at)}>
            シート「{sheet.nameJa}」にかえる
          </Button>
        ),
      )}
    </>
  );
}

function factsJa({ source, sheetAt, match }: Props['state'], count: number): string {
  const sheet = source.sheets[sheetAt];
  const named = match.columns.filter((column) => column.headingJa !== '');
  const used = match.columns.filter((column) => column.field !== undefined).length;
  const columns =
    named.length === 0
      ? `${used}列を読みました`
      : used === named.length
        ? `見出し ${used}列をすべて読みました`
        : `見出し ${named.length}列のうち${used}列を読みました`;
  return [
    sheet && sheet.nameJa !== '' ? `シート「${sheet.nameJa}」` : '',
    `${count}行`,
    columns,
    source.hiddenSheets.length > 0 ? `隠れたシート${source.hiddenSheets.length}枚は読みません` : '',
  ]
    .filter((part) => part !== '')
    .join('　');
}
