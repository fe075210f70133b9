/** アクティブラーニング形式の単価. */
import { yen } from '../../../money.js';
import { payFor } from '../../facts/facts.js';
import { rule } from '../../engine/rule.js';
import { cut } from '../../engine/verdict.js';
import { isActiveLearning, seatOf } from './active-learning.js';
import { payRow } from './hours-limit.js';
import { overRate } from './rates.js';

/** 講義統括者, and the one 講義担当者 who teaches alone. */
export const leadRate = rule({
  id: 'FEE-ACT-01',
  clause: '別表1(1)',
  stage: 'prices',
  on: 'paidAssignment',
  check(paid, ask) {
    if (!isActiveLearning(paid) || paid.line.role === 'lecturer' || seatOf(paid, ask) === 'instructor') {
      return undefined;
    }
    return overRate(paid, 'honoraria.activeLearning.leadRate', '講義統括者の謝金', ask);
  },
});

/** 講義担当者. */
export const instructorRate = rule({
  id: 'FEE-ACT-02',
  clause: '別表1(1)',
  stage: 'prices',
  on: 'paidAssignment',
  check(paid, ask) {
    if (!isActiveLearning(paid) || paid.line.role !== 'alInstructor' || seatOf(paid, ask) !== 'instructor') {
      return undefined;
    }
    return overRate(paid, 'honoraria.activeLearning.instructorRate', '講義担当者の謝金', ask);
  },
});

/** A 講師 in an アクティブラーニング session is paid as 講義統括者 or 講義担当者. */
export const lecturerInActiveLearning = rule({
  id: 'FEE-ACT-09',
  clause: '別表1(1)',
  stage: 'prices',
  on: 'paidAssignment',
  check(paid, ask) {
    const { rate, role } = paid.line;
    if (!isActiveLearning(paid) || role !== 'lecturer' || rate === undefined) return undefined;
    const isLead = seatOf(paid, ask) === 'lead';
    const seatJa = isLead ? '講義統括者' : '講義担当者';
    const limit = ask.limit(isLead ? 'honoraria.activeLearning.leadRate' : 'honoraria.activeLearning.instructorRate');
    const allowed = Math.min(rate, limit);
    const minutes = ask.quantity(paid.line.id, paid.assignment.id);
    const leaves = payFor(paid, allowed, minutes);
    return cut(
      leaves,
      `アクティブラーニング形式に講師の単価はありません。${seatJa}として1人1時間${yen(limit)}までが対象です（請求の単価は${yen(rate)}）`,
      {
        limit: leaves,
        work: [{ labelJa: `${seatJa}の1時間の上限`, amount: limit }, payRow(allowed, minutes, leaves)],
        remedyJa: `役割を${seatJa}に改め、単価を${yen(limit)}以下にします`,
      },
    );
  },
});
