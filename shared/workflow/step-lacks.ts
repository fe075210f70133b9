/** What keeps a step back, what is told beside it, and where each is mended. */
import { longDateJa } from '../dates.js';
import type { CourseEvent, CourseSituation, StepDefinition } from './course-step.js';
import { stepOf } from './course-machine.js';
import { isOf, type Lack, lackOf, type LackPlace, type StepFinding } from './lack.js';
import { STEP_FIELDS, type StepInput } from './step-fields.js';

/**
 * Everything that stands in the way of a step or is told before it, what blocks first. `situation` is the course as
 * it would be with what was entered, so that the rules judge the dates about to be recorded.
 */
export function blockers(event: CourseEvent, situation: CourseSituation, input: StepInput): Lack[] {
  const step = stepOf(event, situation.value.course.delivery);
  const lacks = [
    ...missingFields(step, situation, input),
    ...(step.guard?.(situation, input) ?? []),
    ...dayInOrder(step, situation, input),
    ...byRules(step, situation),
  ];
  return [...lacks.filter((lack) => lack.blocks), ...lacks.filter((lack) => !lack.blocks)];
}

/** Required fields that are still empty. */
function missingFields({ event, fields }: StepDefinition, situation: CourseSituation, input: StepInput): Lack[] {
  return fields
    .filter(({ required, when }) => required === true && (when?.(situation) ?? true))
    .filter(({ key }) => input[key] === undefined || input[key] === '')
    .map(({ key, ja }) => ({
      ja: `${ja ?? STEP_FIELDS[key].ja}を入れてください`,
      where: { screen: 'overview', field: `${event}.${key}` },
      blocks: true,
    }));
}

/** A step that lies before the one it follows is probably a slip; it is told, not refused. */
function dayInOrder({ day }: StepDefinition, { history, value }: CourseSituation, input: StepInput): Lack[] {
  const on = input[day];
  if (typeof on !== 'string') return [];
  const where = { screen: 'overview' } as const;
  const last = history.at(-1);
  return [
    ...(last !== undefined && on < last.on
      ? [{ ja: `前の段階「${last.eventJa}」（${longDateJa(last.on)}）より前の日です`, where, blocks: false }]
      : []),
    ...(on > value.asOf ? [{ ja: `${longDateJa(on)}はまだ先の日です`, where, blocks: false }] : []),
  ];
}

/** The findings that a step looks at; many about single people make one sentence. */
function byRules({ blockedBy = [], told = [] }: StepDefinition, { decision }: CourseSituation): Lack[] {
  const byRule = new Map<string, StepFinding[]>();
  const all = [...decision.findings, ...decision.lines.flatMap((line) => line.findings.filter(isAboutCourse))];
  for (const finding of all) {
    if (finding.severity === 'info' || !isOf(finding.ruleId, [...blockedBy, ...told])) continue;
    byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding]);
  }
  return [...byRule.values()].flatMap((findings) => {
    const first = findings.find((finding) => finding.severity === 'error') ?? findings[0];
    if (first === undefined) return [];
    const lack = lackOf(first, placeOfRule(first.ruleId), isOf(first.ruleId, blockedBy));
    const others = findings.length - 1;
    return [others === 0 ? lack : { ...lack, ja: `${lack.ja}（ほか${others}件）` }];
  });
}

/** A change of the application stands on the lines it touches; the step tells of it once. */
function isAboutCourse({ ruleId }: StepFinding): boolean {
  return ruleId.startsWith('CHG-');
}

const PLACES: readonly (readonly [prefix: string, LackPlace])[] = [
  ['REC-SVY', { screen: 'overview', field: 'surveyReplied' }],
  ['REC-ORG', { screen: 'overview', field: 'organization' }],
  ['REC-PER', { screen: 'overview', field: 'recruitEnd' }],
  ['REC-PRQ', { screen: 'overview', field: 'competition' }],
  ['REC-', { screen: 'participants' }],
  ['ENR-', { screen: 'participants' }],
  ['APP-DL', { screen: 'overview', field: 'applicationSentOn' }],
  ['APP-FRM', { screen: 'overview', field: 'applicationForm' }],
  ['APP-APV', { screen: 'overview', field: 'approvalNoticeOn' }],
  ['APP-SCL', { screen: 'overview', field: 'approvedScale' }],
  ['APP-', { screen: 'schedule' }],
  ['IMP-EXM-03', { screen: 'participants' }],
  ['IMP-', { screen: 'schedule' }],
  ['CHG-', { screen: 'overview', field: 'changes' }],
  ['RPT-DL', { screen: 'overview', field: 'reportReceivedOn' }],
  ['RPT-FRM', { screen: 'overview', field: 'reportForm' }],
  ['RPT-JDG', { screen: 'overview', field: 'judgementReports' }],
  ['PAY-ADV', { screen: 'overview', field: 'advanceReceived' }],
  ['PAY-FIN-05', { screen: 'overview', field: 'reportReceivedOn' }],
  ['PAY-FIN', { screen: 'overview', field: 'finalAmount' }],
  ['PAY-OWN', { screen: 'claims' }],
];

/** Where the thing is mended that a rule speaks of. */
export function placeOfRule(ruleId: string): LackPlace {
  return PLACES.find(([prefix]) => ruleId.startsWith(prefix))?.[1] ?? { screen: 'overview' };
}
