/** What the form of a new course asks, and the course that it makes. */
import { z } from 'zod';
import { fiscalYear, type IsoDate, isoDate, isRealDate } from '../../../shared/dates.js';
import { courseMode, delivery, level, subject } from '../../../shared/model/case/course.js';
import { organizationKind } from '../../../shared/model/case/organization.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import { courseNameJa } from '../../desk/course-words.js';
import { freshCourseId, type Imported } from '../../db/case-import.js';
import type { Door } from '../../db/changes.js';

export const newCourseValues = z
  .object({
    contractName: z.string({ error: '契約名を入れてください' }).min(1, '契約名を入れてください'),
    kind: z.enum(organizationKind.options, { error: '種別を選んでください' }),
    prefectureCode: z.string().optional(),
    level,
    subject,
    competition: z.string().optional(),
    delivery,
    mode: courseMode,
    fiscalYear: z.int(),
    asOf: z.string().refine(isRealDate).optional(),
  })
  .refine((values) => values.subject !== 'specialty' || Boolean(values.competition), {
    path: ['competition'],
    message: '競技を入れてください',
    // Said together with what else is missing, not only after the rest is mended.
    when: () => true,
  });
export type NewCourseValues = z.infer<typeof newCourseValues>;

/** The body of an earlier course, as the first values of the next form. */
export function organizationFrom(record: CourseRecord | undefined): Partial<NewCourseValues> {
  if (!record) return {};
  const { contractName, kind, prefectureCode } = record.organization;
  return { contractName, kind, ...(prefectureCode ? { prefectureCode } : {}) };
}

/** The month and day of `today` within the year of a rulebook. */
export function dayWithin(book: { readonly fiscalYear: number }, today: IsoDate): IsoDate {
  const month = Number(today.slice(5, 7));
  const year = month >= 4 ? book.fiscalYear : book.fiscalYear + 1;
  const date = isoDate(year, month, Number(today.slice(8)));
  return isRealDate(date) ? date : isoDate(year, month, 28);
}

/** The fiscal years to choose from: those of the books, this year and the one after the last book, earliest first. */
export function yearsToChoose(books: readonly { readonly fiscalYear: number }[], today: IsoDate): number[] {
  const known = books.map((book) => book.fiscalYear);
  return [...new Set([...known, fiscalYear(today), ...known.map((year) => year + 1)])].sort((a, b) => a - b);
}

/** The year that a new course has at first: this one where there is a book for it, otherwise that of the newest book. */
export function firstYear(books: readonly { readonly fiscalYear: number }[], today: IsoDate): number | undefined {
  const now = fiscalYear(today);
  return books.some((book) => book.fiscalYear === now) ? now : books[0]?.fiscalYear;
}

/** Makes the course as one change. `asOf` only where the fiscal year is not the present one. */
export async function createCourse(
  door: Door,
  values: Omit<NewCourseValues, 'asOf'> & { readonly asOf: IsoDate | undefined; readonly ruleSet: string },
): Promise<Imported> {
  const courseId = freshCourseId();
  const record: CourseRecord = {
    stage: 'application',
    ruleSet: values.ruleSet,
    ...(values.asOf === undefined ? {} : { asOf: values.asOf }),
    isSample: false,
    organization: {
      id: 'org1',
      kind: values.kind,
      contractName: values.contractName,
      ...(values.prefectureCode === undefined ? {} : { prefectureCode: values.prefectureCode }),
    },
    course: {
      fiscalYear: values.fiscalYear,
      level: values.level,
      subject: values.subject,
      delivery: values.delivery,
      mode: values.mode,
      ...(values.subject === 'specialty' && values.competition ? { competition: { nameJa: values.competition } } : {}),
    },
  };
  const recorded = await door.record(`${courseNameJa(record.course)}を作りました`, async (draft) => {
    const order = await draft.nextCourseOrder();
    (await draft.course(courseId)).setRecord(record, order);
  });
  return recorded.ok ? { ok: true, courseId, seq: recorded.change?.seq ?? 0 } : recorded;
}
