/** 足りない免除書類: who must still bring which paper. */
import type { Case } from '../../../model/case/case.js';
import type { Decision } from '../../engine/decide.js';
import { judgedByPerson } from './judged-exemption.js';
import type { ExemptSubject } from './judgement.js';

export type MissingExemptionPaper = {
  readonly exemptionId: string;
  readonly participantId: string;
  readonly nameJa: string;
  readonly subject: ExemptSubject;
  readonly qualificationJa: string;
  readonly paperJa: string;
  /** True where it is only not known whether the paper is there. */
  readonly isUnknown: boolean;
};

/**
 * Papers without which evidence does not exempt, by the order of the 受講者; nothing for evidence that no paper would
 * make good.
 */
export function missingExemptionPapers(value: Case, decision: Decision): MissingExemptionPaper[] {
  const evidence = new Map((value.exemptions ?? []).map((own) => [own.id, own]));
  const judgedOf = judgedByPerson(decision.exemptions);
  return (value.participants ?? []).flatMap(({ id: participantId, nameJa }) =>
    (judgedOf.get(participantId) ?? []).flatMap(({ id: exemptionId, subject, qualificationJa, missingPapersJa }) =>
      missingPapersJa.map((paperJa) => ({
        exemptionId,
        participantId,
        nameJa,
        subject,
        qualificationJa,
        paperJa,
        isUnknown: evidence.get(exemptionId)?.copyAttached === undefined,
      })),
    ),
  );
}
