/** 年齢条件: full years on the reference day of the fiscal year. Who is too young is not counted as a 受講者. */
import { addDays, addYears, type IsoDate, longDateJa } from '../../../dates.js';
import type { Level } from '../../../model/case/course.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { confirm, note, refuse, type Verdict } from '../../engine/verdict.js';
import type { NumericFigureKey } from '../../figures.js';
import { stands } from '../../facts/headcount.js';
import { namesJa, placeOf, standingPeople } from './people.js';

const AGE_KEYS = {
  coach1: 'enrollment.age.coach1',
  coach2: 'enrollment.age.coach2',
} as const satisfies Record<Level, NumericFigureKey>;

/** コーチ1の年齢条件。 */
export const coach1Age = rule({
  id: 'REC-AGE-01',
  clause: '1.(2)',
  stage: 'enrollments',
  on: 'course',
  override: 'competitionAgeRule',
  check: (_course, ask) => (ask.facts.course.level === 'coach1' ? ages(ask) : undefined),
});

/** コーチ2の年齢条件。 */
export const coach2Age = rule({
  id: 'REC-AGE-02',
  clause: '1.(2)',
  stage: 'enrollments',
  on: 'course',
  override: 'competitionAgeRule',
  check: (_course, ask) => (ask.facts.course.level === 'coach2' ? ages(ask) : undefined),
});

/** 競技が別に定める年齢条件。 */
export const competitionAge = rule({
  id: 'REC-AGE-03',
  clause: '1.※3',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    if (ask.facts.course.competition?.ageRule !== undefined) return undefined;
    return note(`年齢は満${leastAge(ask)}歳で見ています。競技によっては年齢の条件が別に定められていることがあります`, {
      remedyJa: '競技に別の条件があるか中央競技団体に確かめ、あればその年齢を講習会に入れます',
    });
  },
});

/** 基準日の翌日生まれ: by law the age is reached at the end of the reference day (DEC-05). */
export const ageOnTheEdge = rule({
  id: 'REC-AGE-04',
  clause: '1.(2)',
  stage: 'enrollments',
  on: 'enrollment',
  check({ enrollment, participant }, ask) {
    const { birthDate } = participant;
    if (birthDate === undefined || !stands(enrollment)) return undefined;
    const least = leastAge(ask);
    if (addYears(birthDate, least) !== addDays(ask.figure('enrollment.age.referenceDay'), 1)) return undefined;
    return confirm(`${participant.nameJa}は${longDateJa(birthDate)}生まれで、満${least}歳の数え方の境目です`, {
      remedyJa: '満年齢の数え方を日本スポーツ協会に確かめます',
    });
  },
});

/** 競技が年齢条件を別に定めているときは、それで見る (1.※3). */
function leastAge(ask: Ask): number {
  const { competition, level } = ask.facts.course;
  return competition?.ageRule?.minAge ?? ask.limit(AGE_KEYS[level]);
}

function ages(ask: Ask): Verdict[] {
  const people = ask.once(standingPeople);
  if (people.length === 0) return [];
  const least = leastAge(ask);
  const day = ask.figure('enrollment.age.referenceDay');
  const unknown = people.filter(({ participant }) => participant.birthDate === undefined);
  return [...people.flatMap((enrolled) => tooYoung(enrolled, least, day) ?? []), ...birthDateUnknown(unknown, least)];
}

function tooYoung({ participant }: EnrolledParticipant, least: number, day: IsoDate): Verdict | undefined {
  const { birthDate } = participant;
  // The day after the reference day is a question of its own (REC-AGE-04).
  if (birthDate === undefined || addYears(birthDate, least) <= addDays(day, 1)) return undefined;
  return refuse(
    `${participant.nameJa}（${longDateJa(birthDate)}生まれ）は${longDateJa(day)}に満${least}歳に達していないため、受講者に数えません`,
    {
      at: { person: participant.id },
      uncountable: true,
      remedyJa: '生年月日を確かめます。競技に別の年齢条件があるときは、根拠とともに確認を記録します',
    },
  );
}

/** They stay counted: nobody is refused for what is not on record. */
function birthDateUnknown(people: readonly EnrolledParticipant[], least: number): Verdict[] {
  if (people.length === 0) return [];
  return [
    confirm(
      `生年月日の記録がない受講者が${people.length}名います（${namesJa(people)}）。満${least}歳に達しているか確かめてください`,
      { at: placeOf(people), overridable: false, remedyJa: '受講申込の内容を確かめ、生年月日を入れます' },
    ),
  ];
}
