/** What the user changes in 支払: each a single step that Ctrl+Z takes back. No label names an account. */
import type { IsoDate } from '../../../shared/dates.js';
import { accountFor, type KnownAccount, type PayingCourse } from '../../../shared/payments/account-match.js';
import type { BankAccount } from '../../../shared/payments/bank-account.js';
import type { Payee } from '../../../shared/payments/payee.js';
import {
  answerKey,
  FEES_KEY,
  PAYER_KEY,
  statementKey,
  travelChoiceKey,
  type WithholdingAnswer,
} from '../../../shared/payments/payment-settings.js';
import { feeLine, openFeeLines, recordedTransfer, type Sent } from '../../../shared/payments/recorded-transfer.js';
import type { StatementRow } from '../../../shared/payments/statement.js';
import type { TransferFeeTable } from '../../../shared/payments/transfer-fees.js';
import type { TravelChoice } from '../../../shared/payments/travel-choice.js';
import type { TransferPayer } from '../../../shared/payments/zengin/transfer-order.js';
import type { Door, Draft, Recorded } from '../../db/changes.js';
import type { CourseDraft } from '../../db/course-draft.js';

/** 口座を登録・変更: a changed account has not been compared with anything yet. */
export function recordAccount(
  door: Door,
  payee: Payee,
  course: PayingCourse,
  account: BankAccount,
  known: KnownAccount | undefined,
): Promise<Recorded> {
  const labelJa = known ? `${payee.nameJa}の口座を直しました` : `${payee.nameJa}の口座を登録しました`;
  return door.record(labelJa, async (draft) => {
    const shelf = await draft.shelf('accounts');
    shelf.put(known?.key ?? freshKey(), accountFor(payee, course, account, known?.value));
  });
}

/** 「この人の口座」: says that a kept account belongs to a payee of this course. */
export function recordOwner(
  door: Door,
  payee: Payee,
  course: PayingCourse,
  { key, value }: KnownAccount,
): Promise<Recorded> {
  return door.record(`${payee.nameJa}の口座を決めました`, async (draft) => {
    const shelf = await draft.shelf('accounts');
    const next = accountFor(payee, course, value.account, value);
    shelf.put(key, value.confirmedOn === undefined ? next : { ...next, confirmedOn: value.confirmedOn });
  });
}

export function recordConfirmed(
  door: Door,
  { key, value }: KnownAccount,
  confirmedOn: IsoDate | undefined,
): Promise<Recorded> {
  const { confirmedOn: before, ...rest } = value;
  void before;
  return door.record(`${value.payeeJa}の口座を確認した日を記録しました`, async (draft) => {
    const shelf = await draft.shelf('accounts');
    shelf.put(key, confirmedOn === undefined ? rest : { ...rest, confirmedOn });
  });
}

export function removeAccount(door: Door, { key, value }: KnownAccount): Promise<Recorded> {
  return door.record(`${value.payeeJa}の口座を消しました`, async (draft) =>
    (await draft.shelf('accounts')).remove(key),
  );
}

/** Opaque: a name or a number in a key would show wherever keys do. */
function freshKey(): string {
  return `a-${crypto.randomUUID()}`;
}

/** The answer to 要確認, or with `undefined` the question again. */
export function recordAnswer(
  door: Door,
  courseId: string,
  payee: Payee,
  answer: Pick<WithholdingAnswer, 'answer' | 'reasonJa' | 'confirmedOn'> | undefined,
): Promise<Recorded> {
  const key = answerKey(courseId, payee.key);
  return door.record(`${payee.nameJa}の源泉徴収の扱いを記録しました`, async (draft) => {
    const shelf = await draft.shelf('settings');
    if (answer) shelf.put(key, { kind: 'withholding', courseId, payeeKey: payee.key, ...answer });
    else shelf.remove(key);
  });
}

export function recordPayer(door: Door, payer: TransferPayer): Promise<Recorded> {
  return door.record('振込元の口座を記録しました', async (draft) =>
    (await draft.shelf('settings')).put(PAYER_KEY, { kind: 'payer', payer }),
  );
}

export function recordFees(door: Door, table: TransferFeeTable): Promise<Recorded> {
  return door.record('振込手数料の表を直しました', async (draft) =>
    (await draft.shelf('settings')).put(FEES_KEY, { kind: 'transferFees', table }),
  );
}

export function recordTravelChoice(door: Door, choice: TravelChoice): Promise<Recorded> {
  return door.record('旅費の源泉徴収の扱いを記録しました', async (draft) =>
    (await draft.shelf('settings')).put(travelChoiceKey(choice.from), { kind: 'withholdingTravel', choice }),
  );
}

export function removeTravelChoice(door: Door, { from }: TravelChoice): Promise<Recorded> {
  return door.record('旅費の源泉徴収の扱いを消しました', async (draft) =>
    (await draft.shelf('settings')).remove(travelChoiceKey(from)),
  );
}

export function recordStatement(
  door: Door,
  labelJa: string,
  courseId: string,
  change: (rows: readonly StatementRow[]) => readonly StatementRow[],
): Promise<Recorded> {
  return door.record(labelJa, async (draft) => {
    const shelf = await draft.shelf('settings');
    const before = shelf.get(statementKey(courseId));
    const rows = [...change(before?.kind === 'statement' ? before.rows : [])];
    if (rows.length === 0) shelf.remove(statementKey(courseId));
    else shelf.put(statementKey(courseId), { kind: 'statement', courseId, rows });
  });
}

export type Recording = {
  readonly courseId: string;
  readonly sent: readonly Sent[];
  readonly payOn: IsoDate;
  /** Adds a line of 振込手数料 to 経費 for each payee that has none. */
  readonly addsFees: boolean;
};

/** 振込済みとして記録: the transfers, which lines each pays, and the lines of their fees, in one step. */
export function recordSent(door: Door, recording: Recording): Promise<Recorded> {
  const { sent, courseId } = recording;
  return door.record(`${sent.length}件を振込済みとして記録しました`, async (draft: Draft) => {
    const course = await draft.course(courseId);
    for (const one of sent) recordOne(course, one, recording);
  });
}

function recordOne(course: CourseDraft, sent: Sent, { payOn, addsFees }: Recording): void {
  const { payable } = sent;
  const own = payable.lines.filter(({ id }) => course.get('lines', id)?.transferId === undefined);
  // Everything of it was recorded in the meantime: a second transfer would pay nothing.
  if (own.length === 0) return;
  const id = course.freshId('transfers', 'TR');
  const { contractName } = course.record.organization;
  course.put('transfers', recordedTransfer(id, sent, course.list('staff'), contractName, payOn));
  for (const line of own) course.change('lines', line.id, { transferId: id });
  const [foreseen] = openFeeLines(payable, course.list('lines'));
  if (foreseen) course.change('lines', foreseen.id, { transferId: id });
  else if (addsFees && payable.fee !== undefined && payable.fee > 0) {
    course.put('lines', feeLine(course.freshId('lines', 'F'), payable, payable.fee, id));
  }
}

export function removeTransfer(door: Door, courseId: string, id: string, payeeJa: string): Promise<Recorded> {
  return door.record(`${payeeJa}の振込の記録を消しました`, async (draft) =>
    (await draft.course(courseId)).remove('transfers', id),
  );
}
