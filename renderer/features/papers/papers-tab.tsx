import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.js';

/** 書類 of one course. */
export function PapersTab({ courseId }: { readonly courseId: string }): ReactNode {
  return <EmptyState title="書類" note={courseId} />;
}
