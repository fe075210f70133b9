import { Menu } from '@base-ui/react/menu';
import { IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { DELIVERY_JA } from '../../../shared/model/case/course.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import { shortDateJa } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import { stateJa } from '../../../shared/workflow/course-machine.js';
import { courseState } from '../../../shared/workflow/course-state.js';
import { decisionOf, type Read } from '../../db/course-case.js';
import { lackingBookJa } from '../../desk/books.js';
import { courseDates, courseNameJa, periodJa } from '../../desk/course-words.js';
import { chipKind, nextDeadline } from '../../desk/deadlines.js';
import { useDesk } from '../../desk/desk-context.js';
import { useCaseFiles } from '../../desk/use-case-files.js';
import { classNames } from '../../ui/class-names.js';
import { DeadlineChip } from '../../ui/deadline-chip.js';
import { FindingMark } from '../../ui/finding-mark.js';
import '../../ui/menu.css';

type Props = {
  readonly row: CourseRow;
  readonly value: Read<Case>;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
};

/** One course: what it is, when, how many, where it stands, its money, what is due next. */
export function CourseListRow({
  row,
  value,
  isCurrent,
  onFocus,
  onKeyDown,
  onOpen,
  onCopy,
  onRemove,
}: Props): ReactNode {
  const { course, organization, isSample } = row.value;
  const [menuOpen, setMenuOpen] = useState(false);
  const onRowKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'F10' && event.shiftKey) {
      event.preventDefault();
      setMenuOpen(true);
      return;
    }
    onKeyDown(event);
  };
  return (
    <tr
      id={`course-${row.courseId}`}
      className={classNames('course-row', isCurrent && 'course-row-current')}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={courseNameJa(course)}
      onFocus={onFocus}
      onKeyDown={onRowKey}
      onClick={onOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <td>
        <span className="course-row-name">{courseNameJa(course)}</span>
        {isSample ? <span className="tag tag-sample">見本</span> : null}
        <span className="course-row-body">{organization.nameJa ?? organization.contractName}</span>
      </td>
      <td>{DELIVERY_JA[course.delivery]}</td>
      <td className="whole">{periodJa(courseDates(course, value?.sessions))}</td>
      <td className="number">{headsOf(value)}</td>
      <StateCell value={value} />
      <MoneyCells value={value} />
      <td onClick={(event) => event.stopPropagation()}>
        <RowMenu
          courseId={row.courseId}
          name={courseNameJa(course)}
          open={menuOpen}
          onOpenChange={setMenuOpen}
          onCopy={onCopy}
          onRemove={onRemove}
        />
      </td>
    </tr>
  );
}

function headsOf(value: Read<Case>): string {
  if (!value) return '';
  const { course, enrollments } = value;
  const heads = course.reportHeadcount ?? enrollments?.length ?? course.startHeadcount ?? course.applicationHeadcount;
  return heads === undefined ? '未入力' : `${heads}名`;
}

/** Where the course stands, from the same machine as its 概要. */
function StateCell({ value }: { readonly value: Read<Case> }): ReactNode {
  const { books } = useDesk();
  const decision = value ? decisionOf(value, books) : null;
  return <td>{value && decision ? stateJa(courseState(value, decision)) : null}</td>;
}

function MoneyCells({ value }: { readonly value: Read<Case> }): ReactNode {
  const { books } = useDesk();
  if (!value) {
    return <td colSpan={3} />;
  }
  const decision = decisionOf(value, books);
  if (!decision) {
    return (
      <td colSpan={3}>
        <FindingMark mark="confirm" labelJa="基準なし" />{' '}
        <span className="second">{lackingBookJa(value)} がないため、判定できません</span>
      </td>
    );
  }
  const { totals } = decision;
  const next = nextDeadline(value, books);
  return (
    <>
      <td className="number">{grouped(totals.claimed)}</td>
      <td className={classNames('number', totals.eligible !== totals.claimed && 'course-row-changed')}>
        {grouped(totals.eligible)}
      </td>
      <td>
        {next ? (
          <span className="course-row-due">
            <DeadlineChip dueOn={next.dueOn} today={value.asOf} kind={chipKind(next)} />
            <span className="second">
              <span className="whole">{shortDateJa(next.dueOn)}</span> {next.nameJa}
            </span>
          </span>
        ) : null}
      </td>
    </>
  );
}

function RowMenu({
  courseId,
  name,
  open,
  onOpenChange,
  onCopy,
  onRemove,
}: {
  readonly courseId: string;
  readonly name: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { writeCourse } = useCaseFiles();
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Menu.Trigger className="menu-button" aria-label={`${name}の操作`}>
        <IconDots size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={2}>
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => void writeCourse(courseId)}>
              ファイルに書き出す
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={onCopy}>
              写して新しく作る
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={onRemove}>
              消す<span className="key">Delete</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
