import { expect, test } from 'vitest';
import { otherPayments, pairOthers, rowsOfRecords } from '../../shared/payments/other-payments.js';
import type { StatementRow } from '../../shared/payments/statement.js';
import { payablesOf, sample } from './paid-sample.js';

const value = sample();
const own = payablesOf(value);
const others = otherPayments(value, own);

function row(id: string, amount: number, date = '2021-11-12'): StatementRow {
  return { id, date, holder: 'ﾆｼﾔﾏﾄﾗﾍﾞﾙ(ｶ', amount };
}

test('payments to bodies stand against their lines to the yen, those to payees elsewhere', () => {
  expect(others.map(({ transfer, claimed }) => [transfer.id, claimed - transfer.amount])).toEqual([
    ['TR-AGENCY', 0],
    ['TR-VENUE', 0],
    ['TR-RENT', 0],
    ['TR-COPY', 0],
    ['TR-PRN', 0],
    ['TR-ONL', 0],
  ]);
  expect(rowsOfRecords(own)).toHaveLength((value.transfers ?? []).length - others.length);
  // Each fee line belongs to the transfer that it was for.
  expect(rowsOfRecords(own).find(({ id }) => id === 'TR-S1')).toMatchObject({ amount: 76_904, date: '2021-11-10' });
});

test('money that is given back or 受講料 is no payment of the lines', () => {
  const transfers = (value.transfers ?? []).map((one) =>
    one.id === 'TR-RENT'
      ? { ...one, purpose: 'refund' as const }
      : one.id === 'TR-COPY'
        ? { ...one, purpose: 'courseFee' as const }
        : one,
  );
  const found = otherPayments({ ...value, transfers }, own).map(({ transfer }) => transfer.id);
  expect(found).toEqual(['TR-AGENCY', 'TR-VENUE', 'TR-PRN', 'TR-ONL']);
});

test('rows of the bank are paired by amount, the same day first, each once', () => {
  const agency = others.filter(({ transfer }) => transfer.id === 'TR-AGENCY');
  const [one] = agency;
  if (!one) throw new Error('no payment');
  const later = { ...one, transfer: { ...one.transfer, id: 'later', date: '2021-12-01' } };
  const rows = [row('a', 115_570, '2021-12-01'), row('b', 115_570, '2021-11-30'), row('c', 115_571)];
  const { paired, rest, missing } = pairOthers(rows, [one, later, ...others.slice(1, 2)]);
  expect(paired.map((pair) => [pair.row.id, pair.other.transfer.id])).toEqual([
    ['a', 'later'],
    ['b', 'TR-AGENCY'],
  ]);
  // The second of two equal rows has nothing left to pay.
  expect(pairOthers([row('a', 115_570), row('b', 115_570)], [one]).rest.map(({ id }) => id)).toEqual(['b']);
  expect([rest.map(({ id }) => id), missing.map(({ transfer }) => transfer.id)]).toEqual([['c'], ['TR-VENUE']]);
});
