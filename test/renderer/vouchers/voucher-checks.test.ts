import { describe, expect, test } from 'vitest';
import { kindOfKey, KIND_CHOICES } from '../../../renderer/features/vouchers/kind-keys.js';
import { offeredWords } from '../../../renderer/features/vouchers/offered-words.js';
import { type VoucherCheck, voucherChecks } from '../../../renderer/features/vouchers/voucher-checks.js';
import { acrossCourses } from '../../../shared/rules/across/across-courses.js';
import type { Voucher } from '../../../shared/model/case/voucher.js';
import { changedSample, sampleCase } from '../../support/sample.js';
import { bookOf, vouchersOf } from './voucher-support.js';

const sample = sampleCase();

/** The checks of voucher `id` with other fields than in the sample. */
function checksOf(id: string, fields: Partial<Voucher>, more: readonly Voucher[] = []): Record<string, VoucherCheck> {
  const vouchers = [...(sample.vouchers ?? []).map((own) => (own.id === id ? { ...own, ...fields } : own)), ...more];
  const list = bookOf(changedSample({ vouchers }));
  const all = vouchersOf(list);
  const entry = all.find((own) => own.voucher.id === id);
  if (!entry) throw new Error(`no ${id}`);
  return Object.fromEntries(voucherChecks(entry, list.facts, all, []).map((check) => [check.key, check]));
}

/** 立替者個人名の領収書 of line L01 (相良 拓真, 9,800円). */
const RECEIPT = 'v35';

describe('宛名', () => {
  test('a receipt of a person must name the person of its line', () => {
    expect(checksOf(RECEIPT, { addressee: '相良　拓真' })['addressee']).toMatchObject({ isFine: true });
    expect(checksOf(RECEIPT, { addressee: '相良 拓磨' })['addressee']).toMatchObject({
      isFine: false,
      noteJa: '明細は相良 拓真、宛名は「相良 拓磨」です',
    });
  });

  test('nothing recorded is open, never fine', () => {
    expect(checksOf(RECEIPT, { addressee: undefined })['addressee']).toMatchObject({
      isFine: false,
      noteJa: '宛名が入っていません',
    });
  });

  test('a bill must name the contracting organisation; another spelling is asked about', () => {
    const contract = sample.organization.contractName ?? '';
    const invoice = { kind: 'itemisedInvoice' as const };
    expect(checksOf(RECEIPT, { ...invoice, addressee: contract })['addressee']).toMatchObject({ isFine: true });
    const bare = contract.replace('公益財団法人', '一般財団法人');
    expect(checksOf(RECEIPT, { ...invoice, addressee: bare })['addressee']?.isFine).toBe(false);
    expect(checksOf(RECEIPT, { ...invoice, addressee: 'よその会' })['addressee']?.noteJa).toContain(contract);
  });

  test('a paper that is made out to nobody has no such check', () => {
    expect(checksOf(RECEIPT, { kind: 'routeMap' })).not.toHaveProperty('addressee');
  });
});

