/** The worked examples of the catalogue, WE-01 to WE-110: each is named by a row of the rule tables or by a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const EXAMPLES = 110;
const tests = fileURLToPath(new URL('..', import.meta.url));

test('every worked example is named by a test', () => {
  const named = namedExamples();
  const all = Array.from({ length: EXAMPLES }, (_, index) => `WE-${String(index + 1).padStart(2, '0')}`);
  expect(all.filter((id) => !named.has(id))).toEqual([]);
});

/** Every `WE-nn` in names of cases and tests; `WE-59・WE-60` names two. */
function namedExamples(): ReadonlySet<string> {
  const files = readdirSync(tests, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(yaml|test\.ts)$/.test(entry.name),
  );
  const names = files.flatMap((file) =>
    readFileSync(join(file.parentPath, file.name), 'utf8')
      .split('\n')
      .filter((line) => /name:|test(\.each)?\(|\[/.test(line)),
  );
  return new Set(names.flatMap((line) => line.match(/WE-\d{2,3}/g) ?? []));
}
