/** 記入: what the papers print and the case does not hold yet. Nothing that a rule speaks of stands here. */
import type { Facts } from '../../rules/facts/facts.js';
import type { Open, OpenPlace } from './open-point.js';

export type Blank = {
  readonly ja: string;
  readonly isThere: (facts: Facts) => boolean;
  /** The sheet that stays blank; the form itself where none is named. */
  readonly sheetJa?: string;
  readonly at: OpenPlace;
};

export function blankPoints(blanks: readonly Blank[], facts: Facts, formJa: string): Open[] {
  return blanks
    .filter(({ isThere }) => !isThere(facts))
    .map(({ ja, sheetJa, at }) => ({
      kindJa: '記入',
      weight: 'warning',
      ja: `${ja}が入力されていません`,
      ruleId: '',
      placeJa: sheetJa ?? formJa,
      isDone: false,
      at,
    }));
}

function hasText(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}

const overview = (section: string): OpenPlace => ({ screen: 'overview', section });
const HEADS = '各シートの見出し';

/** Whose paper it is, and who may be asked about it. */
export const ORGANIZATION: readonly Blank[] = [
  {
    ja: '団体代表者の職氏名',
    isThere: ({ organization }) => hasText(organization.representative),
    at: overview('代表者'),
  },
  {
    ja: '担当者',
    isThere: ({ organization }) => hasText(organization.contactName),
    sheetJa: HEADS,
    at: overview('担当者'),
  },
  { ja: '電話番号', isThere: ({ organization }) => hasText(organization.tel), sheetJa: HEADS, at: overview('電話') },
  { ja: '団体の所在地', isThere: ({ organization }) => hasText(organization.address), at: overview('住所') },
];

export const APPLIED: readonly Blank[] = [
  {
    ja: '提出日',
    isThere: ({ course }) => course.applicationSentOn !== undefined,
    at: overview('申請書を発送'),
  },
  {
    ja: '募集期間',
    isThere: ({ course }) => course.recruitStart !== undefined && course.recruitEnd !== undefined,
    at: overview('募集の開始'),
  },
];

export const REPORTED: readonly Blank[] = [
  { ja: '報告日', isThere: ({ course }) => course.reportSentOn !== undefined, at: overview('報告書を発送') },
];

/** 実績 that no rule asks for where nothing of it is recorded. */
export const HELD: readonly Blank[] = [
  {
    ja: '検定試験の日時',
    isThere: (facts) =>
      facts.course.subject !== 'specialty' || facts.sessions.some((session) => session.format === 'exam'),
    sheetJa: '日程表',
    at: { screen: 'schedule' },
  },
  {
    ja: '受講者の出欠',
    isThere: (facts) => facts.enrolled.some(({ enrollment }) => (enrollment.attendance ?? []).length > 0),
    sheetJa: '受講者名簿',
    at: { screen: 'participants' },
  },
];

export const CONTRACT: readonly Blank[] = [
  { ja: '承認通知の日', isThere: ({ course }) => course.approvalNoticeOn !== undefined, at: overview('承認通知') },
  { ja: '契約日', isThere: ({ course }) => course.contractOn !== undefined, at: overview('契約日') },
  { ja: '契約額', isThere: ({ course }) => course.contractAmount !== undefined, at: overview('契約額') },
];

/** The parts that every course consists of. */
export const PARTS: readonly Blank[] = [
  { ja: '会場', isThere: ({ venues }) => venues.length > 0, at: { screen: 'schedule', section: '会場' } },
  { ja: '日程', isThere: ({ sessions }) => sessions.length > 0, sheetJa: '日程表', at: { screen: 'schedule' } },
  {
    ja: '実施要領の科目',
    isThere: ({ curriculum }) => curriculum.length > 0,
    sheetJa: '科目別時間数',
    at: { screen: 'schedule' },
  },
  { ja: '講師等', isThere: ({ staff }) => staff.length > 0, sheetJa: '講師等名簿', at: { screen: 'staff' } },
  {
    ja: '受講者',
    isThere: ({ enrolled }) => enrolled.length > 0,
    sheetJa: '受講者名簿',
    at: { screen: 'participants' },
  },
];
