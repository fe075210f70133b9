import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.js';
import { KindWord } from './kind-word.js';
import type { PreviewCell, PreviewHead, PreviewRow } from './preview-row.js';

type Props = {
  readonly heads: readonly PreviewHead[];
  readonly row: PreviewRow;
  readonly rowIndex: number;
  readonly height: number;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onTick: (key: string) => void;
  readonly onAsk: (key: string) => void;
};

/** One row of the preview; what changes stands struck through above what it becomes. */
export function PreviewTableRow(props: Props): ReactNode {
  const { heads, row, rowIndex, height, isChosen, onChoose, onTick, onAsk } = props;
  return (
    <tr
      className={classNames('import-row', `import-row-${row.kind}`, isChosen && 'import-chosen')}
      style={{ height }}
      aria-rowindex={rowIndex}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => onChoose(row.key)}
      onDoubleClick={() => onAsk(row.key)}
      onFocus={() => (isChosen ? undefined : onChoose(row.key))}
    >
      <td className="import-tick">
        {row.tick === 'none' ? null : (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`${row.nameJa}を取り込む${row.tick === 'ask' ? '（先に、同じ人かを決めます）' : ''}`}
            checked={row.isTicked}
            onChange={() => onTick(row.key)}
          />
        )}
      </td>
      <td>
        <KindWord kind={row.kind} />
      </td>
      {heads.map((head, index) => (
        <td key={head.ja} className={classNames(head.className, head.isNumber === true && 'number')}>
          <Value cell={row.cells[index]} />
        </td>
      ))}
      <td className="second import-others">{row.othersJa}</td>
      <td>{row.doubt}</td>
    </tr>
  );
}

function Value({ cell }: { readonly cell: PreviewCell | undefined }): ReactNode {
  if (cell?.isUnread === true) return <span className="import-unread">{cell.ja}</span>;
  if (cell?.beforeJa === undefined) return cell?.ja;
  return (
    <span className="import-change">
      <del>{cell.beforeJa === '' ? '（なし）' : cell.beforeJa}</del>
      <ins>{cell.ja === '' ? '（なし）' : cell.ja}</ins>
    </span>
  );
}
