/** What a key means in the 経費 table while no cell is open. */
import type { Step } from './navigation.js';

export type GridIntent =
  | { readonly kind: 'go'; readonly step: Step; readonly extend: boolean }
  | { readonly kind: 'move'; readonly by: 'up' | 'down' }
  | { readonly kind: 'nextMark' }
  | { readonly kind: 'firstRemedy' }
  | { readonly kind: 'add' }
  | { readonly kind: 'fillDown' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'explain' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'toPanel' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'fold'; readonly open: boolean | undefined }
  | { readonly kind: 'open' };

export type Key = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
};

/** The intent of a key; `undefined` where the key is not for the table. */
export function intentOf({ key, ctrl, alt, shift }: Key, onGroup: boolean): GridIntent | undefined {
  if (alt) return ctrl ? undefined : ALT[key];
  if (ctrl) return withControl(key, shift);
  if (onGroup) {
    const fold = FOLD[key];
    if (fold) return fold;
  }
  const step = STEPS[key];
  if (step) return { kind: 'go', step, extend: shift && (step === 'up' || step === 'down') };
  if (key === 'Tab') return { kind: 'go', step: shift ? 'left' : 'right', extend: false };
  return (shift ? WITH_SHIFT : PLAIN)[key];
}

const ALT: Readonly<Record<string, GridIntent>> = {
  ArrowDown: { kind: 'nextMark' },
  Enter: { kind: 'firstRemedy' },
};

const FOLD: Readonly<Record<string, GridIntent>> = {
  '+': { kind: 'fold', open: true },
  ';': { kind: 'fold', open: true },
  '-': { kind: 'fold', open: false },
  ArrowRight: { kind: 'fold', open: true },
  ArrowLeft: { kind: 'fold', open: false },
  Enter: { kind: 'fold', open: undefined },
  ' ': { kind: 'fold', open: undefined },
};

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

const PLAIN: Readonly<Record<string, GridIntent>> = {
  Delete: { kind: 'remove' },
  F2: { kind: 'open' },
  Enter: { kind: 'open' },
  F6: { kind: 'toPanel' },
  ContextMenu: { kind: 'menu' },
};

const WITH_SHIFT: Readonly<Record<string, GridIntent>> = { F10: { kind: 'menu' } };

function withControl(key: string, shift: boolean): GridIntent | undefined {
  if (shift) {
    if (key === 'ArrowUp') return { kind: 'move', by: 'up' };
    return key === 'ArrowDown' ? { kind: 'move', by: 'down' } : undefined;
  }
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Enter':
      return { kind: 'add' };
    case 'd':
      return { kind: 'fillDown' };
    case 'c':
      return { kind: 'copy' };
    case 'Home':
    case 'ArrowUp':
      return { kind: 'go', step: 'top', extend: false };
    case 'End':
    case 'ArrowDown':
      return { kind: 'go', step: 'bottom', extend: false };
    case 'ArrowLeft':
      return { kind: 'go', step: 'rowStart', extend: false };
    case 'ArrowRight':
      return { kind: 'go', step: 'rowEnd', extend: false };
    default:
      return undefined;
  }
}
