import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.js';

/** 支払 of one course. */
export function PaymentsTab({ courseId }: { readonly courseId: string }): ReactNode {
  return <EmptyState title="支払" note={courseId} />;
}
