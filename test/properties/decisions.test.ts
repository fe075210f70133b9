/** What holds of every decision, whatever the case. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import { check } from '../../shared/rules/check.js';
import { decisionFileOf, decisionFileText } from '../../shared/rules/decision-file.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { paperTicks, type PaperTick } from '../../shared/rules/paper-ticks.js';
import { grownCase, withAmounts, withLine, withPaper } from './grown-cases.js';

const book = rulebook('R3');
const decide = (value: Case): Decision => check(value, book);

describe('every decision', () => {
  test('adds up: claimed = eligible + cut + provisional, none below zero, in lines, accounts and totals', () => {
    fc.assert(
      fc.property(grownCase, (value) => {
        const { lines, accounts, totals } = decide(value);
        for (const { claimed, eligible, cut, provisional } of [...lines, ...accounts]) {
          expect(Math.min(eligible, cut, provisional)).toBeGreaterThanOrEqual(0);
          expect(eligible + cut + provisional).toBe(claimed);
          expect([eligible, cut, provisional].every(Number.isSafeInteger)).toBe(true);
        }
        const sum = (of: 'claimed' | 'cut' | 'provisional'): number => lines.reduce((all, line) => all + line[of], 0);
        expect([totals.claimed, totals.cut, totals.provisional]).toEqual([
          sum('claimed'),
          sum('cut'),
          sum('provisional'),
        ]);
        expect(totals.eligible).toBe(totals.gatedBy.length > 0 ? 0 : totals.eligibleBeforeGates);
      }),
    );
  });

  test('is the same bytes for the same case', () => {
    fc.assert(
      fc.property(grownCase, (value) => {
        const text = (own: Case): string => decisionFileText(decisionFileOf(own, decide(own)));
        expect(text(structuredClone(value))).toBe(text(value));
      }),
    );
  });

  test('gives a reason with its clause for every yen that is not paid', () => {
    fc.assert(
      fc.property(grownCase, (value) => {
        for (const { claimed, eligible, findings } of decide(value).lines) {
          const reasons = findings.filter((finding) => (finding.cut ?? 0) + (finding.provisional ?? 0) > 0);
          if (eligible < claimed)
            expect(reasons.every(({ sourceJa }) => sourceJa !== '') && reasons.length > 0).toBe(true);
        }
      }),
    );
  });
});

describe('a better case is never decided worse', () => {
  test('a paper that the decision asks for never lowers a total', () => {
    fc.assert(
      fc.property(grownCase, fc.nat(200), (value, choice) => {
        const before = decide(value);
        const asked = askedPapers(value, before);
        const one = asked[choice % Math.max(1, asked.length)];
        if (!one) return;
        const after = decide(supplied(value, one.line, one.tick));
        expect(after.totals.eligibleBeforeGates).toBeGreaterThanOrEqual(before.totals.eligibleBeforeGates);
        expect(after.totals.eligible).toBeGreaterThanOrEqual(before.totals.eligible);
      }),
    );
  });

  test('a lower claim never raises what is paid on its line', () => {
    fc.assert(
      fc.property(
        grownCase,
        fc.nat(40),
        fc.nat(10),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (value, at, field, by) => {
          const lines = value.lines ?? [];
          const line = lines[at % lines.length];
          const lower = line && withLowerPrice(line, field, by);
          if (!line || !lower || isWeighedAgainstFares(line)) return;
          const eligible = (own: Case): number => decide(own).lines.find(({ id }) => id === line.id)?.eligible ?? 0;
          expect(eligible(withAmounts(withLine(value, lower)))).toBeLessThanOrEqual(eligible(value));
        },
      ),
    );
  });
});

function askedPapers(value: Case, decision: Decision): { line: Line; tick: PaperTick }[] {
  const facts = new Facts(value);
  const decided = new Map(decision.lines.map((line) => [line.id, line]));
  return (value.lines ?? []).flatMap((line) =>
    paperTicks(line, facts, decided.get(line.id))
      .filter((tick) => !tick.isThere && tick.ways.length > 0)
      .map((tick) => ({ line, tick })),
  );
}

/** The papers of the first way, made out as they must be, and the talk that has to go before a 助手配置願. */
function supplied(value: Case, line: Line, { ways, leg }: PaperTick): Case {
  return (ways[0] ?? []).reduce((before, kind) => {
    const next = kind === 'theoryAssistantRequest' ? withConsultation(before) : before;
    const now = (next.lines ?? []).find((entry) => entry.id === line.id) ?? line;
    return withPaper(next, now, {
      kind,
      isOriginal: true,
      addressee: value.organization.contractName,
      ...(leg ? { route: `${leg.from}-${leg.to}`, usedOn: leg.date } : {}),
    });
  }, value);
}

function withConsultation(value: Case): Case {
  const contact = { date: '2021-04-01', contactPerson: '担当者', means: 'メール' };
  return { ...value, course: { ...value.course, jspoContacts: [...(value.course.jspoContacts ?? []), contact] } };
}

const PRICES = ['rate', 'lumpSum', 'price', 'unitPrice', 'orderAmount', 'fee', 'perDay', 'baseFare'] as const;

/** A stay of several days is needed where it costs less than going home (TRV-LDG-02, -08): a lower price may open it. */
function isWeighedAgainstFares(line: Line): boolean {
  return (line.kind === 'lodging' || line.kind === 'package') && line.necessity?.multiDay === true;
}

/** The line with one of its prices lowered to a share of itself; undefined where it has none above zero. */
function withLowerPrice(line: Line, field: number, share: number): Line | undefined {
  const copy = structuredClone(line) as unknown as Record<string, unknown>;
  const owners = [copy, ...((copy['legs'] ?? []) as Record<string, unknown>[])];
  const places = owners.flatMap((owner) =>
    PRICES.filter((key) => typeof owner[key] === 'number' && owner[key] > 0).map((key) => ({ owner, key })),
  );
  const place = places[field % Math.max(1, places.length)];
  if (!place) return undefined;
  place.owner[place.key] = Math.floor((place.owner[place.key] as number) * share);
  return copy as unknown as Line;
}
