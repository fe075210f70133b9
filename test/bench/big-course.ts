/** A course of any size, grown from the sample: its lines repeated with new ids for new people. */
import type { Case } from '../../shared/model/case/case.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import { sampleCase } from '../support/sample.js';

/** The sample with `count` lines. Each copy has its own staff and assignments, so that no two persons collide. */
export function courseOf(count: number): Case {
  const sample = sampleCase();
  const lines = sample.lines ?? [];
  const copies = Math.ceil(count / lines.length);
  const all = Array.from({ length: copies }, (_, copy) => copyOf(sample, copy));
  return {
    ...sample,
    staff: all.flatMap((one) => one.staff ?? []),
    assignments: all.flatMap((one) => one.assignments ?? []),
    transfers: all.flatMap((one) => one.transfers ?? []),
    lines: all.flatMap((one) => one.lines ?? []).slice(0, count),
  };
}

function copyOf(sample: Case, copy: number): Pick<Case, 'staff' | 'assignments' | 'transfers' | 'lines'> {
  if (copy === 0) return sample;
  const own = (id: string): string => `${id}_${copy}`;
  return {
    staff: (sample.staff ?? []).map((person) => ({ ...person, id: own(person.id), nameJa: `${person.nameJa}${copy}` })),
    assignments: (sample.assignments ?? []).map((entry) => ({
      ...entry,
      id: own(entry.id),
      staffId: own(entry.staffId),
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
  return 'staffId' in copy ? { ...copy, staffId: own(copy.staffId) } : copy;
}
