/** What holds across the sheets of every workbook, whatever the case. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { fiscalYearJa } from '../../shared/dates.js';
import { PAPERS } from '../../shared/forms/papers.js';
import type { Cell, Row, Sheet, Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { ACCOUNT_ITEMS, accountItemOf } from '../../shared/model/case/account-item.js';
import { sum } from '../../shared/money.js';
import { check } from '../../shared/rules/check.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { grownCase } from '../properties/grown-cases.js';
import { Formulas } from '../support/formulas.js';
import { cellsOf, rowWith, sheetOf } from '../support/report.js';
import { applicationSample, sampleCase } from '../support/sample.js';

const book = rulebook('R3');
const MAIN = ['commissionedApplication', 'commissionedReport', 'independentApplication', 'independentReport'];
const LINE_SHEETS = ['謝金・旅費支払明細A', '謝金・旅費支払明細B', '経費内訳', '振込手数料明細'];
const NUMBER = /^\d-\d/u;

type Made = { readonly content: Workbook; readonly facts: Facts; readonly decision: Decision };

/** The application or the report of a case. */
function made(value: Case): Made {
  const facts = new Facts(value);
  const decision = check(value, book);
  const [content] = PAPERS.filter((paper) => MAIN.includes(paper.id) && paper.fits(facts)).flatMap((paper) =>
    paper.make({ facts, decision, book }),
  );
  if (!content) throw new Error('no application or report');
  return { content, facts, decision };
}

const independent = (value: Case): Case => ({ ...value, course: { ...value.course, delivery: 'independent' } });
/** The sample with one receipt of 100 yen for all of its consumables. */
function oneReceipt(): Case {
  const sample = sampleCase();
  return {
    ...sample,
    vouchers: [...(sample.vouchers ?? []), { id: 'one', no: '5-99', kind: 'receiptOriginal', amount: 100 }],
    lines: (sample.lines ?? []).map((line) => (line.kind === 'consumable' ? { ...line, voucherIds: ['one'] } : line)),
  };
}
const CASES = [
  sampleCase(),
  applicationSample(),
  oneReceipt(),
  ...fc.sample(grownCase, { seed: 20_211_126, numRuns: 160 }),
];
const ALL = CASES.map(made);
const COMMISSIONED = ALL.filter(({ facts }) => facts.isCommissioned);
const INDEPENDENT = CASES.map((value) => made(independent(value)));

test('there are enough of each', () => {
  for (const list of [COMMISSIONED, INDEPENDENT]) {
    expect(list.filter(({ facts }) => facts.isReport).length).toBeGreaterThan(30);
    expect(list.filter(({ facts }) => !facts.isReport).length).toBeGreaterThan(30);
  }
});

/** Rows of lines: they have a number, and a cell in every column. */
function lineRows(sheet: Sheet): Row[] {
  return sheet.rows.filter(
    (row) => row.cells.size === sheet.widths.length && NUMBER.test(String(row.cells.get(0)?.value)),
  );
}

/** Cells of the lines under a head that begins with these words, table by table. */
function under(sheet: Sheet, heads: readonly string[]): Cell[] {
  let column = -1;
  return sheet.rows.flatMap((row) => {
    const head = [...row.cells].find(([, cell]) => cell.look === 'columnHead' && heads.includes(String(cell.value)));
    if (head) [column] = head;
    const own = lineRows({ ...sheet, rows: [row] });
    const cell = own.length === 1 ? row.cells.get(column) : undefined;
    return cell ? [cell] : [];
  });
}

const amounts = (cells: readonly Cell[]): number => sum(cells.map(({ value }) => Number(value ?? 0)));

