import type { FigureKinds } from '../../engine/figure.js';

export const CONSUMABLES_FIGURES = {
  /** ①体温計: pieces and yen of one course. */
  'consumables.thermometer.count': 'count',
  'consumables.thermometer.total': 'yen',
  /** ②③④ of one course together. */
  'consumables.hygiene.total': 'yen',
  /** ④マスク（予備用）. */
  'consumables.mask.count': 'count',
  /** ②アルコール消毒液: one bottle of so many ml for so many persons. */
  'consumables.disinfectant.persons': 'count',
  'consumables.disinfectant.bottle': 'count',
} as const satisfies FigureKinds;
