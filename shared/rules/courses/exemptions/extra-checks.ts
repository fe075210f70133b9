/** 期限のほかに見ること: what a row of the 専門科目 table looks at besides the validity. */
import { addYears, fiscalYearJa, type IsoDate, longDateJa } from '../../../dates.js';
import type { Level } from '../../../model/case/course.js';
import { folded } from '../../../text.js';
import type { ExtraCheck, Validity } from '../../engine/exemption-rows.js';
import { experienceSince } from '../../facts/due-dates.js';
import type { ExemptionEvidence } from './judgement.js';
import { isAmong, sameQualification } from './names.js';
import { notRecorded, type Objection, toBeAsked, unmet, unproven } from './objection.js';
import { anchorOf } from './validity.js';

export type ExtraQuestion = {
  readonly level: Level;
  readonly appliedOn: IsoDate;
  readonly validity: Validity;
};

/** What the further check of a row has against evidence whose validity is met; undefined = nothing. */
export function judgeExtra(
  extra: ExtraCheck,
  evidence: ExemptionEvidence,
  question: ExtraQuestion,
): Objection | undefined {
  switch (extra.kind) {
    case 'renewalInProgress':
      // It speaks only where the validity has run out: see `softened`.
      return undefined;
    case 'yearInNumber':
      return yearInNumber(extra, evidence);
    case 'finalYear':
      return finalYear(evidence, question);
    case 'classField':
      return classField(extra, evidence);
    case 'expiryByBody':
      return toBeAsked('有効期限を団体に確かめた記録がありません', '有効期限を団体に問い合わせ、確認した日を入れます');
    case 'experience':
      return experience(extra, evidence, question);
  }
}

/** 更新の手続き中: expired evidence of such a row is a question to the body, not a refusal. */
export function softened(objection: Objection, extra: ExtraCheck | undefined, evidence: ExemptionEvidence): Objection {
  const isRenewal = extra?.kind === 'renewalInProgress' && evidence.renewalInProgress === true;
  if (!isRenewal || objection.doubt !== undefined) return objection;
  return toBeAsked(
    `${objection.messageJa}が、更新の手続き中です`,
    '手続き中の資格で免除できるか団体に確かめ、確認した日を入れます',
  );
}

/** 平成 and 令和: the year before their first, and their last. */
const ERAS = [
  { before: 1988, last: 2019 },
  { before: 2018, last: Infinity },
] as const;

/** The number is only compared: whether it counts by 西暦 or by 和暦 is not written (DEC-43). */
function yearInNumber(
  { from, to }: Extract<ExtraCheck, { kind: 'yearInNumber' }>,
  { acquiredFiscalYear, certificateNo }: ExemptionEvidence,
): Objection | undefined {
  if (acquiredFiscalYear === undefined || certificateNo === undefined || certificateNo.trim() === '') return undefined;
  const digits = folded(certificateNo).slice(from - 1, to);
  const eraYears = ERAS.filter(({ last }) => acquiredFiscalYear <= last).map(
    ({ before }) => acquiredFiscalYear - before,
  );
  const readings = [acquiredFiscalYear % 100, ...eraYears];
  if (/^\d+$/.test(digits) && readings.includes(Number(digits))) return undefined;
  return toBeAsked(
    `認定番号の${from}〜${to}桁目（${digits}）が取得年度（${fiscalYearJa(acquiredFiscalYear)}）と合いません`,
    '認定番号と取得年度を確かめて改めます。合わないまま正しいときは団体に確かめます',
  );
}

/** In the last of the years the body is asked; from the anniversary on the validity itself speaks. */
function finalYear(evidence: ExemptionEvidence, { appliedOn, validity }: ExtraQuestion): Objection | undefined {
  if (validity.kind !== 'yearsFrom') return undefined;
  const anchor = anchorOf(validity.anchor, evidence);
  if (!anchor || appliedOn < addYears(anchor.day, validity.years - 1)) return undefined;
  if (appliedOn >= addYears(anchor.day, validity.years)) return undefined;
  return toBeAsked(
    `${anchor.nameJa}（${longDateJa(anchor.day)}）から${validity.years}年目に当たる証書です`,
    '免除できるか団体に確かめ、確認した日を入れます',
  );
}

function classField(
  { value, doubtfulFor }: Extract<ExtraCheck, { kind: 'classField' }>,
  { classField: held, qualificationJa }: ExemptionEvidence,
): Objection | undefined {
  if (held === undefined || held.trim() === '') {
    return notRecorded('証のCLASS欄が分かりません', '証の写しを見てCLASS欄を入れます');
  }
  if (sameQualification(held, value)) return undefined;
  const messageJa = `証のCLASS欄が「${held}」で、「${value}」ではありません`;
  return isAmong(qualificationJa, doubtfulFor)
    ? toBeAsked(messageJa, 'この表記の証でも免除できるか団体に確かめ、確認した日を入れます')
    : unmet(messageJa, '証の写しを見てCLASS欄を確かめます');
}

/** 必要書類 of a row that asks for experience. */
export const EXPERIENCE_PAPER_JA = '定められた講習会での指導経験を証明する書類';

/** Only コーチ2, and only who holds nothing but the named qualification (DEC-57). The evidence is mandatory. */
function experience(
  { qualification, years }: Extract<ExtraCheck, { kind: 'experience' }>,
  { qualificationJa, coachingExperienceOn }: ExemptionEvidence,
  { level, appliedOn }: ExtraQuestion,
): Objection | undefined {
  if (level !== 'coach2' || !sameQualification(qualificationJa, qualification)) return undefined;
  const first = experienceSince(appliedOn, years);
  const ruleJa = `コーチ2では、過去${years}年間（${longDateJa(first)}以降）の指導経験が要ります`;
  if (coachingExperienceOn === undefined) {
    return unproven(
      `${ruleJa}が、指導した日が分かりません`,
      '定められた講習会で指導した日を、証明する書類とともに入れます',
      EXPERIENCE_PAPER_JA,
    );
  }
  if (coachingExperienceOn >= first && coachingExperienceOn <= appliedOn) return undefined;
  return unmet(
    `${ruleJa}（指導した日${longDateJa(coachingExperienceOn)}）`,
    'その後に定められた講習会で指導していれば、その日を入れます',
  );
}
