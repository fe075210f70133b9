/** Rows of the 免除資格等一覧 in words. */
import { longDateJa } from '../../dates.js';
import {
  ANCHOR_JA,
  type CommonExemptionRow,
  type ExtraCheck,
  type SpecialtyExemptionRow,
  type Validity,
} from './exemption-rows.js';

export const VALIDITY_JA = {
  none: '期限なし',
  withinExpiry: '有効期限内',
  yearsFrom: '…から何年間',
  sameFiscalYear: '同じ年度のうち',
  issuedOnOrAfter: '…日以降のもの',
  fiscalYearsAfter: '取得の翌年度から何年度',
  confirmWithBody: '団体に確認する',
} as const satisfies Record<Validity['kind'], string>;

/** Until when evidence holds, as the list puts it. */
export function validityJa(validity: Validity): string {
  const anchorJa = 'anchor' in validity ? validity.anchor.map((name) => ANCHOR_JA[name]).join('・') : '';
  switch (validity.kind) {
    case 'yearsFrom':
      return `${anchorJa}から${validity.years}年間`;
    case 'sameFiscalYear':
      return `${anchorJa}と同じ年度`;
    case 'issuedOnOrAfter':
      return `${anchorJa}が${longDateJa(validity.day)}以降`;
    case 'fiscalYearsAfter':
      return `取得の翌年度から${validity.years}年度`;
    default:
      return VALIDITY_JA[validity.kind];
  }
}

export const EXTRA_JA = {
  renewalInProgress: '更新手続き中は団体に確認',
  yearInNumber: '番号の桁が取得年度',
  finalYear: '最後の年は団体に確認',
  classField: '区分の表示を見る',
  expiryByBody: '期限は団体に確認',
  experience: '指導経験が要る資格',
} as const satisfies Record<ExtraCheck['kind'], string>;

/** What is looked at besides; empty where nothing is. */
export function extraJa(extra: ExtraCheck | undefined): string {
  if (!extra) return '';
  switch (extra.kind) {
    case 'yearInNumber':
      return `番号の${extra.from}〜${extra.to}桁目が取得年度`;
    case 'classField':
      return `区分が「${extra.value}」`;
    case 'experience':
      return `${extra.qualification}だけのときは${extra.years}年以内の指導経験`;
    default:
      return EXTRA_JA[extra.kind];
  }
}

/** A row in one line, for the comparison. */
export function rowTextJa(row: CommonExemptionRow | SpecialtyExemptionRow): string {
  if ('qualification' in row) {
    const common = [row.common1 ? 'Ⅰ' : '', row.common2 ? 'Ⅱ' : ''].join('');
    return `${row.qualification}　共通${common}　${validityJa(row.validity)}`;
  }
  const levels = [
    row.coach1.length > 0 ? `コーチ1：${row.coach1.join('、')}` : '',
    row.coach2.length > 0 ? `コーチ2：${row.coach2.join('、')}` : '',
  ].filter(Boolean);
  return [row.competition, ...levels, validityJa(row.validity), extraJa(row.extra)].filter(Boolean).join('　');
}
