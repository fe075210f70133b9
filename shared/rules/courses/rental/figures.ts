import type { FigureKinds } from '../../engine/figure.js';

export const RENTAL_FIGURES = {
  /** 各日の最初の講義の前と最後の講義の後に認められる時間. */
  'rental.room.margin': 'minutes',
  /** 昼食時間: more needs confirming; above `keep` the money is held. */
  'rental.lunch.cap': 'minutes',
  'rental.lunch.keep': 'minutes',
  /** コピーの予備部数. */
  'rental.copy.spare': 'count',
  /** オンライン関係費 ①②③ of one course together. */
  'rental.online.total': 'yen',
} as const satisfies FigureKinds;
