/** 二重の計上: one person in two places at the same time. */
import { hoursJa } from '../../../dates.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { confirm } from '../../engine/verdict.js';
import { minutesRow, whenJa } from './labels.js';
import { collidingMinutes } from './shared-minutes.js';

/** Two 担当 of one person that overlap in time; said on the later-listed one. */
export const doubleBooking = rule({
  id: 'FEE-OVL-01',
  clause: '手引きに記載なし（二重計上の確認）',
  stage: 'procedure',
  on: 'paidAssignment',
  check(paid, ask) {
    const own = ask.derive(paidToPerson, paid.person.id);
    const earlier = own.slice(0, own.indexOf(paid)).find((other) => collidingMinutes(other, paid) > 0);
    if (!earlier) return undefined;
    return confirm(
      `${paid.person.nameJa}の${whenJa(earlier)}と${whenJa(paid)}の担当が${hoursJa(collidingMinutes(earlier, paid))}重なっています。同じ時刻に2か所で計上していないか確かめてください`,
      {
        work: [minutesRow(earlier, earlier.minutes, paid), minutesRow(paid, paid.minutes, paid)],
        remedyJa: 'どちらかの担当を外すか、日程の時刻か担当の時間を直します',
      },
    );
  },
});

/** All 担当 that a person is paid for, in the order of the list. */
function paidToPerson({ facts }: Ask, staffId: string): readonly PaidAssignment[] {
  return facts.linesOf(staffId).flatMap((line) => (line.kind === 'honorarium' ? facts.paidAssignments(line) : []));
}
