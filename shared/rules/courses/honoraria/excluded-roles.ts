/** 講習形態と役割: sessions without a 講習形態, and roles that have no honorarium there. */
import { STAFF_ROLE_JA, type StaffRole } from '../../../model/case/staff.js';
import { rule } from '../../engine/rule.js';
import { confirm } from '../../engine/verdict.js';
import { whenJa } from './labels.js';
import { excluded, withheld } from './nothing-left.js';

/** A session without a 講習形態: neither a rate nor the hours can be judged. */
export const formatChosen = rule({
  id: 'FEE-FMT-01',
  clause: '別表1 冒頭',
  stage: 'exclusions',
  on: 'paidAssignment',
  check(paid) {
    if (paid.session?.format !== null) return undefined;
    return confirm(
      `${whenJa(paid)}のコマの講習形態が選ばれていません。形態が決まるまで、謝金の単価と時間数を確かめられません`,
      {
        remedyJa: '日程でこのコマの講習形態（レクチャー、アクティブラーニング、実技・実習、検定試験）を選びます',
      },
    );
  },
});

/** レクチャー形式 in 共通科目Ⅱ: no such rate exists. */
export const commonSubjectLecture = rule({
  id: 'FEE-LEC-05',
  clause: '別表1(1)',
  stage: 'exclusions',
  on: 'paidAssignment',
  check(paid, ask) {
    if (paid.line.role !== 'lecturer' || paid.session?.format !== 'lecture') return undefined;
    if (ask.facts.course.subject === 'specialty') return undefined;
    return withheld(paid, ask, {
      messageJa: '共通科目Ⅱにレクチャー形式の単価はありません。講習形態と役割が改められるまで保留します',
      remedyJa: '日程の講習形態をアクティブラーニング形式に、役割を講義統括者または講義担当者に改めます',
    });
  },
});

const NOT_EXAMINERS: readonly StaffRole[] = ['lecturer', 'alLead', 'alInstructor', 'assistant'];

/** Exam minutes of anyone but a 検定員. */
export const examMinutes = rule({
  id: 'FEE-EXM-06',
  clause: '別表1(1)(2)(3)',
  stage: 'exclusions',
  on: 'paidAssignment',
  check(paid, ask) {
    if (paid.session?.format !== 'exam' || !NOT_EXAMINERS.includes(paid.line.role)) return undefined;
    return excluded(paid, ask, {
      messageJa: `検定試験の時間に謝金が出るのは検定員だけです。${STAFF_ROLE_JA[paid.line.role]}としては対象になりません`,
      remedyJa: '検定にあたった方は、検定員の明細として計上します',
    });
  },
});

/** 運営係員 have travel only. */
export const operationsHonorarium = rule({
  id: 'FEE-OPS-01',
  clause: '基準一覧 1・2',
  stage: 'exclusions',
  on: 'honorarium',
  check(line, ask) {
    if (line.role !== 'operations') return undefined;
    return excluded(line, ask, {
      messageJa: '運営係員の謝金は対象になりません。運営係員に認められるのは旅費だけです',
      remedyJa: 'この明細を取り除き、自団体の負担とします',
    });
  },
});
