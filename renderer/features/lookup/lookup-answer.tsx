import type { ReactNode } from 'react';
import { type IsoDate, longDateJa, weekdayJa } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import { check } from '../../../shared/rules/check.js';
import type { Deadline } from '../../../shared/rules/courses/deadlines/deadline.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { marksOf } from '../../../shared/rules/marks.js';
import { DeadlineList } from '../../desk/deadline-list.js';
import { Reasons } from '../../desk/reasons.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { minus, MoneyTriple } from '../../ui/money-triple.js';
import { answerLines } from './answers.js';
import { ExemptionAnswer } from './exemption-answer.js';
import type { LookupField } from './fields.js';
import type { LookupAnswer } from './lookup.js';

/** The answer to a question, with its reasons as in 経費. */
export function Answer({
  answer,
  book,
  today,
}: {
  readonly answer: LookupAnswer;
  readonly book: Rulebook;
  readonly today: IsoDate;
}): ReactNode {
  switch (answer.kind) {
    case 'lines':
      return <Lines answer={answer} book={book} />;
    case 'deadlines': {
      const isNow = book.from <= today && today <= book.to;
      return (
        <DeadlineList deadlines={inDueOrder(check(answer.case, book).deadlines)} today={isNow ? today : undefined} />
      );
    }
    case 'advance':
      return <Advance answer={answer} book={book} />;
    case 'exemption':
      return <ExemptionAnswer judgement={answer.judgement} />;
    case 'problem':
      return <EmptyState title={answer.ja} note="直すと、すぐに答えが出ます。" />;
  }
}

/** The earliest first, days that are not known yet last. */
function inDueOrder(deadlines: readonly Deadline[]): Deadline[] {
  const far = '9999';
  return [...deadlines].sort((a, b) => ((a.dueOn ?? far) < (b.dueOn ?? far) ? -1 : 1));
}

/** Which fields the answer still waits for. */
export function Missing({
  missing,
  unreadable,
}: {
  readonly missing: readonly LookupField[];
  readonly unreadable: readonly LookupField[];
}): ReactNode {
  const names = [...new Set([...unreadable, ...missing].map((field) => field.label))];
  return <EmptyState title={`${names.join('・')}を入れると、答えが出ます`} note="ほかは分かるところだけで結構です。" />;
}

function Lines({
  answer,
  book,
}: {
  readonly answer: Extract<LookupAnswer, { kind: 'lines' }>;
  readonly book: Rulebook;
}): ReactNode {
  const { facts, totals, lines, explained, papersJa } = answerLines(answer.asked, book);
  if (!explained) return null;
  return (
    <>
      <section className="panel-section lookup-sum">
        <MoneyTriple amounts={totals} waitingJa="確認待ち" />
        <span className="lookup-marks">
          {marksOf(explained).map((mark) => (
            <FindingMark key={mark} mark={mark} />
          ))}
        </span>
      </section>
      {lines.length > 1 ? (
        <section className="panel-section">
          <h3 className="panel-heading">1人ずつ</h3>
          <table className="lookup-people">
            <thead>
              <tr>
                <th>人</th>
                <th className="number">請求</th>
                <th className="number">対象</th>
                <th className="number">減額</th>
                <th className="number">確認待ち</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const own = facts.line(line.id);
                return (
                  <tr key={line.id}>
                    <td>{own === undefined ? '' : facts.personOf(own)?.nameJa}</td>
                    <td className="number">{grouped(line.claimed)}</td>
                    <td className="number">{grouped(line.eligible)}</td>
                    <td className={line.cut === 0 ? 'number money-zero' : 'number money-cut'}>{minus(line.cut)}</td>
                    <td className={line.provisional === 0 ? 'number money-zero' : 'number money-waiting'}>
                      {grouped(line.provisional)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      ) : null}
      <Reasons decided={explained} fiscalYear={book.fiscalYear} />
      <section className="panel-section">
        <h3 className="panel-heading">必要な書類</h3>
        <dl className="lookup-papers">
          <div>
            <dt>申請のとき</dt>
            <dd>{papersJa.application.length === 0 ? 'なし' : papersJa.application.join('、')}</dd>
          </div>
          <div>
            <dt>報告のとき</dt>
            <dd>{papersJa.report.length === 0 ? 'なし' : papersJa.report.join('、')}</dd>
          </div>
        </dl>
      </section>
      <section className="panel-section">
        <h3 className="panel-heading">この答えの前提</h3>
        <ul className="lookup-assumed">
          {answer.asked.assumedJa.map((ja) => (
            <li key={ja}>{ja}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** 概算払: the amount large, then the findings of the course that speak of it. */
function Advance({
  answer,
  book,
}: {
  readonly answer: Extract<LookupAnswer, { kind: 'advance' }>;
  readonly book: Rulebook;
}): ReactNode {
  const { settlement, findings } = check(answer.case, book);
  const own = findings.filter((finding) => finding.ruleId.startsWith('PAY-ADV-'));
  return (
    <>
      <section className="panel-section">
        <p className="lookup-amount">
          <span>概算払</span>
          <b>{settlement.advance === null ? '出せません' : `${grouped(settlement.advance)}円`}</b>
        </p>
        {settlement.advanceDueOn === null ? null : (
          <p className="lookup-amount lookup-day">
            <span>交付予定日</span>
            <b>
              {longDateJa(settlement.advanceDueOn)}({weekdayJa(settlement.advanceDueOn)})
            </b>
          </p>
        )}
      </section>
      {own.map((finding) => (
        <section key={finding.ruleId} className="panel-section">
          <p className="panel-sentence">
            {finding.severity === 'info' ? null : <FindingMark mark="confirm" />} {finding.messageJa}
          </p>
          <p className="panel-source">
            <span className="panel-clause">手引き {finding.sourceJa}</span>
            <span>{finding.ruleId}</span>
          </p>
          {finding.work.length === 0 ? null : (
            <dl className="panel-work">
              {finding.work.map((step) => (
                <div key={step.labelJa}>
                  <dt>{step.labelJa}</dt>
                  <dd>{step.amount === undefined ? step.textJa : grouped(step.amount)}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </>
  );
}
