import type { KeyboardEvent } from 'react';

/** True while an IME holds the key: its Enter and Esc belong to the conversion, never to the screen. */
export function isComposing(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // 229 is what Chromium reports for the Enter that ends a composition, when isComposing is already false.
  return native.isComposing || native.keyCode === 229;
}
