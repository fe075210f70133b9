import { daysBetween, type IsoDate } from '../../shared/dates.js';
import './deadline-chip.css';

export type DeadlineChipProps = {
  readonly dueOn: IsoDate;
  readonly today: IsoDate;
  /** 必着 is a day that costs money; 目安 is only a guideline; 予定 is an income that is expected. */
  readonly kind: 'must' | 'guide' | 'expected';
  readonly doneOn?: IsoDate | undefined;
};

const NEAR_DAYS = 3;
const LONG_DAYS = 366;

/** 「あと3日」「2日過ぎ」「済 9/24」: how far a deadline is away. */
export function DeadlineChip({ dueOn, today, kind, doneOn }: DeadlineChipProps) {
  if (doneOn !== undefined) {
    return (
      <span className="deadline-chip deadline-chip-done">
        <b>済</b> {Number(doneOn.slice(5, 7))}/{Number(doneOn.slice(8, 10))}
      </span>
    );
  }
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    return (
      <span className={`deadline-chip deadline-chip-passed-${kind}`}>
        <b>{-days}</b> 日過ぎ
      </span>
    );
  }
  if (days > LONG_DAYS) {
    return (
      <span className="deadline-chip">
        あと <b>{monthsUntil(today, dueOn)}</b> か月
      </span>
    );
  }
  const isNear = days <= NEAR_DAYS && kind !== 'expected';
  return (
    <span className={isNear ? 'deadline-chip deadline-chip-near' : 'deadline-chip'}>
      <span className="unseen">期限まで</span>あと <b>{days}</b> 日
    </span>
  );
}

function monthsUntil(from: IsoDate, to: IsoDate): number {
  const months = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}
