/** 支払調書 over all courses of the desk; the sample is never mixed with real courses. */
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import { yen } from '../../../shared/money.js';
import { reportFiledAbove, withholdingFigures } from '../../../shared/payments/payment-figures.js';
import { listedPerson } from '../../../shared/payments/payment-report-list.js';
import { type PaidCourse, type PaymentReports, paymentReports } from '../../../shared/payments/payment-reports.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { type Read, useCases } from '../../db/course-case.js';
import { today } from '../../db/today.js';
import { bookOf } from '../../desk/books.js';
import { courseNameJa } from '../../desk/course-words.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useCourses } from '../../desk/use-courses.js';
import { useToast } from '../../ui/toast.js';
import { travelJa } from './assumed.js';
import { courseOf, type Kept, type Payments } from './use-payments.js';

export type FoundReports = PaymentReports & {
  readonly year: number;
  readonly years: readonly number[];
  readonly courses: number;
  /** 「5万円を超えるとき」 with its document. */
  readonly threshold: { readonly above: number; readonly ja: string; readonly sourceJa: string } | undefined;
};

const NO_ROWS: readonly CourseRow[] = [];
const UNDECIDED = { lines: [] } as const;

/** `undefined` while the courses are being read. The year is the asked one, else the latest with a payment. */
export function useReports(payments: Payments, asked: number | undefined): FoundReports | undefined {
  const rows = useCourses() ?? NO_ROWS;
  const own = rows.filter((row) => row.value.isSample === payments.isSample);
  const cases = useCases(own.map((row) => row.courseId));
  const { books } = useDesk();
  if (rows.length === 0 || cases.some((one) => one === undefined)) return undefined;
  const courses = own.flatMap((row, at) => paidCourse(row.courseId, cases[at], books, payments) ?? []);
  return foundReports(courses, payments, asked);
}

type Known = { readonly kept: Kept; readonly book: Rulebook; readonly course: PaidCourse };
/** A case stays the same object until something in it changes. */
const known = new WeakMap<Case, Known>();

function paidCourse(
  courseId: string,
  value: Read<Case>,
  books: readonly Rulebook[],
  kept: Kept,
): PaidCourse | undefined {
  const book = value ? bookOf(value, books) : undefined;
  if (!value || !book) return undefined;
  const last = known.get(value);
  if (last?.kept === kept && last.book === book) return last.course;
  // What the rules cut changes nothing of what was paid.
  const { payables, staff } = courseOf(courseId, value, book, UNDECIDED, kept);
  const course = { id: courseId, nameJa: courseNameJa(value.course), staff, payables };
  known.set(value, { kept, book, course });
  return course;
}

function foundReports(
  courses: readonly PaidCourse[],
  { book, value }: Payments,
  asked: number | undefined,
): FoundReports {
  const days = courses.flatMap(({ payables }) => payables.flatMap(({ transfer }) => transfer?.date ?? []));
  const years = [...new Set([...days, value.asOf].map(yearOf))].sort((a, b) => b - a);
  const year = asked ?? Math.max(...(days.length > 0 ? days : [value.asOf]).map(yearOf));
  return {
    ...paymentReports(courses, year, book),
    year,
    years: years.includes(year) ? years : [year, ...years],
    courses: courses.length,
    threshold: thresholdOf(year, book),
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The limit on a day of the year that the book covers. */
function thresholdOf(year: number, book: Rulebook): FoundReports['threshold'] {
  const day = [`${year}-12-31`, `${year}-01-01`].find((one) => reportFiledAbove(book, one) !== undefined);
  const above = day === undefined ? undefined : reportFiledAbove(book, day);
  if (day === undefined || above === undefined) return undefined;
  return { above, ja: `${yen(above)}を超えるとき`, sourceJa: book.read('payments.report.filedAbove', day).sourceJa };
}

/** Writes the list as a workbook and tells where it lies. */
export function useWriteReport(payments: Payments): (found: FoundReports) => Promise<void> {
  const { host } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  return async ({ reports, year, threshold }) => {
    const figures = withholdingFigures(payments.book, payments.value.asOf, payments.travelChoices);
    const answer = await host.call('write-payment-report', {
      list: {
        year,
        organizationJa: payments.value.organization.contractName,
        madeOn: today(),
        ...(threshold ? { threshold: { above: threshold.above, sourceJa: threshold.sourceJa } } : {}),
        assumedJa: figures ? [`${travelJa(figures)}。`] : [],
        people: reports.map(listedPerson),
      },
    });
    if (!answer.ok) {
      refuse({
        title: answer.error.messageJa,
        safeJa: 'ファイルは書き出していません。入力した内容は保存されています。',
        code: answer.error.code,
      });
      return;
    }
    const [file] = answer.value.files;
    if (!file) return;
    toast({
      ja: `${file.name} を書き出しました（個人情報。取扱注意）`,
      action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: file.id }) },
    });
  };
}
