/** One course prepared for the comparison: its facts and what its lines are called. */
import type { Line } from '../../model/case/lines/line.js';
import type { CourseStatus } from '../../model/case/course.js';
import { Facts } from '../facts/facts.js';
import { lineNumbers } from '../line-numbers.js';
import type { AcrossCase, AcrossPlace } from './finding.js';

export type Source = {
  readonly facts: Facts;
  /** 科目番号-連番 of a line. */
  readonly numberOf: (line: Line) => string;
  readonly place: (textJa: string, line?: Line) => AcrossPlace;
};

/** A course that no longer claims: 中止, or 独自 under a record of its own. */
const GONE: readonly (CourseStatus | undefined)[] = ['cancelled', 'convertedToIndependent'];

/** The courses that are held and claimed. */
export function sourcesOf(cases: readonly AcrossCase[]): Source[] {
  return cases
    .filter((one) => !GONE.includes(one.case.course.status))
    .map(({ courseId, nameJa, case: value }) => {
      const facts = new Facts(value);
      const numbers = lineNumbers(facts.lines);
      return {
        facts,
        numberOf: (line) => numbers.get(line.id) ?? '',
        place: (textJa, line) => ({
          courseId,
          courseJa: nameJa,
          textJa: line === undefined ? textJa : `${numbers.get(line.id) ?? ''} ${textJa}`,
          ...(line === undefined ? {} : { lineId: line.id }),
        }),
      };
    });
}
