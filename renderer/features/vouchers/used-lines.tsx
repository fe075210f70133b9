import { IconX } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import { marksOf } from '../../../shared/rules/marks.js';
import { arriveAtLine } from '../../desk/arrive.js';
import { lineKindText, lineText } from '../../../shared/rules/line-text.js';
import { coursePath } from '../../routes.js';
import { FindingMarks } from '../../ui/finding-mark.js';
import { SelectField } from '../../ui/select-field.js';
import type { Vouchers } from './use-vouchers.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly lines: readonly Line[];
  /** Default 使っている明細. */
  readonly titleJa?: string;
  readonly onDetach?: ((line: Line) => void) | undefined;
  readonly onAttach?: ((lineId: string) => void) | undefined;
};

/** 使っている明細: what the paper proves, with the money of each line; several lines for one paper. */
export function UsedLines({ vouchers, lines, titleJa = '使っている明細', onDetach, onAttach }: Props): ReactNode {
  const { facts } = vouchers;
  const own = new Set(lines.map((line) => line.id));
  const others = facts.lines.filter((line) => !own.has(line.id));
  return (
    <section className="panel-section" aria-label={titleJa}>
      <h3 className="panel-heading">{titleJa}</h3>
      {lines.length === 0 ? <p className="second">どの明細にもつないでいません。</p> : null}
      <ul className="used-lines">
        {lines.map((line) => (
          <UsedLine key={line.id} vouchers={vouchers} line={line} onDetach={onDetach} />
        ))}
      </ul>
      {onAttach && others.length > 0 ? (
        <SelectField
          label="明細につなぐ"
          labelHidden
          value={undefined}
          emptyJa="明細につなぐ…"
          choices={others.map((line) => ({ value: line.id, ja: lineNameJa(vouchers, line) }))}
          onCommit={(id) => {
            if (id !== undefined) onAttach(id);
          }}
        />
      ) : null}
    </section>
  );
}

function UsedLine({
  vouchers,
  line,
  onDetach,
}: {
  readonly vouchers: Vouchers;
  readonly line: Line;
  readonly onDetach: ((line: Line) => void) | undefined;
}): ReactNode {
  const { facts, decided, numbers, courseId } = vouchers;
  const decision = decided.get(line.id);
  const text = lineText(line, facts);
  return (
    <li className="used-line">
      <div className="used-line-head">
        <span className="panel-no">{numbers.get(line.id)}</span>
        <Link
          href={coursePath(courseId, 'claims')}
          className="used-line-name"
          onClick={() => arriveAtLine(line.id)}
          title="経費でこの明細を見る"
        >
          {text.nameJa}　{text.detailJa}
        </Link>
        {decision ? <FindingMarks marks={marksOf(decision)} /> : null}
        {onDetach ? (
          <button
            type="button"
            className="icon-button used-line-off"
            aria-label={`明細 ${numbers.get(line.id) ?? ''} から外す`}
            title="この明細から外す"
            onClick={() => onDetach(line)}
          >
            <IconX size={14} aria-hidden="true" />
          </button>
        ) : null}
      </div>
      {decision ? (
        <dl className="used-line-money">
          <div>
            <dt>請求</dt>
            <dd>{grouped(decision.claimed)}</dd>
          </div>
          <div>
            <dt>対象</dt>
            <dd>
              <b>{grouped(decision.eligible)}</b>
            </dd>
          </div>
          {decision.cut > 0 ? (
            <div>
              <dt>減額</dt>
              <dd className="used-line-cut">−{grouped(decision.cut)}</dd>
            </div>
          ) : null}
          {decision.provisional > 0 ? (
            <div className="used-line-waits">
              <dt>待ち</dt>
              <dd>
                <b>{grouped(decision.provisional)}</b>
              </dd>
            </div>
          ) : null}
        </dl>
      ) : null}
    </li>
  );
}

/** 「2-03 航空 村瀬 千尋 羽田→松山」 */
export function lineNameJa({ facts, numbers }: Vouchers, line: Line): string {
  const text = lineText(line, facts);
  return [numbers.get(line.id), lineKindText(line), text.nameJa, text.detailJa]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');
}
