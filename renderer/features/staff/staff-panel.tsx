import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { clockJa, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { ORGANIZATION_KIND_JA } from '../../../shared/model/case/organization.js';
import { SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import {
  type Assignment,
  EMPLOYMENT_KIND_JA,
  JOC_ROLE_JA,
  type Staff,
  STAFF_ROLE_JA,
  WORKPLACE_VENUE_RELATION_JA,
} from '../../../shared/model/case/staff.js';
import { grouped } from '../../../shared/money.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { TextField } from '../../ui/field.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { KmField } from './km-field.js';
import { NewDutyDay } from './new-duty-day.js';
import type { Pay, PersonPay } from './person-pay.js';

type Parts = {
  readonly value: Case;
  readonly person: Staff;
  readonly pay: PersonPay | undefined;
  readonly changes: CourseChanges;
};
type Props = Parts & {
  /** Just added: the name takes the focus, chosen whole, so that typing replaces it. */
  readonly isNew: boolean;
};

/** One person in full: facts, duties, and why 謝金 and 旅費 count or not. */
export function StaffPanel({ value, person, pay, isNew, changes }: Props): ReactNode {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    focusInPanel(() => fields.current?.querySelector('input'));
    fields.current?.querySelector('input')?.select();
  }, [isNew]);
  return (
    <>
      <h2 className="staff-head">{person.nameJa}</h2>
      <PayPart title="謝金" pay={pay?.honorarium} />
      <PayPart title="旅費" pay={pay?.travel} />
      <DutyPart value={value} person={person} changes={changes} />
      <section className="staff-part" aria-label="人">
        <h3>人</h3>
        <div ref={fields} className="form-rows">
          <PersonFields value={value} person={person} changes={changes} />
        </div>
      </section>
    </>
  );
}

