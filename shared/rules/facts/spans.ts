/** Stretches of one day's clock in minutes since midnight, and the little arithmetic that room hours need. */
export type Span = { readonly start: number; readonly end: number };

/** The same time as spans in order that neither touch nor overlap. */
export function merged(spans: readonly Span[]): readonly Span[] {
  if (isMerged(spans)) return spans;
  const ordered = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const result: Span[] = [];
  for (const span of ordered) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push({ start: span.start, end: span.end });
  }
  return result;
}

function isMerged(spans: readonly Span[]): boolean {
  let end = -1;
  for (const span of spans) {
    if (span.start <= end || span.end <= span.start) return false;
    end = span.end;
  }
  return true;
}

/** Minutes that the spans cover; time covered twice counts once. */
export function minutesIn(spans: readonly Span[]): number {
  return merged(spans).reduce((total, span) => total + span.end - span.start, 0);
}

/** The part of `spans` that lies within `others`. */
export function within(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const limits = merged(others);
  return merged(
    spans.flatMap((span) =>
      limits.map((limit) => ({ start: Math.max(span.start, limit.start), end: Math.min(span.end, limit.end) })),
    ),
  );
}

/** The part of `spans` that lies outside `others`. */
export function outside(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const holes = merged(others);
  return merged(spans).flatMap((span) => {
    const left: Span[] = [];
    let { start } = span;
    for (const hole of holes) {
      if (hole.end <= start || hole.start >= span.end) continue;
      if (hole.start > start) left.push({ start, end: hole.start });
      start = hole.end;
    }
    return start < span.end ? [...left, { start, end: span.end }] : left;
  });
}

/** The first `minutes` minutes of the spans. */
export function firstMinutes(spans: readonly Span[], minutes: number): readonly Span[] {
  let left = minutes;
  return merged(spans).flatMap((span) => {
    const taken = Math.min(left, span.end - span.start);
    left -= taken;
    return taken > 0 ? [{ start: span.start, end: span.start + taken }] : [];
  });
}
