/** 精査と承認: what 日本スポーツ協会 asks back, and what must be there before the first day. */
import { daysBetween, type IsoDate, longDateJa } from '../../../dates.js';
import type { CourseStatus } from '../../../model/case/course.js';
import type { Facts } from '../../facts/facts.js';
import { rule } from '../../engine/rule.js';
import { confirm, note, type Verdict, warn } from '../../engine/verdict.js';
import { isCalledOff } from './called-off.js';

/** 修正依頼への対応。 */
export const openRevision = rule({
  id: 'APP-REV-01',
  clause: '基準要項 8②③',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { course, asOf } = ask.facts;
    if (isCalledOff(ask.facts)) return undefined;
    const open = (course.revisionRequests ?? []).filter(
      (request) => request.stage === 'application' && request.resubmittedOn === undefined,
    );
    if (open.length === 0) {
      return course.status === 'applicationRevision' ? requestUnknown() : undefined;
    }
    const remindDays = course.settings?.remindDays ?? ask.limit('course.revision.remindDays');
    return open.map(({ requestedOn }) => revision(requestedOn, asOf, remindDays));
  },
});

function revision(requestedOn: IsoDate, today: IsoDate, remindDays: number): Verdict {
  const days = daysBetween(requestedOn, today);
  const urged = days >= remindDays;
  const sentence = `申請書の修正依頼（${longDateJa(requestedOn)}）に、まだ再提出していません`;
  return warn(urged ? `${sentence}。依頼から${days}日たちました（目安は${remindDays}日）` : sentence, {
    confirm: urged,
    work: [
      { labelJa: '修正の依頼', textJa: longDateJa(requestedOn) },
      { labelJa: '依頼からの日数', textJa: `${days}日` },
      { labelJa: '督促の目安', textJa: `${remindDays}日` },
    ],
    remedyJa: urged
      ? 'いつ再提出できるか日本スポーツ協会に連絡し、直したら再提出日を記録します'
      : '指摘された所を直して速やかに再提出し、再提出日を記録します',
  });
}

function requestUnknown(): Verdict {
  return confirm('申請修正中となっていますが、修正依頼の日の記録がありません', {
    remedyJa: '修正依頼を受けた日を記録します。再提出が済んでいれば講習会の状況を改めます',
  });
}

/** A day that has to be on record. */
type Milestone = { readonly nameJa: string; readonly day: IsoDate | undefined };

/** 委託講習会の承認通知と委託契約。 */
export const commissionedApproval = rule({
  id: 'APP-APV-01',
  clause: '4.(3)',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    if (!facts.isCommissioned) return undefined;
    return approvalBeforeStart(facts, [
      { nameJa: '承認通知', day: facts.course.approvalNoticeOn },
      { nameJa: '委託契約', day: facts.course.contractOn },
    ]);
  },
});

/** 独自講習会の承認通知。 */
export const independentApproval = rule({
  id: 'APP-APV-02',
  clause: '4.(3)',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    if (facts.isCommissioned) return undefined;
    return approvalBeforeStart(facts, [{ nameJa: '承認通知', day: facts.course.approvalNoticeOn }]);
  },
});

/** 開講した後の状況. */
const BEGUN: readonly CourseStatus[] = ['running', 'reportPreparing'];

function approvalBeforeStart(facts: Facts, records: readonly Milestone[]): Verdict | undefined {
  if (isCalledOff(facts)) return undefined;
  const { startDate, asOf } = facts;
  const recorded = records.filter(({ day }) => day !== undefined);
  if (startDate === undefined && recorded.length === records.length) return startUnknown(records);
  const late = recorded.filter(({ day }) => startDate !== undefined && day !== undefined && day >= startDate);
  const hasBegun = startDate === undefined ? BEGUN.includes(facts.course.status ?? 'planning') : asOf >= startDate;
  const missing = hasBegun ? records.filter(({ day }) => day === undefined) : [];
  if (late.length === 0 && missing.length === 0) return undefined;
  return notReady(missing, late, records, startDate);
}

function notReady(
  missing: readonly Milestone[],
  late: readonly Milestone[],
  records: readonly Milestone[],
  startDate: IsoDate | undefined,
): Verdict {
  const startJa = startDate === undefined ? '開講' : `開始日（${longDateJa(startDate)}）`;
  const parts = [
    ...(missing.length === 0 ? [] : [`${namesJa(missing)}の記録がありません`]),
    ...(late.length === 0 ? [] : [`${namesJa(late)}が${startJa}より前ではありません`]),
  ];
  const lead = missing.length === 0 ? '' : `${startJa}を迎えましたが、`;
  return warn(`${lead}${parts.join('。')}`, {
    work: [
      ...(startDate === undefined ? [] : [{ labelJa: '講習会の開始日', textJa: longDateJa(startDate) }]),
      ...records.map(({ nameJa, day }) => ({
        labelJa: nameJa,
        textJa: day === undefined ? '記録なし' : longDateJa(day),
      })),
    ],
    remedyJa: `${namesJa(records)}の日付を確かめて記録します。届いていなければ日本スポーツ協会に問い合わせます`,
  });
}

function startUnknown(records: readonly Milestone[]): Verdict {
  return confirm(`講習会の開始日が決まっていないため、${namesJa(records)}が開始前か確かめられません`, {
    remedyJa: '日程か開始日を入れます',
  });
}

function namesJa(records: readonly Milestone[]): string {
  return records.map(({ nameJa }) => nameJa).join('と');
}

/** 実施規模の調整。 */
export const adjustedScale = rule({
  id: 'APP-SCL-01',
  clause: '基準要項 8',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    const { plannedScale, approvedScale } = facts.course;
    if (approvedScale === undefined) return undefined;
    const adjustedJa = '日本スポーツ協会が調査の結果を見て実施規模を調整しました';
    if (plannedScale === undefined) {
      return note(`${adjustedJa}（${approvedScale}名）。希望した規模の記録がありません`, {
        confirm: true,
        remedyJa: '実施希望調査で答えた人数を入れます',
      });
    }
    if (approvedScale >= plannedScale) return undefined;
    return note(
      `${adjustedJa}（希望${plannedScale}名、調整後${approvedScale}名、${plannedScale - approvedScale}名減）`,
      {
        work: [
          { labelJa: '希望した規模', textJa: `${plannedScale}名` },
          { labelJa: '調整後の規模', textJa: `${approvedScale}名` },
        ],
        remedyJa: '募集の人数と日程が調整後の規模に合っているか確かめます',
      },
    );
  },
});
