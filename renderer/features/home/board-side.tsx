import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { addDays, daysBetween, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { DELIVERY_JA } from '../../../shared/model/case/course.js';
import { grouped, sum } from '../../../shared/money.js';
import { decisionOf } from '../../db/course-case.js';
import { lackingBookJa } from '../../desk/books.js';
import { courseDates, courseNameJa } from '../../desk/course-words.js';
import { useDesk } from '../../desk/desk-context.js';
import { mustDoCount } from '../../desk/must-do.js';
import { coursePath } from '../../routes.js';
import { FindingMark, MarkSign } from '../../ui/finding-mark.js';
import type { Held } from './due.js';
import { stepsOf } from './progress-steps.js';

/** 証憑待ち of all courses: what comes back as soon as something arrives. */
export function Recoverable({ held }: { readonly held: readonly Held[] }): ReactNode {
  const { books } = useDesk();
  const waiting = held.flatMap(({ row, value }) => {
    const provisional = decisionOf(value, books)?.totals.provisional ?? 0;
    return provisional > 0 ? [{ row, value, provisional }] : [];
  });
  return (
    <section className="board-part">
      <h2>戻せるお金</h2>
      {waiting.length === 0 ? (
        <p className="second">証憑を待っているお金はありません。</p>
      ) : (
        <>
          <p className="recoverable">
            <FindingMark mark="waiting" />
            <span>
              <b>{grouped(sum(waiting.map((entry) => entry.provisional)))}</b> 円
            </span>
          </p>
          <ul>
            {waiting.map(({ row, value, provisional }) => (
              <li key={row.courseId} className="recoverable-row">
                <Link href={coursePath(row.courseId, 'claims')}>{courseNameJa(value.course)}</Link>
                <span>{grouped(provisional)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** 講習会の進み. */
export function ProgressList({ held }: { readonly held: readonly Held[] }): ReactNode {
  return (
    <section className="board-part">
      <h2>講習会の進み</h2>
      {held.map(({ row, value }) => (
        <div key={row.courseId} className="phases-of">
          <p>
            <Link href={coursePath(row.courseId, 'overview')} className="phases-name">
              {courseNameJa(value.course)}
            </Link>{' '}
            <span className="tag">{DELIVERY_JA[value.course.delivery]}</span>
            <span className="phases-when">{whenJa(value)}</span>
          </p>
          <ol className="phases">
            {stepsOf(value).map(({ ja, state }) => (
              <li key={ja} className={`phase phase-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
                {state === 'done' ? <IconCheck size={12} aria-label="済" /> : null}
                {state === 'none' ? '—' : ja}
              </li>
            ))}
          </ol>
          <MustDo courseId={row.courseId} value={value} />
        </div>
      ))}
    </section>
  );
}

/** 「要対応 21」 leads to the paper that lacks it; a course without its book says so here, as it has no deadlines. */
function MustDo({ courseId, value }: { readonly courseId: string; readonly value: Case }): ReactNode {
  const { books } = useDesk();
  const count = mustDoCount(value, books);
  if (count === undefined) return <FindingMark mark="confirm" labelJa={`基準 ${lackingBookJa(value)} なし`} />;
  return count === 0 ? null : (
    <Link href={coursePath(courseId, 'papers')} className="phases-open">
      <MarkSign mark="out" />
      要対応 <b>{count}</b>
    </Link>
  );
}

function whenJa(value: Case): string {
  const { first, last } = courseDates(value.course, value.sessions);
  if (first === undefined || last === undefined) return '日程 未入力';
  const bare = (date: string): string => shortDateJa(date).slice(0, -3);
  return daysBetween(value.asOf, addDays(last, 1)) <= 0 ? `${bare(last)}終了` : `${bare(first)}開始`;
}
