/** Turning, cropping and stamping as figures: the file itself is never touched. */
import type { Picture } from '../../../shared/vouchers/picture.js';

export type Size = { readonly width: number; readonly height: number };
export type Crop = NonNullable<Picture['crop']>;
export type Stamp = NonNullable<Picture['stamp']>;

export const WHOLE: Crop = { left: 0, top: 0, width: 1000, height: 1000 };

/** Smallest side of a crop, in thousandths. */
const LEAST = 50;

export function turnedSize({ width, height }: Size, turn: Picture['turn']): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** The picture a quarter further clockwise; what was cropped stays the same part of it. */
export function turnedOn(picture: Picture): Picture {
  const turn = TURNED[picture.turn];
  const { crop } = picture;
  if (!crop) return { ...picture, turn };
  const { left, top, width, height } = crop;
  return { ...picture, turn, crop: { left: 1000 - top - height, top: left, width: height, height: width } };
}

const TURNED = { 0: 90, 90: 180, 180: 270, 270: 0 } as const satisfies Record<Picture['turn'], Picture['turn']>;

/** Moved by thousandths, held inside the picture. */
export function movedCrop(crop: Crop, dx: number, dy: number): Crop {
  return {
    ...crop,
    left: clamp(crop.left + dx, 0, 1000 - crop.width),
    top: clamp(crop.top + dy, 0, 1000 - crop.height),
  };
}

/** The right and the lower edge moved by thousandths. */
export function resizedCrop(crop: Crop, dx: number, dy: number): Crop {
  return {
    ...crop,
    width: clamp(crop.width + dx, LEAST, 1000 - crop.left),
    height: clamp(crop.height + dy, LEAST, 1000 - crop.top),
  };
}

/** The frame between two points of the picture, in thousandths. */
export function cropBetween(from: Stamp, to: Stamp): Crop {
  const left = clamp(Math.min(from.x, to.x), 0, 1000 - LEAST);
  const top = clamp(Math.min(from.y, to.y), 0, 1000 - LEAST);
  return {
    left,
    top,
    width: clamp(Math.abs(to.x - from.x), LEAST, 1000 - left),
    height: clamp(Math.abs(to.y - from.y), LEAST, 1000 - top),
  };
}

/** `undefined` where it is the whole picture. */
export function realCrop(crop: Crop): Crop | undefined {
  return crop.left === 0 && crop.top === 0 && crop.width === 1000 && crop.height === 1000 ? undefined : crop;
}

export function movedStamp(stamp: Stamp, dx: number, dy: number): Stamp {
  return { x: clamp(stamp.x + dx, 0, 1000), y: clamp(stamp.y + dy, 0, 1000) };
}

/** 「右上」「中央」「左下」: the ninth of the picture in which the stamp stands; without a place the margin above it. */
export function stampPlaceJa(stamp: Stamp | undefined): string {
  if (!stamp) return '右上の余白';
  const { x, y } = stamp;
  const column = x < 333 ? '左' : x > 667 ? '右' : '';
  const row = y < 333 ? '上' : y > 667 ? '下' : '';
  if (column === '' && row === '') return '中央';
  return column === '' ? `中央${row}` : row === '' ? `${column}中央` : `${column}${row}`;
}

/** How large a picture is drawn to fit into a place, times the zoom. */
export function fitScale(picture: Size, place: Size, zoom: number): number {
  if (picture.width === 0 || picture.height === 0) return zoom;
  return Math.min(place.width / picture.width, place.height / picture.height) * zoom;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.round(value)));
}
