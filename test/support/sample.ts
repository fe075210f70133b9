import { readFileSync } from 'node:fs';
import type { Case } from '../../shared/model/case/case.js';
import { problemLine } from '../../shared/model/problem.js';
import { readCaseText } from '../../shared/model/case/read-case.js';

/** The sample course that is shipped with the program. */
export function sampleCase(): Case {
  const read = readCaseText(
    readFileSync(new URL('../../resources/samples/swim-coach2.case.json', import.meta.url), 'utf8'),
  );
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  return read.value;
}
