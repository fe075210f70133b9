import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestCover, type Slot } from '../../../shared/rules/courses/rental/cheapest-slots.js';
import { firstMinutes, merged, minutesIn, outside, type Span, within } from '../../../shared/rules/facts/spans.js';
import { shareOut } from '../../../shared/rules/facts/share-out.js';

const morning = { name: '午前', start: 480, end: 780, price: 4000 };
const afternoon = { name: '午後', start: 780, end: 1020, price: 5000 };
const whole = { name: '全日', start: 480, end: 1260, price: 8500 };

describe('the cheapest slots', () => {
  test('one slot where it covers the need exactly, two where it does not', () => {
    expect(cheapestCover([whole, afternoon, morning], [{ start: 480, end: 780 }])).toEqual({
      price: 4000,
      slots: [morning],
    });
    const both = cheapestCover([morning, afternoon, { ...whole, price: 9001 }], [{ start: 480, end: 781 }]);
    expect(both).toEqual({ price: 9000, slots: [morning, afternoon] });
  });

  test('the whole day where it is cheaper than its parts', () => {
    expect(cheapestCover([morning, afternoon, whole], [{ start: 600, end: 900 }])?.slots).toEqual([whole]);
  });

  test('of equal prices the fewer slots', () => {
    expect(
      cheapestCover([morning, afternoon, { ...whole, price: 9000 }], [{ start: 600, end: 900 }])?.slots,
    ).toHaveLength(1);
  });

  test('nothing needed costs nothing; what no slot covers cannot be covered', () => {
    expect(cheapestCover([morning], [])).toEqual({ price: 0, slots: [] });
    expect(cheapestCover([morning], [{ start: 700, end: 800 }])).toBeUndefined();
  });

  test('agrees with trying every set', () => {
    const slots = fc.array(
      fc.record({ name: fc.constant('x'), start: fc.nat(12), end: fc.nat(12), price: fc.nat(9) }),
      { maxLength: 6 },
    );
    const need = fc.array(fc.record({ start: fc.nat(12), end: fc.nat(12) }), { maxLength: 3 });
    fc.assert(
      fc.property(slots, need, (own, spans) => {
        expect(cheapestCover(own, spans)?.price).toBe(bruteForce(own, spans));
      }),
    );
  });
});

function bruteForce(slots: readonly Slot[], need: readonly Span[]): number | undefined {
  let best: number | undefined;
  for (let set = 0; set < 1 << slots.length; set += 1) {
    const chosen = slots.filter((_, index) => ((set >> index) & 1) === 1);
    if (minutesIn(outside(need, chosen)) > 0) continue;
    const price = chosen.reduce((total, slot) => total + slot.price, 0);
    if (best === undefined || price < best) best = price;
  }
  return best;
}

describe('spans', () => {
  test('merge, cut and count', () => {
    expect(
      merged([
        { start: 5, end: 9 },
        { start: 1, end: 3 },
        { start: 3, end: 4 },
        { start: 7, end: 7 },
      ]),
    ).toEqual([
      { start: 1, end: 4 },
      { start: 5, end: 9 },
    ]);
    expect(
      within(
        [{ start: 1, end: 9 }],
        [
          { start: 3, end: 4 },
          { start: 8, end: 12 },
        ],
      ),
    ).toEqual([
      { start: 3, end: 4 },
      { start: 8, end: 9 },
    ]);
    expect(
      outside(
        [{ start: 1, end: 9 }],
        [
          { start: 3, end: 4 },
          { start: 8, end: 12 },
        ],
      ),
    ).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 8 },
    ]);
    expect(
      firstMinutes(
        [
          { start: 10, end: 20 },
          { start: 30, end: 40 },
        ],
        15,
      ),
    ).toEqual([
      { start: 10, end: 20 },
      { start: 30, end: 35 },
    ]);
  });
});

describe('sharing out a limit', () => {
  test('serves the first-listed first', () => {
    expect(shareOut(10, [4, 5, 3, 2])).toEqual([4, 5, 1, 0]);
    expect(shareOut(10, [4, 6])).toEqual([4, 6]);
    expect(shareOut(-1, [4])).toEqual([0]);
  });
});
