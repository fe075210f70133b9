/** Names of workbooks, without extension. */
import { LEVEL_JA } from '../model/case/course.js';
import type { PaperInput } from './paper.js';

/** `R3_委託_報告_{団体}_{コーチ}_{競技}_{開始日}`; `kinds` stand between the year and the organisation. */
export function workbookName({ facts, book }: PaperInput, kinds: readonly string[]): string {
  const { organization, course } = facts;
  const parts = [
    book.id,
    ...kinds,
    organization.nameJa ?? organization.contractName,
    LEVEL_JA[course.level],
    course.competition?.nameJa ?? '共通科目Ⅱ',
    facts.startDate?.replaceAll('-', '') ?? '日程未定',
  ];
  return parts.join('_');
}
