import { describe, expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import { placeJa } from '../../../renderer/features/papers/open-place.js';
import { byWeight, type PaperGroup, paperGroups, type PaperRow } from '../../../renderer/features/papers/paper-rows.js';
import { withSentOn } from '../../../renderer/features/papers/sent-dates-of.js';
import type { PaperInput } from '../../../shared/forms/paper.js';
import type { Case } from '../../../shared/model/case/case.js';
import { check } from '../../../shared/rules/check.js';
import { deadlinesOf } from '../../../shared/rules/courses/deadlines/deadlines.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { applicationSample, changedSample, sampleCase } from '../../support/sample.js';

const book = rulebook('R3');

function inputOf(value: Case): PaperInput {
  return { facts: new Facts(value), decision: check(value, book), book };
}

/** The groups of a course; its other stage holds `otherLines`, by default none. */
function groupsOf(value: Case, otherLines: Case['lines'] = []): PaperGroup[] {
  const own = inputOf(value);
  const other = inputOf({ ...value, stage: value.stage === 'report' ? 'application' : 'report', lines: otherLines });
  return paperGroups({ own, other }, deadlinesOf(own.facts, book, own.decision.settlement));
}

function rowOf(groups: readonly PaperGroup[], id: string): PaperRow {
  const row = groups.flatMap(({ rows }) => rows).find((one) => one.id === id);
  if (!row) throw new Error(`no ${id}`);
  return row;
}

describe('the papers of a course', () => {
  test('at the report: report first, the application apart with the reason', () => {
    const groups = groupsOf(sampleCase());
    expect(groups.map(({ ja, rows }) => [ja, rows[0]?.id])).toEqual([
      ['報告', 'commissionedReport'],
      ['申請', 'commissionedApplication'],
    ]);
    expect(rowOf(groups, 'commissionedApplication')).toMatchObject({ isNow: false, open: [] });
    expect(rowOf(groups, 'commissionedApplication').whyNotJa).toContain('申請の明細がありません');
  });

  test('the application can be written again where its lines are kept', () => {
    const groups = groupsOf(sampleCase(), applicationSample().lines);
    expect(rowOf(groups, 'commissionedApplication').whyNotJa).toBeUndefined();
  });

  test('at the application: the report waits for the last day', () => {
    const groups = groupsOf(applicationSample());
    expect(groups[0]?.rows[0]?.id).toBe('commissionedApplication');
    expect(rowOf(groups, 'commissionedReport').whyNotJa).toContain('全日程の終了');
  });

  test('a 変更届 without an application on record is not said to have no changes', () => {
    const course = { ...sampleCase().course };
    delete course.applicationSnapshot;
    const unknown = rowOf(groupsOf(changedSample({ course })), 'changeNotice');
    expect(unknown.whyNotJa).toContain('比べられません');
    const same = rowOf(
      groupsOf(changedSample({ course: { ...course, applicationSnapshot: { mode: 'inPerson' } } })),
      'changeNotice',
    );
    expect(same.whyNotJa).toContain('変わったところはありません');
    const changed = rowOf(
      groupsOf(changedSample({ course: { ...course, applicationSnapshot: { mode: 'online' } } })),
      'changeNotice',
    );
    expect(changed.whyNotJa).toBeUndefined();
    expect(changed.open.length).toBeGreaterThan(0);
  });

  test('what an approval settled does not count as open', () => {
    // M02: postage to somebody who takes no part, accepted by 日本スポーツ協会.
    const accepted = {
      id: 'ap',
      kind: 'mailRecipientAccepted',
      source: 'jspo',
      date: '2021-08-01',
      contactPerson: '担当者',
      means: 'メール',
      scope: 'line',
      scopeId: 'M02',
    } as const;
    const approvals = [...(sampleCase().approvals ?? []), accepted];
    const row = rowOf(groupsOf(changedSample({ approvals })), 'commissionedReport');
    const isAboutMail = ({ ruleId }: { readonly ruleId: string }): boolean => ruleId === 'COM-MAIL-01';
    expect(row.open.filter(isAboutMail)).toEqual([]);
    expect(row.settled.filter(isAboutMail)).toHaveLength(1);
    expect(byWeight(row.open).map(({ weight }) => weight)).toEqual(['error', 'warning']);
  });

  test('判定結果報告 is done when all have it, not when the report arrived', () => {
    const { course } = sampleCase();
    const rowWith = (judgementReports: Case['course']['judgementReports']): PaperRow =>
      rowOf(groupsOf(changedSample({ course: { ...course, judgementReports } })), 'judgementReport');
    const both = rowWith([
      { to: 'jspo', sentOn: '2021-11-25' },
      { to: 'nationalFederation', sentOn: '2021-11-28' },
    ]);
    expect(both.deadline).toMatchObject({ state: 'done', doneOn: '2021-11-28' });
    expect(rowWith([{ to: 'jspo', sentOn: '2021-11-25' }]).deadline).toMatchObject({ doneOn: null });
    expect(rowWith([{ to: 'jspo', sentOn: '2021-11-25' }]).deadline?.state).not.toBe('done');
  });
});

describe('the places of points', () => {
  const { facts } = inputOf(sampleCase());
  test.each([
    [{ screen: 'claims', line: 'H02' }, '経費 1-02'],
    [{ screen: 'overview', section: '契約日' }, '概要 契約日'],
    [{ screen: 'schedule' }, '日程'],
  ] as const)('%j', (place, ja) => {
    expect(placeJa(place, facts)).toBe(ja);
  });

  test('a person is named', () => {
    const [staff] = facts.staff;
    if (!staff) throw new Error('no staff');
    expect(placeJa({ screen: 'staff', person: staff.id }, facts)).toBe(`講師等 ${staff.nameJa}`);
  });
});

test('the day of one addressee leaves that of the other alone', () => {
  const course = { ...sampleCase().course, judgementReports: [{ to: 'jspo', sentOn: '2021-11-25' } as const] };
  const date = { label: '', to: 'nationalFederation' } as const;
  expect(withSentOn(date, '2021-11-28', course).judgementReports).toEqual([
    { to: 'jspo', sentOn: '2021-11-25' },
    { to: 'nationalFederation', sentOn: '2021-11-28' },
  ]);
  expect(withSentOn({ label: '', to: 'jspo' }, undefined, course).judgementReports).toEqual([]);
});
