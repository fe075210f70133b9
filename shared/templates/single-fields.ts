/** Fields that stand once on a paper: the organisation, the course, people counted, sums, the settlement. */
import { fiscalYearJa } from '../dates.js';
import { courseNameJa, type Paper, periodJa } from '../forms/paper.js';
import { ACCOUNT_JA, CLAIM_ACCOUNTS, type ClaimAccount } from '../model/case/account.js';
import { CASE_STAGE_JA, COURSE_MODE_JA, DELIVERY_JA, LEVEL_JA, SUBJECT_JA } from '../model/case/course.js';
import { STAFF_ROLE_JA, type StaffRole } from '../model/case/staff.js';
import { JUDGEMENT_JA, type Judgement } from '../model/case/participant.js';
import { PREFECTURES_JA } from '../model/prefectures.js';
import { sum } from '../money.js';
import type { Field, Fields } from './field.js';

const ORGANIZATION: Fields<Paper> = {
  'organization.contractName': ['実施団体名（契約の名義）', 'text', ({ facts }) => facts.organization.contractName],
  'organization.nameJa': [
    '実施団体名',
    'text',
    ({ facts }) => facts.organization.nameJa ?? facts.organization.contractName,
  ],
  'organization.representative': ['代表者', 'text', ({ facts }) => facts.organization.representative],
  'organization.contactName': ['担当者', 'text', ({ facts }) => facts.organization.contactName],
  'organization.tel': ['電話', 'text', ({ facts }) => facts.organization.tel],
  'organization.email': ['メール', 'text', ({ facts }) => facts.organization.email],
  'organization.address': ['所在地', 'text', ({ facts }) => facts.organization.address],
};

const COURSE: Fields<Paper> = {
  'course.nameJa': ['講習会名', 'text', ({ facts }) => courseNameJa(facts)],
  'course.competition': ['競技', 'text', ({ facts }) => facts.course.competition?.nameJa],
  'course.level': ['級', 'choice', ({ facts }) => LEVEL_JA[facts.course.level]],
  'course.subject': ['科目', 'choice', ({ facts }) => SUBJECT_JA[facts.course.subject]],
  'course.delivery': ['委託・独自', 'choice', ({ facts }) => DELIVERY_JA[facts.course.delivery]],
  'course.mode': ['実施方法', 'choice', ({ facts }) => COURSE_MODE_JA[facts.course.mode]],
  'course.fiscalYear': ['年度（西暦）', 'count', ({ facts }) => facts.course.fiscalYear],
  'course.fiscalYearJa': ['年度（和暦）', 'text', ({ facts }) => fiscalYearJa(facts.course.fiscalYear)],
  'course.managingOrganization': ['主管団体', 'text', ({ facts }) => facts.course.managingOrgName],
  'course.period': ['期間', 'text', ({ facts }) => periodJa(facts)],
  'course.startDate': ['開始日', 'day', ({ facts }) => facts.startDate],
  'course.endDate': ['終了日', 'day', ({ facts }) => facts.endDate],
  'course.days': ['日数', 'count', ({ facts }) => facts.courseDates.length || undefined],
  'course.recruitStart': ['募集開始日', 'day', ({ facts }) => facts.course.recruitStart],
  'course.recruitEnd': ['募集終了日', 'day', ({ facts }) => facts.course.recruitEnd],
  'course.contractOn': ['契約日', 'day', ({ facts }) => facts.course.contractOn],
  'paper.stage': ['申請・報告', 'choice', ({ facts }) => CASE_STAGE_JA[facts.stage]],
  'paper.madeOn': ['作成日', 'day', ({ facts }) => facts.asOf],
  'paper.submittedOn': [
    '提出日',
    'day',
    ({ facts }) => (facts.isReport ? facts.course.reportSentOn : facts.submittedOn),
  ],
  'venue.nameJa': ['会場名', 'text', ({ facts }) => facts.mainVenue?.nameJa],
  'venue.prefecture': ['会場の都道府県', 'text', ({ facts }) => PREFECTURES_JA[facts.mainVenue?.prefectureCode ?? '']],
  'venue.station': ['会場最寄駅', 'text', ({ facts }) => facts.mainVenue?.nearestStation],
  'venue.isPublic': ['公共施設', 'choice', ({ facts }) => yesNo(facts.mainVenue?.isPublicFacility)],
};

/** What somebody writes in their own words. */
const TEXTS: Fields<Paper> = {
  'text.applicationRemarks': ['特記事項（申請）', 'text', ({ words }) => words?.applicationRemarks],
  'text.reportRemarks': ['所感・課題（報告）', 'text', ({ words }) => words?.reportRemarks],
};

