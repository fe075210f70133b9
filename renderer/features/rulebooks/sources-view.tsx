import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import { citedBy, freshSourceId, withoutSource, withSource } from '../../../shared/rules/books/edit-book.js';
import type { BookSource, Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { useWithdrawToast } from '../../ui/toast.js';
import { changeDraft } from './book-changes.js';

/** 資料: the documents that the values are taken from. Those of the year before are marked until they are renewed. */
export function SourcesView({ book }: { readonly book: Rulebook }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const isDraft = book.state === 'draft';
  const withdraw = useWithdrawToast();
  const set = async (id: string, source: BookSource) => {
    const recorded = await changeDraft(door, book, '出典の資料を直しました', (file) => withSource(file, id, source));
    if (recorded.ok && recorded.change) withdraw();
    return recorded;
  };
  const add = (): void => {
    void tell(
      changeDraft(door, book, '出典の資料を加えました', (file) =>
        withSource(file, freshSourceId(file), { titleJa: '新しい資料', publisherJa: '未入力', edition: '未入力' }),
      ),
    );
  };
  return (
    <div className="split-work" data-region="table">
      <table className={isDraft ? 'books-sources cell-fields' : 'books-sources'} aria-label="出典の資料">
        <thead>
          <tr>
            <th scope="col">資料名</th>
            <th scope="col">発行者</th>
            <th scope="col">版</th>
            <th scope="col" className="number">
              項目
            </th>
            <th scope="col">印</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(book.file.sources).map(([id, source]) => {
            const uses = citedBy(book.file, id);
            return (
              <tr key={id}>
                {(['titleJa', 'publisherJa', 'edition'] as const).map((field) => (
                  <td key={field}>
                    {isDraft ? (
                      <TextField
                        label={FIELD_JA[field]}
                        labelHidden
                        required
                        value={source[field]}
                        onCommit={(value) => set(id, { ...source, [field]: value ?? source[field] })}
                      />
                    ) : (
                      source[field]
                    )}
                  </td>
                ))}
                <td className="number">{grouped(uses)}</td>
                <td>
                  {source.carried ? <FindingMark mark="confirm" labelJa="前年度の資料" /> : null}
                  {isDraft && uses === 0 ? (
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`${source.titleJa}を消す`}
                      onClick={() =>
                        void tell(changeDraft(door, book, '出典の資料を消しました', (file) => withoutSource(file, id)))
                      }
                    >
                      <IconTrash size={16} stroke={1.6} aria-hidden="true" />
                    </button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isDraft ? (
        <p className="books-below">
          <Button onClick={add}>資料を加える</Button>
          <span className="second">資料名か版を新しい年度のものに直すと、「前年度の資料」の印が消えます。</span>
        </p>
      ) : null}
    </div>
  );
}

const FIELD_JA = { titleJa: '資料名', publisherJa: '発行者', edition: '版' } as const;
