import { type Mark, MARK_JA } from '../../shared/rules/marks.js';
import './finding-mark.css';

/** 判定の印: word, sign and border of a mark. `labelJa` carries a narrower word (年齢, 重なり) and keeps the shape. */
export function FindingMark({ mark, labelJa }: { readonly mark: Mark; readonly labelJa?: string | undefined }) {
  return (
    <span className={`finding-mark finding-mark-${mark}`}>
      <MarkSign mark={mark} />
      <span>{labelJa ?? MARK_JA[mark]}</span>
    </span>
  );
}

const MOST = 2;

/** Marks of a line in a cell: at most two, then how many more. */
export function FindingMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const rest = marks.length - MOST;
  return (
    <span className="finding-marks">
      {marks.slice(0, MOST).map((mark) => (
        <FindingMark key={mark} mark={mark} />
      ))}
      {rest > 0 && (
        <span className="finding-marks-more">
          ＋{rest}
          <span className="unseen">
            {marks
              .slice(MOST)
              .map((mark) => MARK_JA[mark])
              .join('、')}
          </span>
        </span>
      )}
    </span>
  );
}

/** The sign alone, as it stands in marks and in filters. */
export function MarkSign({ mark }: { readonly mark: Mark }) {
  return (
    <svg className={`mark-sign mark-sign-${mark}`} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {SHAPES[mark]}
    </svg>
  );
}

const SHAPES = {
  out: <path d="M1.6 1.6 8.4 8.4M8.4 1.6 1.6 8.4" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  over: <path d="M5 .9 9.6 9H.4Z" fill="currentColor" />,
  waiting: (
    <path
      d="M1.5.75h4.6L8.6 3.2v6.05H1.5Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeDasharray="2 1.1"
    />
  ),
  confirm: (
    <path
      d="M2.6 3.2C2.6 1.7 3.6.9 5 .9s2.5.8 2.5 2.1C7.5 4.6 5 4.7 5 6.400M5 8v1.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  approved: <path d="M1 5.4 4 8.3 9.2 1.9" fill="none" stroke="currentColor" strokeWidth="1.8" />,
} as const satisfies Record<Mark, React.JSX.Element>;