describe('金額', () => {
  test('equals what the lines claim, to the yen', () => {
    expect(checksOf(RECEIPT, { amount: 9_800 })['amount']).toMatchObject({ isFine: true });
    expect(checksOf(RECEIPT, { amount: 9_801 })['amount']).toMatchObject({
      isFine: false,
      noteJa: '明細の請求は9,800円、証憑は9,801円です（差 ＋1円）',
    });
    expect(checksOf(RECEIPT, { amount: undefined })['amount']?.isFine).toBe(false);
  });

  test('several receipts of one line are added up; one without an amount leaves it open', () => {
    const lines = (sample.lines ?? []).map((line) =>
      line.id === 'L01' ? { ...line, voucherIds: [...(line.voucherIds ?? []), 'more'] } : line,
    );
    const checks = (more: Voucher): VoucherCheck | undefined => {
      const vouchers = (sample.vouchers ?? []).map((own) => (own.id === RECEIPT ? { ...own, amount: 9_000 } : own));
      const list = bookOf(changedSample({ lines, vouchers: [...vouchers, more] }));
      const all = vouchersOf(list);
      const entry = all.find((own) => own.voucher.id === RECEIPT);
      return entry && voucherChecks(entry, list.facts, all, []).find((check) => check.key === 'amount');
    };
    expect(checks({ id: 'more', kind: 'personalReceipt', amount: 800 })).toMatchObject({
      isFine: true,
      labelJa: '明細の請求額と同じ（2枚で9,800円）',
    });
    expect(checks({ id: 'more', kind: 'personalReceipt', amount: 801 })?.isFine).toBe(false);
    expect(checks({ id: 'more', kind: 'personalReceipt' })?.isFine).toBe(false);
  });

  test('one of several without an amount leaves it open even where the others add up', () => {
    const more = ['more1', 'more2'];
    const lines = (sample.lines ?? []).map((line) =>
      line.id === 'L01' ? { ...line, voucherIds: [...(line.voucherIds ?? []), ...more] } : line,
    );
    const vouchers = (sample.vouchers ?? []).map((own) => (own.id === RECEIPT ? { ...own, amount: 9_000 } : own));
    const list = bookOf(
      changedSample({
        lines,
        vouchers: [
          ...vouchers,
          { id: 'more1', kind: 'personalReceipt', amount: 800 },
          { id: 'more2', kind: 'personalReceipt' },
        ],
      }),
    );
    const all = vouchersOf(list);
    const entry = all.find((own) => own.voucher.id === RECEIPT);
    const check = entry && voucherChecks(entry, list.facts, all, []).find((own) => own.key === 'amount');
    expect(check?.isFine).toBe(false);
  });

  test('a slip equals its payment', () => {
    expect(checksOf('v1', { amount: 76_904 })['amount']).toMatchObject({ isFine: true, labelJa: '支払の金額と同じ' });
    expect(checksOf('v1', { amount: 76_903 })['amount']?.noteJa).toContain('差 −1円');
    expect(checksOf('v1', {})['amount']?.isFine).toBe(false);
  });
});

test('the same paper in another course is named', () => {
  const bill = { issuer: 'みさき航空', issuedOn: '2021-10-20', amount: 9_800, addressee: '相良 拓真' };
  const vouchers = (sample.vouchers ?? []).map((own) => (own.id === RECEIPT ? { ...own, ...bill } : own));
  const value = changedSample({ vouchers });
  const across = acrossCourses([
    { courseId: 'c1', nameJa: '水泳', case: value },
    { courseId: 'c2', nameJa: '陸上', case: value },
  ]);
  const list = bookOf(value);
  const all = vouchersOf(list);
  const check = (found: typeof across, id = RECEIPT) => {
    const entry = all.find((own) => own.voucher.id === id);
    return entry && voucherChecks(entry, list.facts, all, found).find((own) => own.key === 'elsewhere');
  };
  expect(check(across, 'v1')).toMatchObject({ isFine: true });
  expect(check(across)).toMatchObject({ isFine: false });
  expect(check(across)?.noteJa).toContain('陸上');
  expect(check([])).toMatchObject({ isFine: true });
});

describe('kinds and words', () => {
  test('1 to 9 are the first nine choices; other keys are none', () => {
    expect(KIND_CHOICES.slice(0, 9).map((choice) => choice.value)).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(kindOfKey),
    );
    expect(new Set(KIND_CHOICES.map((choice) => choice.value)).size).toBe(KIND_CHOICES.length);
    expect([kindOfKey('0'), kindOfKey('a'), kindOfKey('10')]).toEqual([undefined, undefined, undefined]);
  });

  test('the person of the line comes first, then what was written most, in any course', () => {
    const vouchers = (sample.vouchers ?? []).map((own, index) =>
      index < 3 ? { ...own, issuer: index < 2 ? '甲商店' : '乙商店' } : own,
    );
    const list = bookOf(changedSample({ vouchers }));
    const entry = vouchersOf(list).find((own) => own.voucher.id === RECEIPT);
    if (!entry) throw new Error('no receipt');
    const other = changedSample({
      vouchers: [{ id: 'o1', kind: 'receiptOriginal', issuer: '丙商店' }],
      lines: [],
      transfers: [],
      approvals: [],
    });
    const words = offeredWords(entry, list.facts, [other]);
    expect(words.issuer).toEqual(['甲商店', '丙商店', '乙商店']);
    expect(words.addressee.slice(0, 2)).toEqual([sample.organization.contractName, '相良 拓真']);
    expect(words.personName[0]).toBe('相良 拓真');
  });
});
