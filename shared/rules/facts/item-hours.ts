/** 科目の時間数: what the 日程表 holds of each 科目 of the カリキュラム. */
import type { CurriculumItem, Session, SessionFormat } from '../../model/case/schedule.js';
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
  return curriculum.map((item) => {
    const own = sessions.filter((session) => session.curriculumItemId === item.id);
    return {
      item,
      set: minutesOn(own.filter(({ format }) => TEACHING.includes(format))),
      possible: minutesOn(own.filter(({ format }) => format === null || TEACHING.includes(format))),
    };
  });
}

function minutesOn(sessions: readonly Session[]): number {
  const days = new Set(sessions.map(({ date }) => date));
  return sum([...days].map((day) => minutesIn(sessions.filter(({ date }) => date === day))));
}
