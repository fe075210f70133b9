import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { Formulas } from '../support/formulas.js';
import { cellsOf, reportOf, rowWith, sheetOf } from '../support/report.js';
import { changedSample as changed, sampleCase } from '../support/sample.js';

const sample = sampleCase();
const { content, decision } = reportOf(sample);

function texts(sheet: Sheet): string[] {
  return cellsOf(sheet).flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value] : []));
}

function visibleCells(sheet: Sheet): Cell[] {
  return cellsOf(sheet).flatMap(({ column, cell }) => (sheet.hiddenColumns.includes(column) ? [] : [cell]));
}

describe('the sheets of the report', () => {
  test('are those of W2 in their order, and one hidden sheet', () => {
    expect(content.sheets.map((sheet) => sheet.name)).toEqual([
      '提出チェックリスト',
      '実施報告書',
      '収支計算書',
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
      '判定結果一覧',
      '精算内訳',
      '_meta',
    ]);
    expect(content.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name)).toEqual(['_meta']);
  });

  test('begin with the five header lines, all read from _meta by name', () => {
    const names = new Set(Object.keys(content.names));
    for (const sheet of content.sheets.filter((own) => !own.hidden)) {
      const head = sheet.rows.slice(0, 5).flatMap((row) => [...row.cells.values()]);
      const used = head.flatMap((cell) => cell.formula?.match(/hdr_\w+/gu) ?? []);
      expect(new Set(used), sheet.name).toEqual(names);
    }
    const [line2] = [rowWith(sheetOf(content, '日程表'), `実施団体：${sample.organization.contractName}`)];
    expect([...line2.values()].map((cell) => cell.value).join()).toContain(`電話：${sample.organization.tel ?? ''}`);
  });

  test('say how often the report was asked back', () => {
    const asked = { stage: 'report' as const, requestedOn: '2021-12-01' };
    const course = { ...sample.course, revisionRequests: [asked, { ...asked, stage: 'application' as const }, asked] };
    const again = reportOf(changed({ course })).content;
    expect(texts(sheetOf(again, '_meta'))).toContain('再提出2回目');
    expect(texts(sheetOf(content, '_meta'))).toContain('初回');
  });

  test('end with the note that the layout is our own', () => {
    for (const sheet of content.sheets.filter((own) => !own.hidden)) {
      expect(texts(sheet).at(-1), sheet.name).toContain('所定様式');
    }
  });

  test('hold nothing of persons in hidden places', () => {
    const people = [...(sample.participants ?? []), ...(sample.staff ?? [])];
    const secret = people.flatMap((person) => [
      person.nameJa,
      ...('birthDate' in person && person.birthDate !== undefined ? [person.birthDate] : []),
      ...('nameKana' in person && person.nameKana !== undefined ? [person.nameKana] : []),
    ]);
    const hidden = content.sheets.flatMap((sheet) =>
      cellsOf(sheet).filter(({ column }) => sheet.hidden || sheet.hiddenColumns.includes(column)),
    );
    expect(hidden.length).toBeGreaterThan(100);
    for (const { cell } of hidden) expect(secret).not.toContain(cell.value);
  });

  test('mark lists of persons', () => {
    expect(content.sheets.filter((sheet) => sheet.personal).map((sheet) => sheet.name)).toEqual([
      '受講者名簿',
      '講師等名簿',
      '判定結果一覧',
    ]);
  });
});

