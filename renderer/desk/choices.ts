import { PREFECTURES_JA } from '../../shared/model/prefectures.js';
import type { Choice } from '../ui/select-field.js';

/** 都道府県 in the order of their codes. (The codes from 10 on are array indexes to JavaScript and would come first.) */
export const PREFECTURE_CHOICES: readonly Choice<string>[] = Object.entries(PREFECTURES_JA)
  .map(([value, ja]) => ({ value, ja }))
  .sort((a, b) => (a.value < b.value ? -1 : 1));
