import type { ReactNode } from 'react';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import { Reasons } from '../../desk/reasons.js';
import { lineText } from '../../../shared/rules/line-text.js';
import type { Claims } from './use-claims.js';

type Props = {
  readonly claims: Claims;
  readonly decided: LineDecision;
  readonly onGoTo: (lineId: string) => void;
};

/** なぜ・計算・使った値 of a line of the claim; other lines in the arithmetic are links. */
export function WhySection({ claims, decided, onGoTo }: Props): ReactNode {
  const lineName = (id: string): string | undefined => {
    const line = claims.facts.line(id);
    return line && `${claims.numbers.get(id) ?? ''} ${lineText(line, claims.facts).nameJa}`;
  };
  return <Reasons decided={decided} fiscalYear={claims.book.fiscalYear} lineName={lineName} onGoTo={onGoTo} />;
}
