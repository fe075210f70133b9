import type { ReactNode } from 'react';
import './empty-state.css';

/** からっぽ: one bold sentence, one small one, one thing to begin with. Stands in the place of the table. */
export function EmptyState({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {note === undefined ? null : <p className="second">{note}</p>}
      {children === undefined ? null : <div className="empty-ways">{children}</div>}
    </div>
  );
}
