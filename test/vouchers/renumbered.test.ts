import { describe, expect, it } from 'vitest';
import { byNumber } from '../../shared/forms/voucher-words.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { renumbered } from '../../shared/vouchers/renumbered.js';
import type { Voucher } from '../../shared/model/case/voucher.js';
import { changedSample, sampleCase } from '../support/sample.js';

const SAMPLE = sampleCase();

/** The new numbers after the vouchers of the sample were changed one by one. */
function numbersOf(change: (voucher: Voucher, index: number) => Voucher): Map<string, string> {
  const vouchers = (SAMPLE.vouchers ?? []).map(change);
  return new Map(renumbered(new Facts(changedSample({ vouchers }))).map(({ voucherId, to }) => [voucherId, to]));
}

describe('renumbered', () => {
  it('gives every voucher of a 科目 one number, from 01 on without a gap', () => {
    const numbers = renumbered(new Facts(SAMPLE)).map(({ to }) => to);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual([...numbers].sort(byNumber));
    for (const account of ['1', '2', '3', '4', '5', '6', '7']) {
      const own = numbers.filter((number) => number.startsWith(`${account}-`));
      expect(own).toEqual(own.map((_, index) => `${account}-${String(index + 1).padStart(2, '0')}`));
    }
  });

  it('follows the lines, and within a line the kinds of the guide', () => {
    const facts = new Facts(SAMPLE);
    const order = renumbered(facts).flatMap(({ voucherId, to }) => {
      const lines = facts.lines.filter((line) => facts.papersOf(line).some(({ id }) => id === voucherId));
      const own = lines.filter((line) => lineAccountNo(line.account) === to[0]);
      return own[0] ? [[to[0], facts.order(own[0])] as const] : [];
    });
    for (const account of ['1', '2', '3', '4', '5', '6', '7']) {
      const places = order.filter(([no]) => no === account).map(([, place]) => place);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('is at rest after it was done', () => {
    const first = numbersOf((voucher) => voucher);
    const settled = numbersOf((voucher) => ({ ...voucher, no: first.get(voucher.id) ?? voucher.no ?? '' }));
    expect(settled).toEqual(first);
  });

  it('does not hang on the order in which the vouchers are stored, once they are numbered', () => {
    const facts = new Facts(changedSample({ vouchers: [...(SAMPLE.vouchers ?? [])].reverse() }));
    const turned = new Map(renumbered(facts).map(({ voucherId, to }) => [voucherId, to]));
    expect(turned).toEqual(numbersOf((voucher) => voucher));
  });

  it('gives a number to one without, and says that it had none', () => {
    const [first] = SAMPLE.vouchers ?? [];
    const vouchers = (SAMPLE.vouchers ?? []).map((voucher) => {
      if (voucher !== first) return voucher;
      const rest = { ...voucher };
      delete rest.no;
      return rest;
    });
    const found = renumbered(new Facts(changedSample({ vouchers }))).find(({ voucherId }) => voucherId === first?.id);
    expect(found?.from).toBeUndefined();
    expect(found?.to).toMatch(/^1-\d\d$/u);
  });

  it('files by the recorded 科目 where the old number says another', () => {
    const moved = SAMPLE.vouchers?.find(({ no }) => no === '2-09')?.id ?? '';
    const numbers = numbersOf((voucher) => (voucher.id === moved ? { ...voucher, account: 'rental' } : voucher));
    expect(numbers.get(moved)).toMatch(/^3-/u);
  });

  it('files a 振込証明書 under the 振込手数料 that asks for it, not under the 謝金 of the same payment', () => {
    const certificates = (SAMPLE.vouchers ?? []).filter(({ kind }) => kind === 'transferCertificate');
    const numbers = numbersOf((voucher) => voucher);
    expect(certificates.length).toBeGreaterThan(0);
    expect(certificates.map(({ id }) => numbers.get(id)?.[0])).toEqual(certificates.map(() => '7'));
  });

  it('leaves one that belongs to no 科目 without a new number', () => {
    const stray: Voucher = { id: 'stray', kind: 'receiptOriginal' };
    const facts = new Facts(changedSample({ vouchers: [...(SAMPLE.vouchers ?? []), stray] }));
    expect(renumbered(facts).map(({ voucherId }) => voucherId)).not.toContain('stray');
    const recorded = new Facts(
      changedSample({ vouchers: [...(SAMPLE.vouchers ?? []), { ...stray, account: 'printing' }] }),
    );
    expect(renumbered(recorded).find(({ voucherId }) => voucherId === 'stray')?.to).toBe('4-04');
  });
});

function lineAccountNo(account: string): string {
  const accounts = ['honorarium', 'travel', 'rental', 'printing', 'consumables', 'communication', 'misc'];
  return String(accounts.indexOf(account) + 1);
}
