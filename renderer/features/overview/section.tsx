import { type ReactNode, useId } from 'react';

/** A titled group of fields with their labels at the left. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="form-rows">{children}</div>
    </section>
  );
}
