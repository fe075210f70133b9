import { describe, expect, test } from 'vitest';
import { payables } from '../../shared/payments/payables.js';
import { withholdingFigures } from '../../shared/payments/payment-figures.js';
import { reconcile } from '../../shared/payments/reconcile.js';
import { rowsOfRecords } from '../../shared/payments/other-payments.js';
import { choiceFor, type TravelChoice } from '../../shared/payments/travel-choice.js';
import { check } from '../../shared/rules/check.js';
import { book, payingOf, sample } from './paid-sample.js';

function choice(from: string, includesTravel: boolean): TravelChoice {
  return { from, includesTravel, reasonJa: '実費精算のため', confirmedOn: '2021-04-01' };
}

function paid(travelChoices: readonly TravelChoice[]) {
  const value = sample();
  const own = payables(value, check(value, book), book, { ...payingOf(value), travelChoices });
  const rows = rowsOfRecords(own);
  const { matched } = reconcile(rows, own, value.staff ?? []);
  return matched.map(({ payable, cause }) => [payable.transfer?.id, cause.kind]);
}

describe('団体の扱い', () => {
  const choices = [choice('2021-11-10', false), choice('2021-12-01', true)];

  test.each([
    ['2021-11-09', undefined],
    ['2021-11-10', false],
    ['2021-11-30', false],
    ['2021-12-01', true],
  ])('on %s', (day, includes) => {
    expect(choiceFor(day, choices)?.includesTravel).toBe(includes);
    expect(choiceFor(day, choices.toReversed())?.includesTravel).toBe(includes);
  });

  test('goes before the book, and the book’s place is no longer cited for it', () => {
    const own = withholdingFigures(book, '2021-11-10', choices);
    expect(own).toMatchObject({ includesTravel: false, travelChoice: { reasonJa: '実費精算のため' } });
    expect(own?.citations.map(({ key }) => key)).not.toContain('payments.withholding.includesTravel');
    expect(own?.citations.map(({ key }) => key)).toContain('payments.withholding.rate');
    const ofBook = withholdingFigures(book, '2021-11-09', choices);
    expect(ofBook).toMatchObject({ includesTravel: true, travelChoice: undefined });
    expect(ofBook?.citations.map(({ key }) => key)).toContain('payments.withholding.includesTravel');
  });

  test('explains the sample: with it nothing differs, by the law alone five payments do', () => {
    expect(paid([]).filter(([, cause]) => cause === 'taxBase')).toHaveLength(5);
    expect(paid([choice('2021-04-01', false)]).filter(([, cause]) => cause !== 'none' && cause !== 'taxOpen')).toEqual(
      [],
    );
    // Begun one day too late it explains nothing.
    expect(paid([choice('2021-11-11', false)]).filter(([, cause]) => cause === 'taxBase')).toHaveLength(5);
  });
});
