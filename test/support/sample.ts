import { readFileSync } from 'node:fs';
import type { Case } from '../../shared/model/case/case.js';
import { problemLine } from '../../shared/model/problem.js';
import { readCase, readCaseText } from '../../shared/model/case/read-case.js';

/** The sample course that is shipped with the program. */
export function sampleCase(): Case {
  const read = readCaseText(
    readFileSync(new URL('../../resources/samples/swim-coach2.case.json', import.meta.url), 'utf8'),
  );
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  return read.value;
}

/** The sample with some lists replaced; still a case that can be read. */
export function changedSample(change: Partial<Case>): Case {
  const read = readCase({ ...sampleCase(), ...change });
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  return read.value;
}
