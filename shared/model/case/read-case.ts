import type { Problem } from '../problem.js';
import { problemsOf } from '../problem.js';
import { type Case, caseFile } from './case.js';
import { integrityProblems } from './integrity.js';

export type ReadCase = { ok: true; value: Case } | { ok: false; problems: Problem[] };

/** Accepts a parsed JSON value as a case, or says everything that is wrong with it. Nothing is repaired. */
export function readCase(input: unknown): ReadCase {
  const parsed = caseFile.safeParse(input, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const problems = integrityProblems(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/** {@link readCase} of a file's text: JSON that cannot be read is a problem of the file as a whole. */
export function readCaseText(text: string): ReadCase {
  let input: unknown;
  try {
    input = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    return {
      ok: false,
      problems: [
        {
          path: '',
          ja: 'JSON として読めません。講習会デスクで書き出したファイルか確かめてください',
          en: error instanceof Error ? error.message : 'not JSON',
        },
      ],
    };
  }
  return readCase(input);
}
