/** 受講者ごとの期限: 免除・免除申請, the validity of an enrolment, the experience behind an exemption (DL-13 to 15, DL-18). */
import { addDays, type IsoDate, longDateJa } from '../../../dates.js';
import type { Exemption, ExemptionApplication } from '../../../model/case/exemption.js';
import type { Participant } from '../../../model/case/participant.js';
import { folded, sameName } from '../../../text.js';
import type { Rulebook } from '../../engine/rulebook.js';
import type { EnrolledParticipant, HeldExemption } from '../../engine/subjects.js';
import { experienceSince, type ReadFigure, validityEnd } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import { stands } from '../../facts/headcount.js';
import { type RegistrationSlot, registrationSlot, slotFor } from '../../facts/registration-slots.js';
import { doneWhen, NOT_STARTED, type PersonDeadline, type Progress } from './deadline.js';

/** Every deadline of a person that the case knows of, in the order of the numbers and the lists. */
export function personDeadlines(facts: Facts, book: Rulebook): PersonDeadline[] {
  const people = new Map((facts.case.participants ?? []).map((person) => [person.id, person]));
  return [
    ...(facts.case.exemptionApplications ?? []).flatMap((application) =>
      registration(application, people.get(application.participantId), facts),
    ),
    ...facts.enrolled.filter(({ enrollment }) => stands(enrollment)).map(validity),
    ...facts.heldExemptions.flatMap((held) => experience(held, facts, book)),
  ];
}

/** 免除・免除申請: to be completed in time for a registration day. Which of the two numbers it has follows from the slot. */
function registration(
  application: ExemptionApplication,
  person: Participant | undefined,
  facts: Facts,
): PersonDeadline[] {
  if (!person || application.status === 'refused') return [];
  const slotOf = (figure: ReadFigure): RegistrationSlot | undefined =>
    wishedSlot(application, figure) ?? nextSlot(application, facts, figure);
  return [
    {
      subjectId: application.id,
      personId: person.id,
      personJa: person.nameJa,
      deadlineId: (figure) => (isSpring(slotOf(figure)) ? 'DL-13' : 'DL-14'),
      nameJa: (figure) => `免除・免除申請（${registersJa(slotOf(figure))}）`,
      kind: 'deadline',
      arrival: 'completed',
      lateJa: (figure) => lateJa(slotOf(figure), figure),
      sourceJa: '免除申請方法 申請締切',
      due: (figure) => slotOf(figure)?.completedBy,
      formulaJa: (figure) => registrationJa(application, slotOf(figure), figure),
      progress: () => completed(application),
    },
  ];
}

function wishedSlot({ wishedRegistration }: ExemptionApplication, figure: ReadFigure): RegistrationSlot | undefined {
  return wishedRegistration === undefined ? undefined : registrationSlot(wishedRegistration, figure);
}

/** The first registration that a completion today, or on the recorded day, is in time for. */
function nextSlot(
  { completedOn }: ExemptionApplication,
  { asOf }: Facts,
  figure: ReadFigure,
): RegistrationSlot | undefined {
  return slotFor(completedOn ?? asOf, figure);
}

/** 4月1日付 is closed in the year before, 10月1日付 in the same year. */
function isSpring(slot: RegistrationSlot | undefined): boolean {
  return slot !== undefined && slot.completedBy.slice(0, 4) < slot.registersOn.slice(0, 4);
}

function registersJa(slot: RegistrationSlot | undefined): string {
  return slot === undefined ? '登録日 未定' : `${longDateJa(slot.registersOn)}付登録`;
}

function lateJa(slot: RegistrationSlot | undefined, figure: ReadFigure): string {
  const next = slot && slotFor(addDays(slot.completedBy, 1), figure);
  const nextJa = next === undefined ? '' : `（次は${longDateJa(next.registersOn)}付）`;
  return `${registersJa(slot)}に間に合いません${nextJa}`;
}

