import type { Ask } from '../../engine/rule.js';
import type { HeldExemption } from '../../engine/subjects.js';
import type { Verdict } from '../../engine/verdict.js';

const NONE: readonly Verdict[] = [];

/** What the judgement of an evidence says under one rule, as verdicts about its holder. */
export function reasonVerdicts(
  ruleId: string,
  { exemption, participant }: HeldExemption,
  ask: Ask,
): readonly Verdict[] {
  const reasons = ask.exemptions().get(exemption.id)?.reasons ?? [];
  // Every row of the list asks about every evidence, and all but one of them in vain.
  if (!reasons.some((reason) => reason.ruleId === ruleId)) return NONE;
  return reasons
    .filter((reason) => reason.ruleId === ruleId)
    .map(({ severity, messageJa, remedyJa, confirm }) => ({
      severity,
      messageJa: `${participant.nameJa}：${messageJa}`,
      confirm,
      ...(remedyJa === undefined ? {} : { remedyJa }),
    }));
}
