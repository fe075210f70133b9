/** 免除資格等一覧の行ごとの規則: one rule for each row of a book, so that next year's list needs no code. */
import type { Enrollment } from '../../../model/case/participant.js';
import type { Rulebook } from '../../engine/rulebook.js';
import { type Ask, type Known, type Rule, rule } from '../../engine/rule.js';
import type { HeldExemption } from '../../engine/subjects.js';
import type { Verdict } from '../../engine/verdict.js';
import type { JudgedExemption } from './judged-exemption.js';
import { rowRuleId } from './placement.js';
import { reasonVerdicts } from './reason-verdicts.js';

/** The rules of the rows of a book: `EXM-COM-07` for No.7 of the 共通科目 list, `EXM-SPC-13` for No.13 of the 専門科目 list. */
export function exemptionRules(book: Rulebook): readonly Rule[] {
  const { common, specialty } = book.exemptions;
  return [
    ...common.map((row) => rowRule(rowRuleId('common', row.no), row.at)),
    ...specialty.map((row) => rowRule(rowRuleId('specialty', row.no), row.at)),
  ];
}

function rowRule(id: string, clause: string): Rule {
  return rule({
    id,
    clause,
    stage: 'exemptions',
    on: 'exemption',
    check(held, ask) {
      const verdicts = reasonVerdicts(id, held, ask);
      return verdicts.length === 0 || isCounted(held, ask) ? verdicts : verdicts.map(uncounted);
    },
  });
}

/** A person who is exempt from the very subject of the course is no 受講者 of it (DEC-06). */
function uncounted(verdict: Verdict): Verdict {
  return { ...verdict, uncountable: true, messageJa: `${verdict.messageJa}。この講習会の受講者には数えません` };
}

function isCounted({ exemption }: HeldExemption, ask: Ask): boolean {
  const judged = ask.exemptions().get(exemption.id);
  if (judged?.result !== 'exempt' || exemption.subject !== ask.facts.course.subject) return true;
  const enrollments = ask.once(enrollmentsByPerson).get(judged.participantId) ?? [];
  return !enrollments.some((enrollment) => uses(judged, enrollment));
}

function enrollmentsByPerson({ facts }: Known): ReadonlyMap<string, readonly Enrollment[]> {
  const people = new Map<string, Enrollment[]>();
  for (const { enrollment } of facts.enrolled) {
    const own = people.get(enrollment.participantId);
    if (own) own.push(enrollment);
    else people.set(enrollment.participantId, [enrollment]);
  }
  return people;
}

/** Where a 受講 names the evidence that it uses, other evidence does not exempt it. */
function uses(
  { id }: JudgedExemption,
  { exemptionIds }: { readonly exemptionIds?: readonly string[] | undefined },
): boolean {
  return exemptionIds === undefined || exemptionIds.includes(id);
}
