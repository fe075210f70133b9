import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { weekdayJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { type Session, SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { onCellKey } from '../../ui/cell-keys.js';
import { classNames } from '../../ui/class-names.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import type { ScheduleChanges } from './schedule-changes.js';
import { dutiesJa, dutiesOf, inTime, titleJa } from './timetable.js';

const FORMATS = choicesOf(SESSION_FORMAT_JA);

/** 表: the same sessions as a table, for typing. */
export function SessionTable({
  value,
  chosenId,
  onChoose,
  changes,
}: {
  readonly value: Case;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly changes: ScheduleChanges;
}): ReactNode {
  return (
    <table className="session-table cell-fields" data-region="table" onKeyDown={onCellKey}>
      <thead>
        <tr>
          {['日付', '曜', '開始', '終了', '科目', '形態', '部屋', '担当', ''].map((head) => (
            <th key={head} scope="col">
              {head === '' ? <span className="unseen">操作</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inTime(value.sessions ?? []).map((session) => (
          <SessionRow
            key={session.id}
            value={value}
            session={session}
            isChosen={session.id === chosenId}
            onChoose={() => onChoose(session.id)}
            changes={changes}
          />
        ))}
      </tbody>
    </table>
  );
}

function SessionRow({
  value,
  session,
  isChosen,
  onChoose,
  changes,
}: {
  readonly value: Case;
  readonly session: Session;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly changes: ScheduleChanges;
}): ReactNode {
  const title = titleJa(session, value);
  const set = (labelJa: string, fields: { readonly [K in keyof Session]?: Session[K] | undefined }) =>
    changes.edit(`${title}の${labelJa}を直しました`, (course) => course.change('sessions', session.id, fields));
  return (
    <tr className={classNames(isChosen && 'session-row-chosen')} onFocus={onChoose} onClick={onChoose}>
      <td>
        <DateField
          label="日付"
          labelHidden
          required
          year={value.course.fiscalYear}
          value={session.date}
          onCommit={(date) => set('日付', { date })}
        />
      </td>
      <td>{weekdayJa(session.date)}</td>
      <td>
        <ClockField
          label="開始"
          labelHidden
          required
          value={session.start}
          onCommit={(start) => set('開始', { start })}
        />
      </td>
      <td>
        <ClockField label="終了" labelHidden required value={session.end} onCommit={(end) => set('終了', { end })} />
      </td>
      <td>
        <SelectField
          label="科目"
          labelHidden
          value={session.curriculumItemId}
          choices={(value.curriculum ?? []).map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
          emptyJa="—"
          onCommit={(curriculumItemId) => set('科目', { curriculumItemId })}
        />
      </td>
      <td>
        <SelectField
          label="形態"
          labelHidden
          value={session.format ?? undefined}
          choices={FORMATS}
          emptyJa="未選択"
          onCommit={(format) => set('形態', { format: format ?? null })}
        />
      </td>
      <td>
        <SelectField
          label="部屋"
          labelHidden
          value={session.roomId}
          choices={(value.rooms ?? []).map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
          emptyJa="—"
          onCommit={(roomId) => set('部屋', { roomId })}
        />
      </td>
      <td className="session-row-duties">{dutiesJa(dutiesOf(session, value))}</td>
      <td>
        <button
          type="button"
          className="icon-button"
          aria-label={`${title}を消す`}
          onClick={() => void changes.remove(session)}
        >
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}
