import { describe, expect, it } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import type { Voucher } from '../../shared/model/case/voucher.js';
import { check } from '../../shared/rules/check.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { indexWorkbook } from '../../shared/vouchers/index-workbook.js';
import { packageIndex, type PackageIndex } from '../../shared/vouchers/package-index.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { applicationSample, changedSample, sampleCase } from '../support/sample.js';

const SAMPLE = sampleCase();
const BOOK = rulebook('R3');

function indexOf(value = SAMPLE, pictures: readonly Picture[] = []): PackageIndex {
  return packageIndex(new Facts(value), check(value, BOOK), BOOK, pictures);
}

function picture(id: string, voucherId: string | undefined, more: Partial<Picture> = {}): Picture {
  const sha256 = id.padStart(64, '0').replace(/[^0-9a-f]/gu, 'a');
  const own = voucherId === undefined ? {} : { voucherId };
  return {
    id,
    courseId: 'C',
    sha256,
    nameJa: id,
    type: 'image/jpeg',
    bytes: 9,
    pages: 1,
    order: 1,
    turn: 0,
    ...own,
    ...more,
  };
}

function withVouchers(...more: Voucher[]): PackageIndex {
  return indexOf(changedSample({ vouchers: [...(SAMPLE.vouchers ?? []), ...more] }));
}

function entryOf(index: PackageIndex, id: string): PackageIndex['groups'][number]['vouchers'][number] | undefined {
  return index.groups.flatMap(({ vouchers }) => vouchers).find(({ voucher }) => voucher.id === id);
}

function idOf(no: string): string {
  return SAMPLE.vouchers?.find((voucher) => voucher.no === no)?.id ?? '';
}

