import type { EnrolledParticipant } from '../../engine/subjects.js';
import type { EnrollmentStatus } from '../../../model/case/participant.js';

const GONE: readonly EnrollmentStatus[] = ['rejected', 'withdrawn', 'expired'];

/** True while the enrolment stands: who was refused or has left is not asked about any more. */
export function stands({ enrollment }: EnrolledParticipant): boolean {
  return !GONE.includes(enrollment.status);
}
