/** 免除の判定: one question about one piece of evidence, answered from the 免除資格等一覧 of a book, without any course. */
import { type IsoDate, longDateJa } from '../../../dates.js';
import { type Citation, MissingFigure } from '../../engine/figure.js';
import type { Rulebook } from '../../engine/rulebook.js';
import { BASIC_CLAUSES, basicReasons } from './basic-reasons.js';
import { EXPERIENCE_PAPER_JA, judgeExtra, softened } from './extra-checks.js';
import type {
  ExemptionEvidence,
  ExemptionJudgement,
  ExemptionQuestion,
  ExemptionReason,
  ExemptionResult,
  PlacedRow,
} from './judgement.js';
import type { Objection } from './objection.js';
import { columnJa, place, type Placement } from './placement.js';
import { judgeValidity, type ValidityAnswer } from './validity.js';

/**
 * Says whether a qualification exempts from a subject on the 免除申請日, by which row of the book's list, why (or why
 * not), by which papers, until when, and who must be asked. A pure function without a clock; it never throws for
 * evidence. What is not known is 要確認, what the list refuses is refused; a confirmation of the body on record
 * (`confirmedWithOrgOn`) settles what only the body can say. The rules of a course, the panel of a 受講者 and the form
 * in 早見 all ask here.
 *
 * @example judgeExemption(
 *   { qualificationJa: 'コーチ2', expiryDate: '2023-03-31', copyAttached: true },
 *   { level: 'coach2', subject: 'common2', appliedOn: '2021-08-01' },
 *   book,
 * ).result // 'exempt', by EXM-COM-04, until 2023-03-31
 */
export function judgeExemption(
  evidence: ExemptionEvidence,
  question: ExemptionQuestion,
  book: Rulebook,
): ExemptionJudgement {
  const placement = place(evidence, question, book.exemptions);
  const excluded = excludedQualifications(book, question.appliedOn);
  const papers = placement.placed ? papersOf(placement.placed, question) : [];
  const basic = basicReasons(evidence, question, placement, {
    excluded: excluded?.value as readonly string[] | undefined,
    copyJa: papers[0] ?? '',
  });
  const isApplicable = isListed(placement) && !basic.some(({ ruleId }) => ruleId === 'EXM-APP-12');
  const own = placement.placed && isApplicable ? answerOfRow(placement.placed, evidence, question) : NOTHING;
  const reasons = [...basic, ...own.soonExpired];
  const result = resultOf(reasons, own.objections);
  const rowReasons = placement.placed ? reasonsOfRow(placement.placed, own, result, evidence, question) : [];
  const all = [...rowReasons, ...reasons];
  const papersJa = isApplicable ? papers : [];
  return {
    result,
    ruleId: placement.placed?.ruleId ?? firstRefusal(all),
    ...(placement.placed ? { row: placement.placed } : {}),
    reasons: all,
    papersJa,
    missingPapersJa: missingPapers(papersJa, basic, own.objections),
    ...(own.until === undefined ? {} : { validUntil: own.until }),
    ...confirmWith(placement.placed, own.objections),
    citations: excluded !== undefined && basic.some(({ ruleId }) => ruleId === 'EXM-APP-03') ? [excluded] : [],
  };
}

type RowAnswer = Pick<ValidityAnswer, 'until'> & {
  readonly objections: readonly Objection[];
  readonly soonExpired: readonly ExemptionReason[];
};
const NOTHING: RowAnswer = { objections: [], soonExpired: [] };

function isListed({ match }: Placement): boolean {
  return match === 'listed' || match === 'confirmed';
}

function answerOfRow({ table, row }: PlacedRow, evidence: ExemptionEvidence, question: ExemptionQuestion): RowAnswer {
  const { appliedOn, level } = question;
  const extra = table === 'specialty' ? row.extra : undefined;
  const { objection, until } = judgeValidity(row.validity, evidence, appliedOn);
  const further = extra && judgeExtra(extra, evidence, { level, appliedOn, validity: row.validity });
  const objections = [objection && softened(objection, extra, evidence), further].flatMap((own) => own ?? []);
  const isExpiry = row.validity.kind === 'withinExpiry' && objection === undefined;
  return {
    objections: objections.filter(({ doubt }) => doubt !== 'body' || evidence.confirmedWithOrgOn === undefined),
    soonExpired: isExpiry && until !== undefined ? expiresTooSoon(until, question) : [],
    ...(until === undefined ? {} : { until }),
  };
}

/** Judged on the 免除申請日, but it runs out before the course begins or the registration is made (DEC-36). */
function expiresTooSoon(expiry: IsoDate, { startsOn, registersOn }: ExemptionQuestion): ExemptionReason[] {
  const before =
    startsOn !== undefined && expiry < startsOn
      ? `講習会の開始（${longDateJa(startsOn)}）`
      : registersOn !== undefined && expiry < registersOn
        ? `登録日（${longDateJa(registersOn)}）`
        : undefined;
  if (before === undefined) return [];
  return [
    {
      ruleId: 'EXM-APP-10',
      severity: 'warning',
      messageJa: `有効期限（${longDateJa(expiry)}）が${before}より前に切れます`,
      remedyJa: '更新の予定を本人に確かめ、更新した登録証などの写しを受け取ります',
      confirm: true,
      sourceJa: BASIC_CLAUSES['EXM-APP-10'],
    },
  ];
}

