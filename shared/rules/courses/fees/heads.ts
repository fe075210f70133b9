/** For whom is paid: heads of the 受講料, copies of the リファレンスブック, new participants of a 独自 course. */
import type { Enrollment } from '../../../model/case/participant.js';
import type { PaymentKind } from '../../../model/case/payment.js';
import { sum } from '../../../money.js';
import type { Ask } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import type { Facts } from '../../facts/facts.js';
import { stands } from '../../facts/headcount.js';

export type Heads = {
  readonly count: number;
  /** Why the number is only an estimate; undefined where it is known. */
  readonly doubtJa?: string;
};

/** 受講者 whose enrolment stands, in the order of the list. */
export function standing({ enrolled }: Facts): readonly EnrolledParticipant[] {
  return enrolled.filter(({ enrollment }) => stands(enrollment));
}

/** Began in the fiscal year of the course, and neither the list nor a rule has taken him out of it (免除, age, …). */
export function isNewParticipant({ enrollment, participant }: EnrolledParticipant, ask: Ask): boolean {
  return !isPastYear(enrollment, ask.facts) && enrollment.judgement !== 'exempt' && ask.isCountable(participant.id);
}

export function isPastYear({ startFiscalYear }: Enrollment, { course }: Facts): boolean {
  return startFiscalYear < course.fiscalYear;
}

/** As recorded, else who is new: 過年度受講者 and the exempt are not charged again (DEC-08). */
function isPayer(enrolled: EnrolledParticipant, ask: Ask): boolean {
  return enrolled.enrollment.isPayer ?? isNewParticipant(enrolled, ask);
}

/** Who pays the 受講料; undefined while neither a list, a payment nor a number of heads is recorded. */
export function payerHeads(ask: Ask): Heads | undefined {
  if (ask.facts.enrolled.length > 0) return { count: payers(ask).length };
  return headsWithoutList('courseFee', ask);
}

/** 新規受講者, for whom a 独自 course pays the 受講管理料. */
export function newHeads(ask: Ask): Heads | undefined {
  if (ask.facts.enrolled.length > 0) {
    return { count: standing(ask.facts).filter((enrolled) => isNewParticipant(enrolled, ask)).length };
  }
  return headsWithoutList('managementFee', ask);
}

/** リファレンスブック: as recorded; one for each payer of whom nothing is recorded. */
export function bookCopies(ask: Ask): Heads | undefined {
  if (ask.facts.enrolled.length === 0) {
    const heads = headsOf('referenceBook', ask.facts);
    const payers = payerHeads(ask);
    return heads === undefined ? payers && { count: payers.count, doubtJa: '1人1冊と見ています' } : { count: heads };
  }
  const recorded = sum(standing(ask.facts).map(({ enrollment }) => enrollment.referenceBookCount ?? 0));
  const open = payers(ask).filter(({ enrollment }) => enrollment.referenceBookCount === undefined).length;
  const doubt = open === 0 ? {} : { doubtJa: `冊数の記録がない${open}名は1人1冊と見ています` };
  return { count: recorded + open, ...doubt };
}

/** Who pays the 受講料, by the list. */
export function payers(ask: Ask): readonly EnrolledParticipant[] {
  return standing(ask.facts).filter((enrolled) => isPayer(enrolled, ask));
}

/** Heads of the recorded payments of a kind; undefined where there is none or one does not say. */
export function headsOf(kind: PaymentKind, { case: value }: Facts): number | undefined {
  const own = (value.payments ?? []).filter((payment) => payment.kind === kind);
  if (own.length === 0 || own.some(({ heads }) => heads === undefined)) return undefined;
  return sum(own.map(({ heads }) => heads ?? 0));
}

function headsWithoutList(kind: PaymentKind, ask: Ask): Heads | undefined {
  const paid = headsOf(kind, ask.facts);
  if (paid !== undefined) return { count: paid };
  const all = ask.headcount().participants;
  if (all === undefined) return undefined;
  return { count: all, doubtJa: '受講者全員の人数です。名簿を入れると、過年度受講者と免除の方を除いて数えます' };
}
