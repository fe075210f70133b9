/** Values of a person in words, for tables and comparisons. */
import { slashDate } from '../../../shared/dates.js';
import { PREFECTURES_JA } from '../../../shared/model/prefectures.js';
import type { TakenField } from '../../../shared/import/taken-over.js';

export const TAKEN_FIELD_JA = {
  nameJa: '氏名',
  nameKana: 'フリガナ',
  birthDate: '生年月日',
  prefectureCode: '都道府県',
  email: 'メール',
  tel: '電話',
  myPageId: 'マイページID',
  startFiscalYear: '受講開始年度',
  primaryApprovedOn: '一次承認日',
  finalApprovedOn: '最終承認日',
  feePaidOn: '受講料納入日',
} as const satisfies Record<TakenField, string>;

/** Empty for what is not known. */
export function valueJa(field: TakenField, value: string | number | undefined): string {
  if (value === undefined) return '';
  if (field === 'prefectureCode') return PREFECTURES_JA[value] ?? '';
  if (field === 'startFiscalYear') return `${value}年度`;
  return /^\d{4}-\d{2}-\d{2}$/u.test(String(value)) ? slashDate(String(value)) : String(value);
}

/** Full years on 1 April of the fiscal year; the birthday counts from its own day. */
export function ageOn1April(birthDate: string | undefined, fiscalYear: number): number | undefined {
  if (birthDate === undefined) return undefined;
  return fiscalYear - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > '04-01' ? 1 : 0);
}
