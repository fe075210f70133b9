/**
 * Time and peak memory of writing workbooks: of the sample, and of a year of 100 courses in one go; beside exceljs
 * writing the same cells plainly, and LibreOffice converting the same files.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import type { Case } from '../../shared/model/case/case.js';
import { sampleCase } from '../support/sample.js';
import { withBuilt } from './built.js';
import type { Exported } from './export-papers.js';

const ROUNDS = 3;

const file = rulebook('R3').file;
const sample = sampleCase();
const year = Array.from({ length: 100 }, (_, index) => ({
  ...sample,
  course: { ...sample.course, id: `C${index + 1}` },
}));

test('all workbooks of the sample', () => compare([sample, { ...sample, stage: 'application' as const }]));

test('a year of 100 courses in one go', () => compare(year));

async function compare(cases: readonly Case[]): Promise<void> {
  await withBuilt('export-papers', (script, folder) => {
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      const run = (mode: 'own' | 'plain'): Exported => exported(script, mode, cases, join(folder, `${mode}${round}`));
      const own = run('own');
      const plain = run('plain');
      expect(own.cells).toBe(plain.cells);
      return { own, plain, office: converted(join(folder, `plain${round}`), join(folder, `office${round}`)) };
    });
    const [first] = rounds;
    if (!first) throw new Error('nothing ran');
    console.log(`${first.own.files} files, ${first.own.cells.toLocaleString('en')} cells; medians of ${ROUNDS} rounds`);
    const own = middle(rounds.map((round) => round.own));
    console.log(lineOf('own writer, decided and laid out', own, own));
    console.log(lineOf('exceljs, the same cells, no layout', middle(rounds.map((round) => round.plain)), own));
    const offices = rounds.flatMap(({ office }) => office ?? []);
    if (offices.length > 0) console.log(lineOf('LibreOffice, converting the same files', middle(offices), own));
  });
}

type Cost = Pick<Exported, 'milliseconds' | 'megabytes'>;

function exported(script: string, mode: string, cases: readonly Case[], folder: string): Exported {
  mkdirSync(folder);
  const input = JSON.stringify({ cases, book: file, folder });
  return JSON.parse(execFileSync(process.execPath, [script, mode], { input }).toString()) as Exported;
}

/** All files of a folder in one start of LibreOffice; undefined where it is not installed. */
function converted(from: string, to: string): Cost | undefined {
  const files = readdirSync(from).map((name) => join(from, name));
  const profile = `-env:UserInstallation=file://${to}-profile`;
  const start = performance.now();
  const done = spawnSync(
    '/usr/bin/time',
    ['-f', '%M', '-o', `${to}.kb`, 'soffice', profile, '--headless', '--convert-to', 'ods', '--outdir', to, ...files],
    { stdio: 'ignore' },
  );
  const milliseconds = performance.now() - start;
  if (done.status !== 0) return undefined;
  expect(readdirSync(to)).toHaveLength(files.length);
  rmSync(to, { recursive: true });
  return { milliseconds, megabytes: Number(readFileSync(`${to}.kb`, 'utf8').trim()) / 1024 };
}

function middle(costs: readonly Cost[]): Cost {
  const of = (key: keyof Cost): number => {
    const sorted = costs.map((cost) => cost[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return { milliseconds: of('milliseconds'), megabytes: of('megabytes') };
}

function lineOf(name: string, cost: Cost, reference: Cost): string {
  const times = (key: keyof Cost): string => `×${(cost[key] / reference[key]).toFixed(2)}`;
  const ms = `${cost.milliseconds.toFixed(0).padStart(7)} ms ${times('milliseconds').padStart(6)}`;
  return `${name.padEnd(42)} ${ms}   ${cost.megabytes.toFixed(0).padStart(5)} MB ${times('megabytes').padStart(6)}`;
}