function resultOf(reasons: readonly ExemptionReason[], objections: readonly Objection[]): ExemptionResult {
  if (objections.some(({ doubt }) => doubt === undefined)) return 'notExempt';
  if (reasons.some(({ severity }) => severity === 'error')) return 'notExempt';
  // Evidence that runs out later is judged on the 免除申請日 and only warned of.
  const isOpen = objections.length > 0 || reasons.some(({ ruleId, confirm }) => confirm && ruleId !== 'EXM-APP-10');
  return isOpen ? 'needsConfirmation' : 'exempt';
}

/** The row's own say: its objections, and one sentence that stands for the result where none of them does. */
function reasonsOfRow(
  placed: PlacedRow,
  { objections, until }: RowAnswer,
  result: ExemptionResult,
  evidence: ExemptionEvidence,
  question: ExemptionQuestion,
): ExemptionReason[] {
  const base = { ruleId: placed.ruleId, sourceJa: placed.row.at };
  const own = objections.map(({ doubt, messageJa, remedyJa }): ExemptionReason => ({
    ...base,
    severity: doubt === undefined ? 'error' : 'warning',
    messageJa: `「${evidence.qualificationJa}」は、${messageJa}${askJa(placed, doubt)}`,
    remedyJa,
    confirm: doubt !== undefined,
  }));
  if (result === 'exempt') {
    const messageJa = `「${evidence.qualificationJa}」で${columnJa(question)}を免除できます${untilJa(placed, until, evidence)}`;
    return [{ ...base, severity: 'info', messageJa, confirm: false }];
  }
  const severity = result === 'notExempt' ? 'error' : 'warning';
  if (own.some((reason) => reason.severity === severity)) {
    return own.sort((a, b) => Number(b.severity === severity) - Number(a.severity === severity));
  }
  const messageJa =
    severity === 'error'
      ? `「${evidence.qualificationJa}」は、ほかの指摘のため、${columnJa(question)}を免除できません`
      : `「${evidence.qualificationJa}」は、ほかの指摘が済めば、${columnJa(question)}を免除できます`;
  return [{ ...base, severity, messageJa, confirm: severity === 'warning' }, ...own];
}

function untilJa({ row }: PlacedRow, until: IsoDate | undefined, { confirmedWithOrgOn }: ExemptionEvidence): string {
  if (until !== undefined) return `（${longDateJa(until)}までの免除申請に使えます）`;
  if (row.validity.kind === 'none') return '（期限の定めはありません）';
  return confirmedWithOrgOn === undefined ? '' : `（${longDateJa(confirmedWithOrgOn)}に団体へ確認済み）`;
}

function papersOf({ table, row }: PlacedRow, { level }: ExemptionQuestion): readonly string[] {
  if (table === 'common') {
    return [row.documentStated ? row.documentJa : `${row.documentJa}（一覧の欄が空欄のため、注意書きによる）`];
  }
  const needsExperience = row.extra?.kind === 'experience' && level === 'coach2';
  return ['資格証等の写し', ...(needsExperience ? [EXPERIENCE_PAPER_JA] : [])];
}

/** The copy and what proves a condition, unless something stands against it that no paper mends. */
function missingPapers(
  papersJa: readonly string[],
  basic: readonly ExemptionReason[],
  objections: readonly Objection[],
): readonly string[] {
  const isHopeless =
    basic.some(({ ruleId, severity }) => severity === 'error' && ruleId !== 'EXM-APP-01') ||
    objections.some(({ doubt, paperJa }) => doubt === undefined && paperJa === undefined);
  if (isHopeless) return [];
  const copies = basic.some(({ ruleId }) => ruleId === 'EXM-APP-01') ? papersJa.slice(0, 1) : [];
  return [...copies, ...objections.flatMap(({ paperJa }) => paperJa ?? [])];
}

function confirmWith(
  placed: PlacedRow | undefined,
  objections: readonly Objection[],
): Pick<ExemptionJudgement, 'confirmWith'> {
  const [body] = placed ? objections.flatMap(({ doubt }) => bodyFor(placed, doubt) ?? []) : [];
  return body === undefined ? {} : { confirmWith: body };
}

function askJa(placed: PlacedRow, doubt: Objection['doubt']): string {
  const body = bodyFor(placed, doubt);
  return body === undefined ? '' : `（確認先：${body}）`;
}

/** Who can settle a doubt: the body that the row names, which also knows what is only not recorded. */
function bodyFor({ table, row }: PlacedRow, doubt: Objection['doubt']): string | undefined {
  const named = table === 'specialty' ? row.body : undefined;
  if (doubt === undefined) return undefined;
  if (doubt === 'entry') return named;
  return named ?? (table === 'specialty' ? '中央競技団体' : '日本スポーツ協会');
}

/** Without a row: 除外される資格 before the general refusal. */
function firstRefusal(reasons: readonly ExemptionReason[]): string {
  return reasons.some(({ ruleId }) => ruleId === 'EXM-APP-03') ? 'EXM-APP-03' : 'EXM-APP-11';
}

/** Undefined where the book does not name them. */
function excludedQualifications(book: Rulebook, appliedOn: IsoDate): Citation | undefined {
  const day = appliedOn < book.from ? book.from : appliedOn > book.to ? book.to : appliedOn;
  try {
    return book.read('exemption.excludedQualifications', day);
  } catch (error) {
    if (error instanceof MissingFigure) return undefined;
    throw error;
  }
}
