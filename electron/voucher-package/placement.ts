/** Where things stand on a page: turning, mirroring, cutting and fitting as one matrix. Points, y upwards from the lower edge. */
import type { Orientation } from '../kept-files/jpeg.js';
import type { Picture } from '../../shared/vouchers/picture.js';

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Size = { readonly width: number; readonly height: number };
export type Rect = Size & { readonly left: number; readonly bottom: number };

/** First `first`, then `then`. */
export function after(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
}

/** The unit square upright, from how it is stored; EXIF numbers, which count rows downwards. */
const UPRIGHT: Readonly<Record<Orientation, Matrix>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/** The unit square turned clockwise. */
const TURNED: Readonly<Record<Picture['turn'], Matrix>> = {
  0: UPRIGHT[1],
  90: UPRIGHT[6],
  180: UPRIGHT[3],
  270: UPRIGHT[8],
};

/** How a picture is to be read. */
export type View = {
  readonly orientation: Orientation;
  readonly turn: Picture['turn'];
  readonly crop: Picture['crop'];
};

/** What is placed: the matrix for the unit square, and the rectangle that is seen of it. */
export type Placed = { readonly matrix: Matrix; readonly seen: Rect };

/** Size of the part that is seen, before it is fitted. */
export function seenSize(stored: Size, { orientation, turn, crop }: View): Size {
  const isAcross = orientation >= 5 !== (turn === 90 || turn === 270);
  const whole = isAcross ? { width: stored.height, height: stored.width } : stored;
  const part = crop ?? { width: 1000, height: 1000 };
  return { width: (whole.width * part.width) / 1000, height: (whole.height * part.height) / 1000 };
}

/** A point of a page per unit: small pictures are not blown up until their grain shows. */
const LARGEST_SCALE = 1;

/** Fits the seen part into the middle of a room. `unit` = points of one unit of the stored size where it fills the room. */
export function placed(stored: Size, view: View, room: Rect, largestScale = LARGEST_SCALE): Placed {
  const size = seenSize(stored, view);
  const scale = Math.min(room.width / size.width, room.height / size.height, largestScale);
  const seen = {
    width: size.width * scale,
    height: size.height * scale,
    left: room.left + (room.width - size.width * scale) / 2,
    bottom: room.bottom + (room.height - size.height * scale) / 2,
  };
  const crop = view.crop ?? { left: 0, top: 0, width: 1000, height: 1000 };
  const width = (seen.width * 1000) / crop.width;
  const height = (seen.height * 1000) / crop.height;
  const toPage: Matrix = [
    width,
    0,
    0,
    height,
    seen.left - (crop.left * width) / 1000,
    seen.bottom - ((1000 - crop.top - crop.height) * height) / 1000,
  ];
  return { matrix: after(after(UPRIGHT[view.orientation], TURNED[view.turn]), toPage), seen };
}

const BY_ROTATION = { 0: 1, 90: 6, 180: 3, 270: 8 } as const satisfies Record<Picture['turn'], Orientation>;

/** The same for a page of a PDF, whose own turn counts like that of a photo: from its box, in points. */
export function placedPage(
  box: readonly [number, number, number, number],
  rotate: Picture['turn'],
  turn: Picture['turn'],
  room: Rect,
): Placed {
  const [left, bottom, right, top] = box;
  const size = { width: right - left, height: top - bottom };
  const view = { orientation: BY_ROTATION[rotate], turn, crop: undefined };
  // Nothing in a PDF has a grain: a small slip may fill the page.
  const { matrix, seen } = placed(size, view, room, 3);
  const toUnit: Matrix = [1 / size.width, 0, 0, 1 / size.height, -left / size.width, -bottom / size.height];
  return { matrix: after(toUnit, matrix), seen };
}
