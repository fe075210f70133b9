import { describe, expect, test } from 'vitest';
import { entryBeside, heightOf, listItems } from '../../../renderer/features/vouchers/list-items.js';
import { filterCounts, filtered, passes } from '../../../renderer/features/vouchers/voucher-book.js';
import { isAsking, meets, unsearchable } from '../../../renderer/features/vouchers/voucher-search.js';
import { missingCount } from '../../../renderer/desk/missing-papers.js';
import { rulebook } from '../../../electron/rulebooks.js';
import { check } from '../../../shared/rules/check.js';
import { changedSample, sampleCase } from '../../support/sample.js';
import { bookOf, missingOf, photo, voucherNamed, vouchersOf } from './voucher-support.js';

const sample = sampleCase();
const vouchers = sample.vouchers ?? [];

describe('the list of 証憑', () => {
  const list = bookOf(sample);

  test('every voucher stands once, under the 科目 of its number, in the order of the numbers', () => {
    expect(vouchersOf(list)).toHaveLength(vouchers.length);
    const travel = list.groups.find((group) => group.no === 2);
    const numbers = travel?.entries.flatMap((entry) => (entry.kind === 'voucher' ? [entry.voucher.no ?? ''] : []));
    expect(numbers?.slice(0, 3)).toEqual(['2-01', '2-02', '2-03']);
    expect(numbers?.every((no) => no.startsWith('2-'))).toBe(true);
  });

  test('the counts of a group are its rows: there, and there with those missing', () => {
    for (const group of list.groups) {
      const rows = group.entries.filter((entry) => entry.kind === 'voucher').length;
      expect([group.there, group.wanted]).toEqual([rows, group.entries.length]);
    }
  });

  test('the missing flight of the sample waits behind the papers of its own line, with its money', () => {
    const [flight] = missingOf(list).filter((entry) => entry.labelJa === 'ご搭乗案内');
    expect(flight).toMatchObject({ nameJa: '北村 美雪', tick: { gain: 25_600, detailJa: '伊丹→新千歳 10/30(土)' } });
    const before = list.entries[list.entries.findIndex((entry) => entry === flight) - 1];
    expect(before).toMatchObject({ kind: 'missing', line: { id: 'T04' } });
    const travel = list.entries.flatMap((entry) =>
      entry.kind === 'voucher' ? [entry.voucher.no] : entry.kind === 'missing' ? ['-'] : [],
    );
    expect(travel.indexOf('-')).toBe(travel.indexOf('2-06') + 1);
  });

  test('the gaps are as many as the tab says', () => {
    const book = rulebook('R3');
    expect(missingOf(list)).toHaveLength(missingCount(sample, check(sample, book), book));
  });

  test('a slip of one payment is missing once for all lines that it pays', () => {
    const transfers = (sample.transfers ?? []).map((transfer) =>
      transfer.id === 'TR-S3'
        ? { ...transfer, voucherIds: (transfer.voucherIds ?? []).filter((id) => id !== 'v3') }
        : transfer,
    );
    const slips = missingOf(bookOf(changedSample({ transfers }))).filter((entry) => entry.labelJa === '振込明細書');
    expect(slips).toHaveLength(1);
    expect(slips[0]?.lines.length).toBeGreaterThan(1);
    expect(slips[0]?.line.account).toBe('honorarium');
  });

  test('a slip without an amount shows that of its payment; another paper shows none', () => {
    expect(voucherNamed(list, '1-01')).toMatchObject({ amount: 76_904, date: '2021-11-10' });
    expect(voucherNamed(list, '2-01').amount).toBeUndefined();
  });

  test('pictures without a voucher, or whose voucher is gone, stand on top as 未整理', () => {
    const pictures = [
      photo({ id: 'P1', voucherId: 'v1' }),
      photo({ id: 'P2', order: 2 }),
      photo({ id: 'P3', order: 1, voucherId: 'gone' }),
    ];
    const own = bookOf(sample, pictures);
    expect(own.groups[0]).toMatchObject({ nameJa: '未整理', there: 2, isCounted: false });
    expect(own.groups[0]?.entries.map((entry) => entry.key)).toEqual(['picture P3', 'picture P2']);
    expect(voucherNamed(own, '1-01').pictures.map((picture) => picture.id)).toEqual(['P1']);
  });

  test('a voucher that nothing names is 未使用; one without a number stands last in its 科目', () => {
    const own = bookOf(changedSample({ vouchers: [...vouchers, { id: 'x1', kind: 'routeMap', account: 'travel' }] }));
    const travel = own.groups.find((group) => group.no === 2);
    const last = travel?.entries.filter((entry) => entry.kind === 'voucher').at(-1);
    expect(last).toMatchObject({ voucher: { id: 'x1' }, isUsed: false });
    expect(filterCounts(own.entries)).toEqual({
      all: vouchers.length + 1,
      missing: missingOf(own).length,
      noNumber: 1,
      unused: 1,
    });
    const shown = filtered(own.groups, (entry) => passes(entry, 'noNumber'));
    expect(shown.flatMap((group) => group.entries)).toEqual([last]);
    expect(shown[0]).toMatchObject({ there: travel?.there, wanted: travel?.wanted });
  });

  test('a voucher named by an approval or a distance is used', () => {
    const staff = (sample.staff ?? []).map((person, index) =>
      index === 0 ? { ...person, distanceEvidenceId: 'x1' } : person,
    );
    const own = bookOf(changedSample({ staff, vouchers: [...vouchers, { id: 'x1', kind: 'routeMap' }] }));
    const entry = vouchersOf(own).find(({ voucher }) => voucher.id === 'x1');
    expect(entry).toMatchObject({ isUsed: true, use: { isNamedElsewhere: true } });
    expect(own.groups.at(-1)).toMatchObject({ nameJa: '科目なし', there: 1 });
  });
});

