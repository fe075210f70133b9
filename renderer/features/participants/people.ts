/** The people of a course with what decides about them. */
import { groupBy } from '../../../shared/group-by.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Exemption, ExemptionApplication } from '../../../shared/model/case/exemption.js';
import type { Enrollment, Participant } from '../../../shared/model/case/participant.js';
import type { JudgedExemption } from '../../../shared/rules/courses/exemptions/judged-exemption.js';
import type { Decision } from '../../../shared/rules/engine/decide.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { type Mark, MARKS } from '../../../shared/rules/marks.js';

export type Person = {
  readonly participant: Participant;
  readonly enrollment: Enrollment | undefined;
  readonly exemptions: readonly Exemption[];
  /** What each of them is worth. */
  readonly judged: readonly JudgedExemption[];
  readonly application: ExemptionApplication | undefined;
  /** What the decision says about the person. */
  readonly findings: readonly Finding[];
};

const NOTHING: readonly never[] = [];

export function peopleOf(value: Case, decision: Decision): Person[] {
  const enrollments = new Map((value.enrollments ?? []).map((one) => [one.participantId, one]));
  const exemptions = groupBy(value.exemptions ?? [], (one) => one.participantId);
  const applications = new Map((value.exemptionApplications ?? []).map((one) => [one.participantId, one]));
  const judged = groupBy(decision.exemptions, (one) => one.participantId);
  const findings = groupBy(decision.findings, (finding) => finding.place.person ?? '');
  return (value.participants ?? []).map((participant) => ({
    participant,
    enrollment: enrollments.get(participant.id),
    exemptions: exemptions.get(participant.id) ?? NOTHING,
    judged: judged.get(participant.id) ?? NOTHING,
    application: applications.get(participant.id),
    findings: findings.get(participant.id) ?? NOTHING,
  }));
}

export type PersonMark = { readonly mark: Mark; readonly ja: string };

/** Narrower words by the area of the rule, in the order in which they are looked for. */
const WORDS: readonly (readonly [prefix: string, ja: string])[] = [
  ['REC-AGE', '年齢'],
  ['REC-PRQ', '受講条件'],
  ['ENR-CON', '同時受講'],
  ['ENR-VAL', '有効期間'],
  ['ENR-APV', '承認'],
  ['ENR-DL', '期限'],
  ['ENR-APL', '申込'],
  ['EXM', '免除'],
  ['PAY', '受講料'],
  ['IMP', '判定'],
  ['RPT', '判定'],
];

/** What asks for something about a person, each word once; mere results are left out. */
export function marksOfPerson(findings: readonly Finding[]): PersonMark[] {
  const marks = new Map<string, PersonMark>();
  for (const finding of findings) {
    const mark = markOf(finding);
    const ja = WORDS.find(([prefix]) => finding.ruleId.startsWith(prefix))?.[1] ?? '確かめる';
    if (mark) marks.set(`${mark} ${ja}`, { mark, ja });
  }
  return [...marks.values()].sort((a, b) => MARKS.indexOf(a.mark) - MARKS.indexOf(b.mark));
}

function markOf({ severity, approved, needsConfirmation }: Finding): Mark | undefined {
  if (approved) return 'approved';
  if (severity === 'error') return 'out';
  if (needsConfirmation) return 'confirm';
  return severity === 'warning' ? 'over' : undefined;
}
