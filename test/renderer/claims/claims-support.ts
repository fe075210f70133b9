/** Cases for the tests of 経費: judged, drafted, and line by line. */
import { rulebook } from '../../../electron/rulebooks.js';
import { CourseDraft } from '../../../renderer/db/course-draft.js';
import { claimsOf } from '../../../renderer/features/claims/use-claims.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Line, LineKind, LineOf } from '../../../shared/model/case/lines/line.js';
import { type CourseRows, LIST_TABLES } from '../../../shared/model/store/rows.js';
import { check } from '../../../shared/rules/check.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';

const book = rulebook('R3');

/** A case with its decision and everything the screen derives from both. */
export function judged(value: Case): ReturnType<typeof claimsOf> {
  return claimsOf(value, check(value, book), book);
}

/** The course of a case as the write door would open it. */
export function draftOf(value: Case): CourseDraft {
  const rows = Object.fromEntries(LIST_TABLES.map((table) => [table, []])) as unknown as CourseRows;
  const draft = new CourseDraft('c1', undefined, rows);
  draft.setRecord({
    stage: value.stage,
    ruleSet: value.ruleSet,
    asOf: value.asOf,
    isSample: false,
    organization: value.organization,
    course: value.course,
  });
  for (const table of LIST_TABLES) for (const entry of value[table] ?? []) draft.put(table, entry);
  return draft;
}

export function lineOf(value: Case, id: string): Line {
  const line = value.lines?.find((one) => one.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}

export function firstOf<K extends LineKind>(value: Case, kind: K): LineOf<K> {
  const line = value.lines?.find((one): one is LineOf<K> & Line => one.kind === kind);
  if (!line) throw new Error(`no ${kind}`);
  return line;
}

/** A finding with what a test is about; everything else is quiet. */
export function finding(own: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'FEE-LEC-01',
    severity: 'error',
    place: { line: 'L1' },
    messageJa: '',
    sourceJa: '',
    needsConfirmation: false,
    citations: [],
    work: [],
    approved: false,
    ...own,
  };
}

export function decision(own: Partial<LineDecision> = {}): LineDecision {
  return { id: 'L1', claimed: 1000, eligible: 1000, cut: 0, provisional: 0, findings: [], ...own };
}
