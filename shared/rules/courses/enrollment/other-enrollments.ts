/** 同時受講: another qualification not completed yet, and the one exception for スタートコーチ（スポーツ少年団）. */
import type { Enrollment } from '../../../model/case/participant.js';
import { withoutSpaces } from '../../../text.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { refuse, warn } from '../../engine/verdict.js';
import { stands } from '../../facts/headcount.js';

type OtherEnrollment = NonNullable<Enrollment['otherOpenEnrollments']>[number];

function othersOf(enrolled: EnrolledParticipant): readonly OtherEnrollment[] {
  return stands(enrolled.enrollment) ? (enrolled.enrollment.otherOpenEnrollments ?? []) : [];
}

function nameJa({ qualificationJa, competitionJa }: OtherEnrollment): string {
  return competitionJa === undefined ? `「${qualificationJa}」` : `「${competitionJa} ${qualificationJa}」`;
}

/** 他競技・他資格の同時受講。 */
export const otherOpenEnrollment = rule({
  id: 'ENR-CON-01',
  clause: '※その他(2)',
  stage: 'enrollments',
  on: 'enrollment',
  override: 'startCoachException',
  check: (enrolled) =>
    othersOf(enrolled)
      .filter((other) => other.exceptionClaimed !== true || other.isStartCoachJsc !== true)
      .map((other) =>
        refuse(
          `${enrolled.participant.nameJa}は${nameJa(other)}を受講中です。受講期間中に他競技・他資格を同時に受講することはできないため、受講者に数えません`,
          {
            uncountable: true,
            remedyJa:
              'その受講が終わっていれば記録を消します。スタートコーチの例外に当たるときは、根拠とともに記録します',
          },
        ),
      ),
});

/** 例外の根拠。 */
export const exceptionEvidence = rule({
  id: 'ENR-CON-02',
  clause: '※その他 ※1',
  stage: 'enrollments',
  on: 'enrollment',
  check: (enrolled) =>
    othersOf(enrolled)
      .filter((other) => other.exceptionClaimed === true && (other.evidenceNote ?? '').trim() === '')
      .map((other) =>
        warn(`${enrolled.participant.nameJa}の${nameJa(other)}との同時受講に、例外の根拠（大会参加条件）がありません`, {
          remedyJa: '大会の参加条件を確かめ、根拠を記録します',
        }),
      ),
});

/** 例外の対象外の競技。 */
export const exceptionExcluded = rule({
  id: 'ENR-CON-03',
  clause: '※その他 ※1',
  stage: 'enrollments',
  on: 'enrollment',
  check(enrolled, ask) {
    return othersOf(enrolled)
      .filter((other) => other.exceptionClaimed === true && isWithoutException(other, ask))
      .map((other) =>
        refuse(
          `${enrolled.participant.nameJa}の${nameJa(other)}との同時受講は、${ask.figure('enrollment.exception.excludedCompetitions').join('・')}が例外の対象外のため認められず、受講者に数えません`,
          { uncountable: true, remedyJa: 'どちらかの受講が終わってから受講してもらいます' },
        ),
      );
  },
});

/** 競技 whose 資格 the exception does not open: on either side of the pair. */
function isWithoutException(other: OtherEnrollment, ask: Ask): boolean {
  const excluded = ask.figure('enrollment.exception.excludedCompetitions');
  const competitions = [other.competitionJa, ask.facts.course.competition?.nameJa];
  return competitions.some((name) => name !== undefined && excluded.includes(withoutSpaces(name)));
}
