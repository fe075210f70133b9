/** The engine with toy rules: stages, minimum, provisional amounts, approvals, citations, missing figures. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { decide } from '../../shared/rules/engine/decide.js';
import { MissingFigure } from '../../shared/rules/engine/figure.js';
import { type Rule, rule, type RuleDefinition } from '../../shared/rules/engine/rule.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import type { SubjectKind } from '../../shared/rules/engine/subjects.js';
import { confirm, cut, cutAndHold, hold, note, refuse, warn } from '../../shared/rules/engine/verdict.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');
/** One honorarium line H1 of 24,000 yen (2 hours) with one assignment a1. */
const lecture = caseFrom('lecture');
const twoParts = caseFrom('lecture', {
  curriculum: [{ id: 'C2', nameJa: '指導法', groupMinutes: 60 }],
  sessions: [{ id: 's2', date: '2021-10-02', start: 780, end: 840, format: 'lecture', curriculumItemId: 'C2' }],
  assignments: [{ id: 'a2', staffId: 'S1', role: 'lecturer', sessionId: 's2' }],
  lines: [{ id: 'H1', assignmentIds: ['a1', 'a2'] }],
});

function toy<const K extends SubjectKind>(id: string, definition: Omit<RuleDefinition<K>, 'id' | 'clause'>): Rule {
  return rule<K>({ ...definition, id, clause: '別表' });
}
/** The book with a hole. */
const without = (missing: string): Rulebook => ({
  ...book,
  read: (key, day) => {
    if (key === missing) throw new MissingFigure(key, day);
    return book.read(key, day);
  },
});
const amounts = (rules: Rule[], value = lecture) => {
  const line = decide(value, book, rules).lines[0];
  return line && [line.claimed, line.eligible, line.cut, line.provisional];
};

describe('amounts of a line', () => {
  test('without a finding everything claimed is eligible', () => {
    expect(amounts([])).toEqual([24000, 24000, 0, 0]);
  });

  test('the smallest amount that any rule leaves counts; rules do not add up', () => {
    const ten = toy('T-A-01', { stage: 'prices', on: 'honorarium', check: () => cut(10000, '') });
    const eight = toy('T-A-02', { stage: 'groups', on: 'line', check: () => cut(8000, '') });
    expect(amounts([ten, eight])).toEqual([24000, 8000, 16000, 0]);
    expect(amounts([eight, ten])).toEqual([24000, 8000, 16000, 0]);
  });

  test('final cuts first, only the rest is provisional', () => {
    const final = toy('T-A-01', { stage: 'prices', on: 'line', check: () => cut(10000, '') });
    const paper = toy('T-A-02', { stage: 'papers', on: 'line', check: () => hold(0, '') });
    expect(amounts([final, paper])).toEqual([24000, 0, 14000, 10000]);
  });

  test('one rule may cut a part and hold another', () => {
    const both = toy('T-A-01', {
      stage: 'prices',
      on: 'line',
      check: () => cutAndHold({ leaves: 11000, until: 10000 }, ''),
    });
    expect(amounts([both])).toEqual([24000, 10000, 13000, 1000]);
  });

  test('warnings and notes never change an amount', () => {
    const words = toy('T-A-01', { stage: 'prices', on: 'line', check: () => [warn(''), confirm(''), note('')] });
    expect(amounts([words])).toEqual([24000, 24000, 0, 0]);
  });

  test('an amount below zero or above the claim is brought back into the claim', () => {
    expect(amounts([toy('T-A-01', { stage: 'prices', on: 'line', check: () => cut(-5, '') })])).toEqual([
      24000, 0, 24000, 0,
    ]);
    expect(amounts([toy('T-A-01', { stage: 'prices', on: 'line', check: () => cut(99999, '') })])).toEqual([
      24000, 24000, 0, 0,
    ]);
  });

  test('parts are judged one by one and added', () => {
    const second = toy('T-A-01', {
      stage: 'exclusions',
      on: 'paidAssignment',
      check: (paid) => (paid.assignment.id === 'a2' ? cut(0, '') : undefined),
    });
    const first = toy('T-A-02', {
      stage: 'papers',
      on: 'paidAssignment',
      check: (paid) => (paid.assignment.id === 'a1' ? hold(20000, '') : undefined),
    });
    expect(amounts([second, first], twoParts)).toEqual([36000, 20000, 12000, 4000]);
  });

  test('a limit on the whole line binds the sum of its parts', () => {
    const part = toy('T-A-01', {
      stage: 'exclusions',
      on: 'paidAssignment',
      check: (paid) => (paid.assignment.id === 'a2' ? hold(0, '') : undefined),
    });
    const whole = toy('T-A-02', { stage: 'groups', on: 'line', check: () => cut(30000, '') });
    // 36,000 claimed; the line may be 30,000 for good, of which only the first part (24,000) is proved.
    expect(amounts([part, whole], twoParts)).toEqual([36000, 24000, 6000, 6000]);
  });
});

