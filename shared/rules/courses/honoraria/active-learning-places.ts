/** アクティブラーニング形式の人数と時間数: one 講義統括者, a 講義担当者 for about 15 受講者. */
import { hoursJa } from '../../../dates.js';
import { sum, yen } from '../../../money.js';
import { payFor } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { confirm, cut, type Verdict, warn, type WorkStep } from '../../engine/verdict.js';
import { type ActiveLearningSubject, activeLearningSubjects, isFirstOfPerson } from './active-learning.js';
import { payRow, unknownHours } from './hours-limit.js';
import { itemJa, minutesRow } from './labels.js';

/** 講義担当者 that the number of 受講者 carries: without doubt, and at most. */
type Places = {
  readonly participants: number;
  readonly perInstructor: number;
  readonly sure: number;
  readonly most: number;
};

/** Undefined while the number of 受講者 is not known. */
function places(ask: Ask): Places | undefined {
  const { participants } = ask.headcount();
  const perInstructor = ask.limit('honoraria.activeLearning.participantsPerInstructor');
  if (participants === undefined) return undefined;
  return {
    participants,
    perInstructor,
    sure: Math.max(1, Math.floor(participants / perInstructor)),
    most: Math.max(1, Math.ceil(participants / perInstructor)),
  };
}

/** ≥ 2 講義統括者 of a 科目: further ones are 講義担当者 where a place is free. */
export const oneLead = rule({
  id: 'FEE-ACT-03',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  override: 'extraLecturer',
  check(paid, ask) {
    const subject = ask.derive(activeLearningSubjects).get(paid);
    if (!subject || paid.line.role !== 'alLead') return undefined;
    const leads = leadsOf(subject);
    const index = leads.indexOf(paid.person.id);
    return index > 0 ? furtherLead(paid, subject, ask) : undefined;
  },
});

/** One person alone, not entered as 講義統括者. */
export const aloneIsLead = rule({
  id: 'FEE-ACT-04',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  check(paid, ask) {
    const subject = ask.derive(activeLearningSubjects).get(paid);
    if (!subject?.isTaughtAlone || paid.line.role === 'alLead' || !isFirstOfPerson(paid, subject)) return undefined;
    return warn(`${itemJa(subject.item)}は${paid.person.nameJa}1名で行うため、講義統括者として計上します`, {
      remedyJa: '役割を講義統括者に改めます',
    });
  },
});

/** More 講義担当者 than one for every started 15 受講者. */
export const instructorPlaces = rule({
  id: 'FEE-ACT-05',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  override: 'extraAlInstructor',
  check(paid, ask) {
    const subject = ask.derive(activeLearningSubjects).get(paid);
    const known = places(ask);
    if (!subject || !known || subject.seats.get(paid) !== 'instructor') return undefined;
    if (subject.instructors.indexOf(paid.person.id) < known.most) return undefined;
    return cut(
      0,
      `${itemJa(subject.item)}の講義担当者は${subject.instructors.length}名です。受講者${known.participants}名に対して置けるのは${known.most}名までのため、${paid.person.nameJa}は対象になりません`,
      {
        quantity: 0,
        work: placeRows(known, subject, paid),
        remedyJa: `講義担当者を${known.most}名までにします。増員が認められているときは、承認記録を残すと対象に戻ります`,
      },
    );
  },
});

/** Between one for every full 15 and one for every started 15, or the number of 受講者 unknown. */
export const instructorsInDoubt = rule({
  id: 'FEE-ACT-06',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  check(paid, ask) {
    const subject = ask.derive(activeLearningSubjects).get(paid);
    if (!subject || subject.seats.get(paid) === 'lead' || !isFirstOfPerson(paid, subject)) return undefined;
    const known = places(ask);
    const placed = placedPeople(subject, known);
    if (!placed.includes(paid.person.id)) return undefined;
    if (!known) return placed.length > 1 ? unknownParticipants(placed.length, subject) : undefined;
    if (placed.length <= known.sure || placed.length > known.most) return undefined;
    return confirm(
      `${itemJa(subject.item)}の講義担当者は${placed.length}名です。受講者${known.participants}名では「${known.perInstructor}名程度に1名」の境目に当たるため、人数を確かめてください`,
      {
        work: placeRows(known, subject, paid),
        remedyJa: `日本スポーツ協会に人数を確かめるか、${known.sure}名にします`,
      },
    );
  },
});

