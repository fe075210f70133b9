import { type ReactNode, useEffect, useState } from 'react';
import './progress.css';
import { Button } from './button.js';

const SILENT_MS = 400;

/** 長い作業: verb, how far, bar, やめる. Nothing is shown for work that ends at once. */
export function Progress({
  ja,
  done,
  total,
  unit = '',
  onCancel,
}: {
  readonly ja: string;
  readonly done?: number;
  readonly total?: number;
  readonly unit?: string;
  readonly onCancel?: () => void;
}): ReactNode {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="progress" role="group" aria-label={ja}>
      <div className="progress-head">
        <span>{ja}</span>
        {done === undefined || total === undefined ? null : (
          <span className="second">
            {done}／{total}
            {unit}
          </span>
        )}
        {onCancel ? (
          <Button size="small" onClick={onCancel}>
            やめる
          </Button>
        ) : null}
      </div>
      <progress aria-label={ja} {...(done === undefined || total === undefined ? {} : { value: done, max: total })} />
    </div>
  );
}
