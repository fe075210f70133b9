/**
 * How fast a course of 500 lines is decided, as after each keystroke; and the same simple checks given to
 * json-rules-engine, the usual choice for rules as data. Both must find the same lines.
 */
import { execFileSync } from 'node:child_process';
import { Engine } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { JS_FLAGS } from '../../electron/engine-flags.js';
import { rulebook } from '../../electron/rulebooks.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import { decide } from '../../shared/rules/engine/decide.js';
import { rule } from '../../shared/rules/engine/rule.js';
import { cut } from '../../shared/rules/engine/verdict.js';
import type { NumericFigureKey } from '../../shared/rules/figures.js';
import { courseOf } from './big-course.js';
import { withBuilt } from './built.js';
import { lineOf, race, type Timing } from './measure.js';

const book = rulebook('R3');
const course = courseOf(500);
const FRAME = 1000 / 60;

/** Checks that both sides can say: a field of a line of one kind is over a figure of the book. */
const CHECKS = [
  { id: 'B-01', kind: 'honorarium', field: 'rate', key: 'honoraria.lecture.rate' },
  { id: 'B-02', kind: 'honorarium', field: 'rate', key: 'honoraria.assistant.rate' },
  { id: 'B-03', kind: 'honorarium', field: 'rate', key: 'honoraria.activeLearning.leadRate' },
  { id: 'B-04', kind: 'honorarium', field: 'rate', key: 'honoraria.activeLearning.instructorRate' },
  { id: 'B-05', kind: 'perDiem', field: 'perDay', key: 'settlement.grant.specialty' },
  { id: 'B-06', kind: 'consumable', field: 'unitPrice', key: 'settlement.advance.unit' },
  { id: 'B-07', kind: 'lodging', field: 'price', key: 'honoraria.assistant.rate' },
  { id: 'B-08', kind: 'printing', field: 'orderAmount', key: 'honoraria.lecture.rate' },
] as const satisfies readonly { id: string; kind: Line['kind']; field: string; key: NumericFigureKey }[];

const value = (line: Line, field: string): number => (line as unknown as Record<string, number>)[field] ?? 0;

const ownRules = CHECKS.map((own) =>
  rule({
    id: own.id,
    clause: '',
    stage: 'prices',
    on: own.kind,
    check: (line, ask) => (value(line, own.field) > ask.limit(own.key) ? cut(0, '') : undefined),
  }),
);

function jsonEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const own of CHECKS) {
    engine.addRule({
      event: { type: own.id },
      conditions: {
        all: [
          { fact: 'kind', operator: 'equal', value: own.kind },
          { fact: own.field, operator: 'greaterThan', value: book.read(own.key, '2021-10-01').value as number },
        ],
      },
    });
  }
  return engine;
}

async function jsonHits(engine: Engine): Promise<number> {
  let hits = 0;
  for (const line of course.lines ?? []) hits += (await engine.run(line)).events.length;
  return hits;
}

const ownHits = (): number => decide(course, book, ownRules).lines.reduce((sum, line) => sum + line.findings.length, 0);

/** Runs keystroke.ts alone in a process of its own. */
function builtKeystroke(): Promise<Timing> {
  const input = JSON.stringify({ course, book: book.file });
  return withBuilt(
    'keystroke',
    (script) => JSON.parse(execFileSync(process.execPath, [JS_FLAGS, script], { input }).toString()) as Timing,
  );
}

test('500 lines, all rules: one keystroke', async () => {
  const own = await builtKeystroke();
  console.log(lineOf('500 lines, every rule of the program, built', own));
  console.log(
    `decisions per second: ${(1000 / own.median).toFixed(0)}; share of a 60 Hz frame: ${((own.median / FRAME) * 100).toFixed(0)} %`,
  );
});

test('500 lines, the same eight checks', async () => {
  const engine = jsonEngine();
  expect(ownHits()).toBe(await jsonHits(engine));
  const times = await race(
    [
      { name: 'own', run: ownHits },
      { name: 'json-rules-engine', run: () => jsonHits(engine) },
    ],
    20,
  );
  const own = times.get('own');
  const other = times.get('json-rules-engine');
  if (!own || !other) throw new Error('no time');
  console.log(lineOf('own engine, eight checks', own));
  console.log(lineOf('json-rules-engine 7, eight checks', other, own));
});
