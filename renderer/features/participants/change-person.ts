import type { Enrollment, Participant } from '../../../shared/model/case/participant.js';
import type { Recorded } from '../../db/changes.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import type { Person } from './people.js';

type Fields<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Writing fields of one person; `labelJa` names the field. */
export function changePerson(
  changes: CourseChanges,
  { participant, enrollment }: Person,
): {
  readonly participant: (labelJa: string, fields: Fields<Participant>) => Promise<Recorded>;
  readonly enrollment: (labelJa: string, fields: Fields<Enrollment>) => Promise<Recorded>;
} {
  const sentence = (labelJa: string): string => `${participant.nameJa}さんの${labelJa}を直しました`;
  return {
    participant: (labelJa, fields) =>
      changes.edit(sentence(labelJa), (course) => course.change('participants', participant.id, fields)),
    enrollment: (labelJa, fields) =>
      changes.edit(sentence(labelJa), (course) => {
        if (enrollment) course.change('enrollments', enrollment.id, fields);
      }),
  };
}
