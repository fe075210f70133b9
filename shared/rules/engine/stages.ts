/**
 * The order in which rules judge. Rules of one stage do not see each other's findings, only what earlier
 * stages left; so within a stage the order of rules and files means nothing.
 */
export const STAGES = [
  /** 免除: what each evidence is worth. */
  'exemptions',
  /** 受講者: who is counted. */
  'enrollments',
  /** 講習会としての要件: may the course be 委託 at all, and on which days. */
  'gates',
  /** 人: who may be paid an honorarium or travel. */
  'persons',
  /** 対象外: kinds, purposes and nights that are never paid. */
  'exclusions',
  /** 数量: hours, trips, days, copies that may be counted. */
  'quantities',
  /** 単価: limits per hour, night, leg, item, on the counted quantity. */
  'prices',
  /** 合計の上限: limits over several lines or over a whole trip. */
  'groups',
  /** 証憑・宛先・振込. */
  'papers',
  /** 振込手数料: judged by what the transfer pays. */
  'transferFees',
  /** 集計. */
  'totals',
  /** 精算: 概算払・確定額・残額・返納. */
  'settlement',
  /** 手続き: notices, deadlines, reports; no effect on money. */
  'procedure',
] as const;
export type Stage = (typeof STAGES)[number];
