/** 早見 謝金: what a lecture, an assistance or an examination may cost. */
import type { IsoDate } from '../../dates.js';
import type { Level, Subject } from '../../model/case/course.js';
import type { HonorariumLine } from '../../model/case/lines/honorarium.js';
import type { SessionFormat } from '../../model/case/schedule.js';
import { type Assignment, STAFF_ROLE_JA, type StaffRole } from '../../model/case/staff.js';
import { hourly } from '../../money.js';
import type { Rulebook } from '../engine/rulebook.js';
import { ASSUMED, dayOf, type LookupCase, lookupCase, lookupPerson } from './lookup-case.js';

export type HonorariumQuestion = {
  readonly level: Level;
  readonly subject: Subject;
  /** For 検定員 it is an exam, for 講義統括者 and 講義担当者 アクティブラーニング, whatever is given here. */
  readonly format: Exclude<SessionFormat, 'lunch' | 'break' | 'other' | 'exam'>;
  readonly role: StaffRole;
  /** Of each person. */
  readonly minutes: number;
  /** Yen per hour; for 検定員 the whole sum of one person. */
  readonly rate: number;
  /** People in this role in the same session, at least 1. */
  readonly people: number;
  readonly headcount?: number | undefined;
  readonly day?: IsoDate | undefined;
};

const NINE = 9 * 60;

/** One session with the people in it, and a 謝金 for each. */
export function honorariumCase(question: HonorariumQuestion, book: Rulebook): LookupCase {
  const frame = { book, day: question.day };
  const { level, subject, role, minutes, people, headcount } = question;
  const isExam = role === 'examiner';
  const needsLead = role === 'alInstructor';
  const numbers = Array.from({ length: people }, (_, index) => index + 1);
  const staff = numbers.map((number) =>
    lookupPerson(`s${number}`, people === 1 ? STAFF_ROLE_JA[role] : `${STAFF_ROLE_JA[role]}${number}`),
  );
  const value = lookupCase(
    frame,
    { level, subject, headcount },
    {
      curriculum: [{ id: 'item', nameJa: '科目', groupMinutes: minutes }],
      sessions: [
        {
          id: 'session',
          date: dayOf(frame),
          start: NINE,
          end: NINE + minutes,
          format: formatOf(question),
          ...(isExam ? {} : { curriculumItemId: 'item' }),
        },
      ],
      staff: [...staff, ...(needsLead ? [lookupPerson('lead', STAFF_ROLE_JA.alLead)] : [])],
      assignments: [...(needsLead ? [LEAD] : []), ...numbers.map((number) => duty(number, role))],
      lines: numbers.map((number) => honorariumLine(number, question)),
    },
  );
  return {
    case: value,
    lineIds: numbers.map((number) => `h${number}`),
    assumedJa: [
      ASSUMED.commissioned,
      ASSUMED.papers,
      ASSUMED.person,
      ...(isExam ? [] : ['基礎理論の科目ではないものとみています']),
      ...(needsLead ? ['講義統括者が別に1名いるものとみています'] : []),
    ],
  };
}

/** The form of teaching in which the role is at work. */
export function formatOf({ role, format }: Pick<HonorariumQuestion, 'role' | 'format'>): SessionFormat {
  if (role === 'examiner') return 'exam';
  return role === 'alLead' || role === 'alInstructor' ? 'activeLearning' : format;
}

/** 講義担当者 stand beside a 講義統括者, or the answer would speak of nothing else. */
const LEAD: Assignment = { id: 'lead', staffId: 'lead', role: 'alLead', sessionId: 'session' };

function duty(number: number, role: StaffRole): Assignment {
  return { id: `a${number}`, staffId: `s${number}`, role, sessionId: 'session' };
}

function honorariumLine(number: number, { role, rate, minutes }: HonorariumQuestion): HonorariumLine {
  const pay = role === 'examiner' ? { lumpSum: rate, planned: rate } : { rate, planned: hourly(rate, minutes) };
  return { id: `h${number}`, kind: 'honorarium', account: 'honorarium', assignmentIds: [`a${number}`], role, ...pay };
}
