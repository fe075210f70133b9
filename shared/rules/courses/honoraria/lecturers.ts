/** 講師（レクチャー・実技・実習）: hours of the 科目, and one lecturer per 科目. */
import type { SessionFormat } from '../../../model/case/schedule.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { confirm, type Verdict } from '../../engine/verdict.js';
import { type HoursCut, hoursCuts, hoursVerdict, sharedVerdict, unknownHours } from './hours-limit.js';
import { itemJa, minutesRow, namesJa } from './labels.js';
import { byPerson, listedBefore, paidBySubject, placeOf, type PaidSubject } from './paid-by-subject.js';
import { sharedMinutes } from './shared-minutes.js';

const PRACTICAL: readonly (SessionFormat | null)[] = ['practical', 'practicum'];

/** What the 科目 says about one lecturer's 担当. */
type Teaching = {
  readonly subject: PaidSubject;
  /** Minutes beside lecturers listed before. */
  readonly shared: number;
  readonly hours: HoursCut | undefined;
  /** The 担当 with which a further lecturer enters the 科目 without ever standing beside another. */
  readonly takesTurns: boolean;
};

/** レクチャー: Σ minutes of the lecturers of a 科目 up to the hours of the 実施要領. */
export const lectureHours = rule({
  id: 'FEE-LEC-02',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  check: (paid, ask) => (isLecture(paid) ? overHours(paid, ask) : undefined),
});

/** レクチャー: two lecturers of one 科目, one after the other. */
export const lecturersInTurn = rule({
  id: 'FEE-LEC-03',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  override: 'extraLecturer',
  check: (paid, ask) => (isLecture(paid) ? inTurn(paid, ask) : undefined),
});

/** レクチャー: two lecturers of one 科目 at the same time. */
export const lecturersAtOnce = rule({
  id: 'FEE-LEC-04',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  override: 'extraLecturer',
  check: (paid, ask) => (isLecture(paid) ? atOnce(paid, ask) : undefined),
});

/** 実技・実習: hours, two at once, two in turn under one number. */
export const practicalLecturers = rule({
  id: 'FEE-PRC-02',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  override: 'extraLecturer',
  check(paid, ask) {
    if (!isPractical(paid)) return undefined;
    return [overHours(paid, ask), atOnce(paid, ask), inTurn(paid, ask)].filter((verdict) => verdict !== undefined);
  },
});

function isLecture(paid: PaidAssignment): boolean {
  return paid.line.role === 'lecturer' && paid.session?.format === 'lecture';
}

function isPractical(paid: PaidAssignment): boolean {
  return paid.line.role === 'lecturer' && paid.session !== undefined && PRACTICAL.includes(paid.session.format);
}

function overHours(paid: PaidAssignment, ask: Ask): Verdict | undefined {
  const teaching = ask.derive(lecturersOfSubjects).get(paid);
  if (!teaching) return undefined;
  if (!teaching.subject.item) return unknownHours();
  return teaching.hours && hoursVerdict(paid, teaching.hours, 'この科目の講師');
}

function atOnce(paid: PaidAssignment, ask: Ask): Verdict | undefined {
  const teaching = ask.derive(lecturersOfSubjects).get(paid);
  if (!teaching || teaching.shared === 0) return undefined;
  const others = listedBefore(paid, teaching.subject);
  return sharedVerdict(paid, teaching.shared, {
    messageJa: `${itemJa(teaching.subject.item)}には${namesJa(others)}が同じ時刻に講師として入っています。講師は原則1科目1名のため、後に記載の${paid.person.nameJa}の重なる時間は対象になりません`,
    remedyJa: '時間が重ならないよう担当を分けます。2名での実施が認められているときは、承認記録を残すと対象に戻ります',
    others,
  });
}

function inTurn(paid: PaidAssignment, ask: Ask): Verdict | undefined {
  const teaching = ask.derive(lecturersOfSubjects).get(paid);
  if (!teaching?.takesTurns) return undefined;
  const others = listedBefore(paid, teaching.subject);
  return confirm(
    `${itemJa(teaching.subject.item)}の講師が${namesJa(others)}から${paid.person.nameJa}へ交代しています。講師は原則1科目1名です。交代の理由を確かめてください`,
    {
      work: [...others, paid].map((entry) => minutesRow(entry, entry.minutes, paid)),
      remedyJa: '交代の理由を説明できるようにします。日本スポーツ協会に認められたときは、承認記録を残します',
    },
  );
}

/** Lecture and practical sessions of a 科目 share its hours and its one place. */
function lecturersOfSubjects(ask: Ask): ReadonlyMap<PaidAssignment, Teaching> {
  const all = new Map<PaidAssignment, Teaching>();
  for (const subject of paidBySubject(ask, (paid) => isLecture(paid) || isPractical(paid))) {
    const shared = sharedMinutes(subject.entries);
    const hours = lecturerHours(subject, shared, ask);
    const newcomers = takingTurns(subject, shared);
    for (const paid of subject.entries) {
      all.set(paid, {
        subject,
        shared: shared.get(paid) ?? 0,
        hours: hours.get(paid),
        takesTurns: newcomers.has(paid),
      });
    }
  }
  return all;
}

function lecturerHours(
  { item, entries }: PaidSubject,
  shared: ReadonlyMap<PaidAssignment, number>,
  ask: Ask,
): Map<PaidAssignment, HoursCut> {
  if (!item) return new Map();
  const isApproved = (paid: PaidAssignment): boolean => ask.approval('extraLecturer', placeOf(paid)) !== undefined;
  const counted = (paid: PaidAssignment): number => paid.minutes - (isApproved(paid) ? 0 : (shared.get(paid) ?? 0));
  const pools = entries.some(isApproved) ? [...byPerson(entries).values()] : [entries];
  return new Map(pools.flatMap((pool) => [...hoursCuts(pool, item, counted)]));
}

/** First 担当 of each further lecturer who never stands beside one listed before. */
function takingTurns(subject: PaidSubject, shared: ReadonlyMap<PaidAssignment, number>): Set<PaidAssignment> {
  const [, ...further] = byPerson(subject.entries).values();
  return new Set(further.filter((own) => own.every((paid) => !shared.has(paid))).flatMap((own) => own.slice(0, 1)));
}