describe('in every workbook', () => {
  test.each([
    ['委託', COMMISSIONED],
    ['独自', INDEPENDENT],
  ])('of %s formulas give what is stored, and no check cell is other than zero', (_name, list) => {
    for (const { content } of list) {
      const results = new Formulas(content).results();
      expect(results.filter(({ cell, result }) => (cell.value ?? '') !== (result ?? ''))).toEqual([]);
      expect(results.filter(({ cell, result }) => cell.mustBeZero === true && result !== 0)).toEqual([]);
    }
  });

  test('what the lines claim and keep adds up to 収支予算書 and 収支計算書', () => {
    for (const { content, decision, facts } of COMMISSIONED) {
      const sheets = LINE_SHEETS.map((name) => sheetOf(content, name));
      const claimed = sheets.flatMap((sheet) => under(sheet, ['申請額', '請求額\n（実績）', '手数料']));
      const eligible = sheets.flatMap((sheet) => under(sheet, ['対象額']));
      expect(claimed).toHaveLength(decision.lines.length);
      const total = rowWith(sheetOf(content, facts.isReport ? '収支計算書' : '収支予算書'), '支出合計');
      expect(total.get(facts.isReport ? 3 : 2)?.value).toBe(amounts(claimed));
      expect(total.get(4)?.value).toBe(amounts(eligible));
    }
  });

  test('every voucher number beside a line stands in 証憑一覧', () => {
    let count = 0;
    for (const { content } of COMMISSIONED) {
      const listed = new Set(cellsOf(sheetOf(content, '証憑一覧')).map(({ cell }) => String(cell.value)));
      const named = LINE_SHEETS.flatMap((name) => under(sheetOf(content, name), ['証憑番号']))
        .flatMap(({ value }) => String(value ?? '').split('\n'))
        .flatMap((line) => /\S+-\S+$/u.exec(line) ?? []);
      for (const number of named) expect(listed).toContain(number);
      count += named.length;
    }
    expect(count).toBeGreaterThan(100);
  });

  test('a voucher that several lines claim beyond its amount is marked in 証憑一覧, and no other', () => {
    let count = 0;
    for (const { content, facts, decision } of COMMISSIONED.filter((own) => own.facts.isReport)) {
      const doubled = facts.vouchers.filter((voucher) => {
        const lines = facts.linesListing(voucher.id);
        return lines.length > 1 && sum(lines.map((line) => facts.claimed(line))) > (voucher.amount ?? Infinity);
      });
      const marked = cellsOf(sheetOf(content, '証憑一覧')).filter(({ cell }) => String(cell.value).includes('請求計'));
      expect(marked).toHaveLength(doubled.length);
      const spoken = decision.lines.some((line) => line.findings.some(({ ruleId }) => ruleId === 'CLM-DUP-01'));
      expect(spoken).toBe(doubled.length > 0);
      count += doubled.length;
    }
    expect(count).toBeGreaterThan(0);
  });

  test.each([
    ['委託', COMMISSIONED],
    ['独自', INDEPENDENT],
  ])('the heads on the front page of %s are those of the lists', (_name, list) => {
    for (const { content, facts } of list.filter((own) => own.facts.enrolled.length > 0)) {
      const [, front] = content.sheets;
      if (!front) throw new Error('no front page');
      const people = sheetOf(content, facts.isReport ? '判定結果一覧' : '受講者名簿').rows.filter(
        (row) => row.cells.get(0)?.format === 'count' && typeof row.cells.get(0)?.value === 'number',
      );
      expect(beside(front, facts.isReport ? '判定結果一覧\nの人数' : '受講者　計')?.value).toBe(people.length);
    }
  });

  test('nobody is paid for more minutes of a 科目 than 日程表 has for it', () => {
    let count = 0;
    for (const { content, facts } of COMMISSIONED) {
      const schedule = sheetOf(content, '日程表');
      for (const [{ nameJa, itemJa }, minutes] of paidMinutes(facts)) {
        expect(minutes, `${nameJa} ${itemJa}`).toBeLessThanOrEqual(scheduledMinutes(schedule, nameJa, itemJa));
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  test('the year on every sheet is that of the course', () => {
    for (const { content, facts } of [...COMMISSIONED, ...INDEPENDENT]) {
      const yearJa = fiscalYearJa(facts.course.fiscalYear);
      for (const sheet of content.sheets.filter(({ hidden }) => !hidden)) {
        const words = [...(sheet.rows[0]?.cells.values() ?? [])].map(({ value }) => String(value)).join();
        expect(words, sheet.name).toContain(yearJa);
      }
    }
  });
});

/** What stands right of a label. */
function beside(sheet: Sheet, label: string): Cell | undefined {
  const row = [...rowWith(sheet, label)];
  return row[row.findIndex(([, cell]) => cell.value === label) + 1]?.[1];
}

/** Paid minutes by person and 科目. A time of one's own, or outside of the 日程, is asked about by the rules. */
function paidMinutes(facts: Facts): [{ readonly nameJa: string; readonly itemJa: string }, number][] {
  const paid = facts
    .linesOfKind('honorarium')
    .flatMap((line) => facts.paidAssignments(line))
    .filter(({ assignment, session }) => assignment.minutes === undefined && session !== undefined);
  // An assignment that stands on two lines is one time of work; that it is paid twice is said by a rule.
  const once = [...new Map(paid.map((own) => [own.assignment.id, own])).values()];
  const groups = new Map<string, typeof once>();
  for (const own of once) {
    const key = `${own.person.nameJa}\t${own.item?.nameJa ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  return [...groups].map(([key, own]) => {
    const [nameJa = '', itemJa = ''] = key.split('\t');
    return [{ nameJa, itemJa }, sum(own.map(({ minutes }) => minutes))];
  });
}

/** Minutes of the sessions of a 科目 in which somebody stands on 日程表. */
function scheduledMinutes(schedule: Sheet, nameJa: string, itemJa: string): number {
  const rows = schedule.rows.filter((row) => row.cells.get(6)?.value === itemJa);
  const own = rows.filter((row) =>
    [9, 10, 11, 12].some((column) =>
      String(row.cells.get(column)?.value ?? '')
        .split('、')
        .includes(nameJa),
    ),
  );
  return sum(own.map((row) => Number(row.cells.get(4)?.value)));
}

describe('no workbook speaks of the other kind of course', () => {
  /** What a rule says may have to name both: that a form of the one was used for the other. */
  const words = (content: Workbook): string =>
    content.sheets
      .filter(({ name }) => name !== '提出チェックリスト' && name !== '変更届')
      .flatMap((sheet) => [sheet.name, ...cellsOf(sheet).flatMap(({ cell }) => [cell.value, cell.note ?? ''])])
      .join('\n');

  test('独自: nothing of 委託, of what is claimed, or of the money that is paid under contract', () => {
    for (const { content } of INDEPENDENT) {
      expect(words(content)).not.toMatch(/委託|概算払|対象外|証憑|リファレンスブック/u);
      const submitted = content.sheets.filter(({ internal }) => internal !== true);
      expect(words({ ...content, sheets: submitted })).not.toMatch(/謝金|旅費/u);
      expect(content.name).toContain('_独自_');
    }
  });

  test('委託: nothing of 独自講習会 or 受講管理料', () => {
    for (const { content } of COMMISSIONED) {
      expect(words(content)).not.toMatch(/独自講習会|（独自）|独自　|受講管理料/u);
      expect(content.name).toContain('_委託_');
    }
  });

  test('the checklist of 独自 speaks of no line and no claim', () => {
    for (const { content } of INDEPENDENT) {
      const list = cellsOf(sheetOf(content, '提出チェックリスト')).map(({ cell }) => String(cell.value));
      expect(list.filter((text) => /^(FEE|TRV|RNT|PRN|CON|COM|MSC|CLM|PAY-OWN|PAY-FIN)-/u.test(text))).toEqual([]);
    }
  });
});

test('every item of the account book stands under the 科目 of its lines', () => {
  const { content, facts } = made(sampleCase());
  const statement = sheetOf(content, '収支計算書');
  const labels = cellsOf(statement).map(({ cell }) => String(cell.value).trim());
  for (const line of facts.lines) expect(labels.join('\n')).toContain(ACCOUNT_ITEMS[accountItemOf(line)].ja);
});
