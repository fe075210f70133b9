/** 免除 of one person: every piece of evidence judged, and what it comes to for each subject. */
import type { IsoDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Exemption } from '../../../shared/model/case/exemption.js';
import { judgeExemption } from '../../../shared/rules/courses/exemptions/judge-exemption.js';
import {
  type ExemptionJudgement,
  type ExemptionResult,
  type ExemptSubject,
} from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { Person } from './people.js';

export type JudgedExemption = {
  readonly exemption: Exemption;
  readonly appliedOn: IsoDate;
  readonly judgement: ExemptionJudgement;
};

export type SubjectExemption = {
  readonly subject: ExemptSubject;
  /** 受講 where there is no evidence at all. */
  readonly result: ExemptionResult | 'attends';
  readonly evidence: readonly JudgedExemption[];
};

/** The subjects that this level asks for: 共通Ⅰ with コーチ1, 共通Ⅱ with コーチ2, and 専門. */
export function subjectsOf({ course }: Case): readonly ExemptSubject[] {
  return course.level === 'coach1' ? ['common1', 'specialty'] : ['common2', 'specialty'];
}

export const SHORT_SUBJECT_JA = { common1: '共通Ⅰ', common2: '共通Ⅱ', specialty: '専門' } as const;

const BEST_FIRST: readonly ExemptionResult[] = ['exempt', 'needsConfirmation', 'notExempt'];

/** One good piece of evidence is enough for a subject. */
export function exemptionsOf(value: Case, person: Person, book: Rulebook): SubjectExemption[] {
  return subjectsOf(value).map((subject) => {
    const evidence = person.exemptions
      .filter((exemption) => exemption.subject === subject)
      .map((exemption) => judged(value, exemption, book));
    const result = BEST_FIRST.find((best) => evidence.some(({ judgement }) => judgement.result === best));
    return { subject, result: result ?? 'attends', evidence };
  });
}

function judged(value: Case, exemption: Exemption, book: Rulebook): JudgedExemption {
  const { course, sessions, asOf } = value;
  const appliedOn = exemption.appliedOn ?? asOf;
  const days = (sessions ?? []).map((session) => session.date).sort();
  const startsOn = days[0] ?? course.startDate;
  const judgement = judgeExemption(
    exemption,
    { level: course.level, subject: exemption.subject, competition: course.competition?.nameJa, appliedOn, startsOn },
    book,
  );
  return { exemption, appliedOn, judgement };
}

/** Papers that are still missing for what could be exempt, each with whom it belongs to. */
export function missingPapers(
  subjects: readonly SubjectExemption[],
): { readonly subject: ExemptSubject; readonly ja: string }[] {
  return subjects.flatMap(({ subject, evidence }) =>
    evidence
      .filter(({ exemption }) => exemption.copyAttached !== true)
      .flatMap(({ exemption, judgement }) =>
        judgement.papersJa.map((paper) => ({ subject, ja: `${exemption.qualificationJa}の${paper}` })),
      ),
  );
}
