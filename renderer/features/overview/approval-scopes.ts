/** For what an approval of a course can hold, and what open findings are about, in words. */
import type { Case } from '../../../shared/model/case/case.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { lineNumbers } from '../../../shared/rules/line-numbers.js';
import type { ApprovalScope } from '../../desk/approval-form.js';

/** The whole course, each line by its number, each person. */
export function approvalScopes(value: Case): [ApprovalScope, ...ApprovalScope[]] {
  const numbers = lineNumbers(value.lines ?? []);
  const people = [...(value.staff ?? []), ...(value.participants ?? [])];
  return [
    { scope: 'course', ja: '講習会全体' },
    ...[...numbers].map(([scopeId, number]) => ({ scope: 'line' as const, scopeId, ja: `明細 ${number}` })),
    ...people.map(({ id, nameJa }) => ({ scope: 'person' as const, scopeId: id, ja: nameJa })),
  ];
}

const MOST_NAMES = 6;

/** 「1-08」「佐伯 美和」, each once; the course itself is not named. */
export function placeNames(findings: readonly Finding[], value: Case): string[] {
  const numbers = lineNumbers(value.lines ?? []);
  const people = new Map([...(value.staff ?? []), ...(value.participants ?? [])].map(({ id, nameJa }) => [id, nameJa]));
  const names = findings.flatMap(({ place }) => {
    if (place.line !== undefined) return numbers.get(place.line) ?? [];
    return place.person === undefined ? [] : (people.get(place.person) ?? []);
  });
  const each = [...new Set(names)];
  return each.length > MOST_NAMES ? [...each.slice(0, MOST_NAMES), `ほか${each.length - MOST_NAMES}件`] : each;
}
