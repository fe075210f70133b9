import { IconCheck, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { EMPLOYMENT_KIND_JA, JOC_ROLE_JA, type Staff, STAFF_ROLE_JA } from '../../../shared/model/case/staff.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { classNames } from '../../ui/class-names.js';
import { TextField } from '../../ui/field.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import { KmField } from './km-field.js';
import type { Pay, PersonPay } from './person-pay.js';

const EMPLOYMENTS = choicesOf(EMPLOYMENT_KIND_JA);
const JOC_ROLES = choicesOf(JOC_ROLE_JA);

/** One person: what can be typed at once, and whether 謝金 and 旅費 count. */
export function StaffRow({
  value,
  person,
  pay,
  isChosen,
  onChoose,
  changes,
}: {
  readonly value: Case;
  readonly person: Staff;
  readonly pay: PersonPay | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly changes: CourseChanges;
}): ReactNode {
  const set = (labelJa: string, fields: { readonly [K in keyof Staff]?: Staff[K] | undefined }) =>
    changes.edit(`${person.nameJa}さんの${labelJa}を直しました`, (course) => course.change('staff', person.id, fields));
  return (
    <tr
      className={classNames(isChosen && 'staff-chosen')}
      data-person={person.id}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <td className="staff-name">
        <TextField
          label="氏名"
          labelHidden
          required
          value={person.nameJa}
          onCommit={(nameJa) => set('氏名', nameJa === undefined ? {} : { nameJa })}
        />
      </td>
      <td className="second">{rolesJa(value, person)}</td>
      <td>
        <SelectField
          label="居住地"
          labelHidden
          value={person.homePrefectureCode}
          choices={PREFECTURE_CHOICES}
          emptyJa="未入力"
          onCommit={(homePrefectureCode) => set('居住地', { homePrefectureCode })}
        />
      </td>
      <td>
        <TextField
          label="最寄駅"
          labelHidden
          placeholder="未入力"
          value={person.homeStation}
          onCommit={(homeStation) => set('最寄駅', { homeStation })}
        />
      </td>
      <td className="staff-km">
        <KmField
          label="駅間の距離"
          labelHidden
          placeholder="未入力"
          value={person.stationDistance}
          onCommit={(stationDistance) => set('距離', { stationDistance })}
        />
      </td>
      <td>
        <SelectField
          label="勤務先の区分"
          labelHidden
          value={person.employment?.kind}
          choices={EMPLOYMENTS}
          emptyJa="未入力"
          onCommit={(kind) =>
            set('勤務先の区分', { employment: kind === undefined ? undefined : { ...person.employment, kind } })
          }
        />
      </td>
      <td>
        <SelectField
          label="JOCの役職"
          labelHidden
          value={person.jocRole}
          choices={JOC_ROLES}
          emptyJa="未入力"
          onCommit={(jocRole) => set('JOCの役職', { jocRole })}
        />
      </td>
      <td>
        <PayMark pay={pay?.honorarium} />
      </td>
      <td>
        <PayMark pay={pay?.travel} />
      </td>
      <td>
        <button
          type="button"
          className="icon-button"
          aria-label={`${person.nameJa}を消す`}
          onClick={() => void changes.act(removedJa(value, person), (course) => course.remove('staff', person.id))}
        >
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

/** Roles of a person in the order of the guide, each once. */
function rolesJa(value: Case, person: Staff): string {
  const own = (value.assignments ?? []).filter((assignment) => assignment.staffId === person.id);
  const roles = new Set(own.map((assignment) => assignment.role));
  return choicesOf(STAFF_ROLE_JA)
    .filter((choice) => roles.has(choice.value))
    .map((choice) => choice.ja)
    .join('・');
}

/** Names what goes with the person. */
function removedJa(value: Case, person: Staff): string {
  const duties = (value.assignments ?? []).filter((assignment) => assignment.staffId === person.id).length;
  return duties === 0
    ? `${person.nameJa}さんを消しました`
    : `${person.nameJa}さんを消しました（担当 ${duties}件と明細も）`;
}

/** 対象 with a tick, or the mark of what stands against it. */
function PayMark({ pay }: { readonly pay: Pay | undefined }): ReactNode {
  if (!pay || pay.isEmpty) return <span className="caption">明細なし</span>;
  const [mark] = pay.marks;
  if (mark !== undefined) return <FindingMark mark={mark} />;
  return (
    <span className="pay-good">
      <IconCheck size={14} aria-hidden="true" />
      対象
    </span>
  );
}
