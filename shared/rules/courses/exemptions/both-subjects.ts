/** 免除・免除申請ができる人: both subjects of the level are exempt or passed (EXM-APP-07). */
import type { Enrollment, Participant } from '../../../model/case/participant.js';
import { type Ask, rule } from '../../engine/rule.js';
import { note, type Verdict } from '../../engine/verdict.js';
import type { JudgedExemption } from './judged-exemption.js';
import { EXEMPT_SUBJECT_JA, type ExemptSubject } from './judgement.js';
import { SUBJECTS_OF_LEVEL, subjectState, type SubjectState } from './subject-state.js';

const STATE_JA = {
  exempt: '免除',
  passed: '合格',
  asked: '免除を確認中',
  open: '未了',
} as const satisfies Record<SubjectState, string>;

/** 共通科目と専門科目がそろうか。 */
export const bothSubjects = rule({
  id: 'EXM-APP-07',
  clause: '免除申請方法',
  stage: 'exemptions',
  on: 'course',
  check: (value, ask) => (value.participants ?? []).flatMap((person) => verdictOf(person, ask) ?? []),
});

function verdictOf(person: Participant, ask: Ask): Verdict | undefined {
  const [common, specialty] = SUBJECTS_OF_LEVEL[ask.facts.course.level].map((subject) => ({
    subject,
    state: stateOf(person, subject, ask),
  }));
  if (!common || !specialty || (common.state !== 'exempt' && specialty.state !== 'exempt')) return undefined;
  const bothJa = [common, specialty].map(({ subject, state }) => `${EXEMPT_SUBJECT_JA[subject]}は${STATE_JA[state]}`);
  return note(`${person.nameJa}：${bothJa.join('、')}。${consequenceJa([common, specialty])}`, {
    at: { person: person.id },
  });
}

function consequenceJa(both: readonly { readonly subject: ExemptSubject; readonly state: SubjectState }[]): string {
  const open = both.find(({ state }) => state === 'open');
  if (open) return `${EXEMPT_SUBJECT_JA[open.subject]}は通常どおり受講します`;
  return both.some(({ state }) => state === 'asked')
    ? '確認が済めば、免除・免除申請ができます'
    : '両方がそろうため、免除・免除申請ができます';
}

function stateOf(person: Participant, subject: ExemptSubject, ask: Ask): SubjectState {
  const known = ask.derive(byPerson).get(person.id);
  return subjectState(subject, known?.judged ?? [], known?.enrollments ?? [], ask.facts.course.subject);
}

type Known = { readonly judged: JudgedExemption[]; readonly enrollments: Enrollment[] };

/** Looked up once: with thousands of people, searching both lists for each of them takes seconds. */
function byPerson(ask: Ask): ReadonlyMap<string, Known> {
  const people = new Map<string, Known>();
  const known = (id: string): Known => {
    const own = people.get(id) ?? { judged: [], enrollments: [] };
    people.set(id, own);
    return own;
  };
  for (const one of ask.exemptions().values()) known(one.participantId).judged.push(one);
  for (const { participant, enrollment } of ask.facts.enrolled) known(participant.id).enrollments.push(enrollment);
  return people;
}
