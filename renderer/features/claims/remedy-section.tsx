import type { ReactNode } from 'react';
import type { Approval } from '../../../shared/model/case/approval.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import { keyOf } from '../../desk/reasons.js';
import { Button } from '../../ui/button.js';
import { LineApprovalForm } from './line-approval-form.js';
import type { Remedy } from './remedies.js';
import type { Claims } from './use-claims.js';

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  readonly decided: LineDecision;
  readonly remedies: readonly Remedy[];
  /** Key of the remedy whose approval form is open. */
  readonly open: string | undefined;
  readonly tryApproval: (approval: Approval) => LineDecision | undefined;
  readonly onApproval: (key: string | undefined) => void;
  readonly onPaper: (key: string) => void;
  readonly onField: (field: string) => void;
};

/** 直すには: what would mend it, what it brings, and the button where the program can do it. */
export function RemedySection(props: Props): ReactNode {
  const { claims, remedies } = props;
  if (remedies.length === 0) return null;
  const isLocked = claims.lockJa !== undefined;
  return (
    <section className="panel-section">
      <h3 className="panel-heading">直すには</h3>
      {remedies.map((remedy) => (
        <div key={keyOf(remedy.finding)} className="panel-remedy">
          <p className="panel-remedy-head">
            <span>{wordsOf(remedy)}</span>
            {remedy.gain > 0 && <b className="panel-gain">＋{grouped(remedy.gain)}</b>}
          </p>
          {!isLocked && <Ways {...props} remedy={remedy} />}
        </div>
      ))}
    </section>
  );
}

function wordsOf({ finding, paper, approval }: Remedy): string {
  if (finding.remedyJa !== undefined) return finding.remedyJa;
  if (paper) return `${paper.labelJa}を付ける`;
  return approval === undefined ? '' : '確認して、承認記録を付ける';
}

function Ways({ remedy, ...props }: Props & { readonly remedy: Remedy }): ReactNode {
  const { claims, line, decided, open } = props;
  const { approval, paper, field } = remedy;
  const key = keyOf(remedy.finding);
  if (approval !== undefined && open === key) {
    return (
      <LineApprovalForm
        claims={claims}
        line={line}
        decided={decided}
        kind={approval}
        tryApproval={props.tryApproval}
        onDone={() => props.onApproval(undefined)}
      />
    );
  }
  return (
    <div className="panel-remedy-ways">
      {paper && (
        <Button size="small" onClick={() => props.onPaper(paper.key)}>
          証憑を記録
        </Button>
      )}
      {field !== undefined && (
        <Button size="small" onClick={() => props.onField(field)}>
          入力欄を開く
        </Button>
      )}
      {approval !== undefined && (
        <Button size="small" onClick={() => props.onApproval(key)}>
          承認記録を付ける
        </Button>
      )}
    </div>
  );
}