describe('rows of the list', () => {
  const items = listItems(bookOf(sample, [photo({ id: 'P1' })]).groups);

  test('the arrows go over group heads and stay at the ends', () => {
    expect(items[0]?.kind).toBe('group');
    expect(entryBeside(items, undefined, 1)).toBe('picture P1');
    expect(entryBeside(items, 'picture P1', -1)).toBe('picture P1');
    expect(entryBeside(items, 'picture P1', 1)).toBe('voucher v1');
    expect(entryBeside(items, 'voucher v1', -1)).toBe('picture P1');
    const last = items.at(-1)?.key;
    expect(entryBeside(items, last, 10)).toBe(last);
  });

  test('heights', () => {
    expect([heightOf(items[0]), heightOf(items[1])]).toEqual([30, 44]);
  });
});

describe('さがす', () => {
  const entries = vouchersOf(bookOf(sample));
  const found = (search: Parameters<typeof meets>[1]) =>
    entries.filter((entry) => meets(entry, search)).map((entry) => entry.voucher.no);

  test('an amount is found at both ends of the range and not one yen beyond', () => {
    expect(found({ least: 76_904, most: 76_904 })).toContain('1-01');
    expect(found({ least: 76_905 })).not.toContain('1-01');
    expect(found({ most: 76_903 })).not.toContain('1-01');
  });

  test('a day is found at both ends of the range and not one day beyond', () => {
    expect(found({ from: '2021-11-10', to: '2021-11-10' })).toContain('1-01');
    expect(found({ from: '2021-11-11' })).not.toContain('1-01');
    expect(found({ to: '2021-11-09' })).not.toContain('1-01');
  });

  test('the payee is found by a part, whatever widths and spaces', () => {
    expect(found({ payee: '片桐修' })).toContain('1-01');
    expect(found({ payee: 'ｶﾀｷﾞﾘ' })).toContain('1-01');
    expect(found({ payee: '北村' })).not.toContain('1-01');
    const issuer = { ...vouchers[0], id: 'x', kind: 'receiptOriginal' as const, issuer: 'ＡＢＣ商事' };
    const own = vouchersOf(bookOf(changedSample({ vouchers: [...vouchers, issuer] })));
    expect(own.filter((entry) => meets(entry, { payee: 'abc' })).map((entry) => entry.voucher.id)).toEqual(['x']);
  });

  test('all that is asked must hold together', () => {
    const search = { from: '2021-11-10', least: 60_000, payee: '片桐' };
    expect(found(search)).toContain('1-01');
    expect(found({ ...search, least: 80_000 })).toEqual([]);
    expect(found({ ...search, payee: '北村' })).not.toContain('1-01');
  });

  test('what is not recorded is never found by a range, and is counted', () => {
    expect(found({ least: 0 })).not.toContain('2-01');
    const lacking = entries.filter((entry) => entry.amount === undefined).length;
    expect(unsearchable(entries, { least: 0 })).toBe(lacking);
    expect(lacking).toBeGreaterThan(0);
    expect(unsearchable(entries, { payee: '片桐' })).toBe(0);
  });

  test('nothing is asked by empty fields', () => {
    expect([isAsking({}), isAsking({ payee: '　' }), isAsking({ most: 0 }), isAsking({ payee: 'あ' })]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