function registrationJa(
  application: ExemptionApplication,
  slot: RegistrationSlot | undefined,
  figure: ReadFigure,
): string {
  if (slot === undefined) return '登録日が分かると日付が出ます';
  const byJa = `${registersJa(slot)}は${longDateJa(slot.completedBy)}までに申請を完了`;
  const { wishedRegistration } = application;
  if (wishedSlot(application, figure) !== undefined) return byJa;
  if (wishedRegistration === undefined) return `希望の登録日が未入力のため、次に間に合う登録。${byJa}`;
  return `希望の${longDateJa(wishedRegistration)}は登録日ではないため、次に間に合う登録。${byJa}`;
}

function completed({ completedOn, appliedOn, status }: ExemptionApplication): Progress {
  if (completedOn === undefined && status === 'accepted') return { started: true, done: true, doneOn: null };
  return doneWhen(completedOn, appliedOn);
}

/** 受講有効期間: to the end of the last fiscal year in which the enrolment is good. */
function validity({ enrollment, participant }: EnrolledParticipant): PersonDeadline {
  const { startFiscalYear, status, judgement } = enrollment;
  const isOver = status === 'passed' || judgement === 'pass' || judgement === 'exempt';
  return {
    subjectId: enrollment.id,
    personId: participant.id,
    personJa: participant.nameJa,
    deadlineId: () => 'DL-15',
    nameJa: () => '受講有効期間の満了',
    kind: 'validity',
    arrival: 'none',
    lateJa: () => '受講有効期間が満了しています。過年度受講者として扱えません',
    sourceJa: '※その他(1)',
    due: (figure) => validityEnd(startFiscalYear, figure),
    formulaJa: (figure) => {
      const years = figure('enrollment.validity.years');
      return `受講開始の${startFiscalYear}年度から${years}年度間（${startFiscalYear + years - 1}年度の末日まで）`;
    },
    progress: () => (isOver ? { started: true, done: true, doneOn: null } : { ...NOT_STARTED, started: true }),
  };
}

/** 過去の指導経験: the first day that still counts, for evidence of a row that asks for experience at コーチ2. */
function experience({ exemption, participant }: HeldExemption, facts: Facts, book: Rulebook): PersonDeadline[] {
  const years = facts.course.level === 'coach2' ? experienceYears(exemption, facts, book) : undefined;
  if (years === undefined) return [];
  const appliedOn = exemption.appliedOn ?? facts.asOf;
  const since = experienceSince(appliedOn, years);
  const on = exemption.coachingExperienceOn;
  return [
    {
      subjectId: exemption.id,
      personId: participant.id,
      personJa: participant.nameJa,
      deadlineId: () => 'DL-18',
      nameJa: () => `過去${years}年の指導経験（${exemption.qualificationJa}）`,
      kind: 'validity',
      arrival: 'none',
      lateJa: () => `過去${years}年間の指導経験がないため、この資格では免除できません（証明する書類が必要です）`,
      sourceJa: '専門科目免除一覧 29',
      due: () => since,
      formulaJa: () => `免除申請日（${longDateJa(appliedOn)}）の${years}年前から後の指導経験`,
      progress: () => (isWithin(on, since, appliedOn) ? doneWhen(on) : NOT_STARTED),
      isLate: () => on !== undefined,
    },
  ];
}

function isWithin(day: IsoDate | undefined, first: IsoDate, last: IsoDate): boolean {
  return day !== undefined && first <= day && day <= last;
}

/** How many years back the row of the evidence looks; undefined where it asks for no experience. */
function experienceYears(exemption: Exemption, { course }: Facts, book: Rulebook): number | undefined {
  if (exemption.subject !== 'specialty') return undefined;
  const { tableRowNo, qualificationJa } = exemption;
  const competition = exemption.competitionJa ?? course.competition?.nameJa ?? '';
  const row = book.exemptions.specialty.find((candidate) =>
    tableRowNo === undefined ? sameName(candidate.competition, competition) : candidate.no === tableRowNo,
  );
  const extra = row?.extra;
  if (extra?.kind !== 'experience' || folded(extra.qualification) !== folded(qualificationJa)) return undefined;
  return extra.years;
}
