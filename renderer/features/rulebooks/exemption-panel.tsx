import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type ExemptionTable, type RowOf, withoutRow, withRow } from '../../../shared/rules/books/edit-book.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { changeDraft } from './book-changes.js';
import { ExemptionFields } from './exemption-fields.js';
import { draftOf, type RowDraft, readRow } from './exemption-row-draft.js';
import { extraJa, validityJa } from '../../../shared/rules/engine/exemption-row-words.js';
import { TABLE_JA } from './exemption-tables.js';

/** The chosen row: read in a book in force, typed in a draft, with the document and the place that say it. */
export function ExemptionPanel({
  book,
  table,
  row,
  newNo,
  onDone,
}: {
  readonly book: Rulebook;
  readonly table: ExemptionTable;
  /** Absent for a new row. */
  readonly row: RowOf[ExemptionTable] | undefined;
  readonly newNo: number | undefined;
  readonly onDone: (no: number | undefined) => void;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const [draft, setDraft] = useState<RowDraft>(() => draftOf(table, row, newNo ?? 1));
  const [problemJa, setProblemJa] = useState<string>();
  const [isChanged, setChanged] = useState(row === undefined);
  if (book.state !== 'draft') return row ? <ReadRow book={book} row={row} /> : null;

  const name = `${TABLE_JA[table]} No.${row?.no ?? newNo ?? ''}`;
  const save = async (): Promise<void> => {
    const read = readRow(table, draft, { file: book.file, replaced: row });
    if (!read.ok) {
      setProblemJa(read.ja);
      return;
    }
    const label = row ? `${name}を変えました` : `${TABLE_JA[table]}に No.${read.row.no} を加えました`;
    const recorded = await tell(
      changeDraft(door, book, label, (file) => withRow(file, table, read.row as never, row?.no ?? read.row.no)),
    );
    if (!recorded.ok) return;
    setProblemJa(undefined);
    setChanged(false);
    onDone(read.row.no);
  };
  const remove = async (): Promise<void> => {
    if (!row) return;
    const recorded = await tell(
      changeDraft(door, book, `${name}を消しました`, (file) => withoutRow(file, table, row.no)),
    );
    if (recorded.ok) onDone(undefined);
  };
  return (
    <form
      className="books-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className="books-panel-head">
        <h2>{row ? name : `${TABLE_JA[table]}に加える行`}</h2>
      </header>
      <ExemptionFields
        book={book}
        table={table}
        draft={draft}
        onChange={(fields) => {
          setChanged(true);
          setProblemJa(undefined);
          // What is said anew needs its document anew, as with the figures.
          const asksAgain = !isChanged && !('source' in fields || 'note' in fields || 'at' in fields);
          setDraft({ ...draft, ...(asksAgain ? { source: '' } : {}), ...fields });
        }}
      />
      {problemJa === undefined ? null : (
        <p className="field-problem" role="alert">
          {problemJa}
        </p>
      )}
      <p className="books-buttons">
        {isChanged ? (
          <>
            <Button kind="main" type="submit" shortcut="Enter">
              {row ? 'この行にする' : 'この行を加える'}
            </Button>
            <Button
              onClick={() => {
                setDraft(draftOf(table, row, newNo ?? 1));
                setChanged(row === undefined);
                setProblemJa(undefined);
                if (!row) onDone(undefined);
              }}
            >
              戻す
            </Button>
          </>
        ) : null}
        {row && !isChanged ? (
          <Button kind="danger" onClick={() => void remove()}>
            この行を消す
          </Button>
        ) : null}
      </p>
    </form>
  );
}

function ReadRow({ book, row }: { readonly book: Rulebook; readonly row: RowOf[ExemptionTable] }): ReactNode {
  const isCommon = 'qualification' in row;
  const facts: readonly (readonly [string, string])[] = isCommon
    ? [
        ['区分', row.category],
        ['ほかに認めるもの', (row.alsoAccepted ?? []).join('、')],
        ['免除', [row.common1 ? '共通Ⅰ' : '', row.common2 ? '共通Ⅱ' : ''].filter(Boolean).join('・')],
        ['書類', `${row.documentJa}${row.documentStated ? '' : '（一般の注意書きによる）'}`],
      ]
    : [
        ['コーチ1', row.coach1.join('、')],
        ['コーチ2', row.coach2.join('、')],
        ['除くもの', (row.excluded ?? []).join('、')],
        ['確認', extraJa(row.extra)],
        ['確認先', row.body ?? ''],
      ];
  const source = book.file.sources[row.source];
  return (
    <div className="books-panel">
      <header className="books-panel-head">
        <h2>{isCommon ? row.qualification : row.competition}</h2>
      </header>
      <section className="books-section">
        <dl className="books-facts">
          {[
            ...facts,
            ['期限', validityJa(row.validity)] as const,
            ['資料', source?.titleJa ?? row.source] as const,
            ['場所', row.at] as const,
          ]
            .filter(([, text]) => text !== '')
            .map(([label, text]) => (
              <div key={label} className="books-fact">
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
        {row.decision === undefined ? null : (
          <p className="books-reading">
            <FindingMark mark="confirm" labelJa="読み方" />
            <span>資料からははっきり読み取れないため、このプログラムの読み方です（{row.decision}）。</span>
          </p>
        )}
        {row.note === undefined ? null : <p className="second">{row.note}</p>}
        <p className="books-frozen">
          <IconLock size={14} aria-hidden="true" />
          確定した基準は変えられません。「写して直す」と、改訂案の中で変えられます。
        </p>
      </section>
    </div>
  );
}
