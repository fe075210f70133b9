/** Cases for tests: a base of the rule tables with changes. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Case } from '../../shared/model/case/case.js';
import { buildCase } from '../rules/table.js';

/** The base `name` with `given` merged in, as in the rule tables. */
export function caseFrom(name: string, given: Record<string, unknown> = {}, drop: string[] = []): Case {
  const url = new URL(`../rules/bases/${name}.yaml`, import.meta.url);
  return buildCase(parse(readFileSync(url, 'utf8'), { schema: 'core' }), { given, drop });
}
