import { useEffect } from 'react';
import { focusTarget } from './window-keys.js';

/** The screens that move the focus themselves do so while they draw; only after that is it lost. */
const AFTER_DRAWING_MS = 120;

/**
 * Keeps the focus in the window: where what had it is gone (a removed line, a finished form, a button that went out
 * of use), the nearest part that is still drawn takes it, so that the next key goes on from there.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** The focused thing and what lies around it, from the inside out, within the work. */
    let trail: readonly Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocusIn = (event: FocusEvent): void => {
      const around = trailOf(event.target);
      if (around.length > 0) trail = around;
    };
    const restore = (): void => {
      if (document.activeElement !== document.body || document.querySelector('[role="dialog"]')) return;
      const [lost, ...around] = trail;
      if (!lost || isUsable(lost)) return;
      const place = around.find((element) => element.isConnected);
      if (place) entryOf(place, around)?.focus();
    };
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(restore, AFTER_DRAWING_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocusIn);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
    };
  }, []);
}

function trailOf(target: EventTarget | null): Element[] {
  const trail: Element[] = [];
  const work = document.querySelector('main');
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    trail.push(element);
    if (element === work) return trail;
  }
  return [];
}

/** A click into the empty page takes the focus off on purpose; a thing that is gone or disabled has lost it. */
function isUsable(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled');
}

/** A new screen is entered at its tab, a part of one at its first field or button. */
function entryOf(place: Element, around: readonly Element[]): HTMLElement | null {
  if (!(place instanceof HTMLElement)) return null;
  if (place.matches('main')) {
    const table = place.querySelector<HTMLElement>('[data-region="table"], [data-region="main"]');
    return (
      place.querySelector<HTMLElement>('[aria-current="page"]') ?? focusTarget(table ?? place) ?? focusTarget(place)
    );
  }
  const inside = focusTarget(place);
  if (inside) return inside;
  const outer = around[around.indexOf(place) + 1];
  return outer ? entryOf(outer, around) : null;
}
