import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import type { ChecklistId } from '../../shared/forms/checklist/checklists.js';
import { CHECKLISTS } from '../../shared/forms/checklist/checklists.js';
import type { Open } from '../../shared/forms/checklist/open-point.js';
import { openPointsOf } from '../../shared/forms/checklist/open-points.js';
import { screenOfRule } from '../../shared/forms/checklist/places-of-rules.js';
import { PAPERS } from '../../shared/forms/papers.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { courseRules } from '../../shared/rules/course-rules.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { independentApplicationSample, independentReportSample } from '../support/independent-sample.js';
import { cellsOf, reportOf, rowWith, sheetOf } from '../support/report.js';
import { applicationSample, changedSample, sampleCase } from '../support/sample.js';

const book = rulebook('R3');

function open(id: ChecklistId, value: Case): Open[] {
  return openPointsOf(id, { facts: new Facts(value), decision: check(value, book), book });
}

/** Sentences about blanks. */
function blanks(points: readonly Open[]): string[] {
  return points.filter(({ kindJa }) => kindJa === '記入').map(({ ja }) => ja.replace('が入力されていません', ''));
}

describe('what is open before a paper leaves', () => {
  test('each point says on which screen it is mended; only what stands open for every course says nothing', () => {
    const cases: [ChecklistId, Case][] = [
      ['commissionedApplication', applicationSample()],
      ['commissionedReport', sampleCase()],
      ['independentApplication', independentApplicationSample()],
      ['independentReport', independentReportSample()],
    ];
    for (const [id, value] of cases) {
      const points = open(id, value);
      expect(points.length, id).toBeGreaterThan(2);
      expect(points.filter(({ at, ruleId }) => at === undefined && ruleId !== '')).toEqual([]);
      const { always = [] } = CHECKLISTS[id] as { always?: readonly Open[] };
      expect(points.filter(({ at }) => at === undefined)).toHaveLength(always.length);
    }
  });

  test('a finding about a line leads to that line, one about a person to the person', () => {
    const value = sampleCase();
    const fee = open('commissionedReport', value).find(({ ruleId }) => ruleId === 'FEE-LEC-01');
    expect(fee?.at).toEqual({ screen: 'claims', line: value.lines?.[1]?.id });
    const [first, ...others] = value.enrollments ?? [];
    if (!first) throw new Error('no enrolment');
    const judged = changedSample({
      enrollments: [{ ...first, judgement: 'pending', status: 'inProgress' }, ...others],
    });
    const point = open('commissionedReport', judged).find(({ ruleId }) => ruleId === 'IMP-EXM-03');
    expect(point?.at).toEqual({ screen: 'participants', person: first.participantId });
    expect(point?.placeJa).toContain('受講者名簿');
  });

  test('a blank leads to the field by the label that 概要 shows', () => {
    const drawn = ['organization-section', 'procedure-sections', 'course-section', 'record-lists']
      .map((name) => readFileSync(new URL(`../../renderer/features/overview/${name}.tsx`, import.meta.url), 'utf8'))
      .join('\n');
    const named = [
      ...Object.values(CHECKLISTS).flatMap(({ blanks: own }) => own.map(({ at }) => at)),
      ...courseRules(book).map(({ id }) => screenOfRule(id)),
    ].flatMap((at) => (at.screen === 'overview' && at.section !== undefined ? [at.section] : []));
    expect(new Set(named).size).toBeGreaterThan(15);
    for (const label of new Set(named)) expect(drawn, label).toContain(`"${label}"`);
  });

  test('asks of a report for what was held and agreed, of an application for what is planned', () => {
    const empty = { ...sampleCase().course };
    for (const key of ['reportSentOn', 'contractOn', 'contractAmount', 'approvalNoticeOn'] as const) delete empty[key];
    const report = blanks(open('commissionedReport', changedSample({ course: empty })));
    expect(report).toEqual(expect.arrayContaining(['報告日', '契約日', '契約額', '承認通知の日', '受講者の出欠']));
    expect(report).not.toContain('募集期間');
    const application = blanks(
      open('commissionedApplication', applicationSample({ staff: [], assignments: [], lines: [] })),
    );
    expect(application).toContain('講師等');
    expect(application).not.toContain('報告日');
  });

  test('asks no 独自 course for a contract, a claim or 証憑', () => {
    const course = { ...sampleCase().course, delivery: 'independent' as const };
    const value = { ...sampleCase(), course, vouchers: [], transfers: [] };
    const points = open('independentReport', value);
    expect(blanks(points).join()).not.toMatch(/契約|概算/u);
    expect(points.filter(({ kindJa }) => kindJa === '書類' || kindJa === '金額')).toEqual([]);
    expect(points.some(({ kindJa, ja }) => kindJa === '要確認' && ja.includes('所定様式'))).toBe(true);
  });

  test('a paper that no rule speaks of is asked for of 委託, with its line, and not of 独自', () => {
    const applied = applicationSample();
    const lines = (applied.lines ?? []).map((line) => ({ ...line, voucherIds: [] }));
    const value = applicationSample({ lines, vouchers: [] });
    const asked = (id: ChecklistId, own: Case): Open[] => open(id, own).filter(({ ruleId }) => ruleId === 'RNT-ONL-04');
    const online = (value.lines ?? []).find(({ kind }) => kind === 'online');
    expect(asked('commissionedApplication', value)).toMatchObject([
      { kindJa: '書類', placeJa: '経費内訳\n3-10', at: { screen: 'claims', line: online?.id } },
    ]);
    const course = { ...value.course, delivery: 'independent' as const };
    expect(asked('independentApplication', { ...value, course })).toEqual([]);
  });

  test('of 変更届 only what changed speaks, of 免除 only 免除, of 判定結果報告 only judgements', () => {
    const changed = changedSample({
      course: { ...sampleCase().course, applicationSnapshot: { mode: 'online', headcount: 30 } },
    });
    const rules = (id: ChecklistId): string[] =>
      open(id, changed).flatMap(({ ruleId }) => (ruleId === '' ? [] : [ruleId]));
    expect(rules('changeNotice').length).toBeGreaterThan(0);
    expect(rules('changeNotice').every((id) => id.startsWith('CHG-'))).toBe(true);
    expect(rules('exemptions').every((id) => id.startsWith('EXM-'))).toBe(true);
    expect(rules('judgementReport').every((id) => /^(RPT-JDG|IMP-EXM|EXM)/u.test(id))).toBe(true);
  });

  test('what an approval settled stands last and is marked as done', () => {
    const points = open('commissionedReport', sampleCase());
    const done = points.map(({ isDone }) => isDone);
    expect([...done].sort()).toEqual(done);
  });
});

