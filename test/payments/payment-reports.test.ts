import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '../../shared/model/case/case.js';
import { type PaidCourse, paymentReports } from '../../shared/payments/payment-reports.js';
import { payables } from '../../shared/payments/payables.js';
import { personGroups } from '../../shared/payments/person-groups.js';
import { check } from '../../shared/rules/check.js';
import { openRulebook } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { book, payablesOf, payingOf, sample, withStaff } from './paid-sample.js';

function course(id: string, value: Case): PaidCourse {
  return { id, nameJa: `講習会${id}`, staff: value.staff ?? [], payables: payablesOf(value) };
}

/** The sample with the transfer of S1 on another day and of another amount of 謝金. */
function paidOn(date: string | undefined, change: Partial<Case> = {}): Case {
  const value = sample();
  const transfers = (value.transfers ?? []).map(({ date: old, ...one }) => {
    const day = one.id === 'TR-S1' ? date : old;
    return day === undefined ? one : { ...one, date: day };
  });
  return { ...value, ...change, transfers };
}

function reportOf(nameJa: string, courses: readonly PaidCourse[], year = 2021) {
  return paymentReports(courses, year, book).reports.filter((one) => one.nameJa === nameJa);
}

test('two courses of one person in one year are one row', () => {
  const [own, ...others] = reportOf('片桐 修平', [course('A', sample()), course('B', sample())]);
  expect(others).toEqual([]);
  expect(own).toMatchObject({ paid: 2 * 85_480, withheld: 2 * 8576, isFiled: true, isDoubtful: false, isOpen: false });
  expect(own?.payments.map(({ courseId, isRecorded }) => [courseId, isRecorded])).toEqual([
    ['A', true],
    ['B', true],
  ]);
});

test('the day of payment decides the year, not the fiscal year', () => {
  const courses = [course('A', paidOn('2021-12-31')), course('B', paidOn('2022-01-01'))];
  expect(reportOf('片桐 修平', courses, 2021)[0]?.payments.map(({ courseId }) => courseId)).toEqual(['A']);
  expect(reportOf('片桐 修平', courses, 2022)[0]?.payments.map(({ courseId }) => courseId)).toEqual(['B']);
});

test('a transfer without a date is named and in no year', () => {
  const { reports, undated } = paymentReports([course('A', paidOn(undefined))], 2021, book);
  expect(undated).toEqual([{ courseJa: '講習会A', payeeJa: '片桐 修平', transferId: 'TR-S1' }]);
  expect(reports.some(({ nameJa }) => nameJa === '片桐 修平')).toBe(false);
});

test('a 所属先 is not in the list, an open question is and says so', () => {
  const value = withStaff(sample(), 'S1', { employerName: '片桐塾', paysToEmployer: true });
  const transfers = (value.transfers ?? []).map((one) =>
    one.id === 'TR-S1' ? { ...one, accountHolder: '片桐塾', payeeName: '片桐塾' } : one,
  );
  expect(reportOf('片桐 修平', [course('A', { ...value, transfers })])).toEqual([]);
  expect(reportOf('藤井 和也', [course('A', sample())])[0]).toMatchObject({ paid: 28_000, isOpen: true });
});

test('without a recorded tax the computed one stands, marked', () => {
  const value = sample();
  for (const transfer of value.transfers ?? []) delete transfer.withheldTax;
  const own = reportOf('片桐 修平', [course('A', value)])[0];
  expect(own?.payments[0]).toMatchObject({ withheld: 8727, isRecorded: false });
});

test('another kana is another person; a bare name is doubtful', () => {
  const other = withStaff(sample(), 'S1', { nameKana: 'カタギリ ナオヒラ' });
  expect(
    reportOf('片桐 修平', [course('A', sample()), course('B', other)]).map(({ isDoubtful }) => isDoubtful),
  ).toEqual([false, false]);
  const bare = sample();
  for (const one of bare.staff ?? []) {
    if (one.nameKana !== undefined) one.accountHolderKana = one.nameKana;
    delete one.nameKana;
    delete one.homePrefectureCode;
  }
  const rows = reportOf('片桐 修平', [course('A', sample()), course('B', bare)]);
  expect(rows.map(({ isDoubtful }) => isDoubtful)).toEqual([true, true]);
});

test('where the book leaves 旅費 out, neither the tax nor the list counts it', () => {
  const file = structuredClone(book.file);
  const [entry] = file.figures['payments.withholding.includesTravel']?.values ?? [];
  if (!entry) throw new Error('no figure');
  entry.value = false;
  const without = openRulebook(file, FIGURES);
  const value = sample();
  for (const transfer of value.transfers ?? []) delete transfer.withheldTax;
  const own = { ...course('A', value), payables: payables(value, check(value, without), without, payingOf(value)) };
  const found = paymentReports([own], 2021, without).reports.find(({ nameJa }) => nameJa === '片桐 修平');
  expect(found).toMatchObject({ paid: 84_000, withheld: 8576 });
});

test('paid after the last day of the book: the tax and the filing are open', () => {
  expect(reportOf('片桐 修平', [course('A', paidOn('2022-04-01'))], 2022)[0]).toMatchObject({
    isFiled: undefined,
    isOpen: true,
  });
});

test('who is joined through a third record is not doubtful', () => {
  const nameJa = '片桐 修平';
  const record = (kana: string | undefined, prefectureCode: string | undefined) => ({
    person: { nameJa, kana, birthDate: undefined, prefectureCode },
  });
  const [byKana, byHome] = [record('カタギリ シュウヘイ', undefined), record(undefined, '26')];
  const both = record('カタギリ シュウヘイ', '26');
  expect(personGroups([byKana, byHome]).map(({ isDoubtful }) => isDoubtful)).toEqual([true, true]);
  expect(personGroups([byKana, byHome, both])).toEqual([{ members: [byKana, byHome, both], isDoubtful: false }]);
});

test('the order of the courses changes nothing, and no payment is lost or counted twice', () => {
  const courses = ['A', 'B', 'C', 'D'].map((id, index) =>
    course(id, index % 2 === 0 ? sample() : withStaff(sample(), 'S1', { nameKana: 'カタギリ ナオヒラ' })),
  );
  const wanted = totals(courses);
  fc.assert(
    fc.property(fc.shuffledSubarray(courses, { minLength: 4 }), (shuffled) => {
      expect(totals(shuffled)).toEqual(wanted);
    }),
    { numRuns: 20 },
  );
  const payments = paymentReports(courses, 2021, book).reports.flatMap((one) => one.payments);
  const keys = payments.map(({ courseId, transferId }) => `${courseId} ${transferId}`);
  expect(new Set(keys).size).toBe(keys.length);
  // S1-S8, and the second transfer of S4.
  expect(keys).toHaveLength(4 * 9);
});

function totals(courses: readonly PaidCourse[]): string[] {
  return paymentReports(courses, 2021, book)
    .reports.map(({ nameJa, kana, paid, withheld }) => `${nameJa} ${kana ?? ''} ${paid} ${withheld}`)
    .sort();
}

test('a payee record keyed by a person is used for every course alike', () => {
  const value = sample();
  const { payees, ...rest } = payingOf(value);
  const none = payees.map((one) => (one.key === 'S8' ? ({ ...one, withholding: 'none' } as const) : one));
  const own = { ...course('A', value), payables: payablesOf(value, { ...rest, payees: none }) };
  expect(reportOf('小松 由佳', [own])).toEqual([]);
});
