import { z } from 'zod';
import { caseFile } from './case.js';

const ROOT = 'koshu-case-1';

/**
 * The shape of a case file as JSON Schema draft 2020-12, for people who write such files with other programs.
 * Generated from the records themselves; integrity (references, amounts, times) is beyond a schema.
 */
export function caseJsonSchema(): object {
  const { $schema, $defs = {} } = z.toJSONSchema(caseFile, { target: 'draft-2020-12', io: 'input' });
  const { [ROOT]: root, ...records } = $defs;
  return { $schema, $id: ROOT, ...root, $defs: records };
}
