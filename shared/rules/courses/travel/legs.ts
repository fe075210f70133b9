/** 交通費の区間: how a leg is named, which legs a line has, and the arithmetic shown beside a leg. */
import { yen, type Yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Leg, SurchargeKind } from '../../../model/case/lines/travel.js';
import type { Ask } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import type { WorkStep } from '../../engine/verdict.js';

/** What a clerk calls the charge of a leg. */
export const CHARGE_JA = {
  none: '特急等の料金',
  free: '自由席料金',
  reserved: '指定席料金',
  green: 'グリーン車の料金',
} as const satisfies Record<SurchargeKind, string>;

/** `東京→京都` */
export function legJa(leg: Leg): string {
  return `${leg.from}→${leg.to}`;
}

export function isPublicTransport(leg: Leg): boolean {
  return leg.mode === 'rail' || leg.mode === 'bus' || leg.mode === 'air' || leg.otherKind === 'ferry';
}

export function hasLeg(line: LineOf<'transport'>, test: (leg: Leg) => boolean): boolean {
  return line.legs.some(test);
}

/** True when final cuts of earlier stages left nothing of the leg, of its trip or of its line. */
export function isCutAway(paid: PaidLeg, ask: Ask): boolean {
  const line = paid.line.id;
  return [undefined, `trip${paid.trip}`, paid.part].some((part) => ask.standing(line, part).afterCuts === 0);
}

/** 計算 of a leg: what is allowed of its fare and of its charge, and the sum. */
export function fareWork(base: Yen, charge: { readonly labelJa: string; readonly amount: Yen }): WorkStep[] {
  return [
    { labelJa: '運賃', amount: base },
    { labelJa: charge.labelJa, amount: charge.amount },
    { labelJa: '対象額', amount: base + charge.amount },
  ];
}

/** `請求1,390円、上限860円` */
export function claimedAgainstJa(claimed: Yen, limit: Yen): string {
  return `請求${yen(claimed)}、上限${yen(limit)}`;
}