/** Hours of one person beyond the カリキュラム; no limit is printed for this form. */
export const activeLearningHours = rule({
  id: 'FEE-ACT-07',
  clause: '別表1(1)（記載なし）',
  stage: 'quantities',
  on: 'paidAssignment',
  check(paid, ask) {
    const subject = ask.derive(activeLearningSubjects).get(paid);
    if (!subject) return undefined;
    if (!subject.item) return unknownHours();
    const own = subject.entries.filter((entry) => entry.person.id === paid.person.id);
    const minutes = sum(own.map((entry) => entry.minutes));
    const { groupMinutes } = subject.item;
    if (own.at(-1) !== paid || minutes <= groupMinutes) return undefined;
    return confirm(
      `${itemJa(subject.item)}のカリキュラムは${hoursJa(groupMinutes)}ですが、${paid.person.nameJa}の担当は${hoursJa(minutes)}あります。この形態の時間数の上限は手引きに書かれていないため、確かめてください`,
      {
        work: [
          ...own.map((entry) => minutesRow(entry, entry.minutes, paid)),
          { labelJa: 'カリキュラムの時間数', textJa: hoursJa(groupMinutes) },
        ],
        remedyJa: '担当の時間をカリキュラムに合わせるか、超える理由を日本スポーツ協会に確かめます',
      },
    );
  },
});

/** ≥ 2 people teach, none of them 講義統括者. */
export const leadNamed = rule({
  id: 'FEE-ACT-08',
  clause: '別表1(1)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  check(paid, ask) {
    const subject = ask.derive(activeLearningSubjects).get(paid);
    if (!subject || subject.hasLead || !isFirstOfPerson(paid, subject)) return undefined;
    return confirm(`${itemJa(subject.item)}には講義担当者だけが入っていて、講義統括者がいません`, {
      remedyJa: '担当のうち1名の役割を講義統括者に改めます',
    });
  },
});

function leadsOf(subject: ActiveLearningSubject): string[] {
  return [...new Set(subject.entries.filter((paid) => paid.line.role === 'alLead').map((paid) => paid.person.id))];
}

function furtherLead(paid: PaidAssignment, subject: ActiveLearningSubject, ask: Ask): Verdict | undefined {
  const { rate } = paid.line;
  if (rate === undefined) return undefined;
  const known = places(ask);
  const limit = ask.limit('honoraria.activeLearning.instructorRate');
  const who = `${itemJa(subject.item)}の講義統括者は原則1名です。${paid.person.nameJa}は`;
  const remedyJa = '講義統括者を1名にします。2名での実施が認められているときは、承認記録を残すと対象に戻ります';
  const isApproved = subject.seats.get(paid) === 'lead';
  if (known && !isApproved && !placedPeople(subject, known).includes(paid.person.id)) {
    return cut(0, `${who}、講義担当者としての空きもないため対象になりません`, {
      quantity: 0,
      work: placeRows(known, subject, paid),
      remedyJa,
    });
  }
  const allowed = Math.min(rate, limit);
  const leaves = payFor(paid, allowed, paid.minutes);
  return cut(leaves, `${who}講義担当者として1人1時間${yen(limit)}までが対象です`, {
    limit: leaves,
    // Without the number of 受講者 nobody can say whether a place is free.
    confirm: known === undefined,
    work: [{ labelJa: '講義担当者の1時間の上限', amount: limit }, payRow(allowed, paid.minutes, leaves)],
    remedyJa,
  });
}

/** 講義担当者, then further 講義統括者 as far as places are free; all of them while 受講者 are not known. */
function placedPeople(subject: ActiveLearningSubject, known: Places | undefined): string[] {
  const free = known ? Math.max(known.most - subject.instructors.length, 0) : subject.furtherLeads.length;
  return [...new Set([...subject.instructors, ...subject.furtherLeads.slice(0, free)])];
}

function unknownParticipants(count: number, subject: ActiveLearningSubject): Verdict {
  return confirm(
    `${itemJa(subject.item)}の講義担当者は${count}名ですが、受講者数が入っていないため、人数が足りているか超えているかを確かめられません`,
    { remedyJa: '受講者名簿か受講者数を入れます' },
  );
}

function placeRows(known: Places, subject: ActiveLearningSubject, explained: PaidAssignment): WorkStep[] {
  const placed = subject.entries.filter((paid) => subject.seats.get(paid) !== 'lead' && isFirstOfPerson(paid, subject));
  return [
    { labelJa: '受講者', textJa: `${known.participants}名` },
    { labelJa: `${known.perInstructor}名に1名（切捨て）`, textJa: `${known.sure}名` },
    { labelJa: `${known.perInstructor}名に1名（切上げ）`, textJa: `${known.most}名` },
    ...placed.map((paid) => minutesRow(paid, paid.minutes, explained)),
  ];
}
