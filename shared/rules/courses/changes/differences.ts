/** 申請の後の変更: the course against the state that was applied for. Only the accounting rules of 委託 ask for this. */
import { type CourseDifference, changesSince, DIFFERENCE_TOPIC_JA } from '../../facts/changes.js';
import { type Ask, rule } from '../../engine/rule.js';
import { accountTotals, amountsOf } from '../../engine/totals.js';
import { confirm, type Verdict, type WorkStep } from '../../engine/verdict.js';

/** 著しい変更と日本スポーツ協会への報告。 */
export const significantChange = rule({
  id: 'CHG-SIG-01',
  clause: '基準要項 10',
  stage: 'procedure',
  on: 'course',
  check(_course, ask) {
    if (hasContactSinceSubmission(ask)) return undefined;
    return onCourseAndLines(
      ask.derive(differences).filter(({ significant }) => significant),
      (topics) => `申請の後に${topics}が著しく変わっています。日本スポーツ協会へ報告し、指示を受けてください`,
      '日本スポーツ協会に連絡し、連絡の記録（日付・相手・手段）を残します',
    );
  },
});

/** 申請と違う点と変更届。 */
export const changeNotice = rule({
  id: 'CHG-FRM-01',
  clause: '基準要項 10',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const notices = ask.facts.course.changeNotices ?? [];
    if (notices.some(({ kind }) => kind === 'content')) return undefined;
    return onCourseAndLines(
      ask.derive(differences).filter(({ needsNotice }) => needsNotice),
      (topics) => `申請と${topics}が違います。実施報告書に変更届を添えてください`,
      '変更届を作り、提出日を記録します',
    );
  },
});

/** All differences from the snapshot; none where there is no snapshot, or where the course is no 委託. */
function differences(ask: Ask): readonly CourseDifference[] {
  const { facts } = ask;
  const { applicationSnapshot } = facts.course;
  if (applicationSnapshot === undefined || !facts.isCommissioned) return [];
  const amounts = new Map(facts.lines.map(({ id }) => [id, amountsOf(ask.standing(id))]));
  const decided = { headcount: ask.headcount(), accounts: accountTotals(facts, amounts) };
  return changesSince(applicationSnapshot, facts, decided, ask.figure);
}

function hasContactSinceSubmission({ facts }: Ask): boolean {
  const submittedOn = facts.submittedOn ?? facts.asOf;
  return (facts.course.jspoContacts ?? []).some(({ date }) => date >= submittedOn);
}

/** One finding on the course, one on each line that a change touches; no amount moves. */
function onCourseAndLines(
  changes: readonly CourseDifference[],
  messageJa: (topicsJa: string) => string,
  remedyJa: string,
): Verdict[] | undefined {
  if (changes.length === 0) return undefined;
  const onCourse = confirm(messageJa(topicsJa(changes)), { work: changes.map(workStep), remedyJa });
  const lines = [...new Set(changes.flatMap(({ lineIds }) => lineIds))];
  const onLines = lines.map((line) => {
    const own = changes.filter(({ lineIds }) => lineIds.includes(line));
    return confirm(`${messageJa(topicsJa(own))}。この経費にかかわる変更です（金額はそのまま）`, {
      at: { line },
      work: own.map(workStep),
      remedyJa,
    });
  });
  return [onCourse, ...onLines];
}

function topicsJa(changes: readonly CourseDifference[]): string {
  return [...new Set(changes.map(({ topic }) => DIFFERENCE_TOPIC_JA[topic]))].join('・');
}

function workStep({ topic, beforeJa, afterJa }: CourseDifference): WorkStep {
  return { labelJa: DIFFERENCE_TOPIC_JA[topic], textJa: `${beforeJa} → ${afterJa}` };
}
