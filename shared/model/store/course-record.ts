import { z } from 'zod';
import { caseStage, course, courseStatus } from '../case/course.js';
import { organization } from '../case/organization.js';
import { ownWords } from './own-words.js';
import { bookId, date, positive, text, word } from '../primitives.js';

/** One step of the course from state to state, as it was recorded. */
const courseStep = z.strictObject({
  /** The day that the step is recorded for. */
  on: date,
  /** Absent for the first step. */
  from: courseStatus.optional(),
  to: courseStatus,
  /** The event, in words: 申請書を提出. */
  eventJa: word,
  /** Always given for a step back. */
  reasonJa: text.optional(),
});
export type CourseStep = z.infer<typeof courseStep>;

/** 講習会 as it lies in the store: the head of a case; its lists lie in tables of their own. */
export const courseRecord = z.strictObject({
  /** The claim that is being worked on; the lines of both stages may exist side by side. */
  stage: caseStage,
  ruleSet: bookId,
  /** 判定日 held fast; absent = today. */
  asOf: date.optional(),
  /** 見本: invented data that came with the program. */
  isSample: z.boolean(),
  organization,
  course,
  /** The edition of the rulebook that the course was decided by; absent while the latest one in force applies. */
  bookEdition: positive.optional(),
  ownWords: ownWords.optional(),
  /** 経過: every step, oldest first. */
  history: z.array(courseStep).optional(),
  /** 委託→独自: the other course of the pair, and which of the two this one is. */
  conversionPair: z.strictObject({ courseId: word, part: z.enum(['original', 'successor']) }).optional(),
});
export type CourseRecord = z.infer<typeof courseRecord>;
