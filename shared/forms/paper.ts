/** What the papers of a course are made from: the case, its decision, and what every sheet asks of both. */
import { LEVEL_JA, SUBJECT_JA } from '../model/case/course.js';
import type { Line } from '../model/case/lines/line.js';
import type { OwnWords } from '../model/store/own-words.js';
import { eraDateJa } from '../dates.js';
import type { Decision, LineDecision } from '../rules/engine/decide.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { Facts } from '../rules/facts/facts.js';
import { HINT_KEYS, type HintContext } from '../rules/limit-hint.js';
import { limitReader } from '../rules/limit-reader.js';
import { lineNumbers } from '../rules/line-numbers.js';
import { type PaperTick, paperTicks } from '../rules/paper-ticks.js';

export type PaperInput = {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly book: Rulebook;
  /** What the organisation writes in its own words. */
  readonly words?: OwnWords | undefined;
  /** What 査定の説明書 is about; default: every line that is not eligible as claimed. */
  readonly lines?: readonly string[];
};

export type Paper = PaperInput & {
  /** What the rules left of each line, by its id. */
  readonly decided: ReadonlyMap<string, LineDecision>;
  /** 科目番号-連番 of a line; empty for a line that the case does not hold. */
  readonly numberOf: (lineId: string) => string;
  /** Which papers a line needs and which are there. */
  readonly ticksOf: (line: Line) => readonly PaperTick[];
  /** The figures for limits that stand beside what is claimed. */
  readonly hints: HintContext;
};

export function paperOf(input: PaperInput): Paper {
  const { facts, decision, book } = input;
  const decided = new Map(decision.lines.map((line) => [line.id, line]));
  const numbers = lineNumbers(facts.lines);
  const ticks = new Map<string, readonly PaperTick[]>();
  const read = limitReader(book, facts.figureDay);
  const figures = { notArrangedNight: read(HINT_KEYS.notArranged), twoQuotesFrom: read(HINT_KEYS.twoQuotes) };
  return {
    ...input,
    decided,
    numberOf: (lineId) => numbers.get(lineId) ?? '',
    ticksOf: (line) => {
      const known = ticks.get(line.id) ?? paperTicks(line, facts, decided.get(line.id), figures);
      ticks.set(line.id, known);
      return known;
    },
    hints: { facts, decision, read },
  };
}

/** 「日程表（実績）」 at the report, 「日程表（計画）」 before. */
export function titleOf(
  nameJa: string,
  { facts }: PaperInput,
  words: { readonly report: string; readonly application: string },
): string {
  return `${nameJa}（${words[facts.stage]}）`;
}

/** How the papers of people and days say at which stage they stand. */
export const HELD_OR_PLANNED = { report: '実績', application: '計画' } as const;
/** How the papers of money say it. */
export const REPORT_OR_APPLICATION = { report: '報告', application: '申請' } as const;

/** 公認水泳コーチ2養成講習会 専門科目 */
export function courseNameJa(facts: Facts): string {
  const { course } = facts;
  return `公認${course.competition?.nameJa ?? ''}${LEVEL_JA[course.level]}養成講習会 ${SUBJECT_JA[course.subject]}`;
}

/** 令和3年10月28日 – 令和3年10月31日 */
export function periodJa(facts: Facts): string {
  const { startDate, endDate } = facts;
  if (startDate === undefined || endDate === undefined) return '日程未定';
  return startDate === endDate ? eraDateJa(startDate) : `${eraDateJa(startDate)} – ${eraDateJa(endDate)}`;
}
