import type { FigureKinds } from '../../engine/figure.js';

export const HONORARIA_FIGURES = {
  /** 1人1時間の上限 (別表1). */
  'honoraria.lecture.rate': 'yen',
  'honoraria.practical.rate': 'yen',
  'honoraria.activeLearning.leadRate': 'yen',
  'honoraria.activeLearning.instructorRate': 'yen',
  'honoraria.assistant.rate': 'yen',
  /** 講義担当者1名を置ける受講者数の目安. */
  'honoraria.activeLearning.participantsPerInstructor': 'count',
  /** 検定員の1講習会の上限. */
  'honoraria.examiner.limit': 'yen',
} as const satisfies FigureKinds;
