/** 受講者 in words for papers: 新規 or 過年度, what was attended, and the judgement. */
import { JUDGEMENT_JA, type Judgement } from '../model/case/participant.js';
import { sum } from '../money.js';
import type { EnrolledParticipant } from '../rules/engine/subjects.js';
import type { Facts } from '../rules/facts/facts.js';
import { stands } from '../rules/facts/headcount.js';
import { distinct } from './line-words.js';
import { formatJa } from './session-words.js';
import type { CellInput } from './sheet-draft.js';

/** Before the course only who takes it; at the report also who left, with what became of it. */
export function listed(facts: Facts): readonly EnrolledParticipant[] {
  return facts.isReport ? facts.enrolled : facts.enrolled.filter(({ enrollment }) => stands(enrollment));
}

/** 新規, or 過年度 who began in an earlier year. */
export function kindJa({ enrollment }: EnrolledParticipant, facts: Facts): string {
  return enrollment.startFiscalYear < facts.course.fiscalYear ? '過年度' : '新規';
}

/** Whose enrolment stands; who has left is not judged. */
export function judgedPeople(facts: Facts): readonly EnrolledParticipant[] {
  return facts.enrolled.filter(({ enrollment }) => stands(enrollment));
}

/** The judgement on record; of an enrolment that only says passed, failed or absent, that. */
export function judgementOf({ enrollment }: EnrolledParticipant): Judgement {
  if (enrollment.judgement !== undefined) return enrollment.judgement;
  const { status } = enrollment;
  if (status === 'passed') return 'pass';
  if (status === 'failed') return 'fail';
  return status === 'absent' ? 'absent' : 'pending';
}

const OPEN = '要確認';

/** 修了 where somebody attended every session of a 科目; what is missed or not recorded is for the organisation to say. */
export function attendedJa(own: EnrolledParticipant, facts: Facts): string {
  if (judgementOf(own) === 'exempt') return JUDGEMENT_JA.exempt;
  const present = new Set(
    (own.enrollment.attendance ?? []).filter((entry) => entry.present).map((one) => one.sessionId),
  );
  const taught = facts.sessions.filter(({ curriculumItemId }) => curriculumItemId !== undefined);
  return taught.length > 0 && taught.every(({ id }) => present.has(id)) ? '修了' : OPEN;
}

/** 合格 needs both; the other judgements stand by themselves. */
export function overallJa(own: EnrolledParticipant, facts: Facts): string {
  const judgement = judgementOf(own);
  if (judgement === 'pass' && attendedJa(own, facts) !== '修了') return OPEN;
  return JUDGEMENT_JA[judgement];
}

/** A word that is still open stands out. */
export function openCell(value: string): CellInput {
  return value === OPEN || value === JUDGEMENT_JA.pending ? { value, look: 'confirm' } : { value };
}

export function attendedMinutes({ enrollment }: EnrolledParticipant, facts: Facts): number {
  return sum(
    (enrollment.attendance ?? []).map((entry) => {
      const session = entry.present ? facts.session(entry.sessionId) : undefined;
      return session ? session.end - session.start : 0;
    }),
  );
}

/** 科目 of the sessions that were missed. */
export function missedJa({ enrollment }: EnrolledParticipant, facts: Facts): string {
  const missed = (enrollment.attendance ?? []).flatMap((entry) => {
    const session = entry.present ? undefined : facts.session(entry.sessionId);
    return session ? [facts.item(session.curriculumItemId)?.nameJa ?? formatJa(session)] : [];
  });
  return distinct(missed).join('、');
}
