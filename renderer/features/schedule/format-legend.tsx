import type { ReactNode } from 'react';
import { SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { FORMAT_LETTER } from './timetable.js';

const SHOWN = ['lecture', 'activeLearning', 'practical', 'practicum', 'exam'] as const;

/** What the letters on the blocks mean. */
export function FormatLegend(): ReactNode {
  return (
    <ul className="legend" aria-label="形態の印">
      {SHOWN.map((format) => (
        <li key={format}>
          <span className={`legend-letter session-${format}`}>{FORMAT_LETTER[format]}</span>
          {SESSION_FORMAT_JA[format]}
        </li>
      ))}
    </ul>
  );
}