describe('the figures', () => {
  test('of 収支計算書 and 精算内訳 are those of the decision', () => {
    const total = rowWith(sheetOf(content, '収支計算書'), '支出合計');
    expect([3, 4, 5, 6].map((column) => total.get(column)?.value)).toEqual([
      decision.totals.claimed,
      decision.totals.eligible,
      decision.totals.provisional,
      decision.totals.cut,
    ]);
    const settled = sheetOf(content, '精算内訳');
    const amount = (label: string): unknown => rowWith(settled, label).get(1)?.value;
    expect({
      contractAmount: amount('委託金額（契約額）'),
      advance: amount('概算払（受領）'),
      finalAmount: amount('確定額'),
      balance: amount('残額'),
      refund: amount('返納額'),
      implementationGrant: amount('委託講習会実施費'),
    }).toEqual(Object.fromEntries(Object.entries(decision.settlement).filter(([key]) => !key.endsWith('DueOn'))));
    expect(amount('対象実績額')).toBe(decision.totals.eligible);
  });

  test('of every line stand in its row, by the number that the screen shows', () => {
    const rows = ['謝金・旅費支払明細A', '謝金・旅費支払明細B', '経費内訳', '振込手数料明細'].flatMap((name) => {
      const sheet = sheetOf(content, name);
      return sheet.rows.filter(
        (row) => row.cells.size === sheet.widths.length && /^\d-\d/u.test(String(row.cells.get(0)?.value)),
      );
    });
    const eligible = rows.map((row) => row.cells.get(row.cells.size - 4)?.value);
    expect(rows).toHaveLength(decision.lines.length);
    expect(eligible).toEqual(decision.lines.map((line) => line.eligible));
    expect(rows[0]?.cells.get(0)?.value).toBe('1-01');
  });

  test('of a sum that is corrected carry through to 残額', () => {
    const sheet = sheetOf(content, '謝金・旅費支払明細A');
    const rate = cellsOf(sheet).find(({ cell }) => cell.look === 'input' && cell.value === 6000);
    if (!rate) throw new Error('no rate of 6,000 yen');
    (sheet.rows[rate.row]?.cells as Map<number, Cell>).set(rate.column, { ...rate.cell, value: 5000 });
    const results = new Formulas(content).results();
    (sheet.rows[rate.row]?.cells as Map<number, Cell>).set(rate.column, rate.cell);
    const changedCells = results.filter(({ cell, result }) => (cell.value ?? '') !== result).map(({ place }) => place);
    const balance = cellsOf(sheetOf(content, '収支計算書')).find(({ cell }) => cell.value === '残額');
    expect(changedCells).toContain(`収支計算書!I${(balance?.row ?? 0) + 1}`);
    expect(results.find(({ place }) => place === `収支計算書!I${(balance?.row ?? 0) + 1}`)?.result).toBe(
      (decision.settlement.balance ?? 0) - 9000,
    );
  });

  test('turn red where a correction leaves what the program judged', () => {
    const eligible = cellsOf(sheetOf(content, '謝金・旅費支払明細B')).filter(
      ({ cell }) => cell.mustEqual !== undefined,
    );
    const sheet = sheetOf(content, '謝金・旅費支払明細B');
    expect(eligible).toHaveLength((sample.lines ?? []).filter((line) => line.account === 'travel').length);
    for (const { row, cell } of eligible)
      expect(sheet.rows[row]?.cells.get(cell.mustEqual ?? -1)?.value).toBe(cell.value);
  });

  test('without a 契約額 leave the settlement open, not at zero', () => {
    const { course } = sample;
    const open: Case['course'] = { ...course };
    delete open.contractAmount;
    delete open.advanceReceived;
    const report = reportOf(changed({ course: open }));
    const sheet = sheetOf(report.content, '収支計算書');
    expect(rowWith(sheet, '確定見込額').get(8)?.value).toBe('');
    expect(rowWith(sheet, '残額').get(8)?.value).toBe('');
    expect(texts(sheet)).toContain('契約額が未入力です');
  });

  test('follow a 減額 of the JSPO with a live formula, and a fixed amount as typed', () => {
    const reduced = reportOf(changed({ course: { ...sample.course, reductionByJspo: 10_000 } }));
    const cell = rowWith(sheetOf(reduced.content, '収支計算書'), '確定見込額').get(8);
    expect(cell?.value).toBe((decision.settlement.finalAmount ?? 0) - 10_000);
    expect(cell?.formula).toContain('MIN(');
    const fixed = reportOf(changed({ course: { ...sample.course, finalAmount: 600_000 } }));
    const typed = rowWith(sheetOf(fixed.content, '収支計算書'), '確定見込額').get(8);
    expect(typed).toMatchObject({ value: 600_000, look: 'input' });
    expect(typed?.formula).toBeUndefined();
  });

  test('under a failed gate name the gate and fix nothing', () => {
    const report = reportOf(changed({ course: { ...sample.course, reportReceivedOn: '2022-05-01' } }));
    expect(report.decision.totals.gatedBy).toEqual(['PAY-FIN-05']);
    const sheet = sheetOf(report.content, '収支計算書');
    expect(texts(sheet)).toContain('委託の要件を満たしていません（PAY-FIN-05）');
    expect(rowWith(sheet, '確定見込額').get(8)?.value).toBe(0);
    expect(rowWith(sheet, '返納額').get(8)?.value).toBe(sample.course.advanceReceived);
    expect(rowWith(sheet, '支出合計').get(4)?.value).toBe(report.decision.totals.eligibleBeforeGates);
  });
});

