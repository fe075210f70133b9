/** 有効期限: whether the validity of a row is met on the 免除申請日, and until when. */
import { addDays, addYears, fiscalYear, fiscalYearJa, isoDate, type IsoDate, longDateJa } from '../../../dates.js';
import { ANCHOR_JA, type Validity } from '../../engine/exemption-rows.js';
import type { ExemptionEvidence } from './judgement.js';
import { notRecorded, type Objection, toBeAsked, unmet } from './objection.js';

export type ValidityAnswer = {
  readonly objection?: Objection;
  /** Last 免除申請日 on which it surely holds. */
  readonly until?: IsoDate;
};

type AnchorKey = keyof typeof ANCHOR_JA;
type Anchor = { readonly day: IsoDate; readonly nameJa: string };

/** Compares the dates of the evidence with a validity, as of `appliedOn`. A missing date is never a pass. */
export function judgeValidity(validity: Validity, evidence: ExemptionEvidence, appliedOn: IsoDate): ValidityAnswer {
  switch (validity.kind) {
    case 'none':
      return {};
    case 'withinExpiry':
      return withinExpiry(evidence, appliedOn);
    case 'confirmWithBody':
      return {
        objection: toBeAsked(
          '一覧に期限の決まりがなく、団体への確認の記録がありません',
          '団体に確かめ、確認した日を入れます',
        ),
      };
    case 'fiscalYearsAfter':
      return fiscalYearsAfter(validity.years, evidence, appliedOn);
    case 'sameFiscalYear':
      return sameFiscalYear(validity.anchor, evidence, appliedOn);
    case 'yearsFrom':
      return counted(validity.anchor, evidence, appliedOn, (anchor) => yearsFrom(validity.years, anchor, appliedOn));
    case 'issuedOnOrAfter':
      return counted(validity.anchor, evidence, appliedOn, (anchor) => issuedOnOrAfter(validity.day, anchor));
  }
}

/** The earlier known date among those that a validity may be counted from (DEC-41). */
export function anchorOf(keys: readonly AnchorKey[], evidence: ExemptionEvidence): Anchor | undefined {
  const known = keys.flatMap((key) => {
    const day = evidence[key];
    return day === undefined ? [] : [{ day, nameJa: ANCHOR_JA[key] }];
  });
  return known.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0];
}

function withinExpiry({ expiryDate }: ExemptionEvidence, appliedOn: IsoDate): ValidityAnswer {
  if (expiryDate === undefined) {
    return { objection: notRecorded('有効期限が分かりません', '登録証などの写しを見て有効期限を入れます') };
  }
  if (expiryDate >= appliedOn) return { until: expiryDate };
  return {
    objection: unmet(
      `有効期限（${longDateJa(expiryDate)}）が免除申請日（${longDateJa(appliedOn)}）より前です`,
      '更新した登録証などがあれば、その有効期限に改めます',
    ),
    until: expiryDate,
  };
}

/** Asks for the date where none is known, and doubts one that lies after the 免除申請日. */
function counted(
  keys: readonly AnchorKey[],
  evidence: ExemptionEvidence,
  appliedOn: IsoDate,
  judge: (anchor: Anchor) => ValidityAnswer,
): ValidityAnswer {
  const anchor = anchorOf(keys, evidence);
  const namesJa = keys.map((key) => ANCHOR_JA[key]).join('か');
  if (anchor === undefined) {
    return { objection: notRecorded(`${namesJa}が分かりません`, `証明書などの写しを見て${namesJa}を入れます`) };
  }
  const answer = judge(anchor);
  if (answer.objection || anchor.day <= appliedOn) return answer;
  return {
    ...answer,
    objection: notRecorded(
      `${anchor.nameJa}（${longDateJa(anchor.day)}）が免除申請日（${longDateJa(appliedOn)}）より後です`,
      `${anchor.nameJa}と免除申請日を確かめます`,
    ),
  };
}

function yearsFrom(years: number, { day, nameJa }: Anchor, appliedOn: IsoDate): ValidityAnswer {
  const anniversary = addYears(day, years);
  const until = addDays(anniversary, -1);
  if (appliedOn < anniversary) return { until };
  const spanJa = `${nameJa}（${longDateJa(day)}）から${years}年間有効です`;
  if (appliedOn > anniversary) {
    return { objection: unmet(`${spanJa}（免除申請日${longDateJa(appliedOn)}）`, `${nameJa}を確かめます`), until };
  }
  return {
    objection: toBeAsked(
      `${spanJa}。免除申請日（${longDateJa(appliedOn)}）はちょうど${years}年後の同じ日です`,
      'この日も有効か団体に確かめ、確認した日を入れます',
    ),
    until,
  };
}

function issuedOnOrAfter(first: IsoDate, { day, nameJa }: Anchor): ValidityAnswer {
  if (day >= first) return {};
  return {
    objection: unmet(
      `${longDateJa(first)}以降の認定証に限られます（${nameJa}${longDateJa(day)}）`,
      'その日以降の認定証があれば、日付を改めます',
    ),
  };
}

function fiscalYearsAfter(years: number, evidence: ExemptionEvidence, appliedOn: IsoDate): ValidityAnswer {
  const { acquiredFiscalYear: acquired } = evidence;
  if (acquired === undefined) {
    return { objection: notRecorded('取得年度が分かりません', '認定証などで取得年度を確かめて入れます') };
  }
  const applied = fiscalYear(appliedOn);
  const until = lastDayOf(acquired + years);
  if (applied > acquired && applied <= acquired + years) return { until };
  const spanJa =
    `${fiscalYearJa(acquired)}の取得で、翌年度の${fiscalYearJa(acquired + 1)}から${years}年度のあいだ有効です` +
    `（免除申請日は${fiscalYearJa(applied)}）`;
  const objection =
    applied === acquired
      ? toBeAsked(spanJa, '取得した年度のうちでも免除できるか団体に確かめ、確認した日を入れます')
      : unmet(spanJa, '取得年度と免除申請日を確かめます');
  return { objection, until };
}

function sameFiscalYear(keys: readonly AnchorKey[], evidence: ExemptionEvidence, appliedOn: IsoDate): ValidityAnswer {
  const { acquiredFiscalYear } = evidence;
  if (anchorOf(keys, evidence) !== undefined || acquiredFiscalYear === undefined) {
    return counted(keys, evidence, appliedOn, ({ day }) => withinYear(fiscalYear(day), appliedOn));
  }
  return withinYear(acquiredFiscalYear, appliedOn);
}

function withinYear(acquired: number, appliedOn: IsoDate): ValidityAnswer {
  const until = lastDayOf(acquired);
  const applied = fiscalYear(appliedOn);
  if (applied === acquired) return { until };
  return {
    objection: unmet(
      `取得した年度（${fiscalYearJa(acquired)}）のうちに限られます（免除申請日は${fiscalYearJa(applied)}）`,
      '取得した日と免除申請日を確かめます',
    ),
    until,
  };
}

/** 31 March of a fiscal year. */
function lastDayOf(year: number): IsoDate {
  return isoDate(year + 1, 3, 31);
}
