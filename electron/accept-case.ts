import type { Case } from '../shared/model/case/case.js';
import { readCase } from '../shared/model/case/read-case.js';
import { Refused } from './refused.js';

/** A case as it may be worked on. Refuses with INVALID-CASE and the places that do not fit. */
export function acceptCase(input: unknown): Case {
  const read = readCase(input);
  if (read.ok) return read.value;
  const [first, ...more] = read.problems;
  const where = first?.path === '' || first === undefined ? 'ファイル' : first.path;
  const rest = more.length > 0 ? `（ほか${more.length}か所）` : '';
  throw new Refused(
    'INVALID-CASE',
    `講習会のデータに合わないところがあります。${where}：${first?.ja ?? ''}${rest}`,
    read.problems
      .slice(0, 5)
      .map((problem) => problem.path)
      .join(', '),
  );
}
