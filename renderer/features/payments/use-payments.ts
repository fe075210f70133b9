/** What the screens of 支払 read: the payables of a course with the accounts and answers that the desk keeps. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { Staff } from '../../../shared/model/case/staff.js';
import { accountMatches, type AccountMatch, type KnownAccount } from '../../../shared/payments/account-match.js';
import { type Payable, payables } from '../../../shared/payments/payables.js';
import type { PayeeRecord } from '../../../shared/payments/payee.js';
import type { WithholdingAnswer } from '../../../shared/payments/payment-settings.js';
import type { StatementRow } from '../../../shared/payments/statement.js';
import type { TransferFeeTable } from '../../../shared/payments/transfer-fees.js';
import type { TravelChoice } from '../../../shared/payments/travel-choice.js';
import type { TransferPayer } from '../../../shared/payments/zengin/transfer-order.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useCase, useCourse, useDecision } from '../../db/course-case.js';
import type { Setting } from '../../db/shelves.js';
import { bookOf } from '../../desk/books.js';
import { useDesk } from '../../desk/desk-context.js';
import { lockOf } from '../../desk/lock.js';

/** What is kept for the payments of all courses. */
export type Kept = {
  readonly accounts: readonly KnownAccount[];
  readonly payer: TransferPayer | undefined;
  readonly fees: TransferFeeTable;
  readonly travelChoices: readonly TravelChoice[];
  readonly answers: readonly WithholdingAnswer[];
  readonly statements: ReadonlyMap<string, readonly StatementRow[]>;
};

export type Payments = Kept & {
  readonly courseId: string;
  readonly value: Case;
  readonly book: Rulebook;
  readonly staff: readonly Staff[];
  readonly payables: readonly Payable[];
  readonly matches: ReadonlyMap<string, AccountMatch>;
  readonly isSample: boolean;
  /** Why nothing can be recorded in the course; absent where it can. */
  readonly lockJa: string | undefined;
};

/** `undefined` while it is being read. */
export function usePayments(courseId: string): Payments | undefined {
  const course = useCourse(courseId);
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  const kept = useKept();
  const { books } = useDesk();
  return useMemo(() => {
    const book = value ? bookOf(value, books) : undefined;
    if (!course || !value || !decision || !kept || !book) return undefined;
    const lockJa = lockOf(course, course.stage);
    const own = courseOf(courseId, value, book, decision, kept);
    return { ...kept, ...own, courseId, value, book, isSample: course.isSample, lockJa };
  }, [course, value, decision, kept, books, courseId]);
}

/** The payables of a course by what is kept. */
export function courseOf(
  courseId: string,
  value: Case,
  book: Rulebook,
  decision: Parameters<typeof payables>[1],
  kept: Kept,
): Pick<Payments, 'payables' | 'matches' | 'staff'> {
  const staff = value.staff ?? [];
  const matches = accountMatches({ courseId, staff }, kept.accounts);
  const answers = new Map(
    kept.answers.filter((one) => one.courseId === courseId).map((one) => [one.payeeKey, one.answer]),
  );
  const records = [...matches].map(([key, match]): PayeeRecord => {
    const withholding = answers.get(key);
    return {
      key,
      ...(match.kind === 'sure' ? { account: match.known.value.account } : {}),
      ...(withholding === undefined ? {} : { withholding }),
    };
  });
  const feeTerms = kept.payer ? { feeTerms: { payer: kept.payer.account, table: kept.fees } } : {};
  const paying = { payees: records, travelChoices: kept.travelChoices, ...feeTerms };
  return { staff, matches, payables: payables(value, decision, book, paying) };
}

/** Accounts and settings, followed live. */
export function useKept(): Kept | undefined {
  const { database } = useDesk();
  const accounts = useLiveQuery(() => database.shelf('accounts').toArray(), [database]);
  const settings = useLiveQuery(() => database.shelf('settings').toArray(), [database]);
  return useMemo(() => {
    if (!accounts || !settings) return undefined;
    const values = settings.map((row) => row.value);
    return {
      accounts,
      payer: kindOf(values, 'payer')[0]?.payer,
      fees: kindOf(values, 'transferFees')[0]?.table ?? [],
      travelChoices: kindOf(values, 'withholdingTravel').map(({ choice }) => choice),
      answers: kindOf(values, 'withholding'),
      statements: new Map(kindOf(values, 'statement').map(({ courseId, rows }) => [courseId, rows])),
    };
  }, [accounts, settings]);
}

function kindOf<K extends Setting['kind']>(settings: readonly Setting[], kind: K): Extract<Setting, { kind: K }>[] {
  return settings.filter((one): one is Extract<Setting, { kind: K }> => one.kind === kind);
}
