/**
 * Every rule that runs is in the catalogue, once, and has cases; the numbers never fall. `UPDATE=1` raises the
 * floor to what is there now. Rules that do not exist yet are listed, not failed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { courseRules } from '../../shared/rules/course-rules.js';
import { readTable } from '../rules/table.js';
import { tableFiles } from '../rules/table-files.js';
import { type Group, isTested, mentionsOf, readCatalogue } from './catalogue.js';

type Counts = { implemented: number; tested: number };

const floorFile = new URL('floor.json', import.meta.url);
const floor = JSON.parse(readFileSync(floorFile, 'utf8')) as Record<string, Counts>;
const groups = readCatalogue();
const known = new Set(groups.flatMap((group) => group.ids));
const rules = courseRules(rulebook('R3'));
const implemented = rules.map((rule) => rule.id);
const mentions = mentionsOf(tableFiles().flatMap(readTable));
const counts = Object.fromEntries(groups.map((group) => [group.key, countsOf(group)]));

describe('the catalogue', () => {
  test('holds each ID once: 335 of courses and claims, 351 of registration', () => {
    expect(known.size).toBe(groups.reduce((sum, group) => sum + group.ids.length, 0));
    const registration = [...known].filter((id) => /^(REG|TRN|TRA|REV|REVF|MIG|MYP|GRANT|DL)-/.test(id));
    expect([known.size - registration.length, registration.length]).toEqual([335, 351]);
  });

  test('knows every rule that runs', () => {
    expect(implemented.filter((id) => !known.has(id))).toEqual([]);
  });

  test('no rule runs twice', () => {
    expect(implemented.filter((id, index) => implemented.indexOf(id) !== index)).toEqual([]);
  });

  test('knows every rule that the tables speak of', () => {
    expect([...mentions.keys()].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('cases', () => {
  test.each(implemented)('%s has a case where it speaks and a further one', (id) => {
    const own = mentions.get(id);
    expect(own?.fires ?? 0, `${id} never speaks in a table`).toBeGreaterThanOrEqual(1);
    expect(own?.cases ?? 0, `${id} has only one case`).toBeGreaterThanOrEqual(2);
  });
});

test('every rule that an approval overrides has a case with the approval on record', () => {
  const overridable = rules.filter((rule) => rule.override !== undefined).map((rule) => rule.id);
  expect(overridable.filter((id) => (mentions.get(id)?.approved ?? 0) === 0)).toEqual([]);
});

describe('the floor', () => {
  test.each(groups.map((group) => group.key))('%s does not fall', (key) => {
    const now = counts[key] ?? { implemented: 0, tested: 0 };
    const before = floor[key] ?? { implemented: 0, tested: 0 };
    expect(now.implemented).toBeGreaterThanOrEqual(before.implemented);
    expect(now.tested).toBeGreaterThanOrEqual(before.tested);
  });
});

afterAll(() => {
  console.log(report());
  if (process.env['UPDATE'] === '1') writeFileSync(floorFile, `${JSON.stringify(raised(), null, 2)}\n`);
});

function countsOf(group: Group): Counts {
  const own = group.ids.filter((id) => implemented.includes(id));
  return { implemented: own.length, tested: own.filter((id) => isTested(id, mentions)).length };
}

function raised(): Record<string, Counts> {
  return Object.fromEntries(
    Object.entries(counts).map(([key, now]) => [
      key,
      {
        implemented: Math.max(now.implemented, floor[key]?.implemented ?? 0),
        tested: Math.max(now.tested, floor[key]?.tested ?? 0),
      },
    ]),
  );
}

function report(): string {
  const rows = groups.map((group) => {
    const now = counts[group.key] ?? { implemented: 0, tested: 0 };
    const missing = group.ids.filter((id) => !implemented.includes(id));
    const numbers = [group.ids.length, now.implemented, now.tested].map((count) => String(count).padStart(5)).join('');
    const rest = missing.length === group.ids.length ? 'all' : missing.join(' ');
    return `${group.key.padEnd(9)}${numbers}  ${group.titleJa}${missing.length === 0 ? '' : `  not yet: ${rest}`}`;
  });
  const total = Object.values(counts).reduce(
    (sum, now) => ({ implemented: sum.implemented + now.implemented, tested: sum.tested + now.tested }),
    { implemented: 0, tested: 0 },
  );
  return [
    `${'group'.padEnd(9)}  all impl test`,
    ...rows,
    `total     ${known.size} rules, ${total.implemented} implemented, ${total.tested} tested`,
  ].join('\n');
}
