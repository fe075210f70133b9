import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { cellsOf, reportOf, rowWith, sheetOf } from '../support/report.js';
import { changedSample as changed, sampleCase } from '../support/sample.js';

const sample = sampleCase();
const { content, decision } = reportOf(sample);

function texts(sheet: Sheet): string[] {
  return cellsOf(sheet).flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value] : []));
}

describe('実施報告書', () => {
  const front = sheetOf(content, '実施報告書');

  /** What stands right of a label. */
  function beside(label: string, sheet = front): Cell | undefined {
    const row = [...rowWith(sheet, label)];
    return row[row.findIndex(([, cell]) => cell.value === label) + 1]?.[1];
  }

  test('carries the money over from 収支計算書, live', () => {
    const { settlement, totals } = decision;
    const amount = (label: string): Pick<Cell, 'value'> => ({ value: beside(label)?.value ?? null });
    expect(amount('委託金の契約額\n（円）')).toEqual({ value: settlement.contractAmount });
    expect(amount('概算払の受領額\n（円）')).toEqual({ value: settlement.advance });
    expect(amount('対象実績額\n（円）')).toEqual({ value: totals.eligible });
    expect(amount('確定見込額\n（円）')).toEqual({ value: settlement.finalAmount });
    expect(amount('差引額（円）')).toEqual({ value: (settlement.finalAmount ?? 0) - (settlement.advance ?? 0) });
    for (const label of ['委託金の契約額\n（円）', '差引額（円）']) {
      expect(beside(label)?.formula).toContain("'収支計算書'!");
    }
  });

  test('leaves money open that is not known', () => {
    const course: Case['course'] = { ...sample.course };
    delete course.contractAmount;
    delete course.advanceReceived;
    const sheet = sheetOf(reportOf(changed({ course })).content, '実施報告書');
    expect(beside('委託金の契約額\n（円）', sheet)?.value).toBe('');
    expect(beside('差引額（円）', sheet)?.value).toBe('');
  });

  test('says the hours of each 科目 as the sheet of the hours has them', () => {
    const hours = sheetOf(content, '科目別時間数');
    for (const item of (sample.curriculum ?? []).filter(({ groupMinutes }) => groupMinutes > 0)) {
      const row = rowWith(front, item.nameJa);
      expect(row.get(2)?.value).toBe(item.groupMinutes / 60);
      expect(row.get(3)?.value).toBe(Number(rowWith(hours, item.nameJa).get(4)?.value) / 60);
      expect(row.get(3)?.formula).toContain("'科目別時間数'!");
    }
  });

  test('tells the examination with its examiner and results, in 和暦', () => {
    expect(String(beside('検定試験の日時')?.value)).toContain('令和3年10月31日 13:00–15:00');
    expect(beside('検定員')?.value).toBe('藤井 和也');
    expect([beside('合格')?.value, beside('不合格')?.value, beside('欠席')?.value]).toEqual([22, 2, 0]);
    expect(texts(front).join('\n')).not.toMatch(/2021[/年]/u);
  });

  test('marks a number of heads that the list does not have', () => {
    expect(beside('判定結果一覧\nの人数')?.look).not.toBe('confirm');
    const sheet = sheetOf(
      reportOf(changed({ course: { ...sample.course, reportHeadcount: 23 } })).content,
      '実施報告書',
    );
    expect(beside('受講者　報告時', sheet)?.value).toBe(23);
    expect(beside('判定結果一覧\nの人数', sheet)).toMatchObject({ value: 24, look: 'confirm' });
  });

  test('asks why there were too few heads only where there were, by the number of the book', () => {
    const label = '10名未満の場合\nの理由';
    expect(texts(front)).not.toContain(label);
    const nine = { ...sample.course, reportHeadcount: 9 };
    expect(texts(sheetOf(reportOf(changed({ course: nine })).content, '実施報告書'))).toContain(label);
    const ten = { ...sample.course, reportHeadcount: 10 };
    expect(texts(sheetOf(reportOf(changed({ course: ten })).content, '実施報告書'))).not.toContain(label);
  });

  test('takes 変更届 in where the course is not as it was applied for, and says so', () => {
    expect(content.sheets.map(({ name }) => name)).not.toContain('変更届');
    const course = { ...sample.course, changeNotices: [], applicationSnapshot: { mode: 'online' as const } };
    const different = reportOf(changed({ course })).content;
    expect(different.sheets.map(({ name }) => name)).toContain('変更届');
    const sheet = sheetOf(different, '実施報告書');
    expect(beside('申請からの\n変更点', sheet)?.value).toBe('実施方法：オンライン → 集合');
    expect(beside('変更届', sheet)?.value).toBe('要（提出の記録がありません）');
    const same = { ...sample.course, applicationSnapshot: { mode: 'inPerson' as const } };
    expect(
      beside('申請からの\n変更点', sheetOf(reportOf(changed({ course: same })).content, '実施報告書'))?.value,
    ).toBe('なし');
  });
});

describe('振込手数料明細 and 判定結果一覧', () => {
  test('every fee stands with its transfer and how often its payee was paid', () => {
    const sheet = sheetOf(content, '振込手数料明細');
    const rows = sheet.rows.filter((row) => /^7-\d/u.test(String(row.cells.get(0)?.value)) && row.cells.size > 5);
    expect(rows.map((row) => row.cells.get(5)?.value)).toEqual([1, 1, 2, 2]);
    for (const row of rows) expect(row.cells.get(5)?.formula).toContain('COUNTIFS(');
    expect(rows.map((row) => row.cells.get(3)?.value)).toEqual([28_077, 59_152, 64_649, 5420]);
  });

  test('修了 needs a record without absence; 合格 without it stays open', () => {
    const [first, second, ...others] = sample.enrollments ?? [];
    const taught = (sample.sessions ?? []).filter(({ curriculumItemId }) => curriculumItemId !== undefined);
    const everywhere = taught.map(({ id }) => ({ sessionId: id, present: true }));
    if (!first || !second) throw new Error('no enrolments');
    const enrollments = [
      { ...first, judgement: 'pass' as const, attendance: everywhere },
      {
        ...second,
        judgement: 'pass' as const,
        attendance: everywhere.map((entry, index) => ({ ...entry, present: index > 0 })),
      },
      ...others,
    ];
    const list = sheetOf(reportOf(changed({ enrollments })).content, '判定結果一覧');
    const name = (participantId: string): string =>
      sample.participants?.find(({ id }) => id === participantId)?.nameJa ?? '';
    const words = (participantId: string): unknown[] => {
      const row = rowWith(list, name(participantId));
      return [5, 6, 8].map((column) => row.get(column)?.value);
    };
    expect(words(first.participantId)).toEqual(['修了', '合格', '合格']);
    expect(words(second.participantId)).toEqual(['要確認', '合格', '要確認']);
    expect(String(rowWith(list, name(second.participantId)).get(9)?.value)).toContain('欠席');
  });
});
