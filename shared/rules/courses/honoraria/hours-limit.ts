/** 時間数の上限: what is left of the 担当 of a 科目 when they run past the hours of the 実施要領. */
import { hoursJa } from '../../../dates.js';
import { grouped, sum, yen } from '../../../money.js';
import type { CurriculumItem } from '../../../model/case/schedule.js';
import { payFor } from '../../facts/facts.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { confirm, cut, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { itemJa, minutesRow } from './labels.js';

/** A 担当 that loses minutes because its pool runs over. */
export type HoursCut = {
  readonly item: CurriculumItem;
  readonly left: number;
  readonly total: number;
  readonly pool: readonly PaidAssignment[];
  readonly counted: (paid: PaidAssignment) => number;
};

/** Takes the minutes beyond `groupMinutes` from the last-listed 担当 of the pool first. */
export function hoursCuts(
  pool: readonly PaidAssignment[],
  item: CurriculumItem,
  counted: (paid: PaidAssignment) => number,
): Map<PaidAssignment, HoursCut> {
  const cuts = new Map<PaidAssignment, HoursCut>();
  const total = sum(pool.map(counted));
  let excess = total - item.groupMinutes;
  for (const paid of [...pool].reverse()) {
    if (excess <= 0) break;
    const own = counted(paid);
    const taken = Math.min(excess, own);
    if (taken === 0) continue;
    excess -= taken;
    cuts.set(paid, { item, left: own - taken, total, pool, counted });
  }
  return cuts;
}

/** `whoJa` is who shares the hours: この科目の講師, この助手. */
export function hoursVerdict(paid: PaidAssignment, own: HoursCut, whoJa: string): Verdict | undefined {
  const { rate } = paid.line;
  if (rate === undefined) return undefined;
  const leaves = payFor(paid, rate, own.left);
  return cut(
    leaves,
    `${itemJa(own.item)}の時間数は実施要領で${hoursJa(own.item.groupMinutes)}ですが、${whoJa}の担当は合わせて${hoursJa(own.total)}あります。${restJa(own.left)}`,
    {
      limit: leaves,
      quantity: own.left,
      work: [
        ...own.pool.map((entry) => minutesRow(entry, own.counted(entry), paid)),
        { labelJa: '実施要領の時間数', textJa: hoursJa(own.item.groupMinutes) },
        { labelJa: '超える時間', textJa: hoursJa(own.total - own.item.groupMinutes) },
        payRow(rate, own.left, leaves),
      ],
      remedyJa: '担当の時間を実施要領の時間数に合わせます。要領のほうが違うときは、科目の時間数を直します',
      // The approval of a second person is in the pool already; it does not buy hours beyond the 実施要領.
      overridable: false,
    },
  );
}

function restJa(left: number): string {
  return left === 0 ? 'この担当は対象になりません' : `この担当は${hoursJa(left)}分だけが対象です`;
}

/** Hours of a session that belongs to no 科目 cannot be compared with anything. */
export function unknownHours(): Verdict {
  return confirm('このコマの科目が選ばれていないため、実施要領の時間数と比べられません', {
    remedyJa: '日程でこのコマの科目を選びます',
    overridable: false,
  });
}

/** `12,000 × 2時間` with its result. */
export function payRow(rate: number, minutes: number, amount: number): WorkStep {
  return { labelJa: `${grouped(rate)} × ${hoursJa(minutes)}`, amount };
}

/** What a 担当 is worth when only `left` of its minutes may be paid, because somebody else stands there too. */
export function sharedVerdict(
  paid: PaidAssignment,
  shared: number,
  words: { readonly messageJa: string; readonly remedyJa: string; readonly others: readonly PaidAssignment[] },
): Verdict | undefined {
  const { rate } = paid.line;
  if (rate === undefined) return undefined;
  const left = paid.minutes - shared;
  const leaves = payFor(paid, rate, left);
  return cut(
    leaves,
    `${words.messageJa}（重なる${hoursJa(shared)}、${yen(payFor(paid, rate, paid.minutes) - leaves)}）`,
    {
      limit: leaves,
      quantity: left,
      work: [
        ...words.others.map((other) => minutesRow(other, other.minutes, paid)),
        minutesRow(paid, paid.minutes, paid),
        { labelJa: '重なる時間', textJa: hoursJa(shared) },
        payRow(rate, left, leaves),
      ],
      remedyJa: words.remedyJa,
    },
  );
}