describe('stages', () => {
  test('a rule sees what earlier stages left, not what its own stage does', () => {
    const seen: number[] = [];
    const look = (stage: Rule['stage']): Rule =>
      toy(`T-${stage.toUpperCase().slice(0, 3)}-01`, {
        stage,
        on: 'line',
        check: (line, ask) => {
          seen.push(ask.standing(line.id).eligible);
          return cut(seen.length * 1000, '');
        },
      });
    decide(lecture, book, [look('papers'), look('prices'), look('papers')]);
    // prices sees the claim; both papers rules see what prices left (1,000), although the first of them ran before.
    expect(seen).toEqual([24000, 1000, 1000]);
  });

  test('a counted quantity limits the price rules of a later stage', () => {
    const hours = toy('T-A-01', {
      stage: 'quantities',
      on: 'paidAssignment',
      check: () => cut(12000, '', { quantity: 60 }),
    });
    let minutes = 0;
    const price = toy('T-A-02', {
      stage: 'prices',
      on: 'paidAssignment',
      check: (paid, ask) => {
        minutes = ask.quantity(paid.line.id, paid.assignment.id);
        return undefined;
      },
    });
    decide(lecture, book, [price, hours]);
    expect(minutes).toBe(60);
  });

  test('rules of the other stage of the case do not run', () => {
    const report = toy('T-A-01', { stage: 'papers', on: 'line', at: 'report', check: () => hold(0, '') });
    expect(amounts([report])).toEqual([24000, 24000, 0, 0]);
  });
});

describe('approvals', () => {
  const strict = toy('T-A-01', {
    stage: 'quantities',
    on: 'line',
    override: 'extraLecturer',
    check: () => cut(0, '2名以上です', { remedyJa: '' }),
  });
  const approval = {
    id: 'ap1',
    kind: 'extraLecturer',
    source: 'jspo',
    date: '2021-08-20',
    contactPerson: '見本 担当',
    means: '電話',
    scope: 'course',
  };
  const withApproval = (changes: object) => caseFrom('lecture', { approvals: [{ ...approval, ...changes }] });

  test('a complete record restores the money and leaves the same rule as a note', () => {
    const decision = decide(withApproval({}), book, [strict]);
    expect(decision.lines[0]).toMatchObject({ eligible: 24000, cut: 0 });
    expect(decision.lines[0]?.findings[0]).toMatchObject({ ruleId: 'T-A-01', severity: 'info', approved: true });
    expect(decision.lines[0]?.findings[0]?.messageJa).toContain('承認記録あり（2021年8月20日・見本 担当）');
  });

  test.each([
    ['without a contact person', { contactPerson: ' ' }],
    ['without the means of contact', { means: '' }],
    ['from the wrong source', { source: 'secretariat', note: '理由' }],
    ['of another kind', { kind: 'extraAssistant' }],
  ])('a record %s does not count', (_name, changes) => {
    expect(amounts([strict], withApproval(changes))).toEqual([24000, 0, 24000, 0]);
  });

  test('the scope of a line or a person covers only that line or person', () => {
    expect(amounts([strict], withApproval({ scope: 'line', scopeId: 'H1' }))).toEqual([24000, 24000, 0, 0]);
    expect(amounts([strict], withApproval({ scope: 'person', scopeId: 'S1' }))).toEqual([24000, 24000, 0, 0]);
    const other = caseFrom('lecture', {
      staff: [{ id: 'S2', nameJa: '西尾 隆' }],
      approvals: [{ ...approval, scope: 'person', scopeId: 'S2' }],
    });
    expect(amounts([strict], other)).toEqual([24000, 0, 24000, 0]);
  });

  test('an outcome marked as not overridable stands', () => {
    const firm = toy('T-A-01', {
      stage: 'quantities',
      on: 'line',
      override: 'extraLecturer',
      check: () => cut(0, '', { overridable: false }),
    });
    expect(amounts([firm], withApproval({}))).toEqual([24000, 0, 24000, 0]);
  });
});

