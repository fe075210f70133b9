/** The plain list of all screens. */
import { ClaimsTab } from '../features/claims/claims-tab.js';
import { CourseList } from '../features/courses/course-list.js';
import { NewCourse } from '../features/courses/new-course.js';
import { Home } from '../features/home/home.js';
import { LookupScreen } from '../features/lookup/lookup-screen.js';
import { Overview } from '../features/overview/overview.js';
import { PapersTab } from '../features/papers/papers-tab.js';
import { PaymentsTab } from '../features/payments/payments-tab.js';
import { Rulebooks } from '../features/rulebooks/rulebooks.js';
import { Participants } from '../features/participants/participants.js';
import { Schedule } from '../features/schedule/schedule.js';
import { StaffTable } from '../features/staff/staff-table.js';
import { FormsScreen } from '../features/templates/forms-screen.js';
import { VouchersTab } from '../features/vouchers/vouchers-tab.js';

export const SCREENS = {
  home: Home,
  courses: CourseList,
  newCourse: NewCourse,
  lookup: LookupScreen,
  rulebooks: Rulebooks,
  overview: Overview,
  schedule: Schedule,
  staff: StaffTable,
  participants: Participants,
  claims: ClaimsTab,
  vouchers: VouchersTab,
  payments: PaymentsTab,
  papers: PapersTab,
  forms: FormsScreen,
} as const;
