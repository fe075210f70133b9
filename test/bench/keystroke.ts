/**
 * Decides the course that comes on stdin again and again and prints the {@link Timing} as JSON. Built before it runs,
 * because a test runner's own transformation of modules doubles the time (decide.bench.ts).
 */
import { readFileSync } from 'node:fs';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { openRulebook, type RulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { race } from './measure.js';

const input = JSON.parse(readFileSync(0, 'utf8')) as { course: Case; book: RulebookFile };
const book = openRulebook(input.book, FIGURES);
const times = await race([{ name: 'check', run: () => check(input.course, book) }], 300);
console.log(JSON.stringify(times.get('check')));
