import { IconCheck, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { type Enrollment, ENROLLMENT_STATUS_JA, JUDGEMENT_JA } from '../../../shared/model/case/participant.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { classNames } from '../../ui/class-names.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import { changePerson } from './change-person.js';
import { exemptionsOf, SHORT_SUBJECT_JA } from './exemptions-of.js';
import { marksOfPerson, type Person } from './people.js';
import { ageOn1April } from './value-words.js';

type Props = {
  readonly rowIndex: number;
  readonly value: Case;
  readonly person: Person;
  /** Sessions whose attendance is counted. */
  readonly sessions: ReadonlySet<string>;
  readonly isChosen: boolean;
  readonly isTicked: boolean;
  readonly onChoose: (id: string) => void;
  readonly onTick: (id: string) => void;
  readonly changes: CourseChanges;
};

const JUDGEMENTS = choicesOf(JUDGEMENT_JA);

/** One person: what is typed most, and where the enrolment stands. */
export function RosterRow(props: Props): ReactNode {
  const { value, person, sessions, isChosen, isTicked, onChoose, onTick, changes } = props;
  const { participant, enrollment } = person;
  const { id, nameJa } = participant;
  const set = changePerson(changes, person);
  const exemptions = useMemo(() => exemptionsOf(value, person), [value, person]);
  return (
    <tr
      className={classNames(isChosen && 'people-chosen')}
      data-person={id}
      aria-rowindex={props.rowIndex}
      aria-selected={isChosen}
      onFocus={() => onChoose(id)}
      onClick={() => onChoose(id)}
    >
      <td className="people-tick">
        <input type="checkbox" aria-label={`${nameJa}を選ぶ`} checked={isTicked} onChange={() => onTick(id)} />
      </td>
      <td className="people-name">
        <TextField
          label="氏名"
          labelHidden
          required
          value={nameJa}
          onCommit={(next) => set.participant('氏名', next === undefined ? {} : { nameJa: next })}
        />
      </td>
      <td className="people-kana">
        <TextField
          label="フリガナ"
          labelHidden
          placeholder="未入力"
          value={participant.nameKana}
          onCommit={(nameKana) => set.participant('フリガナ', { nameKana })}
        />
      </td>
      <td className="people-date">
        <DateField
          label="生年月日"
          labelHidden
          placeholder="未入力"
          value={participant.birthDate}
          onCommit={(birthDate) => set.participant('生年月日', { birthDate })}
        />
      </td>
      <td className="number second">{ageOn1April(participant.birthDate, value.course.fiscalYear)}</td>
      <td className="people-prefecture">
        <SelectField
          label="都道府県"
          labelHidden
          value={participant.prefectureCode}
          choices={PREFECTURE_CHOICES}
          emptyJa="未入力"
          onCommit={(prefectureCode) => set.participant('都道府県', { prefectureCode })}
        />
      </td>
      <td className="people-fact">{enrollment ? ENROLLMENT_STATUS_JA[enrollment.status] : '申込なし'}</td>
      <td className="people-fact">{startJa(enrollment, value.course.fiscalYear)}</td>
      <td className="people-fact">{enrollment ? <Fee enrollment={enrollment} /> : null}</td>
      <td className="number people-fact">{attendanceJa(enrollment, sessions)}</td>
      <td className="people-judgement">
        {enrollment ? (
          <SelectField
            label="判定"
            labelHidden
            value={enrollment.judgement}
            choices={JUDGEMENTS}
            emptyJa="−"
            onCommit={(judgement) => set.enrollment('判定', { judgement })}
          />
        ) : null}
      </td>
      <td className="people-fact people-exempt">
        {exemptions.map(({ subject, result }) =>
          result === 'attends' ? null : (
            <span key={subject} className={`exempt exempt-${result}`}>
              {result === 'exempt' ? <IconCheck size={13} aria-hidden="true" /> : null}
              {SHORT_SUBJECT_JA[subject]}
              {result === 'exempt' ? null : result === 'notExempt' ? '不可' : '？'}
            </span>
          ),
        )}
      </td>
      <td className="people-fact people-marks">
        <Marks person={person} />
      </td>
      <td>
        <button
          type="button"
          className="icon-button"
          aria-label={`${nameJa}を消す`}
          onClick={() =>
            void changes.act(`${nameJa}さんを受講者から消しました`, (course) => course.remove('participants', id))
          }
        >
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

function startJa(enrollment: Enrollment | undefined, fiscalYear: number): string {
  if (!enrollment) return '';
  return enrollment.startFiscalYear < fiscalYear ? '過年度' : '新規';
}

function Fee({ enrollment }: { readonly enrollment: Enrollment }): ReactNode {
  if (enrollment.feePaidOn === undefined) return <span className="caption">未納</span>;
  return <span title="納入日">済 {shortDateJa(enrollment.feePaidOn).replace(/\(.*$/u, '')}</span>;
}

function attendanceJa(enrollment: Enrollment | undefined, sessions: ReadonlySet<string>): string {
  const known = (enrollment?.attendance ?? []).filter((one) => sessions.has(one.sessionId));
  if (known.length === 0) return sessions.size === 0 ? '' : '−';
  return `${known.filter((one) => one.present).length}/${sessions.size}`;
}

function Marks({ person }: { readonly person: Person }): ReactNode {
  const marks = marksOfPerson(person.findings);
  return (
    <span className="finding-marks">
      {marks.slice(0, 2).map(({ mark, ja }) => (
        <FindingMark key={`${mark} ${ja}`} mark={mark} labelJa={ja} />
      ))}
      {marks.length > 2 ? <span className="finding-marks-more">＋{marks.length - 2}</span> : null}
    </span>
  );
}
