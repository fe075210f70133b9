/** Where a rule without a line or a person points: the sheet that shows it, and the screen on which it is mended. */
import type { OpenPlace } from './open-point.js';

type ByPrefix<T> = readonly (readonly [prefix: string, value: T])[];

/** What stands first in the list for a rule. */
export function byPrefix<T>(ruleId: string, list: ByPrefix<T>): T | undefined {
  return list.find(([prefix]) => ruleId.startsWith(prefix))?.[1];
}

/** The sheets of people and days, the same in every workbook that has them. */
const PEOPLE_AND_DAYS: ByPrefix<string> = [
  ['APP-CUR', '日程表'],
  ['IMP-EXM-03', '受講者名簿'],
  ['IMP-', '日程表'],
  ['REC-AGE', '受講者名簿'],
  ['REC-PRQ', '受講者名簿'],
  ['ENR-', '受講者名簿'],
  ['EXM-', '受講者名簿'],
];
const CLAIMED: ByPrefix<string> = [
  ['FEE-', '謝金・旅費支払明細A'],
  ['TRV-', '謝金・旅費支払明細B'],
  ['RNT-', '経費内訳'],
  ['PRN-', '経費内訳'],
  ['CON-', '経費内訳'],
  ['COM-', '経費内訳'],
];

export const SHEETS_OF_APPLICATION: ByPrefix<string> = [
  ...PEOPLE_AND_DAYS,
  ...CLAIMED,
  ['MSC-', '振込手数料明細'],
  ['CLM-', '収支予算書'],
  ['PAY-', '受講料納入内訳'],
];
export const SHEETS_OF_REPORT: ByPrefix<string> = [
  ...PEOPLE_AND_DAYS,
  ...CLAIMED,
  ['MSC-', '振込手数料明細'],
  ['CLM-', '収支計算書'],
  ['PAY-', '精算内訳'],
  ['RPT-JDG', '判定結果一覧'],
  ['CHG-', '変更届'],
];
export const SHEETS_OF_OWN_APPLICATION: ByPrefix<string> = [...PEOPLE_AND_DAYS, ['PAY-', '受講管理料納入内訳']];
export const SHEETS_OF_OWN_REPORT: ByPrefix<string> = [...PEOPLE_AND_DAYS, ['RPT-JDG', '判定結果一覧']];

const overview = (section: string): OpenPlace => ({ screen: 'overview', section });

const SCREENS: ByPrefix<OpenPlace> = [
  ['REC-SVY', overview('実施希望調査')],
  ['REC-ORG', overview('種別')],
  ['REC-PER', overview('募集の締切')],
  ['REC-PRQ', overview('コーチ1の保有')],
  ['REC-', { screen: 'participants' }],
  ['ENR-', { screen: 'participants' }],
  ['EXM-', { screen: 'participants' }],
  ['APP-DL', overview('申請書が到着')],
  ['APP-FRM', overview('申請書の様式')],
  ['APP-APV', overview('承認通知')],
  ['APP-SCL', overview('承認された規模')],
  ['APP-REV', { screen: 'overview' }],
  ['APP-', { screen: 'schedule' }],
  ['IMP-EXM-03', { screen: 'participants' }],
  ['IMP-DTL', overview('実施要領の確認')],
  ['IMP-', { screen: 'schedule' }],
  ['RPT-DL', overview('報告書が到着')],
  ['RPT-FRM', overview('報告書の様式')],
  ['RPT-JDG', overview('判定結果　日本スポーツ協会へ')],
  ['RPT-FIX', overview('確定通知')],
  ['CHG-', overview('変更届')],
  ['PAY-FEE', { screen: 'participants' }],
  ['PAY-MGT', { screen: 'participants' }],
  ['PAY-ADV', overview('概算払')],
  ['PAY-FIN-05', overview('報告書が到着')],
  ['PAY-FIN', overview('確定額')],
  ['PAY-OWN', { screen: 'claims' }],
  ['CLM-', { screen: 'claims' }],
  ['FEE-', { screen: 'claims' }],
  ['TRV-', { screen: 'claims' }],
  ['RNT-', { screen: 'claims' }],
  ['PRN-', { screen: 'claims' }],
  ['CON-', { screen: 'claims' }],
  ['COM-', { screen: 'claims' }],
  ['MSC-', { screen: 'claims' }],
];

export function screenOfRule(ruleId: string): OpenPlace {
  return byPrefix(ruleId, SCREENS) ?? { screen: 'overview' };
}
