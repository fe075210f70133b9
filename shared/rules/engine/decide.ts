/**
 * The engine: runs every rule in the order of the stages, keeps what is left of each line, and puts together
 * the decision. A pure function of the case, the rulebook and the rules: no clock, no randomness.
 */
import type { Case } from '../../model/case/case.js';
import type { Approval } from '../../model/case/approval.js';
import type { CaseStage } from '../../model/case/course.js';
import { groupBy } from '../../group-by.js';
import { Facts } from '../facts/facts.js';
import { type Headcount, headcount } from '../facts/headcount.js';
import type { NumericFigureKey } from '../figures.js';
import { settle, type Settlement } from '../settlement.js';
import type { Deadline } from '../courses/deadlines/deadline.js';
import { deadlinesOf } from '../courses/deadlines/deadlines.js';
import { type JudgedExemption, judgedExemptions } from '../courses/exemptions/judged-exemption.js';
import { Approvals, approvalTextJa } from './approvals.js';
import { type Citation, MissingFigure } from './figure.js';
import type { Finding } from './finding.js';
import { Ledger } from './ledger.js';
import type { Ask, Known, Rule, RunsAt } from './rule.js';
import type { Rulebook } from './rulebook.js';
import { STAGES, type Stage } from './stages.js';
import { type Placed, subjectsOf } from './subjects.js';
import { type AccountAmounts, accountTotals, type Amounts, amountsOf, type Totals, totalsOf } from './totals.js';
import { confirm, hold, type Place, type Verdict, type WorkStep } from './verdict.js';

export type LineDecision = Amounts & { readonly id: string; readonly findings: readonly Finding[] };

export type Decision = {
  readonly stage: CaseStage;
  readonly lines: readonly LineDecision[];
  readonly accounts: readonly AccountAmounts[];
  readonly totals: Totals;
  readonly headcount: Headcount;
  readonly settlement: Settlement;
  readonly deadlines: readonly Deadline[];
  /** 免除の判定, one for each evidence in the order of the file. */
  readonly exemptions: readonly JudgedExemption[];
  /** Findings about the course or a person. */
  readonly findings: readonly Finding[];
};

/** Judges a case. Throws only on a fault of a rule. */
export function decide(value: Case, book: Rulebook, rules: readonly Rule[]): Decision {
  return new Run(new Facts(value), book, rules).decide();
}

/** A shared computation with the figures that it read. */
type Computation = { readonly value: unknown; readonly citations: readonly Citation[] };
/** By function and key. */
type Computations = Map<unknown, Map<string, Computation>>;

class Run {
  readonly #ledger: Ledger;
  readonly #approvals: Approvals;
  readonly #findings: Finding[] = [];
  readonly #uncountable = new Set<string>();
  readonly #ask: Ask;
  /** Figures read since the present check began, in that order; one read again stands here again. */
  #citations: Citation[] = [];
  /** Every figure is looked up in the book once per decision, so it is one object wherever it is cited. */
  readonly #figures = new Map<string, Citation>();
  #derived: Computations = new Map();
  readonly #lasting: Computations = new Map();
  #exemptions: ReadonlyMap<string, JudgedExemption> | undefined;
  #headcount: Headcount | undefined;
  #totals: Totals | undefined;
  #settlement: Settlement | undefined;

  constructor(
    readonly facts: Facts,
    readonly book: Rulebook,
    readonly rules: readonly Rule[],
  ) {
    this.#ledger = new Ledger(facts);
    this.#approvals = new Approvals(facts);
    this.#ask = this.#makeAsk();
  }

  decide(): Decision {
    const subjects = subjectsOf(this.facts);
    const active = this.rules.filter((rule) => runsAt(rule.at ?? 'both', this.facts.stage));
    const byStage = groupBy(active, (rule) => rule.stage);
    for (const stage of STAGES) {
      this.#open(stage);
      for (const rule of byStage.get(stage) ?? []) {
        for (const kind of rule.on) this.#checkAll(rule, subjects[kind]);
      }
      this.#ledger.close();
    }
    return this.#decision();
  }

