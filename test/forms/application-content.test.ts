import { describe, expect, test } from 'vitest';
import { printScale } from '../../shared/forms/page.js';
import type { Cell, Sheet } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { sum } from '../../shared/money.js';
import { caseFrom } from '../support/cases.js';
import { Formulas } from '../support/formulas.js';
import { cellsOf, reportOf, rowWith, sheetOf } from '../support/report.js';
import { applicationSample } from '../support/sample.js';

const sample = applicationSample();
const { content, decision } = reportOf(sample);

function texts(sheet: Sheet): string[] {
  return cellsOf(sheet).flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value] : []));
}

/** What stands right of a label. */
function beside(sheet: Sheet, label: string): Cell | undefined {
  const row = rowWith(sheet, label);
  const [column = 0] = [...row].find(([, cell]) => cell.value === label) ?? [];
  return row.get(column + (row.get(column)?.span ?? 1));
}

/** The results after one input cell was typed over, by place. */
function afterTyping(sheet: Sheet, place: { row: number; column: number }, value: number): Map<string, unknown> {
  const cells = sheet.rows[place.row]?.cells as Map<number, Cell>;
  const before = cells.get(place.column);
  if (!before) throw new Error('no cell to type into');
  cells.set(place.column, { ...before, value });
  const results = new Map(new Formulas(content).results().map(({ place: at, result }) => [at, result]));
  cells.set(place.column, before);
  return results;
}

describe('the sheets of the application', () => {
  test('are those of W1 in their order, the checklist first', () => {
    expect(content.name).toBe('R3_委託_申請_西山府スポーツ協会_コーチ2_水泳_20211028');
    expect(content.sheets.map((sheet) => sheet.name)).toEqual([
      '提出チェックリスト',
      '講習会実施申請書',
      '収支予算書',
      '日程表',
      '科目別時間数',
      '受講者名簿',
      '講師等名簿',
      '謝金・旅費支払明細A',
      '謝金・旅費支払明細B',
      '謝金・旅費支払明細C',
      '経費内訳',
      '振込手数料明細',
      '証憑一覧',
      '受講料納入内訳',
      '_meta',
    ]);
  });

  test('speak of what is planned, never of what was held, paid or reported', () => {
    for (const sheet of content.sheets.filter(({ name }) => name !== '提出チェックリスト')) {
      const words = texts(sheet).join('\n');
      expect(words, sheet.name).not.toMatch(/実績|報告|申請時\n確定額|独自講習会/u);
    }
    expect(texts(sheetOf(content, '日程表'))).toContain('日程表（計画）');
  });

  test('end with the note that the layout is our own, and none is printed under 80 %', () => {
    for (const sheet of content.sheets.filter((own) => !own.hidden)) {
      expect(texts(sheet).at(-1), sheet.name).toContain('所定様式');
      expect(printScale(sheet), sheet.name).toBeGreaterThan(0.795);
    }
  });

  test('are one page where the guide wants one: 申請書 and 収支予算書', () => {
    for (const name of ['講習会実施申請書', '収支予算書']) {
      const { rows } = sheetOf(content, name);
      expect(
        rows.some((row) => row.breakBefore === true),
        name,
      ).toBe(false);
    }
  });
});

