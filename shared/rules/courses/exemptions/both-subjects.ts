/** 免除・免除申請ができる人: both subjects of the level are exempt or passed (EXM-APP-07). */
import type { Level } from '../../../model/case/course.js';
import type { Enrollment, Participant } from '../../../model/case/participant.js';
import { type Ask, rule } from '../../engine/rule.js';
import { note, type Verdict } from '../../engine/verdict.js';
import type { JudgedExemption } from './judged-exemption.js';
import { EXEMPT_SUBJECT_JA, type ExemptSubject } from './judgement.js';

const SUBJECTS = {
  coach1: ['common1', 'specialty'],
  coach2: ['common2', 'specialty'],
} as const satisfies Record<Level, readonly [ExemptSubject, ExemptSubject]>;

const STATE_JA = { exempt: '免除', passed: '合格', asked: '免除を確認中', open: '未了' } as const;
type State = keyof typeof STATE_JA;

/** 共通科目と専門科目がそろうか。 */
export const bothSubjects = rule({
  id: 'EXM-APP-07',
  clause: '免除申請方法',
  stage: 'exemptions',
  on: 'course',
  check: (value, ask) => (value.participants ?? []).flatMap((person) => verdictOf(person, ask) ?? []),
});

function verdictOf(person: Participant, ask: Ask): Verdict | undefined {
  const [common, specialty] = SUBJECTS[ask.facts.course.level].map((subject) => ({
    subject,
    state: stateOf(person, subject, ask),
  }));
  if (!common || !specialty || (common.state !== 'exempt' && specialty.state !== 'exempt')) return undefined;
  const bothJa = [common, specialty].map(({ subject, state }) => `${EXEMPT_SUBJECT_JA[subject]}は${STATE_JA[state]}`);
  return note(`${person.nameJa}：${bothJa.join('、')}。${consequenceJa([common, specialty])}`, {
    at: { person: person.id },
  });
}

function consequenceJa(both: readonly { readonly subject: ExemptSubject; readonly state: State }[]): string {
  const open = both.find(({ state }) => state === 'open');
  if (open) return `${EXEMPT_SUBJECT_JA[open.subject]}は通常どおり受講します`;
  return both.some(({ state }) => state === 'asked')
    ? '確認が済めば、免除・免除申請ができます'
    : '両方がそろうため、免除・免除申請ができます';
}

function stateOf(person: Participant, subject: ExemptSubject, ask: Ask): State {
  const known = ask.derive(byPerson).get(person.id);
  const results = (known?.judged ?? []).filter((one) => one.subject === subject).map(({ result }) => result);
  const judgements = (known?.enrollments ?? []).map((enrollment) => recorded(enrollment, subject, ask));
  if (results.includes('exempt') || judgements.includes('exempt')) return 'exempt';
  if (judgements.includes('pass')) return 'passed';
  return results.includes('needsConfirmation') ? 'asked' : 'open';
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

/** What the list of the 受講者 says about a subject. */
function recorded(enrollment: Enrollment, subject: ExemptSubject, { facts }: Ask): string | undefined {
  return subject === 'common1'
    ? enrollment.common1Result
    : facts.course.subject === subject
      ? enrollment.judgement
      : undefined;
}
