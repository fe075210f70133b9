import { IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { deadlineKindJa } from '../../../shared/calendar/deadline-events.js';
import { longDateJa, shortDateJa } from '../../../shared/dates.js';
import { deadlineTitleJa } from '../../../shared/rules/courses/deadlines/deadline.js';
import { arriveAtField } from '../../desk/arrive.js';
import { courseDates, courseNameJa, periodJa } from '../../desk/course-words.js';
import { Weekend } from '../../desk/deadline-list.js';
import { deadlinePlace } from '../../desk/deadline-places.js';
import { chipKind } from '../../desk/deadlines.js';
import { coursePath } from '../../routes.js';
import { classNames } from '../../ui/class-names.js';
import { isComposing } from '../../ui/composing.js';
import { DeadlineChip } from '../../ui/deadline-chip.js';
import { type Due, dueKey } from './due.js';
import { DueDetail } from './due-detail.js';
import { DueState } from './due-state.js';

type Props = {
  readonly due: Due;
  readonly isChosen: boolean;
  /** The day on which it was done is being asked. */
  readonly isAsking: boolean;
  readonly onChoose: () => void;
  readonly onAsk: (asks: boolean) => void;
};

/** One deadline; below the chosen one stands how its day is found. */
export function DueRow({ due, isChosen, isAsking, onChoose, onAsk }: Props): ReactNode {
  const { row, value, deadline } = due;
  const [, navigate] = useLocation();
  const place = deadlinePlace(deadline, value);
  const kindJa = deadlineKindJa(deadline);
  const open = (): void => {
    navigate(coursePath(row.courseId, place.tab));
    if (place.label !== undefined) arriveAtField(place.label);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.key !== ' ') return;
    event.preventDefault();
    if (place.done) onAsk(true);
    else open();
  };
  const detailId = `due-${row.courseId}-${deadline.key}`;
  return (
    <li className={classNames('due', isChosen && 'due-chosen')}>
      <button
        type="button"
        className="due-row"
        data-due={dueKey(due)}
        tabIndex={isChosen ? 0 : -1}
        aria-describedby={isChosen ? detailId : undefined}
        onFocus={onChoose}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        <span className="due-chip">
          <DeadlineChip dueOn={deadline.dueOn} today={value.asOf} kind={chipKind(deadline)} />
        </span>
        <span className="due-date">
          {shortDateJa(deadline.dueOn)}
          <Weekend dueOn={deadline.dueOn} />
        </span>
        <span className="due-what">
          <span className="due-name">
            {deadlineTitleJa(deadline)} {kindJa === '' ? null : <span className="tag">{kindJa}</span>}
          </span>
          <span className="second">
            {courseNameJa(value.course)}　{periodJa(courseDates(value.course, value.sessions))}
            {row.value.isSample ? '　見本' : ''}
            {row.value.asOf === undefined ? '' : `　判定日 ${longDateJa(row.value.asOf)}`}
          </span>
        </span>
        <DueState due={due} />
        <IconChevronRight size={14} aria-hidden="true" />
      </button>
      {isChosen ? <DueDetail id={detailId} due={due} place={place} isAsking={isAsking} onAsk={onAsk} /> : null}
    </li>
  );
}
