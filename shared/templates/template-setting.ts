import { z } from 'zod';
import { year } from '../model/primitives.js';
import { sha256 } from '../vouchers/picture.js';
import { FORMS, type FormId } from './mapping.js';

/** Which kept file is the 様式 of a form and year; key `template/<form>/<year>` among the remembered choices. */
export const templateSetting = z.strictObject({
  kind: z.literal('template'),
  form: z.enum(Object.keys(FORMS) as [FormId, ...FormId[]]),
  fiscalYear: year,
  sha256,
  /** File name as the publisher gave it. */
  nameJa: z.string().min(1).max(200),
});
