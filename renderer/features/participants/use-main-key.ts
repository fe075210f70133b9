import { useEffect, useEffectEvent } from 'react';
import { isComposing } from '../../ui/composing.js';

/** Ctrl+Enter: the main action of what is shown. */
export function useMainKey(action: () => void): void {
  const onKey = useEffectEvent(action);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      onKey();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
