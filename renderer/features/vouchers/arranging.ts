/** Moving the number or the crop frame by keys: what each key makes of it. */
import type { KeyboardEvent } from 'react';
import { type Crop, movedCrop, movedStamp, resizedCrop, type Stamp } from './picture-geometry.js';

export type Arranging =
  { readonly kind: 'stamp'; readonly stamp: Stamp | undefined } | { readonly kind: 'crop'; readonly crop: Crop };

/** Where the number comes down onto the picture. */
const FIRST_PLACE: Stamp = { x: 850, y: 80 };

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
export function arrangedBy(arranging: Arranging, key: Key): Arranging | 'done' | 'leave' | undefined {
  if (key.key === 'Enter' || key.key.toLowerCase() === (arranging.kind === 'stamp' ? 'n' : 'c')) return 'done';
  if (key.key === 'Escape') return 'leave';
  return arranging.kind === 'stamp' ? stampBy(arranging.stamp, key) : cropBy(arranging.crop, key);
}

function stampBy(stamp: Stamp | undefined, { key, shiftKey, ctrlKey }: Key): Arranging | undefined {
  if (key === 'Delete' || key === 'Backspace') return { kind: 'stamp', stamp: undefined };
  const way = ARROWS[key];
  if (!way) return undefined;
  const by = ctrlKey ? SMALL : shiftKey ? LARGE : STEP;
  return { kind: 'stamp', stamp: stamp ? movedStamp(stamp, way[0] * by, way[1] * by) : FIRST_PLACE };
}

function cropBy(crop: Crop, { key, shiftKey, ctrlKey }: Key): Arranging | undefined {
  const way = ARROWS[key];
  if (!way) return undefined;
  const by = ctrlKey ? SMALL : LARGE;
  const change = shiftKey ? resizedCrop : movedCrop;
  return { kind: 'crop', crop: change(crop, way[0] * by, way[1] * by) };
}
