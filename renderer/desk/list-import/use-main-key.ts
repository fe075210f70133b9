import { useEffect, useEffectEvent } from 'react';
import { isComposing } from '../../ui/composing.js';

/** Ctrl+Enter: the main action of what is shown; `undefined` leaves the key to somebody else. */
export function useMainKey(action: (() => void) | undefined): void {
  const onKey = useEffectEvent(() => action?.());
  const isOn = action !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      onKey();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
