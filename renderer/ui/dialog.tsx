import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import './dialog.css';
import { isComposing } from './composing.js';

/** A way on from a refusal. The first is the best one and has the focus. */
export type Way = {
  readonly ja: string;
  readonly note?: string;
  /** As printed on the right: Enter, Alt+S, Esc. */
  readonly shortcut?: string;
  readonly onChoose: () => void;
};

type Props = {
  /** What is so, in plain words. */
  readonly title: string;
  readonly icon?: ReactNode;
  /** File name or another subject, set in a box. */
  readonly subject?: string | undefined;
  /** What is safe. */
  readonly children: ReactNode;
  readonly ways: readonly Way[];
  /** Printed small at the end. */
  readonly code?: string | undefined;
  readonly onClose: () => void;
};

/** The pattern for every refusal: what is so, what is safe, the ways on. Esc closes. */
export function RefusalDialog({ title, icon, subject, children, ways, code, onClose }: Props): ReactNode {
  const first = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-shade" />
        <Base.Popup
          className="dialog"
          initialFocus={first}
          onKeyDown={(event) => {
            if (isComposing(event) || !event.altKey) return;
            const way = ways.find((candidate) => candidate.shortcut === `Alt+${event.key.toUpperCase()}`);
            if (way) way.onChoose();
          }}
        >
          <Base.Title className="dialog-title">
            {icon}
            {title}
          </Base.Title>
          {subject === undefined ? null : <p className="dialog-subject">{subject}</p>}
          <Base.Description render={<div className="dialog-text" />}>{children}</Base.Description>
          <ul className="dialog-ways">
            {ways.map((way, index) => (
              <li key={way.ja}>
                <button
                  ref={index === 0 ? first : undefined}
                  type="button"
                  className={index === 0 ? 'way way-best' : 'way'}
                  onClick={way.onChoose}
                >
                  <span>
                    <span className="way-name">{way.ja}</span>
                    {way.note === undefined ? null : <span className="way-note">{way.note}</span>}
                  </span>
                  {way.shortcut === undefined ? null : <span className="key">{way.shortcut}</span>}
                </button>
              </li>
            ))}
          </ul>
          {code === undefined ? null : <p className="dialog-code">記録番号 {code}</p>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
