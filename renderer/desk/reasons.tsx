import type { ReactNode } from 'react';
import { fiscalYearJa } from '../../shared/dates.js';
import { grouped } from '../../shared/money.js';
import type { LineDecision } from '../../shared/rules/engine/decide.js';
import type { Finding } from '../../shared/rules/engine/finding.js';
import { byWeight, reasonsOf } from '../../shared/rules/marks.js';
import { citationText } from '../../shared/rules/citation-text.js';
import './reasons.css';

/** What the reasons stand in: the year of the book, and the other lines of the claim where there are any. */
type Around = {
  readonly fiscalYear: number;
  /** 「1-07 北条 悟」; undefined where no such line can be gone to. */
  readonly lineName?: ((lineId: string) => string | undefined) | undefined;
  readonly onGoTo?: ((lineId: string) => void) | undefined;
};

type Props = Around & { readonly decided: LineDecision };

/** なぜ・計算・使った値: the finding that decides the amount first, each with its clause, arithmetic and figures. */
export function Reasons({ decided, ...around }: Props): ReactNode {
  const reasons = reasonsOf(decided);
  const [first, ...others] = reasons;
  const hints = byWeight(decided.findings).filter((finding) => !reasons.includes(finding));
  return (
    <>
      <section className="panel-section">
        <h3 className="panel-heading">なぜ</h3>
        {first ? (
          <Reason finding={first} fiscalYear={around.fiscalYear} isOne={reasons.length === 1} />
        ) : (
          <p>請求どおり対象です。</p>
        )}
      </section>
      {first && <Work finding={first} decided={decided} {...around} isDeciding />}
      {first && <Figures finding={first} />}
      {others.length > 0 && (
        <section className="panel-section">
          <h3 className="panel-heading">ほかの理由</h3>
          {others.map((finding) => (
            <div key={keyOf(finding)} className="panel-other">
              <Reason finding={finding} fiscalYear={around.fiscalYear} />
              <Work finding={finding} decided={decided} {...around} />
            </div>
          ))}
        </section>
      )}
      {hints.length > 0 && (
        <details className="panel-section panel-hints">
          <summary>確かめたこと {hints.length}件</summary>
          {hints.map((finding) => (
            <div key={keyOf(finding)} className="panel-other">
              <Reason finding={finding} fiscalYear={around.fiscalYear} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** Identity of a finding within its line. */
export function keyOf(finding: Finding): string {
  return `${finding.ruleId} ${finding.place.part ?? ''} ${finding.messageJa}`;
}

function Reason({
  finding,
  fiscalYear,
  isOne = false,
}: {
  readonly finding: Finding;
  readonly fiscalYear: number;
  /** The only reason: the mark in the head says 要確認 already. */
  readonly isOne?: boolean;
}): ReactNode {
  return (
    <>
      <p className="panel-sentence">{finding.messageJa}</p>
      <p className="panel-source">
        <span className="panel-clause">手引き {finding.sourceJa}</span>
        <span>{finding.ruleId}</span>
        <span>{fiscalYearJa(fiscalYear)}</span>
        {finding.needsConfirmation && !isOne && <span className="panel-confirm">要確認</span>}
      </p>
    </>
  );
}

function Work({
  finding,
  decided,
  lineName,
  onGoTo,
  isDeciding = false,
}: Props & { readonly finding: Finding; readonly isDeciding?: boolean }): ReactNode {
  if (finding.work.length === 0) return null;
  const body = (
    <dl className="panel-work">
      {finding.work.map((step, index) => (
        <div key={`${step.labelJa} ${index}`}>
          <dt>
            {step.labelJa}
            {step.line !== undefined && step.line !== decided.id && (
              <LineLink id={step.line} name={lineName?.(step.line)} onGoTo={onGoTo} />
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

/** Another line of the claim, chosen by a click. */
function LineLink({
  id,
  name,
  onGoTo,
}: {
  readonly id: string;
  readonly name: string | undefined;
  readonly onGoTo: ((lineId: string) => void) | undefined;
}): ReactNode {
  if (name === undefined) return null;
  return (
    <button type="button" className="link panel-line-link" onClick={() => onGoTo?.(id)}>
      {name}
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
