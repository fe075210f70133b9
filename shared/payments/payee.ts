/** 支払先: who gets the money of a 謝金 or 旅費 line. */
import { z } from 'zod';
import { word } from '../model/primitives.js';
import type { Staff } from '../model/case/staff.js';
import type { Transfer } from '../model/case/transfer.js';
import { accountOwner } from '../rules/facts/parties.js';
import type { Facts } from '../rules/facts/facts.js';
import { folded } from '../text.js';
import { bankAccount } from './bank-account.js';

/** What the secretariat keeps of a payee besides the case. */
export const payeeRecord = z.strictObject({
  /** {@link Payee.key}. */
  key: word.max(300),
  account: bankAccount.optional(),
  /** Answer to 要確認: 源泉徴収する, or not because it is no 報酬 (給与, 旅費の実費). */
  withholding: z.enum(['withhold', 'none']).optional(),
});
export type PayeeRecord = z.infer<typeof payeeRecord>;

export type Payee = {
  /** The id of a person; `employer:` and the name of a 所属先, `employer-of:` and the id of the person without it. */
  readonly key: string;
  /** `unknown`: whether the money goes to the person or the 所属先 is not recorded. */
  readonly kind: 'person' | 'employer' | 'unknown';
  readonly nameJa: string;
};

/** By the account that a recorded transfer went to, else by what is planned for the person. */
export function payeeOf(person: Staff, transfer: Transfer | undefined, facts: Facts): Payee {
  const kind = payeeKind(person, transfer, facts);
  if (kind !== 'employer') return { key: person.id, kind, nameJa: person.nameJa };
  const nameJa = person.employerName ?? `${person.nameJa}の所属先`;
  return { key: employerKey(person), kind, nameJa };
}

/** The key of a person's 所属先 as a payee. */
export function employerKey({ id, employerName }: Pick<Staff, 'id' | 'employerName'>): string {
  return employerName === undefined ? `employer-of:${id}` : `employer:${folded(employerName)}`;
}

function payeeKind(person: Staff, transfer: Transfer | undefined, facts: Facts): Payee['kind'] {
  const owner = transfer && accountOwner(transfer, person, facts.course);
  if (owner === 'person' || owner === 'employer') return owner;
  if (person.paysToEmployer !== undefined) return person.paysToEmployer ? 'employer' : 'person';
  // Without a 所属先 there is nobody else to pay.
  return person.employment?.kind === 'none' ? 'person' : 'unknown';
}