describe('what a clerk reads', () => {
  test('each cut cell says its rule, and the reason stands under the table with the line number', () => {
    for (const name of ['謝金・旅費支払明細A', '謝金・旅費支払明細B', '経費内訳']) {
      const sheet = sheetOf(content, name);
      const noted = cellsOf(sheet).filter(({ cell }) => cell.note !== undefined);
      expect(noted.length, name).toBeGreaterThan(1);
      for (const { row, cell } of noted) {
        const [ruleId = ''] = /[A-Z]{3}-[A-Z]+-\d\d/u.exec(cell.note ?? '') ?? [];
        expect(ruleId).not.toBe('');
        const number = sheet.rows[row]?.cells.get(0)?.value;
        const reasons = sheet.rows.filter(
          (own) => own.cells.get(0)?.value === number && own.cells.get(2)?.span !== undefined,
        );
        expect(reasons.map((own) => own.cells.get(2)?.value).join(), `${name} ${String(number)}`).toContain(ruleId);
      }
    }
  });

  test('every colour is repeated by a word of its row', () => {
    for (const name of ['謝金・旅費支払明細A', '謝金・旅費支払明細B', '経費内訳']) {
      for (const row of sheetOf(content, name).rows) {
        const cells = [...row.cells.values()];
        const looks = new Set(cells.map((cell) => cell.look));
        const words = cells.map((cell) => cell.value).join(' ');
        if (looks.has('cut')) expect(words).toMatch(/超過|対象外/u);
        if (looks.has('held')) expect(words).toContain('保留');
        if (looks.has('confirm')) expect(words).toContain('要確認');
      }
    }
  });

  test('yellow is what may be typed over, never a formula', () => {
    const cells = content.sheets.flatMap(visibleCells);
    expect(cells.filter((cell) => cell.look === 'input' && cell.formula !== undefined)).toEqual([]);
    expect(cells.filter((cell) => cell.look === 'input').length).toBeGreaterThan(100);
  });

  test('flights show both ways, the missing one as なし', () => {
    const papers = texts(sheetOf(content, '謝金・旅費支払明細B'));
    expect(papers.some((text) => text.includes('搭乗 往 2-06\n搭乗 復 なし'))).toBe(true);
  });

  test('証憑一覧 lists every voucher once, and what is missing with the money that waits for it', () => {
    const sheet = sheetOf(content, '証憑一覧');
    const numbers = cellsOf(sheet).filter(({ column, cell }) => column === 0 && /^\d-\d/u.test(String(cell.value)));
    expect(numbers.map(({ cell }) => cell.value).sort()).toEqual((sample.vouchers ?? []).map((own) => own.no).sort());
    const missing = sheet.rows.filter((row) => row.cells.get(0)?.value === '不足' && row.cells.get(9)?.value === '×');
    expect(missing.map((row) => row.cells.get(10)?.value)).toContain('保留 25,600円');
    expect(rowWith(sheet, '必要な書類').get(2)?.value).toBe(
      sheet.rows.filter((row) => row.cells.get(8)?.value === '必要').length,
    );
  });

  test('証憑一覧 asks for papers only: a reason that is missing is said by the rule', () => {
    const transfers = (sample.transfers ?? []).map((own) => ({ ...own, method: 'cash' as const }));
    const report = reportOf(changed({ transfers }));
    expect(report.decision.lines.flatMap((line) => line.findings).map((own) => own.ruleId)).toContain('CLM-CSH-01');
    const kinds = sheetOf(report.content, '証憑一覧').rows.map((row) => String(row.cells.get(2)?.value));
    expect(kinds.some((kind) => kind.includes('領収書'))).toBe(true);
    expect(kinds.filter((kind) => kind.includes('理由の記載'))).toEqual([]);
  });

  test('hours on 日程表 are those that 謝金 is paid for', () => {
    const paid = sheetOf(content, '謝金・旅費支払明細A').rows.filter((row) => row.cells.get(2)?.value === '助手');
    const taught = sheetOf(content, '日程表').rows.filter(
      (row) => String(row.cells.get(11)?.value ?? '') !== '' && row.cells.get(4)?.formula !== undefined,
    );
    const minutes = (rows: readonly { cells: ReadonlyMap<number, Cell> }[], column: number): number =>
      rows.reduce((sum, row) => sum + Number(row.cells.get(column)?.value), 0);
    expect(minutes(paid, 5)).toBe(minutes(taught, 4));
    expect(minutes(paid, 5)).toBe(540);
  });

  test('a bold line parts the days, and only them', () => {
    const sheet = sheetOf(content, '日程表');
    const sessions = sheet.rows.filter((row) => row.cells.get(0)?.format === 'eraDate');
    const days = new Set(sessions.map((row) => row.cells.get(0)?.value));
    expect(days.size).toBe(4);
    expect(sessions.filter((row) => row.lineAbove === true)).toHaveLength(3);
    expect(sessions[0]?.lineAbove).toBeUndefined();
  });
});
