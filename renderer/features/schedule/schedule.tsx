import type { ReactNode } from 'react';

/** Soon. */
export function Schedule({ courseId }: { readonly courseId: string }): ReactNode {
  return <p>{courseId}</p>;
}
