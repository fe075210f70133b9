import { z } from 'zod';
import { clock, count, date, id, word } from '../primitives.js';

export const teachingFormat = z.enum(['lecture', 'activeLearning', 'practical', 'practicum']);
export type TeachingFormat = z.infer<typeof teachingFormat>;

export const sessionFormat = z.enum([
  'lecture',
  'activeLearning',
  'practical',
  'practicum',
  'exam',
  'lunch',
  'break',
  'other',
]);
export type SessionFormat = z.infer<typeof sessionFormat>;
export const SESSION_FORMAT_JA = {
  lecture: 'レクチャー',
  activeLearning: 'アクティブラーニング',
  practical: '実技・実習',
  practicum: '指導実習',
  exam: '検定試験',
  lunch: '昼食',
  break: '休憩',
  other: 'その他',
} as const satisfies Record<SessionFormat, string>;

/** 科目 of the 実施要領 (カリキュラム). */
export const curriculumItem = z
  .strictObject({
    id,
    nameJa: word,
    /** 集合講習の時間数, in minutes. */
    groupMinutes: count,
    homeMinutes: count.optional(),
    defaultFormat: teachingFormat.optional(),
    /** 基礎理論. */
    isBasicTheory: z.boolean().optional(),
  })
  .meta({ id: 'curriculumItem' });
export type CurriculumItem = z.infer<typeof curriculumItem>;

/** 日程の1コマ. `format: null` means that the 講習形態 has not been chosen yet. */
export const session = z
  .strictObject({
    id,
    date,
    start: clock,
    end: clock,
    format: sessionFormat.nullable(),
    curriculumItemId: id.optional(),
    roomId: id.optional(),
    isOnline: z.boolean().optional(),
  })
  .meta({ id: 'session' });
export type Session = z.infer<typeof session>;