describe('the figures', () => {
  test('of 収支予算書 are those of the decision', () => {
    const budget = sheetOf(content, '収支予算書');
    const total = rowWith(budget, '支出合計');
    expect([2, 4, 5, 6].map((column) => total.get(column)?.value)).toEqual([
      decision.totals.claimed,
      decision.totals.eligible,
      decision.totals.provisional,
      decision.totals.cut,
    ]);
    expect(beside(budget, '委託金（申請額）')?.value).toBe(decision.totals.eligible);
    expect(beside(budget, '収入合計')?.value).toBe(decision.totals.claimed);
    expect(beside(budget, '収支差（0になること）')?.value).toBe(0);
    const advance = cellsOf(budget).find(({ cell }) => cell.formula?.startsWith('ROUNDDOWN(') === true);
    expect(advance?.cell.value).toBe(decision.settlement.advance);
  });

  test('of every line stand in its row with the number that the screen shows', () => {
    const rows = ['謝金・旅費支払明細A', '謝金・旅費支払明細B', '経費内訳', '振込手数料明細'].flatMap((name) => {
      const sheet = sheetOf(content, name);
      return sheet.rows.filter(
        (row) => row.cells.size === sheet.widths.length && /^\d-\d/u.test(String(row.cells.get(0)?.value)),
      );
    });
    expect(rows).toHaveLength(decision.lines.length);
    // Behind 判定額 stand its check, the item and the payee.
    const engine = rows.map((row) => row.cells.get(row.cells.size - 4)?.value);
    expect(engine).toEqual(decision.lines.map((line) => line.eligible));
  });

  test('of 申請書 are carried over from the papers behind it', () => {
    const sheet = sheetOf(content, '講習会実施申請書');
    expect(beside(sheet, '委託金申請額\n（円）')).toMatchObject({
      value: decision.totals.eligible,
      formula: expect.stringContaining("'収支予算書'!") as string,
    });
    expect(beside(sheet, '受講料納入額\n（円）')).toMatchObject({
      value: 242_000,
      formula: expect.stringContaining("'受講料納入内訳'!") as string,
    });
    expect(beside(sheet, '受講者　新規')?.value).toBe(22);
    expect(beside(sheet, '受講者　過年度')?.value).toBe(2);
    expect(beside(sheet, '受講者　計')?.value).toBe(decision.headcount.participants);
    expect(beside(sheet, '検定員')?.value).toBe(1);
  });

  test('of 支払予定 add up to those of A and B', () => {
    const row = rowWith(sheetOf(content, '謝金・旅費支払明細C'), '計');
    const own = decision.accounts.filter(({ account }) => account === 'honorarium' || account === 'travel');
    expect(row.get(5)?.value).toBe(sum(own.map(({ claimed }) => claimed)));
    expect(row.get(6)?.value).toBe(sum(own.map(({ eligible }) => eligible)));
  });

  test('of a fee that is corrected carry through to 委託金申請額 and 概算払', () => {
    const sheet = sheetOf(content, '謝金・旅費支払明細A');
    const rate = cellsOf(sheet).find(({ cell }) => cell.look === 'input' && cell.value === 6000);
    if (!rate) throw new Error('no rate of 6,000 yen');
    const results = afterTyping(sheet, rate, 5000);
    const application = sheetOf(content, '講習会実施申請書');
    const { row = -1 } = cellsOf(application).find(({ cell }) => cell.value === '委託金申請額\n（円）') ?? {};
    expect(results.get(`講習会実施申請書!B${row + 1}`)).toBe(decision.totals.eligible - 9000);
  });

  test('under a failed gate say which one, and ask for nothing', () => {
    const few = reportOf(applicationSample({ enrollments: (sample.enrollments ?? []).slice(0, 9) }));
    expect(few.decision.totals.gatedBy.length).toBeGreaterThan(0);
    const budget = sheetOf(few.content, '収支予算書');
    expect(beside(budget, '委託金（申請額）')?.value).toBe(0);
    expect(texts(budget).join()).toContain(few.decision.totals.gatedBy[0]);
    expect(beside(sheetOf(few.content, '講習会実施申請書'), '委託金申請額\n（円）')?.value).toBe(0);
  });

  test('of people who left are not applied for', () => {
    const [first, ...others] = sample.enrollments ?? [];
    if (!first) throw new Error('no enrolment');
    const one = reportOf(applicationSample({ enrollments: [{ ...first, status: 'withdrawn' }, ...others] }));
    expect(beside(sheetOf(one.content, '講習会実施申請書'), '受講者　計')?.value).toBe(23);
    const [person] = sample.participants ?? [];
    expect(texts(sheetOf(one.content, '受講者名簿'))).not.toContain(person?.nameJa);
  });
});

describe('受講料納入内訳', () => {
  test('says the account only after it was compared with the official notice', () => {
    expect(texts(sheetOf(content, '受講料納入内訳'))).toContain('振込先：口座は公式通知で確認');
    const checked = { ...sample.course, settings: { bankAccountVerified: true } };
    const own = texts(sheetOf(reportOf(applicationSample({ course: checked })).content, '受講料納入内訳')).join();
    expect(own).toContain('2295929');
  });

  test('adds the リファレンスブック of 共通科目Ⅱ, and speaks of 共通科目Ⅰ only for コーチ1', () => {
    const course = { ...sample.course, subject: 'common2' as const };
    const common = sheetOf(reportOf(applicationSample({ course })).content, '受講料納入内訳');
    expect(rowWith(common, 'コーチ2 共通科目Ⅱ 受講料').get(3)?.value).toBe(22 * 17_600);
    expect(rowWith(common, 'リファレンスブック').get(1)?.value).toBe(3300);
    expect(texts(common).join()).not.toContain('共通科目Ⅰ');
    const first = reportOf(applicationSample({ course: { ...sample.course, level: 'coach1' } }));
    expect(texts(sheetOf(first.content, '受講料納入内訳')).join()).toContain('本人が直接納入');
  });
});

