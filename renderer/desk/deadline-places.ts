/** Where a deadline is worked on, and the date of the course by which it is done. */
import type { Deadline } from '../../shared/rules/courses/deadlines/deadline.js';
import type { Case } from '../../shared/model/case/case.js';
import type { CourseTab } from '../routes.js';

/** A date that marks a deadline as done as soon as it is recorded. */
export type DoneField = 'applicationReceivedOn' | 'reportReceivedOn' | 'advanceReceivedOn' | 'balanceReceivedOn';

type Place = {
  readonly tab: CourseTab;
  /** Label of the field that takes the date. */
  readonly label?: string;
  readonly done?: { readonly field: DoneField; readonly askJa: string; readonly didJa: string };
};

const APPLICATION: Place = {
  tab: 'overview',
  label: '申請書が到着',
  done: { field: 'applicationReceivedOn', askJa: '申請書が届いた日', didJa: '申請書の到着日を記録しました' },
};
const REPORT: Place = {
  tab: 'overview',
  label: '報告書が到着',
  done: { field: 'reportReceivedOn', askJa: '報告書が届いた日', didJa: '報告書の到着日を記録しました' },
};

const PLACES: Readonly<Record<string, Place>> = {
  'DL-01': { tab: 'participants' },
  'DL-02': { tab: 'participants' },
  'DL-03': APPLICATION,
  'DL-04': APPLICATION,
  'DL-08': REPORT,
  'DL-09': REPORT,
  'DL-10': REPORT,
  'DL-11': {
    tab: 'overview',
    label: '概算払の受領',
    done: { field: 'advanceReceivedOn', askJa: '概算払を受け取った日', didJa: '概算払の受領日を記録しました' },
  },
  'DL-12': {
    tab: 'overview',
    label: '残額の受領',
    done: { field: 'balanceReceivedOn', askJa: '残額を受け取った日', didJa: '残額の受領日を記録しました' },
  },
  'DL-13': { tab: 'participants' },
  'DL-14': { tab: 'participants' },
  'DL-16': { tab: 'overview', label: '実施希望調査' },
};

/** The place of a deadline in its course; 概要 where it has none of its own. */
export function deadlinePlace(deadline: Deadline, { course }: Case): Place {
  const place = PLACES[deadline.deadlineId] ?? { tab: 'overview' };
  // A copy has arrived: the day alone would not do, the kind of paper has to be put right first.
  const isCopy =
    (place === APPLICATION && course.applicationIsOriginal === false) ||
    (place === REPORT && course.reportIsOriginal === false);
  return isCopy && deadline.arrival === 'originalReceived'
    ? { tab: place.tab, label: place === APPLICATION ? '申請書は' : '報告書は' }
    : place;
}
