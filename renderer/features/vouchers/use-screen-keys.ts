/** Keys of the 証憑 screen outside of its fields. */
import { useEffect, useEffectEvent } from 'react';
import type { VoucherKind } from '../../../shared/model/case/voucher.js';
import { isComposing } from '../../ui/composing.js';
import { kindOfKey } from './kind-keys.js';

type Keys = {
  readonly add: () => void;
  readonly find: () => void;
  readonly kind: (kind: VoucherKind) => void;
  readonly remove: () => void;
  /** R, N, C and the zoom belong to the picture wherever the focus is in the list. */
  readonly toPicture: (key: string) => void;
};

const OF_PICTURE: readonly string[] = ['r', 'R', 'n', 'N', 'c', 'C', '+', '-'];

/** Ctrl+O, Ctrl+F everywhere; 1–9, Delete, R, N, C where nothing is typed. */
export function useScreenKeys(keys: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    if (event.ctrlKey && !event.altKey && !event.shiftKey) {
      if (event.key.toLowerCase() === 'o') keys.add();
      else if (event.key.toLowerCase() === 'f') keys.find();
      else return false;
      return true;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !isInList(event.target)) return false;
    const kind = kindOfKey(event.key);
    if (kind !== undefined) keys.kind(kind);
    else if (event.key === 'Delete') keys.remove();
    else if (OF_PICTURE.includes(event.key) && isIn(event.target, '.voucher-list')) keys.toPicture(event.key);
    else return false;
    return true;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event) || document.querySelector('[role="dialog"]')) return;
      if (onKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isInList(target: EventTarget | null): boolean {
  return isIn(target, '.voucher-list, .voucher-viewer');
}

function isIn(target: EventTarget | null, places: string): boolean {
  return target instanceof Element && target.closest(places) !== null;
}
