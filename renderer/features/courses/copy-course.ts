/** 写す: a new course with the plan of an old one, moved to its own first day. */
import { addDays, daysBetween, fiscalYear, type IsoDate } from '../../../shared/dates.js';
import type { Course } from '../../../shared/model/case/course.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { freshCourseId } from '../../db/case-import.js';
import type { Door, Recorded } from '../../db/changes.js';
import type { CourseDraft } from '../../db/course-draft.js';

/** What a course is, without what happened to it. */
const PLAN_FIELDS = [
  'level',
  'subject',
  'delivery',
  'mode',
  'competition',
  'managingOrgName',
  'organizingOrgName',
  'plannedScale',
] as const satisfies readonly (keyof Course)[];

const PLAN_LISTS = ['venues', 'rooms', 'curriculum', 'staff', 'assignments'] as const;

/**
 * Copies organisation, facts, venues, rooms, subjects, people, duties, sessions and 申請 lines; people, papers,
 * transfers, approvals and everything that was sent or received stay behind. All days move by as much as the first.
 * `ruleSet` is the book of the year that the new course lies in; default: that of the source.
 */
export async function copyCourse(
  door: Door,
  sourceId: string,
  firstDay: IsoDate,
  ruleSet?: string,
): Promise<{ readonly recorded: Recorded; readonly courseId: string }> {
  const courseId = freshCourseId();
  const recorded = await door.record('講習会を写しました', async (draft) => {
    const source = await draft.course(sourceId);
    const copy = await draft.course(courseId);
    const sessions = source.list('sessions');
    const start = sessions.map((session) => session.date).sort()[0];
    const shift = start === undefined ? 0 : daysBetween(start, firstDay);
    const { record } = source;
    copy.setRecord(
      {
        stage: 'application',
        ruleSet: ruleSet ?? record.ruleSet,
        ...(record.asOf === undefined ? {} : { asOf: addDays(record.asOf, shift) }),
        isSample: record.isSample,
        organization: record.organization,
        course: { ...planOf(record.course), fiscalYear: fiscalYear(firstDay) } as Course,
      },
      await draft.nextCourseOrder(),
    );
    for (const table of PLAN_LISTS) for (const entry of source.list(table)) copy.put(table, entry);
    for (const session of sessions) copy.put('sessions', { ...session, date: addDays(session.date, shift) });
    for (const assignment of source.list('assignments')) {
      if (assignment.date) copy.put('assignments', { ...assignment, date: addDays(assignment.date, shift) });
    }
    for (const line of plannedLines(source)) copy.put('lines', planLine(line, shift));
  });
  return { recorded, courseId };
}

function planOf(course: Course): Partial<Course> {
  return Object.fromEntries(PLAN_FIELDS.flatMap((key) => (course[key] === undefined ? [] : [[key, course[key]]])));
}

/** The lines of the application; of a course that came in at the report, what it reported, as a plan. */
function plannedLines(source: CourseDraft): Line[] {
  const planned = source.list('lines', 'application');
  if (planned.length > 0) return planned;
  return source.list('lines', 'report').map((line) => {
    const { actual, ...rest } = line;
    return { ...rest, planned: actual } as Line;
  });
}

function planLine(line: Line, shift: number): Line {
  const move = (date: IsoDate): IsoDate => addDays(date, shift);
  const plain = { ...line };
  delete plain.voucherIds;
  delete plain.transferId;
  switch (plain.kind) {
    case 'transport':
      return { ...plain, legs: plain.legs.map((leg) => ({ ...leg, date: move(leg.date) })) };
    case 'lodging':
    case 'room':
      return { ...plain, date: move(plain.date) };
    case 'package':
      return { ...plain, dates: plain.dates.map(move), nights: plain.nights.map(move) };
    case 'online':
      return { ...plain, periodFrom: move(plain.periodFrom), periodTo: move(plain.periodTo) };
    case 'equipment':
      return plain.dates ? { ...plain, dates: plain.dates.map(move) } : plain;
    default:
      return plain;
  }
}
