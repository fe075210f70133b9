/** 免除資格等一覧 of one fiscal year: which qualification exempts from which subject, until when, by which paper. */
import { z } from 'zod';
import { date, positive, word } from '../../model/primitives.js';

/** The dates of a certificate from which a validity may be counted; where several are named, the earlier known one. */
export const ANCHOR_JA = {
  completedOn: '修了日',
  certifiedOn: '認定日',
  issuedOn: '証明書の発行日',
} as const;
const anchor = z.array(z.enum(['completedOn', 'certifiedOn', 'issuedOn'])).min(1);

/** Until when evidence holds, seen from the 免除申請日. */
export const validity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('withinExpiry') }),
  /** Good until the day before the anniversary; the anniversary itself is a reading (DEC-41). */
  z.strictObject({ kind: z.literal('yearsFrom'), years: positive, anchor }),
  z.strictObject({ kind: z.literal('sameFiscalYear'), anchor }),
  z.strictObject({ kind: z.literal('issuedOnOrAfter'), day: date, anchor }),
  /** From the fiscal year after the acquisition, for so many fiscal years. */
  z.strictObject({ kind: z.literal('fiscalYearsAfter'), years: positive }),
  /** Only the body that gave the qualification can say. */
  z.strictObject({ kind: z.literal('confirmWithBody') }),
]);
export type Validity = z.infer<typeof validity>;

/** What is looked at besides the validity. */
export const extraCheck = z.discriminatedUnion('kind', [
  /** Expired, but the renewal is under way: ask the body. */
  z.strictObject({ kind: z.literal('renewalInProgress') }),
  /** Digits `from`–`to` (from 1) of the certificate number name the year of acquisition. */
  z.strictObject({ kind: z.literal('yearInNumber'), from: positive, to: positive }),
  /** In the last year of the validity: ask the body. */
  z.strictObject({ kind: z.literal('finalYear') }),
  /** The class on the certificate must read `value`; for `doubtfulFor` another class is a question, not a refusal. */
  z.strictObject({ kind: z.literal('classField'), value: word, doubtfulFor: z.array(word) }),
  /** The expiry date is to be confirmed by the body. */
  z.strictObject({ kind: z.literal('expiryByBody') }),
  /** Who holds only `qualification` needs coaching experience within so many years, for コーチ2. */
  z.strictObject({ kind: z.literal('experience'), qualification: word, years: positive }),
]);
export type ExtraCheck = z.infer<typeof extraCheck>;

const cited = {
  /** Number of the row in the list. */
  no: positive.max(99),
  validity,
  /** Key of a document of the book. */
  source: word,
  at: word,
  decision: z
    .string()
    .regex(/^(DEC-\d{2}|product)$/)
    .optional(),
  note: word.optional(),
};

export const commonExemptionRow = z.strictObject({
  ...cited,
  qualification: word,
  /** Other certificates that are taken for this qualification. */
  alsoAccepted: z.array(word).optional(),
  category: word,
  common1: z.boolean(),
  common2: z.boolean(),
  documentJa: word,
  /** False where the list leaves the cell empty and the general note is applied (DEC-40). */
  documentStated: z.boolean(),
  /** 修了見込み証明書 is taken too (DEC-58). */
  expectedCertificate: z.boolean().optional(),
});
export type CommonExemptionRow = z.infer<typeof commonExemptionRow>;

export const specialtyExemptionRow = z.strictObject({
  ...cited,
  competition: word,
  coach1: z.array(word),
  coach2: z.array(word),
  excluded: z.array(word).optional(),
  extra: extraCheck.optional(),
  /** Who must be asked. */
  body: word.optional(),
});
export type SpecialtyExemptionRow = z.infer<typeof specialtyExemptionRow>;

export const exemptionTables = z.strictObject({
  common: z.array(commonExemptionRow),
  specialty: z.array(specialtyExemptionRow),
});
export type ExemptionTables = z.infer<typeof exemptionTables>;

/** What keeps the tables from being used: a number twice, a row that exempts nobody, a document that is not named. */
export function exemptionTableProblems(tables: ExemptionTables, sources: Readonly<Record<string, unknown>>): string[] {
  return [
    ...rowProblems('共通科目免除一覧', tables.common, sources),
    ...rowProblems('専門科目免除一覧', tables.specialty, sources),
    ...tables.common
      .filter((row) => !row.common1 && !row.common2)
      .map((row) => `共通科目免除一覧 No.${row.no}: どの科目も免除しない行です`),
    ...tables.specialty
      .filter((row) => row.coach1.length + row.coach2.length === 0)
      .map((row) => `専門科目免除一覧 No.${row.no}: 資格がありません`),
  ];
}

function rowProblems(
  tableJa: string,
  rows: readonly { readonly no: number; readonly source: string }[],
  sources: Readonly<Record<string, unknown>>,
): string[] {
  const problems: string[] = [];
  const seen = new Set<number>();
  for (const { no, source } of rows) {
    if (seen.has(no)) problems.push(`${tableJa} No.${no}: 同じ番号の行が2つあります`);
    seen.add(no);
    if (!Object.hasOwn(sources, source)) problems.push(`${tableJa} No.${no}: 出典「${source}」がありません`);
  }
  return problems;
}
