/** 区分貸し: the cheapest set of a room's 区分 that covers the time that is needed. */
import type { Yen } from '../../../money.js';
import { merged, type Span } from '../../facts/spans.js';

export type Slot = Span & { readonly name: string; readonly price: Yen };
export type SlotSet = { readonly price: Yen; readonly slots: readonly Slot[] };

/** The best way to cover one piece of the need and everything after it. */
type Step = { readonly price: Yen; readonly count: number; readonly slot?: Slot; readonly next?: Step };

/**
 * The cheapest slots whose times together cover `need`; `undefined` where the slots cannot cover it. Of equally
 * cheap sets the one with fewer slots, then the earlier-listed slots. Nothing needed costs nothing.
 */
export function cheapestCover(slots: readonly Slot[], need: readonly Span[]): SlotSet | undefined {
  const pieces = piecesOf(slots, need);
  const best = new Map<number, Step>([[pieces.length, { price: 0, count: 0 }]]);
  // Whoever covers a piece covers every following piece up to its own end: so from the last piece to the first.
  for (const [index, piece] of [...pieces.entries()].reverse()) {
    for (const slot of slots) {
      if (slot.start > piece.start || slot.end < piece.end) continue;
      const rest = best.get(firstEndingAfter(pieces, slot.end));
      const known = best.get(index);
      if (rest && isBetter(slot.price + rest.price, rest.count + 1, known)) {
        best.set(index, { price: slot.price + rest.price, count: rest.count + 1, slot, next: rest });
      }
    }
  }
  const first = best.get(0);
  return first && { price: first.price, slots: slotsOf(first) };
}

function isBetter(price: Yen, count: number, known: Step | undefined): boolean {
  return !known || price < known.price || (price === known.price && count < known.count);
}

function slotsOf(step: Step): Slot[] {
  const slots: Slot[] = [];
  for (let at: Step | undefined = step; at?.slot; at = at.next) slots.push(at.slot);
  return slots;
}

/** Index of the first piece that ends after `end`; the number of pieces where none does. */
function firstEndingAfter(pieces: readonly Span[], end: number): number {
  const index = pieces.findIndex((piece) => piece.end > end);
  return index === -1 ? pieces.length : index;
}

/** The need cut at every slot boundary, so that a slot covers a piece wholly or not at all. */
function piecesOf(slots: readonly Slot[], need: readonly Span[]): Span[] {
  const edges = [...new Set(slots.flatMap((slot) => [slot.start, slot.end]))].sort((a, b) => a - b);
  return merged(need).flatMap((span) => {
    const points = [span.start, ...edges.filter((edge) => edge > span.start && edge < span.end), span.end];
    return points.slice(1).map((end, index) => ({ start: points[index] ?? end, end }));
  });
}
