/** Whose name stands on a paper: the traveller's, or the contracting organisation's. */
import { folded } from '../../../text.js';
import type { Line } from '../../../model/case/lines/line.js';
import type { Staff } from '../../../model/case/staff.js';
import type { Voucher, VoucherKind } from '../../../model/case/voucher.js';
import type { Facts } from '../../facts/facts.js';
import { organizationFit } from '../../facts/parties.js';

/** `incomparable`: in Latin letters, or in kana while the person's kana are not recorded. */
export type NameFit = 'same' | 'other' | 'incomparable' | 'notRecorded';

const LATIN = /^[A-Za-z.,'/-]+$/;
const KANA = /^[ァ-ヶー・]+$/;

/** How the name on a paper fits a person; widths, spaces and 様 do not matter. */
export function nameFit(name: string | undefined, person: Staff): NameFit {
  const written = name === undefined ? '' : withoutTitle(name);
  if (written === '') return 'notRecorded';
  if (written === withoutTitle(person.nameJa)) return 'same';
  if (person.nameKana !== undefined && written === withoutTitle(person.nameKana)) return 'same';
  if (LATIN.test(written)) return 'incomparable';
  return KANA.test(written) && person.nameKana === undefined ? 'incomparable' : 'other';
}

function withoutTitle(name: string): string {
  return folded(name).replace(/様$/u, '');
}

/** 立替者個人名の領収書: the original, not made out to somebody else. */
export function hasPersonalReceipt(facts: Facts, line: Line): boolean {
  const person = facts.personOf(line);
  return facts
    .papers(line, 'personalReceipt')
    .some(
      (receipt) =>
        !person || [receipt.personName, receipt.addressee].every((name) => nameFit(name, person) !== 'other'),
    );
}

/** Papers of the kinds that are not made out to somebody other than the organisation; no 宛先 is not tested. */
export function organizationPapers(facts: Facts, line: Line, ...kinds: VoucherKind[]): readonly Voucher[] {
  return facts
    .papers(line, ...kinds)
    .filter(({ addressee }) => addressee === undefined || organizationFit(addressee, facts.organization) !== 'other');
}
