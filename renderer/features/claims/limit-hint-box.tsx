import type { ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import type { LimitHint } from '../../../shared/rules/limit-hint.js';

/** 「上限 20,000 残り 5,000」 left of the open field; nothing where the rulebook sets no limit. */
export function LimitHintBox({
  hint,
  labelJa,
}: {
  readonly hint: LimitHint | undefined;
  readonly labelJa?: string | undefined;
}): ReactNode {
  if (!hint && labelJa === undefined) return null;
  return (
    <span className="limit-hint" role="note">
      {labelJa}
      {hint && (
        <>
          <span>
            上限 {grouped(hint.limit)}
            {hint.unitJa}
          </span>
          {hint.rest !== undefined && (
            <b>
              残り {grouped(hint.rest)}
              {hint.unitJa}
            </b>
          )}
        </>
      )}
    </span>
  );
}
