import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import { legAmount } from '../../../shared/model/case/detail-amount.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { LEG_MODE_JA, type Leg, OTHER_LEG_KIND_JA } from '../../../shared/model/case/lines/travel.js';
import { grouped } from '../../../shared/money.js';
import type { Recorded } from '../../db/changes.js';
import { Button } from '../../ui/button.js';
import { changedLeg, returnOf } from './legs.js';
import { LEG_FIELDS } from './leg-fields.js';
import type { Claims } from './use-claims.js';
import { ValueFieldView } from './value-field.js';

type TransportLine = Extract<Line, { kind: 'transport' }>;

type Props = {
  readonly claims: Claims;
  readonly line: TransportLine;
  readonly onWrite: (value: unknown) => Promise<Recorded>;
};

/** 区間: a row for each ride with its fare; the open one shows its fields. */
export function LegsField({ claims, line, onWrite }: Props): ReactNode {
  const { legs } = line;
  const [open, setOpen] = useState(0);
  const set = (index: number, leg: Leg): Promise<Recorded> =>
    onWrite(legs.map((one, at) => (at === index ? leg : one)));
  const add = (leg: Leg | undefined): void => {
    if (!leg) return;
    setOpen(legs.length);
    void onWrite([...legs, leg]);
  };
  const last = legs.at(-1);
  return (
    <div className="panel-group" role="group" aria-label="区間">
      <span className="field-label">区間</span>
      <ol className="panel-legs">
        {legs.map((leg, index) => (
          <li key={index}>
            <LegHead
              leg={leg}
              index={index}
              isOpen={open === index}
              onToggle={() => setOpen(open === index ? -1 : index)}
            />
            {open === index && (
              <div className="panel-leg-fields">
                <div className="panel-fields">
                  {LEG_FIELDS[leg.mode].map((field) => (
                    <div
                      key={field.key}
                      className={field.type === 'text' && field.isLong === true ? 'panel-field-wide' : 'panel-field'}
                    >
                      <ValueFieldView
                        field={field}
                        value={(leg as Readonly<Record<string, unknown>>)[field.key]}
                        year={claims.facts.course.fiscalYear}
                        onWrite={(value) => set(index, changedLeg(leg, field.key, value))}
                      />
                    </div>
                  ))}
                </div>
                {legs.length > 1 && (
                  <button
                    type="button"
                    className="link"
                    onClick={() => void onWrite(legs.filter((_, at) => at !== index))}
                  >
                    この区間を消す
                  </button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className="panel-remedy-ways">
        <Button size="small" onClick={() => add(last && returnOf(last))}>
          帰りを加える
        </Button>
        <Button
          size="small"
          onClick={() => add(last && { ...returnOf(last), from: last.to, to: last.to, baseFare: 0 })}
        >
          続きの区間を加える
        </Button>
      </div>
    </div>
  );
}

function LegHead({
  leg,
  index,
  isOpen,
  onToggle,
}: {
  readonly leg: Leg;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const mode = leg.mode === 'other' ? OTHER_LEG_KIND_JA[leg.otherKind ?? 'taxi'] : LEG_MODE_JA[leg.mode];
  return (
    <button type="button" className="panel-leg-head" aria-expanded={isOpen} onClick={onToggle}>
      <Chevron size={14} aria-hidden="true" />
      <span className="panel-leg-words">
        {index + 1} {mode} {leg.from}→{leg.to}
      </span>
      <span className="caption">{shortDateJa(leg.date)}</span>
      <span className="number">{grouped(legAmount(leg))}</span>
    </button>
  );
}
