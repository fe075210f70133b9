/** 検定試験: outside the hours of the course, by an examiner, with a judgement for everybody who took part. */
import { clockJa, hoursJa, shortDateJa } from '../../../dates.js';
import type { Enrollment } from '../../../model/case/participant.js';
import type { Session, SessionFormat } from '../../../model/case/schedule.js';
import { sum } from '../../../money.js';
import type { Facts } from '../../facts/facts.js';
import { stands } from '../../facts/headcount.js';
import { itemHours } from '../../facts/item-hours.js';
import { rule } from '../../engine/rule.js';
import { type Verdict, warn, type WorkStep } from '../../engine/verdict.js';

const TEACHING: readonly (SessionFormat | null)[] = ['lecture', 'activeLearning', 'practical', 'practicum'];

function exams({ sessions }: Facts): readonly Session[] {
  return sessions.filter(({ format }) => format === 'exam');
}

function sessionJa({ date, start, end }: Session): string {
  return `${shortDateJa(date)} ${clockJa(start)}〜${clockJa(end)}`;
}

/** 検定試験は講習時間以外。 */
export const examOutsideHours = rule({
  id: 'IMP-EXM-01',
  clause: '6.(2)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    return [...overlapping(facts), ...countedAsHours(facts)];
  },
});

function overlapping(facts: Facts): Verdict[] {
  const teaching = facts.sessions.filter(({ format }) => TEACHING.includes(format));
  const pairs = exams(facts).flatMap((exam) =>
    teaching
      .filter(({ date, start, end }) => date === exam.date && start < exam.end && exam.start < end)
      .map((session): WorkStep => ({ labelJa: `検定試験 ${sessionJa(exam)}`, textJa: `講習 ${sessionJa(session)}` })),
  );
  if (pairs.length === 0) return [];
  return [
    warn(`検定試験が講習の時間と重なっています（${pairs.length}か所）。検定試験は講習時間以外に行います`, {
      work: pairs,
      remedyJa: '検定試験か講習の時刻を改めます',
    }),
  ];
}

/** 科目 whose hours are only reached when an exam that is entered under them is counted too. */
function countedAsHours(facts: Facts): Verdict[] {
  return itemHours(facts).flatMap(({ item, possible }): Verdict[] => {
    const own = exams(facts).filter(({ curriculumItemId }) => curriculumItemId === item.id);
    const examMinutes = sum(own.map(({ start, end }) => end - start));
    if (possible >= item.groupMinutes || possible + examMinutes < item.groupMinutes) return [];
    return [
      warn(`「${item.nameJa}」は検定試験の時間を入れないと、カリキュラムの時間数になりません`, {
        work: [
          { labelJa: 'カリキュラム', textJa: hoursJa(item.groupMinutes) },
          { labelJa: '講習', textJa: hoursJa(possible) },
          { labelJa: '検定試験（講習時間に数えない）', textJa: hoursJa(examMinutes) },
        ],
        remedyJa: '検定試験とは別に、足りない時間の講習を日程に入れます',
      }),
    ];
  });
}

/** 検定試験は検定員のもとで。 */
export const examWithExaminer = rule({
  id: 'IMP-EXM-02',
  clause: '6.(2)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    if (facts.course.subject !== 'specialty') return undefined;
    const alone = exams(facts).filter((exam) => !hasExaminer(exam, facts));
    if (alone.length === 0) return undefined;
    return warn(
      `検定員のいない検定試験があります（${alone.map(sessionJa).join('、')}）。検定試験は検定員のもとで行います`,
      { remedyJa: '検定員の担当を入れます' },
    );
  },
});

/** An examiner of that session, or of that day where no session is named; marking of reports is another task. */
function hasExaminer(exam: Session, { assignments }: Facts): boolean {
  return assignments.some(
    ({ role, task, sessionId, date }) =>
      role === 'examiner' &&
      (task ?? 'exam') === 'exam' &&
      (sessionId === undefined ? date === exam.date : sessionId === exam.id),
  );
}

/** 判定結果。 */
export const judged = rule({
  id: 'IMP-EXM-03',
  clause: '6.(2)',
  stage: 'procedure',
  on: 'enrollment',
  at: 'report',
  check({ enrollment, participant }) {
    if (!tookPart(enrollment) || isJudged(enrollment)) return undefined;
    return warn(`${participant.nameJa}の判定結果がありません。出席した受講者の判定結果を作成・提出します`, {
      remedyJa: '受講者名簿に判定（合格・不合格・欠席・免除）を入れます',
    });
  },
});

/** Present at some time; where no attendance is recorded, everybody whose enrolment stands. */
function tookPart(enrollment: Enrollment): boolean {
  const attendance = enrollment.attendance ?? [];
  return stands(enrollment) && (attendance.length === 0 || attendance.some(({ present }) => present));
}

function isJudged({ judgement, status }: Enrollment): boolean {
  if (judgement !== undefined) return judgement !== 'pending';
  return status === 'passed' || status === 'failed' || status === 'absent';
}
