/**
 * Brings an element into view by scrolling one box only. `scrollIntoView` would also scroll the window, which has
 * nothing to scroll to.
 */
export function scrollInto(box: Element | null | undefined, element: Element | null | undefined, below = 0): void {
  if (!box || !element) return;
  const outer = box.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const top = outer.top + below;
  if (inner.top < top) box.scrollTop -= top - inner.top;
  else if (inner.bottom > outer.bottom) box.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - top);
}
