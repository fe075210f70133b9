/** 免除か合格か: how one person stands in one of the two subjects of a level. */
import type { Level, Subject } from '../../../model/case/course.js';
import type { Enrollment } from '../../../model/case/participant.js';
import type { JudgedExemption } from './judged-exemption.js';
import type { ExemptSubject } from './judgement.js';

/** 共通科目 and 専門科目 of a level, in this order. */
export const SUBJECTS_OF_LEVEL = {
  coach1: ['common1', 'specialty'],
  coach2: ['common2', 'specialty'],
} as const satisfies Record<Level, readonly [ExemptSubject, ExemptSubject]>;

export type SubjectState = 'exempt' | 'passed' | 'asked' | 'open';

/** What a person's evidence and enrolments in a course of `taught` say about a subject. */
export function subjectState(
  subject: ExemptSubject,
  judged: readonly JudgedExemption[],
  enrollments: readonly Enrollment[],
  taught: Subject,
): SubjectState {
  const results = judged.filter((one) => one.subject === subject).map(({ result }) => result);
  const judgements = enrollments.map((enrollment) => recorded(enrollment, subject, taught));
  if (results.includes('exempt') || judgements.includes('exempt')) return 'exempt';
  if (judgements.includes('pass')) return 'passed';
  return results.includes('needsConfirmation') ? 'asked' : 'open';
}

/** What the list of the 受講者 says about a subject. */
function recorded(enrollment: Enrollment, subject: ExemptSubject, taught: Subject): string | undefined {
  if (subject === 'common1') return enrollment.common1Result;
  return taught === subject ? enrollment.judgement : undefined;
}
