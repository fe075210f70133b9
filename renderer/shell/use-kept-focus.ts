import { useEffect } from 'react';
import { focusTarget } from './window-keys.js';

/** The screens that move the focus themselves do so while they draw; only after that is it lost. */
const AFTER_DRAWING_MS = 120;

/**
 * Keeps the focus in the window: where what had it is gone (a removed line, a finished form), the nearest part that
 * is still drawn takes it, so that the next key goes on from there. A button that was out of use while it worked has
 * it again afterwards.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** The focused thing and what lies around it, from the inside out, within the work. */
    let trail: readonly Element[] = [];
    let isWaiting = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocusIn = (event: FocusEvent): void => {
      const around = trailOf(event.target);
      if (around.length === 0) return;
      trail = around;
      isWaiting = false;
    };
    const restore = (): void => {
      if (document.activeElement !== document.body || document.querySelector('[role="dialog"]')) return;
      const [lost, ...around] = trail;
      // A click into the empty page takes the focus off on purpose; only a thing that is gone has lost it.
      if (!(lost instanceof HTMLElement)) return;
      if (lost.isConnected) {
        if (isWaiting && !lost.matches(':disabled')) lost.focus();
        isWaiting = lost.matches(':disabled');
        return;
      }
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
