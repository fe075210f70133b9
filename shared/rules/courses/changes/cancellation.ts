/** 中止: what 日本スポーツ協会 must have been told. A cancellation takes no money by itself. */
import { rule } from '../../engine/rule.js';
import { confirm, warn } from '../../engine/verdict.js';

/** 委託講習会の中止と変更届。 */
export const commissionedCancelled = rule({
  id: 'CHG-CXL-01',
  clause: '4.(4)※4',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    const { status, changeNotices } = facts.course;
    if (!facts.isCommissioned || status !== 'cancelled') return undefined;
    if ((changeNotices ?? []).some(({ kind }) => kind === 'cancellation')) return undefined;
    return confirm(
      '委託講習会の中止には変更届の提出が必要ですが、記録がありません。中止までにかかった費用の扱いは手引きに定めがありません',
      { remedyJa: '変更届を提出して提出日を記録し、費用の扱いを日本スポーツ協会に確かめます' },
    );
  },
});

/** 独自講習会の中止と連絡。 */
export const independentCancelled = rule({
  id: 'CHG-CXL-02',
  clause: '4.(4)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    const { status, jspoContacts } = facts.course;
    if (facts.isCommissioned || status !== 'cancelled' || (jspoContacts ?? []).length > 0) return undefined;
    return warn('独自講習会の中止は日本スポーツ協会へメールか電話で連絡しますが、連絡の記録がありません', {
      remedyJa: 'メールか電話で連絡し、日付・相手・手段を記録します',
    });
  },
});