const COUNTS: Fields<Paper> = {
  'participants.count': ['受講者数', 'count', ({ decision }) => decision.headcount.participants],
  'participants.atApplication': ['申請時の受講者数', 'count', ({ decision }) => decision.headcount.application],
  'participants.atReport': ['報告時の受講者数', 'count', ({ decision }) => decision.headcount.report],
  'participants.new': ['受講者数（新規）', 'count', (paper) => enrolledSince(paper, true)],
  'participants.earlier': ['受講者数（過年度）', 'count', (paper) => enrolledSince(paper, false)],
  ...Object.fromEntries(
    (Object.keys(JUDGEMENT_JA) as Judgement[]).map((judgement): [string, Field<Paper>] => [
      `judgement.${judgement}`,
      [`${JUDGEMENT_JA[judgement]}の人数`, 'count', (paper) => judged(paper, judgement)],
    ]),
  ),
  ...Object.fromEntries(
    (Object.keys(STAFF_ROLE_JA) as StaffRole[]).map((role): [string, Field<Paper>] => [
      `staff.${role}`,
      [`${STAFF_ROLE_JA[role]}の人数`, 'count', (paper) => inRole(paper, role)],
    ]),
  ),
};

const MONEY_JA = {
  planned: '予算額',
  claimed: '請求額',
  eligible: '対象額',
  provisional: '保留',
  cut: '対象外額',
} as const;
type Money = keyof typeof MONEY_JA;

const SUMS: Fields<Paper> = {
  'totals.planned': ['予算額 合計', 'yen', ({ facts }) => sum(facts.lines.map((line) => line.planned ?? 0))],
  'totals.claimed': ['請求額 合計', 'yen', ({ decision }) => decision.totals.claimed],
  'totals.eligible': ['対象額 合計', 'yen', ({ decision }) => decision.totals.eligible],
  'totals.provisional': ['保留 合計', 'yen', ({ decision }) => decision.totals.provisional],
  'totals.cut': ['対象外額 合計', 'yen', ({ decision }) => decision.totals.cut],
  ...Object.fromEntries(
    CLAIM_ACCOUNTS.flatMap((account) =>
      (Object.keys(MONEY_JA) as Money[]).map((money): [string, Field<Paper>] => [
        `${account}.${money}`,
        [`${ACCOUNT_JA[account]} ${MONEY_JA[money]}`, 'yen', (paper) => ofAccount(paper, account, money)],
      ]),
    ),
  ),
};

const SETTLEMENT: Fields<Paper> = {
  'settlement.contractAmount': ['契約額', 'yen', ({ decision }) => decision.settlement.contractAmount],
  'settlement.advance': ['概算払', 'yen', ({ decision }) => decision.settlement.advance],
  'settlement.finalAmount': ['確定額', 'yen', ({ decision }) => decision.settlement.finalAmount],
  'settlement.balance': ['残額', 'yen', ({ decision }) => decision.settlement.balance],
  'settlement.refund': ['返納額', 'yen', ({ decision }) => decision.settlement.refund],
  'settlement.implementationGrant': ['実施費', 'yen', ({ decision }) => decision.settlement.implementationGrant],
};

/** All fields for single cells, by their keys. */
export const SINGLE_FIELDS: Fields<Paper> = { ...ORGANIZATION, ...COURSE, ...TEXTS, ...COUNTS, ...SUMS, ...SETTLEMENT };

/** はい, いいえ, or nothing where it is not known. */
export function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'はい' : 'いいえ';
}

/** Counted only where there is a list; without one the number is unknown, not none. */
function enrolledSince({ facts }: Paper, isNew: boolean): number | undefined {
  if (facts.enrolled.length === 0) return undefined;
  const { fiscalYear } = facts.course;
  return facts.enrolled.filter(({ enrollment }) => enrollment.startFiscalYear >= fiscalYear === isNew).length;
}

function judged({ facts }: Paper, judgement: Judgement): number | undefined {
  if (facts.enrolled.length === 0) return undefined;
  return facts.enrolled.filter(({ enrollment }) => (enrollment.judgement ?? 'pending') === judgement).length;
}

function inRole({ facts }: Paper, role: StaffRole): number {
  return new Set(facts.assignments.filter((own) => own.role === role).map((own) => own.staffId)).size;
}

function ofAccount({ facts, decision }: Paper, account: ClaimAccount, money: Money): number | undefined {
  if (money === 'planned') {
    return sum(facts.lines.filter((line) => line.account === account).map((line) => line.planned ?? 0));
  }
  return decision.accounts.find((own) => own.account === account)?.[money];
}
