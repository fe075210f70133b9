import type { ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import { stands } from '../../../shared/rules/facts/headcount.js';
import { markCounts } from '../../../shared/rules/marks.js';
import { decisionOf } from '../../db/course-case.js';
import { useDesk } from '../../desk/desk-context.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { Due } from './due.js';

/** What still stands between today and the deadline: people without approval, marks of the claim, the money awaited. */
export function DueState({ due }: { readonly due: Due }): ReactNode {
  return (
    <span className="due-state">
      <State due={due} />
    </span>
  );
}

function State({ due }: { readonly due: Due }): ReactNode {
  const { value, deadline } = due;
  const { books } = useDesk();
  switch (deadline.deadlineId) {
    case 'DL-01':
    case 'DL-02': {
      const open = (value.enrollments ?? []).filter(
        (own) => stands(own) && own.primaryApprovedOn === undefined && own.status === 'applied',
      );
      if ((value.enrollments ?? []).length === 0) return '受講者 未入力';
      return open.length === 0 ? null : `承認待ち ${open.length}名`;
    }
    case 'DL-03':
    case 'DL-04':
    case 'DL-08':
    case 'DL-09':
    case 'DL-10':
      return <ClaimState due={due} />;
    case 'DL-11':
      return amountJa(decisionOf(value, books)?.settlement.advance ?? null);
    case 'DL-12':
      return amountJa(decisionOf(value, books)?.settlement.balance ?? null);
    default:
      return deadline.daysLeft < 0 ? deadline.lateJa : null;
  }
}

function amountJa(amount: number | null): string {
  return amount === null ? '金額 未定' : `${grouped(amount)}円`;
}

/** Marks of the claim that this paper carries; none of them while the course works on the other one. */
function ClaimState({ due }: { readonly due: Due }): ReactNode {
  const { value, deadline } = due;
  const { books } = useDesk();
  const isReport = ['DL-08', 'DL-09', 'DL-10'].includes(deadline.deadlineId);
  if (isReport !== (value.stage === 'report')) return deadline.daysLeft < 0 ? deadline.lateJa : null;
  const decision = decisionOf(value, books);
  if (!decision) return null;
  const { confirm } = markCounts(decision.lines);
  const { provisional } = decision.totals;
  if (decision.lines.length === 0 && value.course.delivery === 'commissioned') return '明細 未入力';
  return (
    <>
      {provisional > 0 ? (
        <span className="whole">
          <FindingMark mark="waiting" labelJa={isReport ? undefined : '確認待ち'} /> {grouped(provisional)}円
        </span>
      ) : null}
      {confirm > 0 ? (
        <span className="whole">
          <FindingMark mark="confirm" /> {confirm}件
        </span>
      ) : null}
    </>
  );
}
