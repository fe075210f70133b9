import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { marksOf } from '../../../shared/rules/marks.js';
import { paperTicks } from '../../../shared/rules/paper-ticks.js';
import { keyOf } from '../../desk/reasons.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { MoneyTriple } from '../../ui/money-triple.js';
import { LineForm } from './line-form.js';
import { lineKindText, lineText } from '../../../shared/rules/line-text.js';
import { PapersSection } from './papers-section.js';
import { type Remedy, remediesOf } from './remedies.js';
import { RemedySection } from './remedy-section.js';
import { scrollInto } from './scroll-into.js';
import type { Claims } from './use-claims.js';
import { useTrials } from './use-trials.js';
import { WhySection } from './why-section.js';

/** What a key in the table asks of the panel of a line. */
export type PanelCall =
  | { readonly kind: 'field'; readonly lineId: string; readonly field: string }
  | { readonly kind: 'firstRemedy'; readonly lineId: string };

type Props = {
  readonly claims: Claims;
  readonly lineId: string;
  readonly waitingJa: string;
  readonly call: PanelCall | undefined;
  readonly onCallDone: () => void;
  readonly onGoTo: (lineId: string) => void;
  /** Opens the field in the table where it has a cell; false where it has none. */
  readonly onCell: (lineId: string, field: string) => boolean;
};

/** The chosen line: what, how much, why, how to mend it, which papers, and all its fields. */
export function LinePanel({ claims, lineId, waitingJa, call, onCallDone, onGoTo, onCell }: Props): ReactNode {
  const line = claims.facts.line(lineId);
  const decided = claims.decided.get(lineId);
  const body = useRef<HTMLDivElement>(null);
  const [approval, setApproval] = useState<string>();
  const [paper, setPaper] = useState<string>();
  const trials = useTrials(claims, lineId);
  const ticks = useMemo(
    () => (line && decided ? paperTicks(line, claims.facts, decided, claims.figures) : []),
    [line, decided, claims],
  );
  const remedies = useMemo(
    () => (line && decided ? remediesOf(line, decided, ticks, trials.of) : []),
    [line, decided, ticks, trials],
  );

  const toField = useCallback(
    (field: string): void => {
      if (!onCell(lineId, field)) focusField(body.current, field);
    },
    [lineId, onCell],
  );
  const answer = useEffectEvent((asked: PanelCall): void => {
    if (asked.kind === 'field') focusField(body.current, asked.field);
    else if (remedies[0]) takeRemedy(remedies[0], toField, setApproval, setPaper);
    onCallDone();
  });
  useEffect(() => {
    if (call?.lineId === lineId) answer(call);
  }, [call, lineId]);
  useFormFocus(body, approval ?? paper);

  if (!line || !decided) return null;
  const text = lineText(line, claims.facts);
  return (
    <div ref={body} className="line-panel">
      <header className="panel-head">
        <span className="panel-no">{claims.numbers.get(lineId)}</span>
        <h2 className="panel-name">
          {lineKindText(line)} {text.nameJa}
        </h2>
        <span className="panel-marks">
          {marksOf(decided).map((mark) => (
            <FindingMark key={mark} mark={mark} />
          ))}
        </span>
      </header>
      <section className="panel-section">
        <MoneyTriple amounts={decided} waitingJa={waitingJa} />
      </section>
      <WhySection claims={claims} decided={decided} onGoTo={onGoTo} />
      <RemedySection
        claims={claims}
        line={line}
        decided={decided}
        remedies={remedies}
        open={approval}
        tryApproval={trials.withApproval}
        onApproval={setApproval}
        onPaper={setPaper}
        onField={toField}
      />
      <PapersSection claims={claims} line={line} ticks={ticks} open={paper} onOpen={setPaper} />
      <LineForm claims={claims} line={line} />
    </div>
  );
}

function takeRemedy(
  remedy: Remedy,
  toField: (field: string) => void,
  setApproval: (key: string) => void,
  setPaper: (key: string) => void,
): void {
  if (remedy.paper) setPaper(remedy.paper.key);
  else if (remedy.approval !== undefined) setApproval(keyOf(remedy.finding));
  else if (remedy.field !== undefined) toField(remedy.field);
}

/** The head of the panel stays, with a little air below it. */
const HEAD_ROOM = 48;
const FIELDS = 'input:not([type="checkbox"]), textarea';
const FOCUSABLE = 'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)';

function focusField(body: HTMLElement | null, field: string): void {
  const place = body?.querySelector<HTMLElement>(`[data-field="${field}"]`);
  scrollInto(body?.parentElement, place, HEAD_ROOM);
  place?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
}

/** A form that opens takes the focus, at its first empty field. */
function useFormFocus(body: React.RefObject<HTMLDivElement | null>, open: string | undefined): void {
  useEffect(() => {
    if (open === undefined) return;
    const form = body.current?.querySelector<HTMLElement>('form.panel-form');
    scrollInto(body.current?.parentElement, form, HEAD_ROOM);
    const fields = [...(form?.querySelectorAll<HTMLInputElement>(FIELDS) ?? [])];
    (fields.find((field) => field.value === '') ?? fields[0])?.focus({ preventScroll: true });
  }, [body, open]);
}
