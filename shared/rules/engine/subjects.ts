/** What rules are asked about: the course, its lines by kind, the parts of lines, and people. */
import type { Case } from '../../model/case/case.js';
import type { Exemption, ExemptionApplication } from '../../model/case/exemption.js';
import type { Line, LineKind, LineOf } from '../../model/case/lines/line.js';
import type { Leg } from '../../model/case/lines/travel.js';
import type { Enrollment, Participant } from '../../model/case/participant.js';
import type { CurriculumItem, Session } from '../../model/case/schedule.js';
import type { Assignment, Staff } from '../../model/case/staff.js';
import type { Facts } from '../facts/facts.js';
import type { Place } from './verdict.js';

/** 謝金の1担当: one assignment of an honorarium line. */
export type PaidAssignment = {
  readonly line: LineOf<'honorarium'>;
  readonly assignment: Assignment;
  readonly person: Staff;
  readonly session: Session | undefined;
  readonly item: CurriculumItem | undefined;
  /** Claimed minutes of this assignment, and of those listed before it on the line. */
  readonly minutes: number;
  readonly minutesBefore: number;
};

/** 交通費の1区間. */
export type PaidLeg = {
  readonly line: LineOf<'transport'>;
  readonly leg: Leg;
  readonly index: number;
  /** Key of the part: `leg0`. */
  readonly part: string;
  readonly trip: number;
  readonly person: Staff;
};

/** 交通費の1往復. */
export type PaidTrip = {
  readonly line: LineOf<'transport'>;
  readonly trip: number;
  /** Key of the part: `trip1`. */
  readonly part: string;
  readonly legs: readonly PaidLeg[];
  readonly person: Staff;
};

export type EnrolledParticipant = { readonly enrollment: Enrollment; readonly participant: Participant };
export type HeldExemption = { readonly exemption: Exemption; readonly participant: Participant };

export type Subjects = {
  course: Case;
  /** Every line, whatever its kind. */
  line: Line;
  paidAssignment: PaidAssignment;
  leg: PaidLeg;
  trip: PaidTrip;
  enrollment: EnrolledParticipant;
  exemption: HeldExemption;
  exemptionApplication: ExemptionApplication;
} & { [K in LineKind]: LineOf<K> };
export type SubjectKind = keyof Subjects;

/** A subject with the place its verdicts are about by default, and the key of its part. */
export type Placed<K extends SubjectKind = SubjectKind> = { readonly subject: Subjects[K]; readonly place: Place };

/** All subjects of a case by kind, in the order of the file. */
export function subjectsOf(facts: Facts): { [K in SubjectKind]: readonly Placed<K>[] } {
  const kind = <K extends LineKind>(name: K): Placed<K>[] =>
    facts.linesOfKind(name).map((line) => ({ subject: line as unknown as Subjects[K], place: { line: line.id } }));
  const transports = facts.linesOfKind('transport');

  return {
    course: [{ subject: facts.case, place: {} }],
    line: facts.lines.map((line) => ({ subject: line, place: { line: line.id } })),
    paidAssignment: facts.linesOfKind('honorarium').flatMap((line) =>
      facts.paidAssignments(line).map((subject) => ({
        subject,
        place: { line: line.id, part: subject.assignment.id },
      })),
    ),
    leg: transports.flatMap((line) =>
      facts.legsOf(line).map((subject) => ({ subject, place: { line: line.id, part: subject.part } })),
    ),
    trip: transports.flatMap((line) =>
      facts.tripsOf(line).map((subject) => ({ subject, place: { line: line.id, part: subject.part } })),
    ),
    enrollment: facts.enrolled.map((subject) => ({ subject, place: { person: subject.participant.id } })),
    exemption: facts.heldExemptions.map((subject) => ({ subject, place: { person: subject.participant.id } })),
    exemptionApplication: (facts.case.exemptionApplications ?? []).map((subject) => ({
      subject,
      place: { person: subject.participantId },
    })),
    honorarium: kind('honorarium'),
    transport: kind('transport'),
    lodging: kind('lodging'),
    package: kind('package'),
    perDiem: kind('perDiem'),
    room: kind('room'),
    equipment: kind('equipment'),
    copy: kind('copy'),
    online: kind('online'),
    printing: kind('printing'),
    consumable: kind('consumable'),
    mail: kind('mail'),
    shipping: kind('shipping'),
    transferFee: kind('transferFee'),
    other: kind('other'),
  };
}
