import type { FigureKinds } from '../../engine/figure.js';

export const HONORARIA_FIGURES = {
  /** 1人1時間の上限 (別表1). */
  'honoraria.lecture.rate': 'yen',
  'honoraria.practical.rate': 'yen',
  'honoraria.activeLearning.leadRate': 'yen',
  'honoraria.activeLearning.instructorRate': 'yen',
  'honoraria.assistant.rate': 'yen',
} as const satisfies FigureKinds;