function PayPart({ title, pay }: { readonly title: string; readonly pay: Pay | undefined }): ReactNode {
  if (!pay || pay.isEmpty) return null;
  return (
    <section className="staff-part" aria-label={title}>
      <h3>
        {title}
        <span className="staff-money">
          請求 {grouped(pay.claimed)}　対象 <b>{grouped(pay.eligible)}</b>
        </span>
      </h3>
      {pay.reasons.length === 0 ? <p className="second">すべて対象です。</p> : null}
      <ul>
        {pay.reasons.map((finding) => (
          <li key={`${finding.ruleId} ${finding.messageJa}`} className="staff-reason">
            {finding.needsConfirmation ? <FindingMark mark="confirm" /> : null} {finding.messageJa}
            <span className="caption">
              {' '}
              手引き {finding.sourceJa}　{finding.ruleId}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DutyPart({ value, person, changes }: Omit<Parts, 'pay'>): ReactNode {
  const own = (value.assignments ?? []).filter((assignment) => assignment.staffId === person.id);
  return (
    <section className="staff-part" aria-label="担当">
      <h3>担当</h3>
      {own.length === 0 ? <p className="second">まだありません。日程の予定でも加えられます。</p> : null}
      <ul>
        {own.map((assignment) => (
          <li key={assignment.id} className="staff-duty">
            <span>
              <span className="second">{whenJa(value, assignment)}</span> {whatJa(value, assignment)}
            </span>
            <span className="tag">{STAFF_ROLE_JA[assignment.role]}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={`${whenJa(value, assignment)} ${whatJa(value, assignment)}の担当から外す`}
              onClick={() =>
                void changes.act(`${person.nameJa}さんを${whatJa(value, assignment)}の担当から外しました`, (course) =>
                  course.remove('assignments', assignment.id),
                )
              }
            >
              <IconTrash size={16} stroke={1.6} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <NewDutyDay value={value} person={person} changes={changes} />
    </section>
  );
}

function whenJa(value: Case, assignment: Assignment): string {
  const session = value.sessions?.find((candidate) => candidate.id === assignment.sessionId);
  if (session) return `${shortDateJa(session.date)} ${clockJa(session.start)}–${clockJa(session.end)}`;
  return assignment.date === undefined ? '' : shortDateJa(assignment.date);
}

function whatJa(value: Case, assignment: Assignment): string {
  const session = value.sessions?.find((candidate) => candidate.id === assignment.sessionId);
  if (!session) return '終日';
  const item = value.curriculum?.find((candidate) => candidate.id === session.curriculumItemId);
  return item?.nameJa ?? (session.format === null ? '形態 未選択' : SESSION_FORMAT_JA[session.format]);
}

function PersonFields({ value, person, changes }: Omit<Parts, 'pay'>): ReactNode {
  const set = (labelJa: string, fields: { readonly [K in keyof Staff]?: Staff[K] | undefined }) =>
    changes.edit(`${person.nameJa}さんの${labelJa}を直しました`, (course) => course.change('staff', person.id, fields));
  const text = (
    key: 'nameKana' | 'accountHolderKana' | 'homeStation' | 'originStation' | 'employerName',
    label: string,
  ) => (
    <TextField
      label={label}
      placeholder="未入力"
      value={person[key]}
      onCommit={(next) => set(label, { [key]: next })}
    />
  );
  return (
    <>
      <TextField
        label="氏名"
        required
        value={person.nameJa}
        onCommit={(nameJa) => set('氏名', nameJa === undefined ? {} : { nameJa })}
      />
      {text('nameKana', 'フリガナ')}
      {text('accountHolderKana', '口座名義')}
      <SelectField
        label="居住地"
        value={person.homePrefectureCode}
        choices={PREFECTURE_CHOICES}
        emptyJa="未入力"
        onCommit={(homePrefectureCode) => set('居住地', { homePrefectureCode })}
      />
      {text('homeStation', '最寄駅')}
      {text('originStation', '出発駅')}
      <KmField
        label="会場までの距離"
        placeholder="未入力"
        note="駅から会場の駅まで、片道"
        value={person.stationDistance}
        onCommit={(stationDistance) => set('距離', { stationDistance })}
      />
      <SelectField
        label="距離の証憑"
        value={person.distanceEvidenceId}
        choices={(value.vouchers ?? []).map(({ id, no }) => ({ value: id, ja: no ?? id }))}
        emptyJa="なし"
        onCommit={(distanceEvidenceId) => set('距離の証憑', { distanceEvidenceId })}
      />
      <SelectField
        label="勤務先の区分"
        value={person.employment?.kind}
        choices={choicesOf(EMPLOYMENT_KIND_JA)}
        emptyJa="未入力"
        onCommit={(kind) =>
          set('勤務先の区分', { employment: kind === undefined ? undefined : { ...person.employment, kind } })
        }
      />
      {person.employment === undefined || person.employment.kind === 'none' ? null : (
        <SelectField
          label="勤務先の種別"
          value={person.employment.orgKind}
          choices={choicesOf(ORGANIZATION_KIND_JA)}
          emptyJa="未入力"
          onCommit={(orgKind) => {
            const employment = { kind: person.employment?.kind ?? 'unknown', ...(orgKind ? { orgKind } : {}) };
            return set('勤務先の種別', { employment });
          }}
        />
      )}
      {text('employerName', '勤務先')}
      <YesNoField
        label="勤務先に支払う"
        value={person.paysToEmployer}
        onCommit={(paysToEmployer) => set('支払先', { paysToEmployer })}
      />
      <SelectField
        label="JOCの役職"
        value={person.jocRole}
        choices={choicesOf(JOC_ROLE_JA)}
        emptyJa="未入力"
        onCommit={(jocRole) => set('JOCの役職', { jocRole })}
      />
      <SelectField
        label="勤務先と会場"
        value={person.workplaceVenueRelation}
        choices={choicesOf(WORKPLACE_VENUE_RELATION_JA)}
        emptyJa="未入力"
        onCommit={(workplaceVenueRelation) => set('勤務先と会場の関係', { workplaceVenueRelation })}
      />
      <SelectField
        label="受講者でもある"
        value={person.participantId}
        choices={(value.participants ?? []).map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
        emptyJa="いいえ"
        onCommit={(participantId) => set('受講者との対応', { participantId })}
      />
    </>
  );
}
