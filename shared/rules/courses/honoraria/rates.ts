/** 謝金の単価: 1人1時間の上限 (別表1). A lower rate never buys extra hours: the limit applies to the counted minutes. */
import { hoursJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import type { NumericFigureKey } from '../../figures.js';
import { payFor } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { cut, type Verdict } from '../../engine/verdict.js';
import { payRow } from './hours-limit.js';

/** レクチャー形式の講師（専門科目）。 */
export const lectureRate = rule({
  id: 'FEE-LEC-01',
  clause: '別表1(1)',
  stage: 'prices',
  on: 'paidAssignment',
  check(paid, ask) {
    if (paid.line.role !== 'lecturer' || paid.session?.format !== 'lecture') return undefined;
    // 共通科目 has no rate for a レクチャー: FEE-LEC-05 holds the whole amount.
    if (ask.facts.course.subject !== 'specialty') return undefined;
    return overRate(paid, 'honoraria.lecture.rate', 'レクチャー形式の講師謝金', ask);
  },
});

/** 実技・実習の講師。指導実習は実技・実習と数える。 */
export const practicalRate = rule({
  id: 'FEE-PRC-01',
  clause: '別表1(1)',
  stage: 'prices',
  on: 'paidAssignment',
  check(paid, ask) {
    const format = paid.session?.format;
    if (paid.line.role !== 'lecturer' || (format !== 'practical' && format !== 'practicum')) return undefined;
    return overRate(paid, 'honoraria.practical.rate', '実技・実習の講師謝金', ask);
  },
});

/** 助手。 */
export const assistantRate = rule({
  id: 'FEE-AST-01',
  clause: '別表1(2)',
  stage: 'prices',
  on: 'paidAssignment',
  check(paid, ask) {
    // While the 講習形態 is not chosen no rate applies (FEE-FMT-01).
    if (paid.line.role !== 'assistant' || paid.session?.format === null) return undefined;
    return overRate(paid, 'honoraria.assistant.rate', '助手謝金', ask);
  },
});

/** Cuts a rate down to its limit, on the minutes that earlier stages left countable. */
export function overRate(paid: PaidAssignment, key: NumericFigureKey, whatJa: string, ask: Ask): Verdict | undefined {
  const { line } = paid;
  const limit = ask.limit(key);
  if (line.rate === undefined || line.rate <= limit) return undefined;
  const minutes = ask.quantity(line.id, paid.assignment.id);
  const leaves = payFor(paid, limit, minutes);
  return cut(leaves, `${whatJa}は1人1時間${yen(limit)}が上限です（請求の単価は${yen(line.rate)}）`, {
    limit: leaves,
    work: [
      { labelJa: '1時間の上限', amount: limit },
      { labelJa: '数える時間', textJa: hoursJa(minutes) },
      payRow(limit, minutes, leaves),
    ],
    remedyJa: `単価を${yen(limit)}以下にすると、この減額はなくなります`,
  });
}
