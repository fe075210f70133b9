/** 免除 of one person: what the decision says of every piece of evidence, and what it comes to for each subject. */
import type { Case } from '../../../shared/model/case/case.js';
import type { Exemption } from '../../../shared/model/case/exemption.js';
import type { JudgedExemption } from '../../../shared/rules/courses/exemptions/judged-exemption.js';
import type { ExemptionResult, ExemptSubject } from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Person } from './people.js';

export type Evidence = { readonly exemption: Exemption; readonly judgement: JudgedExemption };

export type SubjectExemption = {
  readonly subject: ExemptSubject;
  /** 受講 where there is no evidence at all. */
  readonly result: ExemptionResult | 'attends';
  readonly evidence: readonly Evidence[];
};

/** The subjects that this level asks for: 共通Ⅰ with コーチ1, 共通Ⅱ with コーチ2, and 専門. */
export function subjectsOf({ course }: Case): readonly ExemptSubject[] {
  return course.level === 'coach1' ? ['common1', 'specialty'] : ['common2', 'specialty'];
}

export const SHORT_SUBJECT_JA = { common1: '共通Ⅰ', common2: '共通Ⅱ', specialty: '専門' } as const;

const BEST_FIRST: readonly ExemptionResult[] = ['exempt', 'needsConfirmation', 'notExempt'];

/** One good piece of evidence is enough for a subject. */
export function exemptionsOf(value: Case, { exemptions, judged }: Person): SubjectExemption[] {
  return subjectsOf(value).map((subject) => {
    const evidence = exemptions.flatMap((exemption): Evidence[] => {
      const judgement = judged.find(({ id }) => id === exemption.id);
      return exemption.subject === subject && judgement ? [{ exemption, judgement }] : [];
    });
    const result = BEST_FIRST.find((best) => evidence.some(({ judgement }) => judgement.result === best));
    return { subject, result: result ?? 'attends', evidence };
  });
}

/** Papers that are still missing for what is held, in words. */
export function missingPapers(subjects: readonly SubjectExemption[]): string[] {
  return subjects.flatMap(({ evidence }) =>
    evidence
      .filter(({ exemption }) => exemption.copyAttached !== true)
      .flatMap(({ exemption, judgement }) =>
        judgement.papersJa.map((paper) => `${exemption.qualificationJa}の${paper}`),
      ),
  );
}
