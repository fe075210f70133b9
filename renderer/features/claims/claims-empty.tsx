import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { openDuties } from './choices.js';
import type { Claims } from './use-claims.js';

/** からっぽ: the first lines come from the timetable, where it has anything to claim. */
export function ClaimsEmpty({
  claims,
  onAdd,
  onFromTimetable,
}: {
  readonly claims: Claims;
  readonly onAdd: () => void;
  readonly onFromTimetable: () => void;
}): ReactNode {
  const duties = openDuties(claims.facts).length;
  const isLocked = claims.lockJa !== undefined;
  return (
    <div className="claims-empty">
      <EmptyState
        title="明細はまだありません"
        note={
          duties > 0
            ? `日程から謝金と会場の明細を作れます（担当 ${duties}件）`
            : '1件ずつ加えるか、日程と講師等を入れてから作ります'
        }
      >
        {!isLocked && duties > 0 && <Button onClick={onFromTimetable}>日程から作る</Button>}
        {!isLocked && <Button onClick={onAdd}>1件ずつ加える</Button>}
      </EmptyState>
    </div>
  );
}
