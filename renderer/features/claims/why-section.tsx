import type { ReactNode } from 'react';
import { fiscalYearJa } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { byWeight, reasonsOf } from '../../../shared/rules/marks.js';
import { citationText } from './citation-text.js';
import type { Claims } from './use-claims.js';
import { lineText } from './line-text.js';

type Props = {
  readonly claims: Claims;
  readonly decided: LineDecision;
  readonly onGoTo: (lineId: string) => void;
};

/** なぜ・計算・使った値: the finding that decides the amount first, each with its clause, arithmetic and figures. */
export function WhySection({ claims, decided, onGoTo }: Props): ReactNode {
  const reasons = reasonsOf(decided);
  const [first, ...others] = reasons;
  const hints = byWeight(decided.findings).filter((finding) => !reasons.includes(finding));
  return (
    <>
      <section className="panel-section">
        <h3 className="panel-heading">なぜ</h3>
        {first ? <Reason finding={first} claims={claims} isOne={reasons.length === 1} /> : <p>請求どおり対象です。</p>}
      </section>
      {first && <Work finding={first} decided={decided} claims={claims} onGoTo={onGoTo} isDeciding />}
      {first && <Figures finding={first} />}
      {others.length > 0 && (
        <section className="panel-section">
          <h3 className="panel-heading">ほかの理由</h3>
          {others.map((finding) => (
            <div key={keyOf(finding)} className="panel-other">
              <Reason finding={finding} claims={claims} />
              <Work finding={finding} decided={decided} claims={claims} onGoTo={onGoTo} />
            </div>
          ))}
        </section>
      )}
      {hints.length > 0 && (
        <details className="panel-section panel-hints">
          <summary>確かめたこと {hints.length}件</summary>
          {hints.map((finding) => (
            <div key={keyOf(finding)} className="panel-other">
              <Reason finding={finding} claims={claims} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

export function keyOf(finding: Finding): string {
  return `${finding.ruleId} ${finding.place.part ?? ''} ${finding.messageJa}`;
}

function Reason({
  finding,
  claims,
  isOne = false,
}: {
  readonly finding: Finding;
  readonly claims: Claims;
  /** The only reason: the mark in the head says 要確認 already. */
  readonly isOne?: boolean;
}): ReactNode {
  return (
    <>
      <p className="panel-sentence">{finding.messageJa}</p>
      <p className="panel-source">
        <span className="panel-clause">手引き {finding.sourceJa}</span>
        <span>{finding.ruleId}</span>
        <span>{fiscalYearJa(claims.book.fiscalYear)}</span>
        {finding.needsConfirmation && !isOne && <span className="panel-confirm">要確認</span>}
      </p>
    </>
  );
}

function Work({
  finding,
  decided,
  claims,
  onGoTo,
  isDeciding = false,
}: {
  readonly finding: Finding;
  readonly decided: LineDecision;
  readonly claims: Claims;
  readonly onGoTo: (lineId: string) => void;
  readonly isDeciding?: boolean;
}): ReactNode {
  if (finding.work.length === 0) return null;
  const body = (
    <dl className="panel-work">
      {finding.work.map((step, index) => (
        <div key={`${step.labelJa} ${index}`}>
          <dt>
            {step.labelJa}
            {step.line !== undefined && step.line !== decided.id && (
              <LineLink id={step.line} claims={claims} onGoTo={onGoTo} />
            )}
          </dt>
          <dd>{step.amount === undefined ? step.textJa : grouped(step.amount)}</dd>
        </div>
      ))}
      {isDeciding && (
        <div className="panel-work-sum">
          <dt>この明細の対象</dt>
          <dd>{grouped(decided.eligible)}</dd>
        </div>
      )}
    </dl>
  );
  if (!isDeciding) return body;
  return (
    <section className="panel-section">
      <h3 className="panel-heading">計算</h3>
      {body}
    </section>
  );
}

/** 「1-07 北条 悟」: another line of the claim, chosen by a click. */
function LineLink({
  id,
  claims,
  onGoTo,
}: {
  readonly id: string;
  readonly claims: Claims;
  readonly onGoTo: (lineId: string) => void;
}): ReactNode {
  const line = claims.facts.line(id);
  if (!line) return null;
  return (
    <button type="button" className="link panel-line-link" onClick={() => onGoTo(id)}>
      {claims.numbers.get(id)} {lineText(line, claims.facts).nameJa}
    </button>
  );
}

function Figures({ finding }: { readonly finding: Finding }): ReactNode {
  if (finding.citations.length === 0) return null;
  return (
    <section className="panel-section">
      <h3 className="panel-heading">使った値</h3>
      <dl className="panel-figures">
        {finding.citations.map((citation) => (
          <div key={citation.key}>
            <dt>
              {citation.labelJa}
              <span className="caption"> {citation.at}</span>
              {citation.decision && <span className="caption"> 当方の読み方</span>}
            </dt>
            <dd>{citationText(citation)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
