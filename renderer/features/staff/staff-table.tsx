import type { ReactNode } from 'react';

/** Soon. */
export function StaffTable({ courseId }: { readonly courseId: string }): ReactNode {
  return <p>{courseId}</p>;
}
