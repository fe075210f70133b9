import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.js';

/** 証憑 of one course. */
export function VouchersTab({ courseId }: { readonly courseId: string }): ReactNode {
  return <EmptyState title="証憑" note={courseId} />;
}
