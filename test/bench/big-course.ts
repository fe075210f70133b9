/** A course of any size, grown from the sample: parallel groups with people, rooms, sessions and lines of their own. */
import type { Case } from '../../shared/model/case/case.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import { sampleCase } from '../support/sample.js';

type Grown = Pick<Case, 'rooms' | 'curriculum' | 'sessions' | 'staff' | 'assignments' | 'transfers' | 'lines'>;

/** The sample with `count` lines. */
export function courseOf(count: number): Case {
  const sample = sampleCase();
  const groups = Math.ceil(count / (sample.lines ?? []).length);
  const all = Array.from({ length: groups }, (_, group) => (group === 0 ? sample : copyOf(sample, group)));
  return {
    ...sample,
    rooms: all.flatMap((one) => one.rooms ?? []),
    curriculum: all.flatMap((one) => one.curriculum ?? []),
    sessions: all.flatMap((one) => one.sessions ?? []),
    staff: all.flatMap((one) => one.staff ?? []),
    assignments: all.flatMap((one) => one.assignments ?? []),
    transfers: all.flatMap((one) => one.transfers ?? []),
    lines: all.flatMap((one) => one.lines ?? []).slice(0, count),
  };
}

function copyOf(sample: Case, group: number): Grown {
  const own = (id: string): string => `${id}_${group}`;
  const ownOptional = <K extends string>(entry: { readonly [key in K]?: string | undefined }, key: K) => {
    const id = entry[key];
    return id === undefined ? {} : ({ [key]: own(id) } as Record<K, string>);
  };
  return {
    rooms: (sample.rooms ?? []).map((room) => ({ ...room, id: own(room.id) })),
    curriculum: (sample.curriculum ?? []).map((item) => ({ ...item, id: own(item.id) })),
    sessions: (sample.sessions ?? []).map((session) => ({
      ...session,
      id: own(session.id),
      ...ownOptional(session, 'curriculumItemId'),
      ...ownOptional(session, 'roomId'),
    })),
    // Names stay: an account in the person's own name must be one in every group. People differ by their id.
    staff: (sample.staff ?? []).map((person) => ({ ...person, id: own(person.id) })),
    assignments: (sample.assignments ?? []).map((entry) => ({
      ...entry,
      id: own(entry.id),
      staffId: own(entry.staffId),
      ...ownOptional(entry, 'sessionId'),
    })),
    transfers: (sample.transfers ?? []).map((entry) => ({ ...entry, id: own(entry.id) })),
    lines: (sample.lines ?? []).map((line) => lineCopy(line, own)),
  };
}

function lineCopy(line: Line, own: (id: string) => string): Line {
  const copy = {
    ...line,
    id: own(line.id),
    ...(line.transferId === undefined ? {} : { transferId: own(line.transferId) }),
  };
  if (copy.kind === 'honorarium') return { ...copy, assignmentIds: copy.assignmentIds.map(own) };
  if (copy.kind === 'room') return { ...copy, roomId: own(copy.roomId) };
  return 'staffId' in copy ? { ...copy, staffId: own(copy.staffId) } : copy;
}
