/** Addresses of the screens, behind the # of the window. */
export const COURSE_TABS = [
  'overview',
  'schedule',
  'staff',
  'participants',
  'claims',
  'vouchers',
  'payments',
  'papers',
] as const;
export type CourseTab = (typeof COURSE_TABS)[number];
export const COURSE_TAB_JA = {
  overview: '概要',
  schedule: '日程',
  staff: '講師等',
  participants: '受講者',
  claims: '経費',
  vouchers: '証憑',
  payments: '支払',
  papers: '書類',
} as const satisfies Record<CourseTab, string>;

export const HOME = '/';
export const COURSES = '/courses';
export const NEW_COURSE = '/courses/new';
export const LOOKUP = '/lookup';
export const RULEBOOKS = '/rulebooks';

/** One edition of a rulebook. */
export function rulebookPath(book: { readonly id: string; readonly edition: number }): string {
  return `${RULEBOOKS}/${book.id}/${book.edition}`;
}

export function coursePath(courseId: string, tab: CourseTab): string {
  return `/courses/${courseId}/${tab}`;
}

/** A view within a tab of a course; the screen of the tab knows its views. */
export function courseViewPath(courseId: string, tab: CourseTab, view: string): string {
  return `${coursePath(courseId, tab)}/${view}`;
}

/** 所定の様式に書き込む: the screen of a form, or of the usual one of the course. */
export function formsPath(courseId: string, form?: string): string {
  return `/courses/${courseId}/forms${form === undefined ? '' : `/${form}`}`;
}
