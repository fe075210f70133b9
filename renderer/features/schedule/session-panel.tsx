import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { clockJa, hoursJa, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { type Session, SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { EXAMINER_TASK_JA, STAFF_ROLE_JA, type StaffRole } from '../../../shared/model/case/staff.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { ClockField, DateField } from '../../ui/date-field.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { NewDuty } from './new-duty.js';
import type { ScheduleChanges } from './schedule-changes.js';
import { clashesOf, dutiesOf, titleJa } from './timetable.js';

type Props = {
  readonly value: Case;
  readonly session: Session;
  readonly changes: ScheduleChanges;
  readonly firstField: RefObject<HTMLDivElement | null>;
  /** Just added: the first field takes the focus. */
  readonly isNew: boolean;
  readonly onLeave: () => void;
};

const FORMATS = choicesOf(SESSION_FORMAT_JA);

/** The chosen session: what it is, when, where, who. */
export function SessionPanel({ value, session, changes, firstField, isNew, onLeave }: Props): ReactNode {
  useEffect(() => {
    if (isNew) focusInPanel(() => firstField.current?.querySelector('select, input'));
  }, [isNew, firstField]);
  const clashes = [...clashesOf(value)].flatMap(([earlierId, own]) =>
    own
      .filter((clash) => earlierId === session.id || clash.laterId === session.id)
      .map((clash) => ({ ...clash, earlier: value.sessions?.find((candidate) => candidate.id === earlierId) })),
  );
  return (
    <section aria-label={`${titleJa(session, value)}の内容`}>
      <header className="session-head">
        <h2>{titleJa(session, value)}</h2>
        <span className="second">
          {shortDateJa(session.date)} {clockJa(session.start)}–{clockJa(session.end)}
        </span>
        {clashes.length > 0 ? <FindingMark mark="over" labelJa="重なり" /> : null}
      </header>
      {clashes.map(({ earlier, ...clash }) => (
        <p key={`${clash.staffId} ${clash.laterId}`} className="session-clash-words">
          {clash.nameJa}さんが同じ時刻に2か所にいます（{clockJa(clash.from)}–{clockJa(clash.to)}、
          {hoursJa(clash.to - clash.from)}）。
          {earlier && clash.laterId === session.id ? (
            <Button size="small" onClick={() => void changes.move(session, earlier.end - session.start)}>
              {clockJa(earlier.end)} からにずらす
            </Button>
          ) : null}
        </p>
      ))}
      <div
        ref={firstField}
        className="session-fields"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      >
        <SessionFields value={value} session={session} changes={changes} />
      </div>
      <DutyList value={value} session={session} changes={changes} />
      <p className="session-buttons">
        <Button size="small" onClick={() => void changes.remove(session)}>
          この予定を消す
        </Button>
      </p>
    </section>
  );
}

function SessionFields({ value, session, changes }: Pick<Props, 'value' | 'session' | 'changes'>): ReactNode {
  const set = (labelJa: string, fields: { readonly [K in keyof Session]?: Session[K] | undefined }) =>
    changes.edit(`${titleJa(session, value)}の${labelJa}を直しました`, (course) =>
      course.change('sessions', session.id, fields),
    );
  const setItem = (curriculumItemId: string | undefined) => {
    const item = value.curriculum?.find((candidate) => candidate.id === curriculumItemId);
    // A form that was never chosen takes that of the subject; a chosen one stays.
    const format = session.format ?? item?.defaultFormat ?? null;
    return set('科目', { curriculumItemId, format });
  };
  return (
    <>
      <SelectField
        label="科目"
        value={session.curriculumItemId}
        choices={(value.curriculum ?? []).map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
        emptyJa="科目なし"
        onCommit={setItem}
      />
      <SelectField
        label="形態"
        value={session.format ?? undefined}
        choices={FORMATS}
        emptyJa="未選択"
        onCommit={(format) => set('形態', { format: format ?? null })}
      />
      <DateField
        label="日付"
        required
        year={value.course.fiscalYear}
        value={session.date}
        onCommit={(date) => set('日付', { date })}
      />
      <div className="session-times">
        <ClockField label="開始" required value={session.start} onCommit={(start) => set('開始', { start })} />
        <ClockField label="終了" required value={session.end} onCommit={(end) => set('終了', { end })} />
      </div>
      <SelectField
        label="部屋"
        value={session.roomId}
        choices={(value.rooms ?? []).map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
        emptyJa="部屋なし"
        onCommit={(roomId) => set('部屋', { roomId })}
      />
      {value.course.mode === 'inPerson' ? null : (
        <YesNoField
          label="オンライン"
          value={session.isOnline}
          onCommit={(isOnline) => set('オンライン', { isOnline })}
        />
      )}
    </>
  );
}

/** 担当 of the session. */
function DutyList({ value, session, changes }: Pick<Props, 'value' | 'session' | 'changes'>): ReactNode {
  const duties = dutiesOf(session, value);
  return (
    <section className="duties" aria-label="担当">
      <h3>担当</h3>
      <ul>
        {duties.map(({ assignment, nameJa }) => (
          <li key={assignment.id}>
            <span className="duty-name">{nameJa}</span>
            <SelectField
              label={`${nameJa}の役割`}
              labelHidden
              value={assignment.role}
              choices={choicesOf(STAFF_ROLE_JA)}
              onCommit={(role: StaffRole | undefined) =>
                changes.edit(`${nameJa}さんの役割を直しました`, (course) =>
                  course.change('assignments', assignment.id, {
                    ...(role === undefined ? {} : { role }),
                    ...(role === 'examiner' ? {} : { task: undefined }),
                  }),
                )
              }
            />
            {assignment.role === 'examiner' ? (
              <SelectField
                label={`${nameJa}の作業`}
                labelHidden
                value={assignment.task ?? 'exam'}
                choices={choicesOf(EXAMINER_TASK_JA)}
                onCommit={(task) =>
                  changes.edit(`${nameJa}さんの作業を直しました`, (course) =>
                    course.change('assignments', assignment.id, { task }),
                  )
                }
              />
            ) : (
              <AmountField
                label={`${nameJa}の担当時間（分）`}
                labelHidden
                unit="分"
                value={assignment.minutes ?? session.end - session.start}
                onCommit={(minutes) =>
                  changes.edit(`${nameJa}さんの担当時間を直しました`, (course) =>
                    course.change('assignments', assignment.id, {
                      minutes: minutes === session.end - session.start ? undefined : minutes,
                    }),
                  )
                }
              />
            )}
            <button
              type="button"
              className="icon-button"
              aria-label={`${nameJa}を担当から外す`}
              onClick={() =>
                void changes.act(`${nameJa}さんを${titleJa(session, value)}の担当から外しました`, (course) =>
                  course.remove('assignments', assignment.id),
                )
              }
            >
              <IconTrash size={16} stroke={1.6} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <NewDuty value={value} session={session} changes={changes} />
    </section>
  );
}
