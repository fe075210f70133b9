/** 査定の説明書: readable by somebody who has nothing else. */
import { describe, expect, it } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { explanation } from '../../shared/forms/explanation/workbook.js';
import type { Sheet, Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { grouped, yen } from '../../shared/money.js';
import { check } from '../../shared/rules/check.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { reasonsOf } from '../../shared/rules/marks.js';
import { applicationSample, changedSample, sampleCase } from '../support/sample.js';

const R3 = rulebook('R3');

function explained(value: Case, lines?: readonly string[], book: Rulebook = R3) {
  const decision = check(value, book);
  const input = { facts: new Facts(value), decision, book, ...(lines === undefined ? {} : { lines }) };
  return { decision, content: explanation(input) };
}

function textOf(sheet: Sheet | undefined): string {
  const texts = sheet?.rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value ?? '')));
  return (texts ?? []).join('\n');
}

const sheetOf = (content: Workbook, name: string): Sheet | undefined =>
  content.sheets.find((sheet) => sheet.name === name);
const names = (content: Workbook): string[] => content.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);

describe('査定の説明書', () => {
  const { decision, content } = explained(sampleCase());

  it('opens with what was decided, by which book and edition, as of when', () => {
    const first = textOf(content.sheets[0]);
    expect(first).toContain('令和3年度 講習会・委託金の基準　第1版');
    expect(first).toContain('コーチ1・2養成講習会 手引き（令和3年度）');
    expect(first).toContain('2021年11月26日までの記録');
    const { claimed, eligible, cut, provisional } = decision.totals;
    expect(first).toContain(
      `請求${yen(claimed)}のうち、対象${yen(eligible)}、減額${yen(cut)}、証憑待ち${yen(provisional)}です。`,
    );
    expect(first).toContain('日本スポーツ協会の決定ではありません');
  });

  it('gives the sums per 科目, which add up to the totals', () => {
    const rows = content.sheets[0]?.rows ?? [];
    const total = rows.find(({ cells }) => cells.get(0)?.value === '計');
    expect([2, 3, 4, 5].map((column) => total?.cells.get(column)?.value)).toEqual([784_728, 669_224, 88_600, 26_904]);
    const start = rows.findIndex(({ cells }) => cells.get(1)?.value === '科目') + 1;
    const end = rows.indexOf(total ?? rows[0] ?? { cells: new Map() });
    for (const column of [2, 3, 4, 5]) {
      const sum = rows.slice(start, end).reduce((all, { cells }) => all + Number(cells.get(column)?.value ?? 0), 0);
      expect(sum).toBe(total?.cells.get(column)?.value);
    }
  });

  it('explains every line that is not wholly eligible, and no other', () => {
    const lines = decision.lines.filter((line) => line.eligible < line.claimed);
    expect(lines.length).toBeGreaterThan(10);
    const table = textOf(sheetOf(content, '明細ごとの結果'));
    const reasons = textOf(sheetOf(content, '理由と計算'));
    for (const line of lines) {
      for (const finding of reasonsOf(line)) {
        expect(reasons).toContain(finding.messageJa);
        expect(reasons).toContain(`手引き ${finding.sourceJa}　規則 ${finding.ruleId}`);
        for (const step of finding.work) expect(reasons).toContain(step.labelJa);
        if (finding.remedyJa !== undefined) expect(reasons).toContain(finding.remedyJa);
      }
    }
    const numbers = sheetOf(content, '明細ごとの結果')?.rows.filter(({ cells }) =>
      /^\d-\d\d$/u.test(String(cells.get(0)?.value)),
    );
    expect(numbers).toHaveLength(lines.length);
    expect(table).not.toContain('1-01\n');
  });

  it('names every figure that its reasons read, with document and place', () => {
    const figures = textOf(sheetOf(content, '使った値'));
    const read = decision.lines
      .filter((line) => line.eligible < line.claimed)
      .flatMap((line) => reasonsOf(line).flatMap(({ citations }) => citations));
    expect(read.length).toBeGreaterThan(5);
    for (const { labelJa, at, sourceJa } of read) {
      for (const word of [labelJa, at, sourceJa]) expect(figures).toContain(word);
    }
    expect(figures).toContain(`${grouped(12_000)}円/時間`);
  });

  it('of one line speaks of that line alone, also where it is wholly eligible', () => {
    const line = decision.lines.find(({ cut, provisional }) => cut + provisional === 0);
    const one = explained(sampleCase(), [line?.id ?? '']).content;
    expect(one.name).toMatch(/_査定の説明_1-0\d_/u);
    expect(names(one)).toContain('査定の説明書');
    expect(names(one)).not.toContain('明細ごとの結果');
    expect(textOf(sheetOf(one, '査定の説明書'))).not.toContain('科目ごとの額');
    const bare = decision.lines.find((own) => own.eligible === own.claimed && reasonsOf(own).length === 0);
    const plain = explained(sampleCase(), [bare?.id ?? '']).content;
    expect(textOf(sheetOf(plain, '理由と計算'))).toContain('請求どおり対象です。');
  });

  it('says at the application that things wait for a word, not for 証憑', () => {
    const text = explained(applicationSample()).content.sheets.map(textOf).join('\n');
    expect(text).toContain('確認待ち');
    expect(text).not.toContain('証憑待ち');
  });

  it('says so where nothing was taken or held', () => {
    const none = explained(changedSample({ lines: [] })).content;
    expect(textOf(sheetOf(none, '明細ごとの結果'))).toContain('すべての明細が、請求どおり対象です');
    expect(names(none)).not.toContain('理由と計算');
    expect(names(none)).not.toContain('使った値');
  });

  it('says that a requirement of the course takes everything, and that a book is a draft', () => {
    const applied = applicationSample();
    const { organization } = applied;
    const gated = explained({ ...applied, organization: { ...organization, kind: 'other' } });
    expect(gated.decision.totals.gatedBy).toEqual(['REC-ORG-01']);
    const first = textOf(gated.content.sheets[0]);
    expect(first).toContain('満たしていない要件（REC-ORG-01）があるため、委託金の対象額は0円です');
    expect(first).toContain('実施団体になれるのは都道府県体育・スポーツ協会か中央競技団体だけです');
    const draft = explained(sampleCase(), undefined, { ...R3, state: 'draft' });
    expect(textOf(draft.content.sheets[0])).toContain('改訂案。まだ定まっていません');
  });
});