describe('packageIndex', () => {
  it('lists every voucher once, by 科目 and by number', () => {
    const { groups, count } = indexOf();
    const numbers = groups.map(({ vouchers }) => vouchers.map(({ noJa }) => noJa));
    expect(numbers.flat()).toHaveLength(SAMPLE.vouchers?.length ?? 0);
    expect(count).toBe(numbers.flat().length);
    expect(groups.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const [group, own] of numbers.entries()) {
      expect(own.every((number) => number.startsWith(`${group + 1}-`))).toBe(true);
      expect(own).toEqual([...own].sort());
    }
  });

  it('puts 2-10 behind 2-9, those without a number last, and those without a 科目 into 未整理', () => {
    const index = withVouchers(
      { id: 'a', kind: 'estimate', no: '4-10' },
      { id: 'b', kind: 'estimate', no: '4-9' },
      { id: 'c', kind: 'estimate', account: 'printing' },
      { id: 'd', kind: 'estimate' },
    );
    const own = index.groups.find(({ no }) => no === 4)?.vouchers.map(({ noJa }) => noJa);
    expect(own).toEqual(['4-01', '4-02', '4-03', '4-9', '4-10', '番号なし']);
    expect(index.groups.at(-1)).toMatchObject({
      account: undefined,
      nameJa: '未整理',
      vouchers: [{ noJa: '番号なし' }],
    });
  });

  it('names the lines that a voucher proves by number and name', () => {
    const slip = entryOf(indexOf(), idOf('1-01'));
    expect(slip?.lines.map(({ no, nameJa }) => `${no} ${nameJa}`)).toEqual([
      '1-01 片桐 修平 講師',
      '2-09 片桐 修平 鉄道',
    ]);
  });

  it('counts pages of pictures in their order, and the sums of a 科目', () => {
    const pictures = [
      picture('late', idOf('2-09'), { order: 9, pages: 4, type: 'application/pdf' }),
      picture('early', idOf('2-09'), { order: 2 }),
      picture('loose', undefined, { pages: 2 }),
      picture('orphan', 'a voucher that was deleted'),
    ];
    const index = indexOf(SAMPLE, pictures);
    expect(entryOf(index, idOf('2-09'))?.pictures.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(entryOf(index, idOf('2-09'))?.pages).toBe(5);
    expect(index.groups[1]).toMatchObject({ pages: 5, amount: 11_400 + 9800 + 9800 });
    expect(index.loose.map(({ id }) => id)).toEqual(['loose', 'orphan']);
    expect(index.pages).toBe(8);
  });

  it('names every place of a picture that is there more than once', () => {
    const sha256 = 'b'.repeat(64);
    const same = { sha256 };
    const pictures = [
      picture('1', idOf('2-13'), same),
      picture('2', idOf('2-09'), same),
      picture('3', undefined, same),
      picture('4', idOf('2-14')),
    ];
    expect(indexOf(SAMPLE, pictures).duplicates).toEqual([{ sha256, places: ['2-09', '2-13', '未整理'] }]);
  });

  it('says what is missing at the stage, with the money that waits', () => {
    const missing = indexOf().missing.map(({ labelJa, lines, waiting }) => [labelJa, lines[0]?.no, waiting]);
    expect(missing).toEqual([
      ['領収書（原本）', '2-04', 0],
      ['ご搭乗案内（原本）または搭乗証明書', '2-04', 25_600],
    ]);
    const before = indexOf(applicationSample());
    expect(before.missing).not.toEqual(indexOf().missing);
  });

  it('misses the slip of a payment once for all the lines that it pays', () => {
    const slip = idOf('1-01');
    const transfers = (SAMPLE.transfers ?? []).map((transfer) => ({
      ...transfer,
      voucherIds: (transfer.voucherIds ?? []).filter((id) => id !== slip),
    }));
    const lines = (SAMPLE.lines ?? []).map((line) => ({
      ...line,
      ...(line.voucherIds ? { voucherIds: line.voucherIds.filter((id) => id !== slip) } : {}),
    }));
    const found = indexOf(changedSample({ transfers, lines })).missing.filter(
      ({ labelJa }) => labelJa === '振込明細書',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.lines.map(({ no }) => no)).toEqual(['1-01', '2-09']);
    expect(found[0]?.waiting).toBeGreaterThan(0);
  });
});

describe('the workbook of the index', () => {
  const findings = {
    pageOf: (id: string) => (id === idOf('2-09') ? 17 : undefined),
    loosePage: undefined,
    faultsOf: () => [],
    notesJa: ['2-09 領収書（原本）：確かめてください。'],
  };

  it('says which number was given twice', () => {
    const value = changedSample({ vouchers: [...(SAMPLE.vouchers ?? []), { id: 'x', kind: 'estimate', no: '2-09' }] });
    const input = { facts: new Facts(value), decision: check(value, BOOK), book: BOOK };
    const [sheet] = indexWorkbook(input, indexOf(value), findings).sheets;
    const rows = (sheet?.rows ?? []).map(({ cells }) => [...cells.values()].map(({ value: own }) => own ?? ''));
    const marked = rows.filter((row) => row.some((own) => String(own).includes('番号が重複'))).map(([no]) => no);
    expect(marked).toEqual(['2-09', '2-09']);
  });

  it('carries pages, notes and what has no picture, and is called like the package', () => {
    const input = { facts: new Facts(SAMPLE), decision: check(SAMPLE, BOOK), book: BOOK };
    const book = indexWorkbook(input, indexOf(SAMPLE, [picture('1', idOf('2-09'))]), findings);
    expect(book.name).toBe('R3_証憑_西山府スポーツ協会_コーチ2_水泳_20211028');
    expect(book.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual(['証憑索引', '不足書類']);
    expect(book.sheets.every(({ hidden, personal }) => hidden || personal)).toBe(true);
    const [index, missing] = book.sheets.map(({ rows }) =>
      rows.map(({ cells }) => [...cells.values()].map(({ value }) => value ?? '').join('|')).join('\n'),
    );
    expect(index).toMatch(/^2-09\|領収書（原本）\|.*\|11400\|.*\|1\|17\|/mu);
    expect(index).toMatch(/^2-10\|料金表・経路検索結果\|.*画像なし/mu);
    expect(missing).toContain('・2-09 領収書（原本）：確かめてください。');
    expect(missing).toMatch(/画像のない証憑.*2-01–2-03/u);
    expect(missing).not.toMatch(/画像のない証憑.*2-09/u);
  });
});
