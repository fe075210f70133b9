import type { FigureKinds } from '../../engine/figure.js';

/** Figures of who travels and of 宿泊費, 宿泊交通パック and 日当. */
export const STAY_FIGURES = {
  /** ② 自宅最寄駅 → 会場最寄駅, one way. */
  'travel.eligibility.distance': 'km10',
  'travel.operations.perDay': 'count',
  /** 宿泊目安: leaving home by, home from. */
  'travel.lodging.departBy': 'clock',
  'travel.lodging.returnFrom': 'clock',
  /** 実費上限 per night and person. */
  'travel.lodging.roomOnly': 'yen',
  'travel.lodging.breakfast': 'yen',
  'travel.lodging.halfBoard': 'yen',
  'travel.lodging.unlistedPlan': 'yen',
  'travel.lodging.notArranged': 'yen',
  'travel.perDiem.limit': 'yen',
  'travel.perDiem.distance': 'km10',
  /** How many days more than duty days go without question. */
  'travel.perDiem.spareDays': 'days',
} as const satisfies FigureKinds;
