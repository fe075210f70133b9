import { z } from 'zod';
import { caseStage, course } from '../case/course.js';
import { organization } from '../case/organization.js';
import { bookId, date } from '../primitives.js';

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
});
export type CourseRecord = z.infer<typeof courseRecord>;