describe('提出チェックリスト', () => {
  const list = sheetOf(content, '提出チェックリスト');
  const rows = list.rows.filter((row) => typeof row.cells.get(0)?.value === 'number');

  test('names every open finding that takes money, with the sheet and the line', () => {
    const cut = decision.lines.filter((line) => line.cut > 0);
    expect(cut.length).toBeGreaterThan(10);
    for (const line of cut) {
      const [finding] = line.findings.filter(({ cut: own }) => (own ?? 0) > 0);
      expect(rows.some((row) => row.cells.get(4)?.value === finding?.ruleId)).toBe(true);
    }
    const fee = rows.find((row) => row.cells.get(4)?.value === 'FEE-LEC-01');
    expect(fee?.cells.get(5)?.value).toBe('謝金・旅費支払明細A\n1-02');
  });

  test('names what is blank on the papers, and says on its first line how much is open', () => {
    expect(texts(list)).toContain('団体代表者の職氏名が入力されていません');
    expect(texts(list).some((text) => text.startsWith(`未対応の事項が${rows.length}件`))).toBe(true);
    const known = { ...sample.organization, representative: '会長 見本 太郎' };
    const filled = sheetOf(reportOf(applicationSample({ organization: known })).content, '提出チェックリスト');
    expect(texts(filled)).not.toContain('団体代表者の職氏名が入力されていません');
  });

  test('counts by weight, what weighs most first', () => {
    const weights = rows.map((row) => row.cells.get(2)?.value);
    expect(weights).toEqual([...weights].sort((a, b) => (a === b ? 0 : a === '要対応' ? -1 : 1)));
    const counted = cellsOf(list).find(({ cell }) => cell.formula?.endsWith('"要対応")') === true);
    expect(counted?.cell.value).toBe(weights.filter((word) => word === '要対応').length);
  });

  test('shows the day until which the application may be posted', () => {
    const due = decision.deadlines.find(({ deadlineId }) => deadlineId === 'DL-03')?.dueOn;
    expect(beside(list, '申請期限')).toMatchObject({ value: due, format: 'eraDate' });
  });
});

test('証憑一覧 asks for the fee table of the bank once, for all transfers', () => {
  const list = sheetOf(content, '証憑一覧');
  const asked = list.rows.filter((row) => String(row.cells.get(2)?.value).startsWith('銀行の振込手数料一覧'));
  expect(asked.map((row) => row.cells.get(7)?.value)).toEqual(['7-01–7-04']);
});

describe('papers that only some courses need', () => {
  const line = { kind: 'honorarium', account: 'honorarium', role: 'assistant', rate: 6000 };
  const helped = (assignments: unknown[], lines: unknown[]): Case =>
    caseFrom('honoraria-course', { assignments, lines });

  test('助手増員願 for a second 助手 of a 科目, with the live sum of what it costs', () => {
    const two = helped(
      [
        { id: 'a1', staffId: 'S1', role: 'assistant', sessionId: 'P1' },
        { id: 'a2', staffId: 'S2', role: 'assistant', sessionId: 'P1' },
      ],
      [
        { ...line, id: 'H1', assignmentIds: ['a1'] },
        { ...line, id: 'H2', assignmentIds: ['a2'] },
      ],
    );
    const made = reportOf(two).content;
    const sheet = sheetOf(made, '助手増員願');
    expect(rowWith(sheet, '謝金見込額　計').get(4)?.value).toBe(36_000);
    expect(texts(sheet).join()).toContain('希望 2名');
    expect(made.sheets.map(({ name }) => name)).not.toContain('助手配置願');
  });

  test('助手配置願 for a 助手 in 基礎理論, none for one in 実技', () => {
    const one = (sessionId: string): string[] =>
      reportOf(
        helped(
          [{ id: 'a1', staffId: 'S1', role: 'assistant', sessionId }],
          [{ ...line, id: 'H1', assignmentIds: ['a1'] }],
        ),
      ).content.sheets.map(({ name }) => name);
    expect(one('L1')).toContain('助手配置願');
    expect(one('L1')).not.toContain('助手増員願');
    expect(one('P1')).not.toContain('助手配置願');
  });

  test('理由書 for rooms that are no public facility', () => {
    const [venue] = sample.venues ?? [];
    if (!venue) throw new Error('no venue');
    const own = reportOf(applicationSample({ venues: [{ ...venue, isPublicFacility: false }] })).content;
    const rooms = decision.lines.filter(({ id }) => (sample.lines ?? []).some((l) => l.id === id && l.kind === 'room'));
    expect(beside(sheetOf(own, '理由書'), '申請額（円）')?.value).toBe(sum(rooms.map(({ claimed }) => claimed)));
  });
});