describe('the checklist of each workbook', () => {
  const deadline = (value: Case, sheet = '提出チェックリスト') => sheetOf(reportOf(value).content, sheet);

  test.each([
    ['委託・申請', applicationSample(), '申請期限', 'DL-03'],
    ['委託・報告', sampleCase(), '報告期限', 'DL-08'],
    ['独自・申請', independentApplicationSample(), '申請期限', 'DL-04'],
    ['独自・報告', independentReportSample(), '報告期限', 'DL-10'],
  ])('%s stands first, internal, with its own deadline', (_name, value, label, deadlineId) => {
    const { content, decision } = reportOf(value);
    const [first] = content.sheets;
    expect(first).toMatchObject({ name: '提出チェックリスト', internal: true });
    const due = decision.deadlines.find((own) => own.deadlineId === deadlineId)?.dueOn;
    expect(due).toBeDefined();
    expect([...rowWith(deadline(value), label).values()].map((cell) => cell.value)).toContain(due);
  });

  test('says on its first line how much is open, and counts it', () => {
    for (const value of [sampleCase(), independentReportSample()]) {
      const sheet = deadline(value);
      const rows = sheet.rows.filter((row) => typeof row.cells.get(0)?.value === 'number');
      const words = cellsOf(sheet).map(({ cell }) => String(cell.value));
      expect(words.some((text) => text.startsWith(`未対応の事項が${rows.length}件`))).toBe(true);
      const counted = cellsOf(sheet).filter(({ cell }) => cell.formula?.startsWith('COUNTIFS(') === true);
      expect(counted.reduce((sum, { cell }) => sum + Number(cell.value), 0)).toBe(rows.length);
    }
  });

  test('every paper of the list has one that the screen can ask for', () => {
    const value = sampleCase();
    const input = { facts: new Facts(value), decision: check(value, book), book };
    for (const paper of PAPERS) expect(Array.isArray(paper.open(input)), paper.id).toBe(true);
  });
});
