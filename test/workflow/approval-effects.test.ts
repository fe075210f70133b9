import { describe, expect, test } from 'vitest';
import type { Approval } from '../../shared/model/case/approval.js';
import { check } from '../../shared/rules/check.js';
import { effectOf, recordedApprovals, wantedApprovals } from '../../shared/workflow/approval-effects.js';
import { sampleCase } from '../support/sample.js';
import { at } from './boundaries.js';
import { book, situation } from './situation.js';

const TEN: Approval = {
  id: 'AP1',
  kind: 'tenPersonException',
  source: 'jspo',
  date: '2021-07-20',
  contactPerson: '担当 森',
  means: '電話',
  scope: 'course',
};
const nine = situation(at('confirmingParticipants', { course: { applicationHeadcount: 9 } }));

describe('which approvals a course asks for', () => {
  test('nine heads: the exception, with all the money it brings', () => {
    expect(wantedApprovals(nine.value, nine.decision, book)).toMatchObject([
      { kind: 'tenPersonException', gain: 24_000, findings: [{ ruleId: 'REC-CNT-01' }] },
    ]);
  });

  test('ten heads: none', () => {
    const ten = situation(at('confirmingParticipants', { course: { applicationHeadcount: 10 } }));
    expect(wantedApprovals(ten.value, ten.decision, book).map((wanted) => wanted.kind)).not.toContain(
      'tenPersonException',
    );
  });

  test('the sample: what brings most stands first, and everything offered settles something', () => {
    const value = sampleCase();
    const wanted = wantedApprovals(value, check(value, book), book);
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.map((one) => one.gain)).toEqual(wanted.map((one) => one.gain).sort((a, b) => b - a));
    for (const { findings } of wanted) expect(findings.every((finding) => !finding.approved)).toBe(true);
  });
});

describe('what a record does', () => {
  const value = { ...nine.value, approvals: [TEN] };

  test('restores the money that would fall without it', () => {
    expect(recordedApprovals(value, check(value, book), book)).toEqual([
      { approval: TEN, counts: true, restores: 24_000, settles: 1 },
    ]);
    expect(effectOf(TEN, nine.value, nine.decision, book)).toEqual({ gain: 24_000, settles: 1 });
  });

  test('without the person asked it counts as none', () => {
    const { contactPerson, ...short } = TEN;
    expect(contactPerson).toBeDefined();
    const own = { ...nine.value, approvals: [short] };
    expect(recordedApprovals(own, check(own, book), book)).toEqual([
      { approval: short, counts: false, restores: 0, settles: 0 },
    ]);
  });
});
