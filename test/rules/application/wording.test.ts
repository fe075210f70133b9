/** What the clerk reads of the application, where the days and names in the sentence are the rule. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import { check } from '../../../shared/rules/check.js';
import { caseFrom } from '../../support/cases.js';

const book = rulebook('R3');
const NOT_SENT = ['course.applicationSentOn', 'course.applicationReceivedOn'];

function sentences(rule: string, ...parameters: Parameters<typeof caseFrom>): string[] {
  const decision = check(caseFrom(...parameters), book);
  return decision.findings.filter(({ ruleId }) => ruleId === rule).map(({ messageJa }) => messageJa);
}

describe('APP-DL-04: days left to 28 September 2021, a Tuesday', () => {
  const left = (asOf: string, course: object = {}) =>
    sentences('APP-DL-04', 'lecture', { asOf, sessions: [{ id: 's1', date: '2021-10-28' }], course }, NOT_SENT)[0];

  test.each([
    ['2021-09-27', '申請書の期限（2021年9月28日（火））まであと1日です（安全日は2021年9月24日（金））'],
    ['2021-09-28', '申請書の期限は今日（2021年9月28日（火））です'],
    ['2021-09-29', '申請書の期限（2021年9月28日（火））を1日過ぎています'],
  ])('on %s', (asOf, sentence) => {
    expect(left(asOf)).toBe(sentence);
  });

  test('the course may set its own safe day', () => {
    expect(left('2021-09-01', { settings: { safetyDays: 7 } })).toContain('安全日は2021年9月21日（火）');
  });

  test.each([
    ['2021-09-27', '期限の1日前'],
    ['2021-09-28', '期限の日'],
    ['2021-09-29', '期限の1日後'],
  ])('arrived on %s', (applicationReceivedOn, when) => {
    const given = { sessions: [{ id: 's1', date: '2021-10-28' }], course: { applicationReceivedOn } };
    expect(sentences('APP-DL-04', 'lecture', given)[0]).toMatch(new RegExp(`、${when}）$`));
  });

  test.each([
    ['2021-10-25', '期限の日は土曜日ですが、期限は動きません'],
    ['2021-10-23', '期限の日は祝日ですが、期限は動きません'],
  ])('a course from %s: not a working day', (date, words) => {
    expect(sentences('APP-DL-04', 'lecture', { sessions: [{ id: 's1', date }] }, NOT_SENT)[0]).toContain(words);
  });
});

describe('APP-REV-01: a request of 10 August', () => {
  const on = (asOf: string, settings: object = {}) =>
    sentences('APP-REV-01', 'lecture', {
      asOf,
      course: { settings, revisionRequests: [{ stage: 'application', requestedOn: '2021-08-10' }] },
    })[0];

  test('is urged from the seventh day', () => {
    expect(on('2021-08-16')).toBe('申請書の修正依頼（2021年8月10日）に、まだ再提出していません');
    expect(on('2021-08-17')).toBe(
      '申請書の修正依頼（2021年8月10日）に、まだ再提出していません。依頼から7日たちました（目安は7日）',
    );
  });

  test('or from the day that the course sets', () => {
    expect(on('2021-08-12', { remindDays: 3 })).not.toContain('目安');
    expect(on('2021-08-13', { remindDays: 3 })).toContain('依頼から3日たちました（目安は3日）');
  });
});

test('APP-CUR-01 names each subject that is missing or short', () => {
  const given = {
    curriculum: [{ id: 'C2', nameJa: '競技の科学', groupMinutes: 60 }],
    sessions: [{ id: 's1', end: 630 }],
  };
  expect(sentences('APP-CUR-01', 'lecture', given)).toEqual([
    '日程がカリキュラムの科目・時間数に足りません（「競技の特性」が0.5時間不足、「競技の科学」が日程にない）',
  ]);
});

test('APP-APV-01 names what is not there and what came too late', () => {
  const given = { asOf: '2021-10-02', course: { approvalNoticeOn: '2021-10-02' } };
  expect(sentences('APP-APV-01', 'lecture', given)).toEqual([
    '開始日（2021年10月2日）を迎えましたが、委託契約の記録がありません。承認通知が開始日（2021年10月2日）より前ではありません',
  ]);
});

test('REC-SVY-01 names the fiscal year', () => {
  expect(sentences('REC-SVY-01', 'lecture', { course: { surveyReplied: false } })[0]).toContain(
    '令和3年度の実施希望調査に回答していません',
  );
});

test('ENR-CON-03 names the competitions of the book', () => {
  const other = { qualificationJa: 'スタートコーチ', competitionJa: 'サッカー', exceptionClaimed: true };
  const given = { enrollments: [{ id: 'E01', otherOpenEnrollments: [other] }] };
  expect(sentences('ENR-CON-03', 'enrollment', given)[0]).toContain('サッカー・バスケットボールが例外の対象外');
});

test('several people are named up to three', () => {
  expect(sentences('ENR-APL-01', 'enrollment')).toEqual([
    '指導者マイページでの受講申込が確かめられていない受講者が10名います（青木 大、石田 光、上野 学ほか7名）',
  ]);
});

test('REC-PRQ-01 asks about who may hold コーチ1, and does not say that they do not', () => {
  const course = { competition: { nameJa: '水泳', requiresCoach1: 'yes' } };
  const enrollments = [{ id: 'E01', holdsCoach1: 'no' }];
  expect(sentences('REC-PRQ-01', 'enrollment', { course, enrollments })).toEqual([
    '青木 大はコーチ1を持っていませんが、コーチ1の保有が条件の競技です',
    'コーチ1の保有が条件の競技ですが、保有しているか分からない受講者が9名います（石田 光、上野 学、江口 恵ほか6名）',
  ]);
});

test('ENR-APV-02 counts 承認済 and what follows it', () => {
  const statuses = ['approved', 'inProgress', 'passed', 'failed', 'absent', 'primaryApproved', 'withdrawn'];
  const enrollments = statuses.map((status, index) => ({ id: `E0${index + 1}`, status }));
  expect(sentences('ENR-APV-02', 'enrollment', { enrollments })[0]).toMatch(/^受講が確定した受講者は9名のうち5名です/);
});
