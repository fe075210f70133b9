import type { ReactNode } from 'react';
import { grouped, type Yen } from '../../../shared/money.js';
import { addAmounts } from '../../../shared/rules/engine/totals.js';
import { cappedGroups } from '../../../shared/rules/limit-hint.js';
import { BarLegend, CapBar, TotalBar } from '../../ui/limit-bar.js';
import { minus } from '../../ui/money-triple.js';
import type { GridColumn } from './navigation.js';
import { outlookOf } from './outlook.js';
import type { Claims } from './use-claims.js';

type Props = {
  readonly claims: Claims;
  readonly columns: readonly GridColumn[];
  readonly waitingJa: string;
  readonly isSettlementOpen: boolean;
  readonly onSettlement: () => void;
};

/** 合計: the sums in the columns of the table, the bar against 契約額, capped groups, and what will be paid. */
export function TotalsBar({ claims, columns, waitingJa, isSettlementOpen, onSettlement }: Props): ReactNode {
  const { decision } = claims;
  const amounts = addAmounts(decision.lines);
  const hasWaiting = columns.includes('provisional');
  const outlook = outlookOf(claims);
  return (
    <footer className="claims-totals" data-region="totals" aria-label="合計">
      <div className="claims-row claims-total-row" role="group" aria-label="合計">
        <span className="claims-total-name">
          <b>合計</b>
          <span className="caption">{hasWaiting ? `請求 = 対象 + 減額 + ${waitingJa}` : '請求 = 対象 + 減額'}</span>
        </span>
        <span className="claims-cell claims-claimed">{grouped(amounts.claimed)}</span>
        <span className="claims-cell claims-eligible">
          <b className="claims-total-eligible">{grouped(decision.totals.eligible)}</b>
        </span>
        <span className="claims-cell claims-cut">{minus(amounts.cut)}</span>
        {hasWaiting && (
          <span className="claims-cell claims-provisional">
            {amounts.provisional === 0 ? (
              <span className="money-zero">0</span>
            ) : (
              <b className="money-waiting">{grouped(amounts.provisional)}</b>
            )}
          </span>
        )}
        <span className="caption claims-unit-note">単位：円（税込）</span>
      </div>
      {decision.totals.gatedBy.length > 0 && <Gate claims={claims} />}
      <div className="claims-measures">
        <Measure claims={claims} contract={outlook.contract} waitingJa={hasWaiting ? waitingJa : undefined} />
        <Caps claims={claims} />
        <div className="claims-outlook">
          <span className="caption">{outlook.labelJa}</span>
          <span>
            <button
              type="button"
              className="claims-outlook-amount"
              aria-label="精算を見る"
              aria-pressed={isSettlementOpen}
              onClick={onSettlement}
            >
              {outlook.amount === undefined ? '—' : grouped(outlook.amount)}
            </button>
            <span className="second">{outlook.noteJa}</span>
          </span>
        </div>
      </div>
    </footer>
  );
}

function Measure({
  claims,
  contract,
  waitingJa,
}: {
  readonly claims: Claims;
  readonly contract: Yen | undefined;
  readonly waitingJa: string | undefined;
}): ReactNode {
  const { eligible, cut, provisional } = addAmounts(claims.decision.lines);
  const rest = contract === undefined ? undefined : contract - eligible;
  const contractJa = contract === undefined ? '契約額は未定です' : `契約額 ${grouped(contract)}`;
  return (
    <div className="claims-measure">
      <div className="claims-measure-head">
        <BarLegend waitingJa={waitingJa} />
        <span className="claims-contract">
          {contract !== undefined && (
            <>
              <i className="claims-tick" aria-hidden="true" />
              契約額 <b>{grouped(contract)}</b>
            </>
          )}
          {rest !== undefined && rest >= 0 && <span className="caption">残り {grouped(rest)}</span>}
          {rest !== undefined && rest < 0 && (
            <span className="claims-over-contract">契約額を {grouped(-rest)} 超えています</span>
          )}
        </span>
      </div>
      <TotalBar
        eligible={eligible}
        provisional={provisional}
        cut={cut}
        contract={contract}
        labelJa={`対象 ${grouped(eligible)}、${waitingJa === undefined ? '' : `${waitingJa} ${grouped(provisional)}、`}減額 ${grouped(cut)}、${contractJa}`}
      />
    </div>
  );
}

function Caps({ claims }: { readonly claims: Claims }): ReactNode {
  const groups = cappedGroups(claims);
  if (groups.length === 0) return null;
  return (
    <div className="claims-caps">
      {groups.map((group) => (
        <CapBar key={group.labelJa} {...group} />
      ))}
    </div>
  );
}

/** A failed gate takes everything: said in words where the sum is 0. */
function Gate({ claims }: { readonly claims: Claims }): ReactNode {
  const { gatedBy, eligibleBeforeGates } = claims.decision.totals;
  const gates = claims.decision.findings.filter(
    (finding) => gatedBy.includes(finding.ruleId) && finding.severity === 'error',
  );
  return (
    <p className="claims-gate" role="status">
      {gates.map((finding) => (
        <span key={finding.ruleId}>
          {finding.messageJa}（{finding.sourceJa}・{finding.ruleId}）
        </span>
      ))}
      <span>このため対象の合計は0円です。要件を満たすと {grouped(eligibleBeforeGates)} 円になります。</span>
    </p>
  );
}
