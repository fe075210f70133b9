/** What the organisation writes on a form in its own words. Kept with the course, but no part of its case. */
import { z } from 'zod';
import { text } from '../primitives.js';

export const ownWords = z.strictObject({
  /** 特記事項 of the application. */
  applicationRemarks: text.optional(),
  /** 所感・課題 of the report. */
  reportRemarks: text.optional(),
});
export type OwnWords = z.infer<typeof ownWords>;