  #open(stage: Stage): void {
    this.#derived = new Map();
    // Rules of an earlier stage may have taken people out of the count since it was last asked for.
    this.#headcount = undefined;
    if (stage === 'settlement') {
      this.#totals = totalsOf(this.#lineAmounts().values(), this.#failedGates());
      this.#settlement = this.#settle(this.#totals);
    }
  }

  #checkAll(rule: Rule, subjects: readonly Placed[]): void {
    for (const { subject, place } of subjects) this.#check(rule, subject as never, place);
  }

  #check(rule: Rule, subject: never, place: Place): void {
    if (this.#citations.length > 0) this.#citations = [];
    const verdicts = this.#verdicts(rule, subject, place);
    if (verdicts.length === 0) return;
    const citations = [...new Set(this.#citations)];
    for (const verdict of verdicts) this.#apply(rule, verdict, verdict.at ?? place, citations);
  }

  #verdicts(rule: Rule, subject: never, place: Place): readonly Verdict[] {
    try {
      const verdict = rule.check(subject, this.#ask);
      if (verdict === undefined) return NO_VERDICTS;
      return Array.isArray(verdict) ? verdict : [verdict as Verdict];
    } catch (error) {
      if (!(error instanceof MissingFigure)) throw error;
      return [withoutFigure(error, place)];
    }
  }

  #apply(rule: Rule, verdict: Verdict, place: Place, citations: readonly Citation[]): void {
    const approval = this.#approvalOf(rule, verdict, place);
    if (!approval) {
      if (place.line !== undefined) {
        this.#ledger.limit(place.line, place.part, verdict.leaves, verdict.leavesUntil);
        if (verdict.quantity !== undefined) this.#ledger.limitQuantity(place.line, place.part, verdict.quantity);
      }
      if (verdict.uncountable === true && place.person !== undefined) this.#uncountable.add(place.person);
    }
    if (place.line !== undefined) this.#ledger.record(place.line, place.part, rule.id);
    this.#findings.push(this.#finding(rule, verdict, place, citations, approval));
  }

  #approvalOf(rule: Rule, verdict: Verdict, place: Place): Approval | undefined {
    if (rule.override === undefined || verdict.severity === 'info' || verdict.overridable === false) return undefined;
    return this.#approvals.find(rule.override, place, rule.accepts);
  }

  #finding(
    rule: Rule,
    verdict: Verdict,
    place: Place,
    citations: readonly Citation[],
    approval: Approval | undefined,
  ): Finding {
    const finding: Writable<Finding> = {
      ruleId: rule.id,
      severity: approval ? 'info' : verdict.severity,
      place,
      messageJa: approval ? `${approvalTextJa(approval)}。もとの指摘：${verdict.messageJa}` : verdict.messageJa,
      sourceJa: rule.clause,
      needsConfirmation: !approval && verdict.confirm === true,
      citations,
      work: verdict.work ?? NO_WORK,
      approved: approval !== undefined,
    };
    if (rule.override !== undefined && verdict.overridable !== false) finding.overrideKind = rule.override;
    if (verdict.limit !== undefined) finding.limit = verdict.limit;
    if (approval) return finding;
    if (verdict.remedyJa !== undefined) finding.remedyJa = verdict.remedyJa;
    return Object.assign(finding, this.#money(verdict, place));
  }

  /** What this verdict alone does to its place. */
  #money(verdict: Verdict, place: Place): Pick<Finding, 'claimed' | 'eligible' | 'cut' | 'provisional'> {
    if (place.line === undefined || (verdict.leaves === undefined && verdict.leavesUntil === undefined)) return {};
    const { claimed } = this.#ledger.standing(place.line, place.part);
    const afterCut = Math.max(0, Math.min(claimed, verdict.leaves ?? claimed));
    const eligible = Math.max(0, Math.min(afterCut, verdict.leavesUntil ?? afterCut));
    return { claimed, eligible, cut: claimed - afterCut, provisional: afterCut - eligible };
  }

  #decision(): Decision {
    const amounts = this.#lineAmounts();
    const byLine = groupBy(this.#findings, (finding) => finding.place.line);
    const lines = [...amounts].map(([id, own]) => ({ id, ...own, findings: byLine.get(id) ?? [] }));
    return {
      stage: this.facts.stage,
      lines,
      accounts: accountTotals(this.facts, amounts),
      totals: totalsOf(amounts.values(), this.#failedGates()),
      headcount: this.#ask.headcount(),
      settlement: this.#ask.settlement(),
      exemptions: [...this.#ask.exemptions().values()],
      deadlines: deadlinesOf(this.facts, this.book, this.#ask.settlement()),
      findings: byLine.get(undefined) ?? [],
    };
  }

  #lineAmounts(): Map<string, Amounts> {
    return new Map(this.facts.lines.map((line) => [line.id, amountsOf(this.#ledger.standing(line.id))]));
  }

  #failedGates(): string[] {
    const gates = new Set(this.rules.filter((rule) => rule.gate === true).map((rule) => rule.id));
    const failed = this.#findings.filter((finding) => finding.severity === 'error' && gates.has(finding.ruleId));
    return [...new Set(failed.map((finding) => finding.ruleId))];
  }

  #settle(totals: Totals): Settlement {
    const percent = this.#numberOrNull('settlement.advance.percent');
    const unit = this.#numberOrNull('settlement.advance.unit');
    const { subject } = this.facts.course;
    return settle(this.facts, totals, {
      advance: percent === null || unit === null ? null : { advancePercent: percent, advanceUnit: unit },
      advanceMonths: this.#numberOrNull('settlement.advance.months'),
      balanceMonths: this.#numberOrNull('settlement.balance.months'),
      grantPerHead: this.#numberOrNull(
        subject === 'common2' ? 'settlement.grant.common2' : 'settlement.grant.specialty',
      ),
    });
  }

  /** A figure of the book, or null where it holds none: then what depends on it is unknown. */
  #numberOrNull(key: NumericFigureKey): number | null {
    try {
      return this.book.read(key, this.facts.figureDay).value as number;
    } catch (error) {
      if (error instanceof MissingFigure) return null;
      throw error;
    }
  }

  #makeAsk(): Ask {
    const read = (key: string): never => {
      const citation = this.#figures.get(key) ?? this.book.read(key, this.facts.figureDay);
      this.#figures.set(key, citation);
      this.#citations.push(citation);
      return citation.value as never;
    };
    const ask: Ask = {
      facts: this.facts,
      limit: read,
      figure: read,
      exemptions: () => (this.#exemptions ??= judgedExemptions(this.facts, this.book)),
      standing: (line, part) => this.#ledger.standing(line, part),
      quantity: (line, part) => this.#ledger.quantity(line, part),
      isOut: (line, part) =>
        this.#ledger.standing(line).eligible === 0 || this.#ledger.standing(line, part).eligible === 0,
      said: (ruleId, line, part) => this.#ledger.said(ruleId, line, part),
      approval: (kind, place) => this.#approvals.find(kind, place),
      headcount: () => (this.#headcount ??= headcount(this.facts, this.#uncountable)),
      isCountable: (participantId) => !this.#uncountable.has(participantId),
      totals: () => assertReady(this.#totals),
      settlement: () => assertReady(this.#settlement),
      derive: <T>(compute: (own: Ask, key: string) => T, key = ''): T => this.#computed(this.#derived, compute, key),
      once: <T>(compute: (known: Known) => T): T => this.#computed(this.#lasting, compute, ''),
    };
    return ask;
  }

  #computed<T>(done: Computations, compute: (ask: Ask, key: string) => T, key: string): T {
    const known = done.get(compute)?.get(key);
    if (known) {
      this.#citations.push(...known.citations);
      return known.value as T;
    }
    const outer = this.#citations;
    this.#citations = [];
    try {
      const value = compute(this.#ask, key);
      const byKey = done.get(compute) ?? new Map<string, Computation>();
      done.set(compute, byKey.set(key, { value, citations: [...new Set(this.#citations)] }));
      return value;
    } finally {
      outer.push(...this.#citations);
      this.#citations = outer;
    }
  }
}

/** A limit that is not in the book: the amount waits, and a course is neither refused nor passed for it. */
function withoutFigure({ key, day }: MissingFigure, place: Place): Verdict {
  const words = `基準に「${key}」の値（${day} 時点）がありません`;
  const options = { at: place, overridable: false };
  return place.line === undefined
    ? confirm(`${words}。確かめてください`, options)
    : hold(0, `${words}。確かめるまで保留します`, { ...options, confirm: true });
}

function runsAt(at: RunsAt, stage: CaseStage): boolean {
  return at === 'both' || at === stage;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const NO_VERDICTS: readonly Verdict[] = [];
const NO_WORK: readonly WorkStep[] = [];

function assertReady<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Asked before the stage "settlement"');
  return value;
}
