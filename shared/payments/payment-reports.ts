/** 支払調書: what each person got in a calendar year, over all courses, by the day of payment. */
import type { IsoDate } from '../dates.js';
import type { Staff } from '../model/case/staff.js';
import { sum, type Yen } from '../money.js';
import { staffPerson } from '../rules/across/people.js';
import type { Person } from '../rules/across/person.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import { isFiled } from './filed.js';
import type { Payable } from './payables.js';
import { personGroups } from './person-groups.js';

/** A course with its payables and its people. */
export type PaidCourse = {
  readonly id: string;
  readonly nameJa: string;
  readonly staff: readonly Staff[];
  readonly payables: readonly Payable[];
};

export type ReportedPayment = {
  readonly courseId: string;
  readonly courseJa: string;
  readonly transferId: string;
  readonly paidOn: IsoDate;
  /** 支払金額: 報酬・料金 before tax, with the 旅費 that counts as such. */
  readonly paid: Yen;
  /** 源泉徴収税額. */
  readonly withheld: Yen;
  /** False: the transfer records no tax, and it is the computed one. */
  readonly isRecorded: boolean;
  /** Whether it is 報酬 at all has not been confirmed. */
  readonly isOpen: boolean;
};

export type PaymentReport = {
  readonly nameJa: string;
  readonly kana: string | undefined;
  readonly payments: readonly ReportedPayment[];
  readonly paid: Yen;
  readonly withheld: Yen;
  /** Goes to the tax office; undefined where the book does not hold the limit for the last payment. */
  readonly isFiled: boolean | undefined;
  readonly isOpen: boolean;
  /** Another person of the list may be the same one: 要確認. */
  readonly isDoubtful: boolean;
};

export type PaymentReports = {
  readonly reports: readonly PaymentReport[];
  /** Transfers without a date, which no year can claim. */
  readonly undated: readonly { readonly courseJa: string; readonly payeeJa: string; readonly transferId: string }[];
};

type Entry = { readonly person: Person; readonly payment: ReportedPayment };

/** The list of `year` (1 January to 31 December). Money to a 所属先 and what was confirmed to be no 報酬 is not in it. */
export function paymentReports(courses: readonly PaidCourse[], year: number, book: Rulebook): PaymentReports {
  const done = courses.flatMap((course) => course.payables.map((payable) => ({ course, payable })));
  const entries = done.flatMap(({ course, payable }) => entryOf(course, payable, year) ?? []);
  const reports = personGroups(entries).map(({ members, isDoubtful }) => reportOf(members, isDoubtful, book));
  return {
    reports: reports.sort((a, b) => compared(a.kana ?? a.nameJa, b.kana ?? b.nameJa)),
    undated: done.flatMap(({ course, payable: { transfer, payee, tax } }) =>
      transfer && transfer.date === undefined && tax.state !== 'none'
        ? [{ courseJa: course.nameJa, payeeJa: payee.nameJa, transferId: transfer.id }]
        : [],
    ),
  };
}

function entryOf(course: PaidCourse, payable: Payable, year: number): Entry | undefined {
  const { transfer, tax, payee } = payable;
  const person = course.staff.find((one) => one.id === payee.key);
  if (!person || transfer?.date === undefined || Number(transfer.date.slice(0, 4)) !== year) return undefined;
  if (tax.state === 'none') return undefined;
  const computed = tax.state === 'withheld' ? tax : tax.ifWithheld;
  const payment = {
    courseId: course.id,
    courseJa: course.nameJa,
    transferId: transfer.id,
    paidOn: transfer.date,
    paid: computed?.base ?? payable.gross,
    withheld: transfer.withheldTax ?? (tax.state === 'withheld' ? tax.amount : 0),
    isRecorded: transfer.withheldTax !== undefined,
    isOpen: tax.state === 'confirm',
  };
  return { person: staffPerson(person), payment };
}

function reportOf(members: readonly Entry[], isDoubtful: boolean, book: Rulebook): PaymentReport {
  const payments = members
    .map(({ payment }) => payment)
    .sort((a, b) => compared(`${a.paidOn} ${a.courseId} ${a.transferId}`, `${b.paidOn} ${b.courseId} ${b.transferId}`));
  const paid = sum(payments.map((payment) => payment.paid));
  const lastDay = payments.at(-1)?.paidOn ?? book.to;
  return {
    nameJa: members[0]?.person.nameJa ?? '',
    kana: members.find(({ person }) => person.kana !== undefined)?.person.kana,
    payments,
    paid,
    withheld: sum(payments.map((payment) => payment.withheld)),
    isFiled: isFiled(paid, book, lastDay),
    isOpen: payments.some((payment) => payment.isOpen),
    isDoubtful,
  };
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
