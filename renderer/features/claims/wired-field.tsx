import type { ReactNode } from 'react';
import { clockJa, hoursJa, shortDateJa } from '../../../shared/dates.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { type Assignment, EXAMINER_TASK_JA } from '../../../shared/model/case/staff.js';
import { TRANSFER_METHOD_JA } from '../../../shared/model/case/transfer.js';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import { grouped } from '../../../shared/money.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import type { Recorded } from '../../db/changes.js';
import { CheckField, type Choice, SelectField } from '../../ui/select-field.js';
import { CONTENTS_JA, NECESSITY_FIELDS, type WiredField } from './line-fields.js';
import { LegsField } from './legs-field.js';
import { DatesField, QuotesField, UsersField } from './list-fields.js';
import type { Claims } from './use-claims.js';
import { ValueFieldView } from './value-field.js';

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  readonly field: WiredField;
  readonly onWrite: (value: unknown) => Promise<Recorded>;
};

/** A field that chooses among entries of the course, or is a small list of its own. */
export function WiredFieldView({ claims, line, field, onWrite }: Props): ReactNode {
  const { facts } = claims;
  const values: Readonly<Record<string, unknown>> = line;
  const value = values[field.key];
  switch (field.type) {
    case 'staff':
      return <EntryField field={field} value={value} choices={people(facts)} onWrite={onWrite} />;
    case 'room':
      return <EntryField field={field} value={value} choices={rooms(facts)} onWrite={onWrite} />;
    case 'venue':
      return <EntryField field={field} value={value} choices={venues(facts)} emptyJa="未入力" onWrite={onWrite} />;
    case 'transfer':
      return <EntryField field={field} value={value} choices={transfers(facts)} emptyJa="未入力" onWrite={onWrite} />;
    case 'payee':
      return <EntryField field={field} value={value} choices={payees(facts, value)} onWrite={onWrite} />;
    case 'assignments':
      return line.kind === 'honorarium' ? <Assignments claims={claims} line={line} onWrite={onWrite} /> : null;
    case 'legs':
      return line.kind === 'transport' ? <LegsField claims={claims} line={line} onWrite={onWrite} /> : null;
    case 'dates':
      return <DatesField field={field} value={value} year={facts.course.fiscalYear} onWrite={onWrite} />;
    case 'slots':
      return line.kind === 'room' ? <Slots facts={facts} line={line} onWrite={onWrite} /> : null;
    case 'quotes':
      return line.kind === 'printing' ? <QuotesField line={line} onWrite={onWrite} /> : null;
    case 'users':
      return line.kind === 'consumable' ? <UsersField line={line} onWrite={onWrite} /> : null;
    case 'contents':
      return line.kind === 'package' ? <Contents line={line} onWrite={onWrite} /> : null;
    case 'necessity':
      return 'necessity' in line || line.kind === 'lodging' || line.kind === 'package' ? (
        <Necessity claims={claims} line={line as NecessityLine} onWrite={onWrite} />
      ) : null;
    case 'vouchers':
      return <OwnVouchers claims={claims} line={line} onWrite={onWrite} />;
  }
}

function EntryField({
  field,
  value,
  choices,
  emptyJa,
  onWrite,
}: {
  readonly field: WiredField;
  readonly value: unknown;
  readonly choices: readonly Choice<string>[];
  readonly emptyJa?: string;
  readonly onWrite: Props['onWrite'];
}): ReactNode {
  return (
    <SelectField
      label={field.labelJa}
      value={typeof value === 'string' ? value : undefined}
      choices={choices}
      {...(emptyJa === undefined ? {} : { emptyJa })}
      onCommit={onWrite}
    />
  );
}

function people(facts: Facts): Choice<string>[] {
  return facts.staff.map((person) => ({ value: person.id, ja: person.nameJa }));
}

function venues(facts: Facts): Choice<string>[] {
  return facts.venues.map((venue) => ({ value: venue.id, ja: venue.nameJa }));
}

function rooms(facts: Facts): Choice<string>[] {
  return facts.rooms.map((room) => ({
    value: room.id,
    ja: [facts.venue(room.venueId)?.nameJa, room.nameJa].filter((name) => name !== undefined).join(' '),
  }));
}