describe('figures', () => {
  test('reading a limit puts its citation into the finding, and only into that one', () => {
    const reads = toy('T-A-01', {
      stage: 'prices',
      on: 'line',
      check: (_line, ask) => cut(ask.limit('honoraria.lecture.rate'), ''),
    });
    const silent = toy('T-A-02', { stage: 'prices', on: 'line', check: () => warn('') });
    const [first, second] = decide(lecture, book, [reads, silent]).lines[0]?.findings ?? [];
    expect(first?.citations).toMatchObject([{ key: 'honoraria.lecture.rate', value: 12000, at: '別表1(1)' }]);
    expect(second?.citations).toEqual([]);
  });

  test('a shared computation is done once and its citations reach every reader', () => {
    let runs = 0;
    const shared = (ask: { limit: (key: 'honoraria.lecture.rate') => number }): number => {
      runs += 1;
      return ask.limit('honoraria.lecture.rate');
    };
    const make = (id: string): Rule =>
      toy(id, { stage: 'prices', on: 'line', check: (_line, ask) => cut(ask.derive(shared), '') });
    const findings = decide(lecture, book, [make('T-A-01'), make('T-A-02')]).lines[0]?.findings ?? [];
    expect(runs).toBe(1);
    expect(findings.map((finding) => finding.citations.map((citation) => citation.key))).toEqual([
      ['honoraria.lecture.rate'],
      ['honoraria.lecture.rate'],
    ]);
  });

  test('a figure that the book does not hold withholds the amount as 要確認 and never passes', () => {
    const reads = toy('T-A-01', {
      stage: 'prices',
      on: 'line',
      check: (line, ask) => (ask.facts.claimed(line) > ask.limit('honoraria.lecture.rate') ? cut(0, '') : undefined),
    });
    const line = decide(lecture, without('honoraria.lecture.rate'), [reads]).lines[0];
    expect(line).toMatchObject({ eligible: 0, cut: 0, provisional: 24000 });
    expect(line?.findings[0]).toMatchObject({ needsConfirmation: true, severity: 'error' });
  });

  test('a gate without its figure asks for confirmation and does not fall', () => {
    const gate = toy('T-G-01', {
      stage: 'gates',
      on: 'course',
      gate: true,
      check: (_course, ask) => (ask.limit('honoraria.lecture.rate') > 0 ? refuse('') : undefined),
    });
    const decision = decide(lecture, without('honoraria.lecture.rate'), [gate]);
    expect(decision.totals).toMatchObject({ eligible: 24000, gatedBy: [] });
    expect(decision.findings[0]).toMatchObject({ ruleId: 'T-G-01', severity: 'warning', needsConfirmation: true });
  });

  test('a settlement without its figures is unknown, not zero', () => {
    expect(decide(lecture, without('settlement.advance.percent'), []).settlement).toMatchObject({
      contractAmount: 24000,
      advance: null,
    });
  });
});

describe('gates', () => {
  const gate = (verdict: ReturnType<typeof refuse>): Rule =>
    toy('T-G-01', { stage: 'gates', on: 'course', gate: true, check: () => verdict });

  test('a failed gate leaves nothing of the total, but the lines stay computed', () => {
    const decision = decide(lecture, book, [gate(refuse('期限を過ぎています'))]);
    expect(decision.totals).toMatchObject({ eligible: 0, eligibleBeforeGates: 24000, gatedBy: ['T-G-01'] });
    expect(decision.lines[0]).toMatchObject({ eligible: 24000 });
    expect(decision.settlement).toMatchObject({ contractAmount: 0, advance: 0 });
  });

  test('a gate that only warns does not fall', () => {
    expect(decide(lecture, book, [gate(warn(''))]).totals).toMatchObject({ eligible: 24000, gatedBy: [] });
  });
});

test('the same case gives an equal decision twice', () => {
  expect(JSON.stringify(decide(twoParts, book, []))).toBe(JSON.stringify(decide(twoParts, book, [])));
});
