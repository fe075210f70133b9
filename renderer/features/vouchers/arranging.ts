/** Moving the number or the crop frame by keys: what each key makes of it. */
import type { KeyboardEvent } from 'react';
import { type Crop, movedCrop, movedStamp, resizedCrop, type Stamp } from './picture-geometry.js';

export type Arranging =
  { readonly kind: 'stamp'; readonly stamp: Stamp } | { readonly kind: 'crop'; readonly crop: Crop };

/** 右上 of the page. */
export const DEFAULT_STAMP: Stamp = { x: 880, y: 60 };

const STEP = 10;
const LARGE = 50;
const SMALL = 2;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'>;

/** What a key does: another place, the end of it (`done`), giving it up (`leave`), or nothing. */
export function arrangedBy(
  arranging: Arranging,
  { key, shiftKey, ctrlKey }: Key,
): Arranging | 'done' | 'leave' | undefined {
  if (key === 'Enter' || key.toLowerCase() === (arranging.kind === 'stamp' ? 'n' : 'c')) return 'done';
  if (key === 'Escape') return 'leave';
  const [x, y] = ARROWS[key] ?? [0, 0];
  if (x === 0 && y === 0) return undefined;
  if (arranging.kind === 'stamp') {
    const by = ctrlKey ? SMALL : shiftKey ? LARGE : STEP;
    return { kind: 'stamp', stamp: movedStamp(arranging.stamp, x * by, y * by) };
  }
  const by = ctrlKey ? SMALL : LARGE;
  const change = shiftKey ? resizedCrop : movedCrop;
  return { kind: 'crop', crop: change(arranging.crop, x * by, y * by) };
}
