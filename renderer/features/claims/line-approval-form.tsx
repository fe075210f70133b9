import { type ReactNode, useCallback } from 'react';
import type { Approval, ApprovalKind } from '../../../shared/model/case/approval.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import { ApprovalForm, type ApprovalScope } from '../../desk/approval-form.js';
import { addApproval } from './edits.js';
import type { Claims } from './use-claims.js';

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  readonly decided: LineDecision;
  readonly kind: ApprovalKind;
  readonly tryApproval: (approval: Approval) => LineDecision | undefined;
  readonly onDone: () => void;
};

/** 承認記録を付ける from a line: for it, for its person or for the whole course. */
export function LineApprovalForm({ claims, line, decided, kind, tryApproval, onDone }: Props): ReactNode {
  const effectJa = useCallback(
    (approval: Approval): string => {
      const gain = (tryApproval(approval)?.eligible ?? decided.eligible) - decided.eligible;
      return gain > 0
        ? `記録すると、この明細の対象が ＋${grouped(gain)} になります`
        : '記録すると、承認記録ありの印が付きます。金額は変わりません';
    },
    [tryApproval, decided],
  );
  return (
    <ApprovalForm
      kind={kind}
      asOf={claims.facts.asOf}
      fiscalYear={claims.facts.course.fiscalYear}
      vouchers={claims.facts.vouchers}
      scopes={scopesOf(line, claims)}
      effectJa={effectJa}
      onRecord={(approval) =>
        claims.changes.act('承認記録を付けました', (course) =>
          addApproval({ ...approval, id: course.freshId('approvals', 'AP') })(course),
        )
      }
      onDone={onDone}
    />
  );
}

function scopesOf(line: Line, claims: Claims): [ApprovalScope, ...ApprovalScope[]] {
  const person = claims.facts.personOf(line);
  return [
    { scope: 'line', scopeId: line.id, ja: 'この明細' },
    ...(person ? [{ scope: 'person', scopeId: person.id, ja: person.nameJa } as const] : []),
    { scope: 'course', ja: '講習会全体' },
  ];
}
