import { z } from 'zod';
import { count, id, text, yen } from '../../primitives.js';
import { staffRole } from '../staff.js';
import { lineFields } from './common.js';

/** 謝金: one person in one role; `rate` per hour, or a `lumpSum` (検定員). */
export const honorariumLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('honorarium'),
    account: z.enum(['honorarium']),
    assignmentIds: z.array(id).min(1),
    role: staffRole,
    minutes: count.optional(),
    rate: yen.optional(),
    lumpSum: yen.optional(),
    /** 単価差の理由. */
    differenceReason: text.optional(),
  })
  .refine((line) => (line.rate === undefined) !== (line.lumpSum === undefined), {
    params: { code: 'rateOrLumpSum' },
  })
  .meta({ id: 'line_honorarium', oneOf: [{ required: ['rate'] }, { required: ['lumpSum'] }] });
export type HonorariumLine = z.infer<typeof honorariumLine>;
