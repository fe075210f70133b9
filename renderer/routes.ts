/** Addresses of the screens, behind the # of the window. */
export const COURSE_TABS = ['overview', 'schedule', 'staff', 'claims'] as const;
export type CourseTab = (typeof COURSE_TABS)[number];
export const COURSE_TAB_JA = {
  overview: '概要',
  schedule: '日程',
  staff: '講師等',
  claims: '経費',
} as const satisfies Record<CourseTab, string>;

export const HOME = '/';
export const COURSES = '/courses';
export const NEW_COURSE = '/courses/new';

export function coursePath(courseId: string, tab: CourseTab): string {
  return `/courses/${courseId}/${tab}`;
}
