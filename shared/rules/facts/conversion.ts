/** 委託講習会から独自講習会への変更: what is recorded of it. */
import type { Course } from '../../model/case/course.js';

/** A conversion was decided, or the course already counts as converted. */
export function isConverting({ conversion, status }: Course): boolean {
  return conversion !== undefined || status === 'convertedToIndependent';
}

export function hasConversionNotice({ changeNotices }: Course): boolean {
  return (changeNotices ?? []).some((notice) => notice.kind === 'conversion');
}

/** 変更届 and the new 独自 application, both recorded: from then on nothing is paid as 委託. */
export function isConverted(course: Course): boolean {
  return hasConversionNotice(course) && course.conversion?.newApplicationSubmittedOn !== undefined;
}
