import { type ReactNode, useState } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { Session, SessionFormat } from '../../../shared/model/case/schedule.js';
import { STAFF_ROLE_JA, type StaffRole } from '../../../shared/model/case/staff.js';
import { Button } from '../../ui/button.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import type { ScheduleChanges } from './schedule-changes.js';
import { titleJa } from './timetable.js';

/** The role that most people of such a session have. */
const USUAL_ROLE: Partial<Record<SessionFormat, StaffRole>> = { activeLearning: 'alInstructor', exam: 'examiner' };

/** 担当を加える: a role and a name, of those who do not have this role here yet. */
export function NewDuty({
  value,
  session,
  changes,
}: {
  readonly value: Case;
  readonly session: Session;
  readonly changes: ScheduleChanges;
}): ReactNode {
  const usual: StaffRole = (session.format && USUAL_ROLE[session.format]) ?? 'lecturer';
  const [chosenRole, setRole] = useState<StaffRole>();
  const role = chosenRole ?? usual;
  const [chosenId, setChosenId] = useState<string>();
  const all = value.staff ?? [];
  if (all.length === 0) return <p className="caption">「講師等」で人を加えると、ここで選べます。</p>;
  const own = (value.assignments ?? []).filter((held) => held.sessionId === session.id && held.role === role);
  const people = all.filter(({ id }) => !own.some(({ staffId }) => staffId === id));
  const person = people.find((candidate) => candidate.id === chosenId);
  const add = (): void => {
    if (!person) return;
    void changes.act(`${person.nameJa}さんを${titleJa(session, value)}の担当に加えました`, (course) =>
      course.put('assignments', {
        id: course.freshId('assignments', 'a'),
        staffId: person.id,
        role,
        sessionId: session.id,
      }),
    );
  };
  return (
    <div className="new-duty">
      <SelectField
        label="加える役割"
        value={role}
        choices={choicesOf(STAFF_ROLE_JA)}
        onCommit={(next) => setRole(next)}
      />
      <SelectField
        label="加える人"
        value={person?.id}
        choices={people.map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
        emptyJa={people.length === 0 ? '全員います' : '選んでください'}
        onCommit={(next) => setChosenId(next)}
      />
      <Button disabled={!person} onClick={add}>
        加える
      </Button>
    </div>
  );
}
