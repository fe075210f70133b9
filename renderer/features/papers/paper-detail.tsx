import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { OpenPlace } from '../../../shared/forms/checklist/open-point.js';
import { shortDateJa } from '../../../shared/dates.js';
import { ARRIVAL_JA } from '../../../shared/rules/courses/deadlines/deadline.js';
import { lockOf } from '../../desk/lock.js';
import { coursePath } from '../../routes.js';
import { Checklist } from './checklist.js';
import { arriveAt } from './open-place.js';
import type { PaperRow } from './paper-rows.js';
import { SentDates } from './sent-dates.js';
import { sentDatesOf } from './sent-dates-of.js';
import type { Papers } from './use-papers.js';
import { WrittenFiles } from './written-files.js';

type Props = {
  readonly courseId: string;
  readonly papers: Papers;
  readonly row: PaperRow;
  readonly forSubmission: boolean;
  /** The point that somebody comes back to. */
  readonly startAt: number | undefined;
  readonly takesFocus: boolean;
  /** Before going to the place of a point. */
  readonly onLeave: (point: number) => void;
  readonly onOpen: (id: string) => void;
  readonly onFolder: (id: string) => void;
};

/** The chosen paper: when it is due, what was written and sent, what it still lacks. */
export function PaperDetail(props: Props): ReactNode {
  const { courseId, papers, row } = props;
  const [, navigate] = useLocation();
  const follow = (place: OpenPlace, point: number): void => {
    const isHere = sentDatesOf(row.id, papers.record.course).some(({ label }) => label === place.section);
    if (!isHere) {
      props.onLeave(point);
      navigate(coursePath(courseId, place.screen));
    }
    arriveAt(place);
  };
  return (
    <section className="paper" aria-label={row.nameJa} data-region="main">
      <header className="paper-head">
        <h2>{row.nameJa}</h2>
        <DueWords row={row} />
      </header>
      <Said papers={papers} row={row} forSubmission={props.forSubmission} />
      <WrittenFiles courseId={courseId} row={row} onOpen={props.onOpen} onFolder={props.onFolder} />
      <SentDates courseId={courseId} record={papers.record} paper={row.id} />
      {row.open.length + row.settled.length === 0 ? null : (
        <Checklist row={row} startAt={props.startAt} takesFocus={props.takesFocus} onFollow={follow} />
      )}
    </section>
  );
}

function DueWords({ row: { deadline } }: { readonly row: PaperRow }): ReactNode {
  if (!deadline?.dueOn) return null;
  const arrival = ARRIVAL_JA[deadline.arrival];
  return (
    <p className="second">
      {shortDateJa(deadline.dueOn)}
      {arrival === '' ? '' : ` ${arrival}`}
      {deadline.state === 'done' ? '　済んでいます' : ''}
    </p>
  );
}

const CHECKLIST_SHEET = '提出チェックリスト';

/** Whether it can be written and what the one who opens it will read. */
function Said({
  papers,
  row,
  forSubmission,
}: {
  readonly papers: Papers;
  readonly row: PaperRow;
  readonly forSubmission: boolean;
}): ReactNode {
  const { kind, input } = row;
  const workbooks = useMemo(() => kind.make(input), [kind, input]);
  const hasChecklist = workbooks.some(({ sheets }) => sheets[0]?.name === CHECKLIST_SHEET);
  const lockJa = row.isNow ? lockOf(papers.record, row.stage) : undefined;
  if (row.whyNotJa !== undefined) return <p className="paper-said">{row.whyNotJa}。</p>;
  return (
    <div className="paper-said">
      <p>{sayingOf(row, hasChecklist, forSubmission)}</p>
      {papers.book.state === 'draft' ? (
        <p className="second">改訂案の基準で計算しています。どのシートにもそのことが書かれます。</p>
      ) : null}
      {lockJa === undefined ? null : <p className="second">{lockJa}。書き出しはいつでもできます。</p>}
    </div>
  );
}

function sayingOf({ isNow, open }: PaperRow, hasChecklist: boolean, forSubmission: boolean): ReactNode {
  if (!isNow) return '申請の段階の書類です。申請の明細と、いまの登録内容でもう一度書き出せます。';
  if (open.length === 0) return '足りないものはありません。';
  const errors = open.filter(({ weight }) => weight === 'error').length;
  const first = forSubmission
    ? '提出用にはこの一覧が入りません。'
    : hasChecklist
      ? `このまま書き出せます。1枚目の「${CHECKLIST_SHEET}」に同じ一覧が載ります。`
      : 'このまま書き出せます。';
  return (
    <>
      <b>
        残り {open.length}件{errors === 0 ? '' : `（要対応 ${errors}件）`}
      </b>
      {'　'}
      {first}
    </>
  );
}
