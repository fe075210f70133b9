/** Which kept account belongs to a payee of a course. A name alone never decides: two people may share it. */
import { PREFECTURES_JA } from '../model/prefectures.js';
import type { Staff } from '../model/case/staff.js';
import { staffPerson } from '../rules/across/people.js';
import { type Person, type Sameness, sameness } from '../rules/across/person.js';
import { bareOrganizationName, folded } from '../text.js';
import type { BankAccount } from './bank-account.js';
import { employerKey, type Payee } from './payee.js';
import type { PayeeAccount } from './payee-account.js';

/** An account with its key on the shelf. */
export type KnownAccount = { readonly key: string; readonly value: PayeeAccount };

/** A course with its people. */
export type PayingCourse = { readonly courseId: string; readonly staff: readonly Staff[] };

export type AccountMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'sure'; readonly known: KnownAccount }
  /** 要確認: accounts of people of the same name; somebody has to say whether one is theirs. */
  | { readonly kind: 'doubtful'; readonly candidates: readonly KnownAccount[] };

const NONE: AccountMatch = { kind: 'none' };

/** The account of a payee: the one that was given to this person of this course, else that of who is surely the same. */
export function accountMatch(
  payee: Pick<Payee, 'key' | 'kind' | 'nameJa'>,
  course: PayingCourse,
  accounts: readonly KnownAccount[],
): AccountMatch {
  if (payee.kind === 'employer') return employerMatch(payee, course, accounts);
  const person = course.staff.find((one) => one.id === payee.key);
  return person
    ? personMatch(
        person,
        course,
        accounts.filter(({ value }) => value.kind === 'person'),
      )
    : NONE;
}

/** The matches of every person of a course and of their 所属先, by the key of the payee. */
export function accountMatches(
  course: PayingCourse,
  accounts: readonly KnownAccount[],
): ReadonlyMap<string, AccountMatch> {
  const payees = course.staff.flatMap((person): Pick<Payee, 'key' | 'kind' | 'nameJa'>[] => [
    { key: person.id, kind: 'person', nameJa: person.nameJa },
    { key: employerKey(person), kind: 'employer', nameJa: person.employerName ?? '' },
  ]);
  return new Map(payees.map((payee) => [payee.key, accountMatch(payee, course, accounts)]));
}

/** An account as it is kept for a payee; what tells people apart comes from the course. */
export function accountFor(
  payee: Pick<Payee, 'key' | 'kind' | 'nameJa'>,
  course: PayingCourse,
  account: BankAccount,
  before?: PayeeAccount,
): PayeeAccount {
  const staffId = staffIdOf(payee, course);
  const links = (before?.usedBy ?? []).filter((link) => !isLink(link, course.courseId, staffId));
  const usedBy = staffId === undefined ? links : [...links, { courseId: course.courseId, staffId }];
  if (payee.kind === 'employer') return { kind: 'employer', payeeJa: payee.nameJa, account, usedBy };
  const person = course.staff.find((one) => one.id === payee.key);
  const kana = person?.nameKana ?? before?.kana;
  const prefectureCode = person?.homePrefectureCode ?? before?.prefectureCode;
  return {
    kind: 'person',
    payeeJa: payee.nameJa,
    ...(kana === undefined ? {} : { kana }),
    ...(prefectureCode === undefined ? {} : { prefectureCode }),
    account,
    usedBy,
  };
}

/** What tells the owner of an account from others of the name: 「カタギリ シュウヘイ・京都府」 */
export function ownerJa({ payeeJa, kana, prefectureCode }: PayeeAccount): string {
  const details = [kana, prefectureCode === undefined ? undefined : PREFECTURES_JA[prefectureCode]];
  const known = details.filter((one) => one !== undefined);
  return known.length === 0 ? payeeJa : `${payeeJa}（${known.join('・')}）`;
}

function staffIdOf(payee: Pick<Payee, 'key' | 'kind'>, { staff }: PayingCourse): string | undefined {
  return staff.find((one) => (payee.kind === 'employer' ? employerKey(one) : one.id) === payee.key)?.id;
}

function personMatch(person: Staff, course: PayingCourse, accounts: readonly KnownAccount[]): AccountMatch {
  const linked = accounts.filter(({ value }) => value.usedBy.some((link) => isLink(link, course.courseId, person.id)));
  // A row of the course that now holds another name is another person.
  const own = linked.filter(({ value }) => folded(value.payeeJa) === folded(person.nameJa));
  if (own[0] && own.length === 1) return { kind: 'sure', known: own[0] };
  const same = accounts.filter((known) => samenessOf(person, known) === 'same');
  const [only] = same;
  if (only && same.length === 1 && !isSharedName(person, course)) {
    return { kind: 'sure', known: only };
  }
  const candidates = accounts.filter((known) => linked.includes(known) || samenessOf(person, known) !== 'different');
  return candidates.length === 0 ? NONE : { kind: 'doubtful', candidates };
}

function samenessOf(person: Staff, { value }: KnownAccount): Sameness {
  return sameness(staffPerson(person), ownerOf(value));
}

function ownerOf({ payeeJa, kana, prefectureCode }: PayeeAccount): Person {
  return { nameJa: payeeJa, kana, birthDate: undefined, prefectureCode };
}

/** Somebody else of the course may be the owner as well. */
function isSharedName(person: Staff, { staff }: PayingCourse): boolean {
  return staff.some(
    (other) => other.id !== person.id && sameness(staffPerson(other), staffPerson(person)) !== 'different',
  );
}

function employerMatch(
  payee: Pick<Payee, 'key' | 'nameJa'>,
  course: PayingCourse,
  accounts: readonly KnownAccount[],
): AccountMatch {
  const employers = accounts.filter(({ value }) => value.kind === 'employer');
  const named = employers.filter(({ value }) => payee.key === `employer:${folded(value.payeeJa)}`);
  const linked = employers.filter(({ value }) =>
    value.usedBy.some(
      ({ courseId, staffId }) => courseId === course.courseId && payee.key === `employer-of:${staffId}`,
    ),
  );
  const sure = [...named, ...linked];
  if (sure[0] && sure.length === 1) return { kind: 'sure', known: sure[0] };
  // 「…の所属先」 is no name of a body.
  const bare = payee.key.startsWith('employer:') ? bareOrganizationName(payee.nameJa) : '';
  const candidates = employers.filter(
    (known) => sure.includes(known) || (bare !== '' && bareOrganizationName(known.value.payeeJa) === bare),
  );
  return candidates.length === 0 ? NONE : { kind: 'doubtful', candidates };
}

function isLink(
  link: { readonly courseId: string; readonly staffId: string },
  courseId: string,
  staffId: string | undefined,
): boolean {
  return link.courseId === courseId && link.staffId === staffId;
}
