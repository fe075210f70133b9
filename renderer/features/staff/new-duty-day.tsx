import { type ReactNode, useState } from 'react';
import { clockJa, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { SESSION_FORMAT_JA } from '../../../shared/model/case/schedule.js';
import { type Staff, STAFF_ROLE_JA, type StaffRole } from '../../../shared/model/case/staff.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { type Choice, choicesOf, SelectField } from '../../ui/select-field.js';

const BY_DAY: readonly StaffRole[] = ['operations', 'examiner'];

/** 担当を加える: a session, or for 検定員 and 運営係員 a whole day. */
export function NewDutyDay({
  value,
  person,
  changes,
}: {
  readonly value: Case;
  readonly person: Staff;
  readonly changes: CourseChanges;
}): ReactNode {
  const [role, setRole] = useState<StaffRole>('lecturer');
  const [chosen, setChosen] = useState<string>();
  const places = placesOf(value, role, person);
  const place = places.find((candidate) => candidate.value === chosen)?.value;
  const add = (): void => {
    const [kind, key] = place?.split(' ') ?? [];
    if (key === undefined) return;
    void changes.act(`${person.nameJa}さんの担当を加えました`, (course) =>
      course.put('assignments', {
        id: course.freshId('assignments', 'a'),
        staffId: person.id,
        role,
        ...(kind === 'day' ? { date: key } : { sessionId: key }),
      }),
    );
  };
  return (
    <div className="staff-new-duty">
      <SelectField
        label="加える役割"
        value={role}
        choices={choicesOf(STAFF_ROLE_JA)}
        onCommit={(next) => setRole(next ?? role)}
      />
      <SelectField
        label="加える予定・日"
        value={place}
        choices={places}
        emptyJa={places.length === 0 ? '日程にありません' : '選んでください'}
        onCommit={(next) => setChosen(next)}
      />
      <Button disabled={place === undefined} onClick={add}>
        加える
      </Button>
    </div>
  );
}

/** Where the person does not have this role yet. */
export function placesOf(value: Case, role: StaffRole, person: Pick<Staff, 'id'>): Choice<string>[] {
  const own = (value.assignments ?? []).filter(({ staffId, role: held }) => staffId === person.id && held === role);
  const taken = new Set(own.flatMap(({ date, sessionId }) => [`day ${date}`, `session ${sessionId}`]));
  return allPlaces(value, role).filter((place) => !taken.has(place.value));
}

function allPlaces(value: Case, role: StaffRole): Choice<string>[] {
  const sessions = [...(value.sessions ?? [])].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start,
  );
  const days = [...new Set(sessions.map((session) => session.date))];
  return [
    ...(BY_DAY.includes(role) ? days.map((date) => ({ value: `day ${date}`, ja: `${shortDateJa(date)} 終日` })) : []),
    ...sessions
      .filter((session) => session.format !== 'lunch' && session.format !== 'break')
      .map((session) => {
        const item = value.curriculum?.find((candidate) => candidate.id === session.curriculumItemId);
        const title = item?.nameJa ?? (session.format === null ? '形態 未選択' : SESSION_FORMAT_JA[session.format]);
        return {
          value: `session ${session.id}`,
          ja: `${shortDateJa(session.date)} ${clockJa(session.start)} ${title}`,
        };
      }),
  ];
}
