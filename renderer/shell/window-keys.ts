import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useHistory } from '../desk/use-history.js';
import { NEW_COURSE } from '../routes.js';
import { isComposing } from '../ui/composing.js';
import { DESTINATIONS } from './rail.js';

/** Keys that mean the same on every screen: Ctrl+Z, Ctrl+Y, Ctrl+N, Alt+1…, Alt+← and Alt+→, F6. */
export function useWindowKeys(): void {
  const { undo, redo } = useHistory();
  const [, navigate] = useLocation();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event)) return;
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      if (event.key === 'F6') return () => moveRegion(event.shiftKey ? -1 : 1);
      if (event.altKey && !event.ctrlKey) {
        // The window of the desktop has no buttons for it, and a way to a place wants a way back.
        if (event.key === 'ArrowLeft') return () => history.back();
        if (event.key === 'ArrowRight') return () => history.forward();
        const destination = DESTINATIONS[Number(event.key) - 1];
        return destination && (() => navigate(destination.path));
      }
      if (!event.ctrlKey || event.altKey) return undefined;
      switch (event.key.toLowerCase()) {
        case 'z':
          return isTyping() ? undefined : event.shiftKey ? () => void redo() : () => void undo();
        case 'y':
          return isTyping() ? undefined : () => void redo();
        case 'n':
          return isCourseList() ? () => navigate(NEW_COURSE) : undefined;
        default:
          return undefined;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, redo, navigate]);
}

/** A field with text that is not committed yet keeps Ctrl+Z for itself. */
function isTyping(): boolean {
  return document.activeElement?.hasAttribute('data-dirty') === true;
}

function isCourseList(): boolean {
  return ['', '#/', '#/courses'].includes(location.hash);
}

/** Goes round the parts of the window that carry `data-region`. */
function moveRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null,
  );
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  for (let distance = 1; distance <= regions.length; distance += 1) {
    const start = current === -1 && step === -1 ? 0 : current;
    const region = regions[(start + step * distance + regions.length * 2) % regions.length];
    const target = region && focusTarget(region);
    if (target) {
      target.focus();
      if (target.hasAttribute('data-opens')) target.click();
      return;
    }
  }
}

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, [tabindex="0"]';

/** What takes the focus when a part of the window is entered. */
export function focusTarget(region: HTMLElement): HTMLElement | null {
  if (region.tabIndex === 0) return region;
  return (
    [...region.querySelectorAll<HTMLElement>('[data-opens]')].find((opener) => opener.offsetParent !== null) ??
    region.querySelector<HTMLElement>('[aria-selected="true"][tabindex="0"]') ??
    region.querySelector<HTMLElement>(FOCUSABLE)
  );
}
