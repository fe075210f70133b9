/** 科目の時間数: what the 日程表 holds of each 科目 of the カリキュラム. */
import type { CurriculumItem, Session, SessionFormat } from '../../model/case/schedule.js';
import { groupBy } from '../../group-by.js';
import { sum } from '../../money.js';
import type { Facts } from './facts.js';
import { minutesIn } from './spans.js';

const TEACHING: readonly (SessionFormat | null)[] = ['lecture', 'activeLearning', 'practical', 'practicum'];

export type ItemHours = {
  readonly item: CurriculumItem;
  /** Minutes of sessions whose 講習形態 is a teaching one; what runs in two rooms at once counts once. */
  readonly set: number;
  /** The same with the sessions whose 講習形態 is not chosen yet. */
  readonly possible: number;
};

/** The hours of every 科目, in the order of the カリキュラム. */
export function itemHours({ curriculum, sessions }: Facts): ItemHours[] {
  const byItem = groupBy(sessions, ({ curriculumItemId }) => curriculumItemId);
  return curriculum.map((item) => {
    const possible = (byItem.get(item.id) ?? []).filter(({ format }) => format === null || TEACHING.includes(format));
    const set = possible.filter(({ format }) => format !== null);
    const minutes = minutesOn(possible);
    return { item, set: set.length === possible.length ? minutes : minutesOn(set), possible: minutes };
  });
}

function minutesOn(sessions: readonly Session[]): number {
  return sum([...groupBy(sessions, ({ date }) => date).values()].map(minutesIn));
}
