import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulebook } from '../../electron/rulebooks.js';
import { check as decide } from '../../shared/rules/check.js';
import { differences } from './expectation.js';
import { buildCase, readTable, type Row } from './table.js';
import { tableFiles } from './table-files.js';

const here = dirname(fileURLToPath(import.meta.url));
const book = rulebook('R3');

for (const file of tableFiles()) {
  describe(relative(here, file), () => {
    for (const row of readTable(file)) test(`${row.rules.join(' ')} ${row.row.name}`, () => check(row));
  });
}

function check({ base, row, rules }: Row): void {
  const start: unknown = parse(readFileSync(join(here, 'bases', `${base}.yaml`), 'utf8'), { schema: 'core' });
  const decision = decide(buildCase(start, row), book);
  expect(differences(decision, row.expect)).toEqual([]);
  const named = JSON.stringify(row.expect);
  for (const id of rules) expect(named, `${id} is not mentioned in its own case`).toContain(id);
}
