/** Rides as they are edited. */
import type { Leg } from '../../../shared/model/case/lines/travel.js';

/** The way back of a ride, on the same day and for the same fare; papers and charges are its own. */
export function returnOf(leg: Leg): Leg {
  return { ...leg, from: leg.to, to: leg.from };
}

/** A ride with one field changed; `undefined` takes it away. 「その他」 needs to say which, and タクシー is the first. */
export function changedLeg(leg: Leg, key: string, value: unknown): Leg {
  const next = { ...leg, [key]: value } as Leg;
  if (key !== 'mode') return next;
  if (value === 'other') return { ...next, otherKind: leg.otherKind ?? 'taxi' };
  return { ...next, otherKind: undefined } as Leg;
}
