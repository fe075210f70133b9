import type { ReactNode } from 'react';
import type { Way } from '../ui/dialog.js';
import './shell.css';

/** The program cannot open its data: what is so, what is safe, the ways on. */
export function StopScreen({
  title,
  safeJa,
  ways,
  code,
}: {
  readonly title: string;
  readonly safeJa: string;
  readonly ways: readonly Way[];
  readonly code?: string;
}): ReactNode {
  return (
    <div className="whole-window">
      <header className="title-bar">
        <span className="title-name">講習会デスク</span>
      </header>
      <main className="stop">
        <h1>{title}</h1>
        <p>{safeJa}</p>
        <ul>
          {ways.map((way, index) => (
            <li key={way.ja}>
              <button
                type="button"
                className={index === 0 ? 'way way-best' : 'way'}
                autoFocus={index === 0}
                onClick={way.onChoose}
              >
                <span>
                  <span className="way-name">{way.ja}</span>
                  {way.note === undefined ? null : <span className="way-note">{way.note}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {code === undefined ? null : <p className="caption">記録番号 {code}</p>}
      </main>
    </div>
  );
}
