/** 年齢条件: full years on 1 April of the fiscal year. Who is too young is not counted as a 受講者. */
import { addDays, addYears, isoDate, longDateJa } from '../../../dates.js';
import type { Level } from '../../../model/case/course.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { confirm, refuse, type Verdict } from '../../engine/verdict.js';
import type { NumericFigureKey } from '../../figures.js';
import { stands } from '../../facts/headcount.js';

const AGE_KEYS = {
  coach1: 'enrollment.age.coach1',
  coach2: 'enrollment.age.coach2',
} as const satisfies Record<Level, NumericFigureKey>;

/** コーチ1の年齢条件。 */
export const coach1Age = rule({
  id: 'REC-AGE-01',
  clause: '1.(2)',
  stage: 'enrollments',
  on: 'enrollment',
  override: 'competitionAgeRule',
  check: (enrolled, ask) => (ask.facts.course.level === 'coach1' ? tooYoung(enrolled, ask) : undefined),
});

/** コーチ2の年齢条件。 */
export const coach2Age = rule({
  id: 'REC-AGE-02',
  clause: '1.(2)',
  stage: 'enrollments',
  on: 'enrollment',
  override: 'competitionAgeRule',
  check: (enrolled, ask) => (ask.facts.course.level === 'coach2' ? tooYoung(enrolled, ask) : undefined),
});

/** 基準日の翌日生まれ: by law the age is reached at the end of the reference day (DEC-05). */
export const ageOnTheEdge = rule({
  id: 'REC-AGE-04',
  clause: '1.(2)',
  stage: 'enrollments',
  on: 'enrollment',
  check(enrolled, ask) {
    const known = ageOf(enrolled, ask);
    if (known?.reachedOn !== addDays(referenceDay(ask), 1)) return undefined;
    return confirm(
      `${enrolled.participant.nameJa}は${longDateJa(known.birthDate)}生まれで、満${known.least}歳の数え方の境目です`,
      { remedyJa: '満年齢の数え方を日本スポーツ協会に確かめます' },
    );
  },
});

type Age = { readonly birthDate: string; readonly least: number; readonly reachedOn: string };

/** The age that is asked for and the birthday on which it is reached; undefined while the birth date is unknown. */
function ageOf(enrolled: EnrolledParticipant, ask: Ask): Age | undefined {
  const { birthDate } = enrolled.participant;
  if (birthDate === undefined || !stands(enrolled.enrollment)) return undefined;
  const { competition, level } = ask.facts.course;
  // 競技が年齢条件を別に定めているときは、それで見る (1.※3).
  const least = competition?.ageRule?.minAge ?? ask.limit(AGE_KEYS[level]);
  return { birthDate, least, reachedOn: addYears(birthDate, least) };
}

function referenceDay({ facts }: Ask): string {
  return isoDate(facts.course.fiscalYear, 4, 1);
}

function tooYoung(enrolled: EnrolledParticipant, ask: Ask): Verdict | undefined {
  const known = ageOf(enrolled, ask);
  const day = referenceDay(ask);
  if (!known || known.reachedOn <= addDays(day, 1)) return undefined;
  return refuse(
    `${enrolled.participant.nameJa}（${longDateJa(known.birthDate)}生まれ）は${longDateJa(day)}に満${known.least}歳に達していないため、受講者に数えません`,
    {
      uncountable: true,
      remedyJa: '生年月日を確かめます。競技に別の年齢条件があるときは、根拠とともに確認を記録します',
    },
  );
}