function transfers(facts: Facts): Choice<string>[] {
  return facts.transfers.map((transfer) => ({
    value: transfer.id,
    ja: [
      TRANSFER_METHOD_JA[transfer.method],
      transfer.payeeName ?? transfer.accountHolder,
      transfer.date && shortDateJa(transfer.date),
      `${grouped(transfer.amount)}円`,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  }));
}

function payees(facts: Facts, value: unknown): Choice<string>[] {
  const known = [...people(facts), ...venues(facts)];
  return typeof value !== 'string' || known.some((choice) => choice.value === value)
    ? known
    : [{ value, ja: value }, ...known];
}

type HonorariumLine = Extract<Line, { kind: 'honorarium' }>;

/** 担当: what the person does in this role; ticked is what the line claims. */
function Assignments({
  claims: { facts },
  line,
  onWrite,
}: {
  readonly claims: Claims;
  readonly line: HonorariumLine;
  readonly onWrite: Props['onWrite'];
}): ReactNode {
  const person = facts.staffIdOf(line)?.[0];
  const own = person === undefined ? [] : facts.assignmentsOf(person).filter((one) => one.role === line.role);
  return (
    <div className="panel-group" role="group" aria-label="担当">
      <span className="field-label">担当</span>
      {own.map((assignment) => (
        <CheckField
          key={assignment.id}
          label={assignmentJa(assignment, facts)}
          checked={line.assignmentIds.includes(assignment.id)}
          onCommit={(isOn) =>
            onWrite(
              isOn ? [...line.assignmentIds, assignment.id] : line.assignmentIds.filter((id) => id !== assignment.id),
            )
          }
        />
      ))}
    </div>
  );
}

function assignmentJa(assignment: Assignment, facts: Facts): string {
  const session = facts.session(assignment.sessionId);
  const day = facts.dateOf(assignment);
  const minutes = facts.minutesOf(assignment);
  const format = session?.format ? SESSION_FORMAT_JA[session.format] : undefined;
  const task = assignment.role === 'examiner' ? EXAMINER_TASK_JA[assignment.task ?? 'exam'] : undefined;
  return [
    day && shortDateJa(day),
    session && clockJa(session.start),
    facts.item(session?.curriculumItemId)?.nameJa ?? format ?? task,
    minutes > 0 ? hoursJa(minutes) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function Slots({
  facts,
  line,
  onWrite,
}: {
  readonly facts: Facts;
  readonly line: Extract<Line, { kind: 'room' }>;
  readonly onWrite: Props['onWrite'];
}): ReactNode {
  const slots = facts.room(line.roomId)?.slots ?? [];
  if (slots.length === 0) return null;
  const chosen = line.slotNames ?? [];
  return (
    <div className="panel-group" role="group" aria-label="区分">
      <span className="field-label">区分</span>
      {slots.map((slot) => (
        <CheckField
          key={slot.name}
          label={`${slot.name} ${clockJa(slot.start)}–${clockJa(slot.end)} ${grouped(slot.price)}円`}
          checked={chosen.includes(slot.name)}
          onCommit={(isOn) =>
            onWrite(slots.map((one) => one.name).filter((name) => (name === slot.name ? isOn : chosen.includes(name))))
          }
        />
      ))}
    </div>
  );
}

function Contents({
  line,
  onWrite,
}: {
  readonly line: Extract<Line, { kind: 'package' }>;
  readonly onWrite: Props['onWrite'];
}): ReactNode {
  const contents = line.contents ?? {};
  return (
    <div className="panel-group panel-checks" role="group" aria-label="内容の明示">
      <span className="field-label">明示されている内容</span>
      {(Object.entries(CONTENTS_JA) as [keyof typeof CONTENTS_JA, string][]).map(([key, ja]) => (
        <CheckField
          key={key}
          label={ja}
          checked={contents[key] === true}
          onCommit={(isOn) => onWrite({ ...contents, [key]: isOn })}
        />
      ))}
    </div>
  );
}

type NecessityLine = Extract<Line, { kind: 'lodging' | 'package' }>;

function Necessity({
  claims,
  line,
  onWrite,
}: {
  readonly claims: Claims;
  readonly line: NecessityLine;
  readonly onWrite: Props['onWrite'];
}): ReactNode {
  const necessity: Readonly<Record<string, unknown>> = line.necessity ?? {};
  return (
    <div className="panel-group" role="group" aria-label="宿泊の必要">
      <span className="field-label">宿泊の必要</span>
      <div className="panel-fields">
        {NECESSITY_FIELDS.map((field) => (
          <div key={field.key} className={field.key === 'reason' ? 'panel-field-wide' : 'panel-field'}>
            <ValueFieldView
              field={field}
              value={necessity[field.key]}
              year={claims.facts.course.fiscalYear}
              onWrite={(next) => onWrite({ ...necessity, [field.key]: next })}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

function OwnVouchers({
  claims: { facts, lockJa },
  line,
  onWrite,
}: {
  readonly claims: Claims;
  readonly line: Line;
  readonly onWrite: Props['onWrite'];
}): ReactNode {
  const ids = line.voucherIds ?? [];
  return (
    <div className="panel-group" role="group" aria-label="証憑">
      <span className="field-label">この明細の証憑</span>
      {ids.length === 0 && <span className="caption">ありません</span>}
      {ids.map((id) => {
        const voucher = facts.voucher(id);
        if (!voucher) return null;
        const name = `${voucher.no ?? '番号なし'} ${VOUCHER_KINDS[voucher.kind].ja}`;
        return (
          <span key={id} className="panel-row">
            <span>{name}</span>
            {lockJa === undefined && (
              <button
                type="button"
                className="link"
                aria-label={`${name}をはずす`}
                onClick={() => void onWrite(ids.filter((other) => other !== id))}
              >
                はずす
              </button>
            )}
          </span>
        );
      })}
    </div>
  );
}
