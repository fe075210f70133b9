/** What stands in the fields of a step before anything is typed, and what the program itself computes beside them. */
import { grouped } from '../../../shared/money.js';
import { courseDatesOf } from '../../../shared/workflow/course-dates.js';
import type { CourseSituation, StepDefinition } from '../../../shared/workflow/course-step.js';
import type { StepFieldKey, StepInput } from '../../../shared/workflow/step-fields.js';

/** What is recorded already, and the day of the step. What the association fixes is never guessed. */
export function initialInput({ fields, event }: StepDefinition, situation: CourseSituation): StepInput {
  const { course } = situation.value;
  const known = course as Readonly<Record<string, unknown>>;
  const entries = fields.flatMap(({ key }): [string, unknown][] =>
    known[key] === undefined ? [] : [[key, known[key]]],
  );
  const form = event === 'submitReport' ? course.reportForm : course.applicationForm;
  return {
    ...(Object.fromEntries(entries) as StepInput),
    ...(form === undefined ? {} : { form: form.delivery }),
    ...(fields.some(({ key }) => key === 'on') ? { on: dayOf(event, situation) } : {}),
  };
}

/** The first and the last day are those of the timetable once they have come; everything else happened today. */
function dayOf(event: StepDefinition['event'], { value }: CourseSituation): string {
  const { first, last } = courseDatesOf(value);
  const day = event === 'openCourse' ? first : event === 'endCourse' ? last : undefined;
  return day !== undefined && day <= value.asOf ? day : value.asOf;
}

/** Our own figure beside a field, to compare what has come with. */
export function hintJa(key: StepFieldKey, { decision, value }: CourseSituation): string | undefined {
  const { settlement, totals, headcount } = decision;
  switch (key) {
    case 'contractAmount':
      return `申請の対象額 ${grouped(totals.eligible)}円`;
    case 'advanceReceived':
      return settlement.advance === null ? undefined : `計算では ${grouped(settlement.advance)}円`;
    case 'finalAmount':
      return settlement.finalAmount === null ? undefined : `見込 ${grouped(settlement.finalAmount)}円`;
    case 'startHeadcount':
    case 'reportHeadcount':
      return headcount.participants === undefined ? undefined : `名簿では ${headcount.participants}名`;
    case 'applicationReceivedOn':
    case 'reportReceivedOn':
      return value.course[key] === undefined && value.course.delivery === 'commissioned'
        ? '原本必着。届いてから入れてもかまいません'
        : undefined;
    default:
      return undefined;
  }
}
