import type { ReactNode } from 'react';
import { longDateJa } from '../../../shared/dates.js';
import { EXEMPTION_RESULT_JA, type ExemptionJudgement } from '../../../shared/rules/courses/exemptions/judgement.js';
import { FindingMark } from '../../ui/finding-mark.js';

/** 免除できます・できません・要確認, why, by which papers, until when, and who must be asked. */
export function ExemptionAnswer({ judgement }: { readonly judgement: ExemptionJudgement }): ReactNode {
  const { result, reasons, papersJa, missingPapersJa, validUntil, confirmWith, row } = judgement;
  return (
    <>
      <section className="panel-section">
        <p className={`lookup-result lookup-result-${result}`}>
          {result === 'needsConfirmation' ? <FindingMark mark="confirm" /> : null}
          <b>{result === 'needsConfirmation' ? '決められません' : EXEMPTION_RESULT_JA[result]}</b>
        </p>
        <dl className="lookup-papers">
          {validUntil === undefined ? null : (
            <div>
              <dt>いつまで</dt>
              <dd>{longDateJa(validUntil)}の申請まで</dd>
            </div>
          )}
          {confirmWith === undefined ? null : (
            <div>
              <dt>確かめる先</dt>
              <dd>{confirmWith}</dd>
            </div>
          )}
          {row === undefined ? null : (
            <div>
              <dt>一覧</dt>
              <dd>{row.row.at}</dd>
            </div>
          )}
        </dl>
      </section>
      <section className="panel-section">
        <h3 className="panel-heading">なぜ</h3>
        {reasons.map((reason) => (
          <div key={`${reason.ruleId} ${reason.messageJa}`} className="panel-other">
            <p className="panel-sentence">{reason.messageJa}</p>
            {reason.remedyJa === undefined ? null : <p className="second">{reason.remedyJa}</p>}
            <p className="panel-source">
              <span className="panel-clause">手引き {reason.sourceJa}</span>
              <span>{reason.ruleId}</span>
              {reason.confirm ? <span className="panel-confirm">要確認</span> : null}
            </p>
          </div>
        ))}
      </section>
      {papersJa.length === 0 ? null : (
        <section className="panel-section">
          <h3 className="panel-heading">必要な書類</h3>
          <ul>
            {papersJa.map((paper) => (
              <li key={paper}>
                {paper}
                {missingPapersJa.includes(paper) ? <span className="second">　まだありません</span> : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
