/** What is compared between courses, and what is said where two of them claim the same. */
import type { Case } from '../../model/case/case.js';

/** A course as it is compared with others. */
export type AcrossCase = { readonly courseId: string; readonly nameJa: string; readonly case: Case };

/** The same paper, one person in two places, one trip, one night. */
export type AcrossKind = 'voucher' | 'person' | 'trip' | 'night';

/** One of the places that do not go together. */
export type AcrossPlace = {
  readonly courseId: string;
  readonly courseJa: string;
  /** The line that claims it; absent where none does. */
  readonly lineId?: string;
  /** Number of the line, time, room, route, amount: what one has to look at. */
  readonly textJa: string;
};

export type AcrossFinding = {
  /** The same as long as the same is said of the same places. */
  readonly key: string;
  readonly kind: AcrossKind;
  readonly titleJa: string;
  readonly messageJa: string;
  readonly remedyJa: string;
  /** True where it may be two people or two bills: 要確認. */
  readonly isDoubtful: boolean;
  /** Of two courses or more; by course and line, whatever the order in which the courses were given. */
  readonly places: readonly AcrossPlace[];
};

/** Words that each kind of finding begins with. */
export const ACROSS_KIND_JA = {
  voucher: '同じ証憑',
  person: '時刻の重なり',
  trip: '同じ移動',
  night: '同じ日の宿泊',
} as const satisfies Record<AcrossKind, string>;
