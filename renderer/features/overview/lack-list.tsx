import type { ReactNode } from 'react';
import type { Lack } from '../../../shared/workflow/lack.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { placeJa, useLead } from './places.js';

/** What is missing for a step, each with the way to its place; then what is only told. */
export function LackList({ lacks }: { readonly lacks: readonly Lack[] }): ReactNode {
  if (lacks.length === 0) return null;
  return (
    <ul className="lack-list" aria-label="進む前に見るもの">
      {lacks.map((lack) => (
        <LackRow key={`${lack.ruleId ?? ''} ${lack.ja}`} lack={lack} />
      ))}
    </ul>
  );
}

function LackRow({ lack }: { readonly lack: Lack }): ReactNode {
  const lead = useLead();
  const hasPlace = lack.where.screen !== 'overview' || lack.where.field !== undefined;
  return (
    <li className="lack-row">
      <span className="lack-row-mark">
        <FindingMark mark={lack.blocks ? 'out' : 'over'} labelJa={lack.blocks ? '足りない' : '注意'} />
      </span>
      <span>
        {lack.ja}
        {lack.ruleId === undefined ? null : (
          <span className="caption lack-row-clause">
            手引き {lack.sourceJa}　{lack.ruleId}
          </span>
        )}
      </span>
      <span className="lack-row-places">
        {hasPlace ? (
          <button type="button" className="link" onClick={() => lead(lack.where)}>
            {placeJa(lack.where)}へ
          </button>
        ) : null}
        {lack.canBeApproved === true ? (
          <button type="button" className="link" onClick={() => lead({ screen: 'overview', field: 'approvals' })}>
            承認を記録
          </button>
        ) : null}
      </span>
    </li>
  );
}
