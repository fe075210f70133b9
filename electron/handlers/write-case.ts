import { CASE_STAGE_JA } from '../../shared/model/case/course.js';
import type { Case } from '../../shared/model/case/case.js';
import { courseNameJa } from '../../shared/forms/paper.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { acceptCase } from '../accept-case.js';
import type { Handler } from '../handler.js';
import { writeNumbered } from '../safe-write.js';

/** Writes a case file, for the command line and for another laptop. */
export const writeCase: Handler<'write-case'> = async (input, host) => {
  const value = acceptCase(input.case);
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const path = await writeNumbered(host.outputDir, fileName(value), bytes);
  return { files: [host.written.note(path, bytes.length)], cancelled: false };
};

function fileName(value: Case): string {
  const parts = [value.ruleSet, CASE_STAGE_JA[value.stage], courseNameJa(new Facts(value))];
  return `${parts.join('_')}.case.json`;
}
