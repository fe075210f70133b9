/** Names on papers and transfers compared with the bodies and people of the case. */
import type { Course } from '../../model/case/course.js';
import type { Organization } from '../../model/case/organization.js';
import type { Staff } from '../../model/case/staff.js';
import type { Transfer } from '../../model/case/transfer.js';
import { bareOrganizationName, folded } from '../../text.js';

/** `same`: a known spelling of the contract name; `spelling`: equal without spaces and legal forms; `other`. */
export type OrganizationFit = 'same' | 'spelling' | 'other';

/** How a 宛先 or a 振込名義 fits the contracting organisation. */
export function organizationFit(name: string, organization: Organization): OrganizationFit {
  const known = [organization.contractName, organization.nameJa, ...(organization.addresseeAliases ?? [])].filter(
    (spelling) => spelling !== undefined,
  );
  if (known.includes(name.trim())) return 'same';
  const bare = bareOrganizationName(name);
  return known.some((spelling) => bareOrganizationName(spelling) === bare) ? 'spelling' : 'other';
}

/** True where a payer is recorded and it is not the contracting organisation by any known spelling (CLM-TRF-02). */
export function isWrongPayer(transfer: Transfer, organization: Organization): boolean {
  return transfer.payerName !== undefined && organizationFit(transfer.payerName, organization) !== 'same';
}

/** Whose account a transfer to a person went to. */
export type AccountOwner = 'person' | 'employer' | 'managingBody' | 'someoneElse' | 'unknown';

/** 振込先: the person, the person's 所属先, the 主管・主催団体 (never allowed), someone else, or not recorded. */
export function accountOwner(transfer: Transfer, person: Staff, course: Course): AccountOwner {
  const holder = transfer.accountHolder;
  const own = [person.nameJa, person.nameKana, person.accountHolderKana];
  // The plain case, and by far the most frequent: both names of the transfer are the person's, letter by letter.
  if (holder !== undefined && own.includes(holder) && own.includes(transfer.payeeName ?? holder)) return 'person';
  const names = [holder, transfer.payeeName].filter((name) => name !== undefined);
  const bodies = [course.managingOrgName, course.organizingOrgName].filter((name) => name !== undefined);
  const isBody = (name: string): boolean =>
    bodies.some((body) => bareOrganizationName(body) === bareOrganizationName(name));
  if (names.some(isBody)) return 'managingBody';
  if (holder === undefined) return 'unknown';
  if (own.some((name) => name !== undefined && folded(name) === folded(holder))) return 'person';
  return person.employerName !== undefined && folded(person.employerName) === folded(holder)
    ? 'employer'
    : 'someoneElse';
}
