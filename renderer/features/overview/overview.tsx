import type { ReactNode } from 'react';

/** Soon. */
export function Overview({ courseId }: { readonly courseId: string }): ReactNode {
  return <p>{courseId}</p>;
}
