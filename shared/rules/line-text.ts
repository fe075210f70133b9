/** 内容 and 数量×単価 of a line, in the words of a clerk. */
import { clockJa, hoursJa, shortDateJa, slashDate } from '../dates.js';
import { legAmount } from '../model/case/detail-amount.js';
import { MAIL_METHOD_JA, MAIL_PURPOSE_JA, MAIL_RECIPIENT_JA } from '../model/case/lines/communication.js';
import type { Line, LineOf } from '../model/case/lines/line.js';
import { ONLINE_SUB_KIND_JA } from '../model/case/lines/rental.js';
import type { ConsumableSubKind } from '../model/case/lines/supplies.js';
import {
  LEG_MODE_JA,
  MEAL_PLAN_JA,
  OTHER_LEG_KIND_JA,
  SURCHARGE_KIND_JA,
  type Leg,
} from '../model/case/lines/travel.js';
import { SESSION_FORMAT_JA } from '../model/case/schedule.js';
import { EXAMINER_TASK_JA, STAFF_ROLE_JA } from '../model/case/staff.js';
import { km, sum, type Yen } from '../money.js';
import type { Facts } from './facts/facts.js';

export type LineText = {
  /** Whom or what it is for: a person, a venue, a thing. */
  readonly nameJa: string;
  readonly detailJa: string;
  /** 「6.0時間」「往復」「1泊」 */
  readonly quantityJa: string;
  /** Yen per unit of the quantity; absent where the amount is no product. */
  readonly unit?: Yen;
};

/** What stands in the row of a line. */
export function lineText(line: Line, facts: Facts): LineText {
  switch (line.kind) {
    case 'honorarium':
      return honorariumText(line, facts);
    case 'transport':
      return transportText(line, facts);
    case 'lodging':
      return {
        nameJa: personName(line.staffId, facts),
        detailJa: `宿泊 ${shortDateJa(line.date)} ${MEAL_PLAN_JA[line.plan]}`,
        quantityJa: '1泊',
        unit: line.price,
      };
    case 'package':
      return {
        nameJa: personName(line.staffId, facts),
        detailJa: `パック ${line.dates.map(shortDateJa).join('・')} ${line.nights.length}泊`,
        quantityJa: '1件',
        unit: line.price,
      };
    case 'perDiem':
      return {
        nameJa: personName(line.staffId, facts),
        detailJa: withRole('日当', line.staffId, facts),
        quantityJa: `${line.days}日`,
        unit: line.perDay,
      };
    case 'room':
      return roomText(line, facts);
    default:
      return thingText(line, facts);
  }
}

type ThingLine = Exclude<
  Line,
  | { kind: 'honorarium' }
  | { kind: 'transport' }
  | { kind: 'lodging' }
  | { kind: 'package' }
  | { kind: 'perDiem' }
  | { kind: 'room' }
>;

function thingText(line: ThingLine, facts: Facts): LineText {
  switch (line.kind) {
    case 'equipment': {
      const quantityJa = line.qty === 1 ? `${line.days}日` : `${line.days}日×${line.qty}台`;
      return { nameJa: line.name, detailJa: '備品・機材', quantityJa, unit: line.unitPrice };
    }
    case 'copy':
      return copyText(line);
    case 'online':
      return {
        nameJa: ONLINE_SUB_KIND_JA[line.subKind],
        detailJa: `オンライン ${slashDate(line.periodFrom)}〜${slashDate(line.periodTo)}`,
        quantityJa: '1件',
        unit: line.price,
      };
    case 'printing':
      return printingText(line);
    case 'consumable':
      return consumableText(line);
    case 'mail':
      return {
        nameJa: MAIL_METHOD_JA[line.method],
        detailJa: `${MAIL_RECIPIENT_JA[line.recipientKind]}宛 ${MAIL_PURPOSE_JA[line.purpose]}`,
        quantityJa: `${line.boughtQty ?? line.qty}${line.method === 'stamps' ? '枚' : '通'}`,
        unit: line.unitPrice,
      };
    case 'shipping':
      return {
        nameJa: line.carrier ?? CARRIER_KIND_JA[line.carrierKind],
        detailJa: '資料等の発送',
        quantityJa: '1件',
        unit: line.price,
      };
    case 'transferFee':
      return {
        nameJa: facts.person(line.payeeKey)?.nameJa ?? line.payeeKey,
        detailJa: '振込手数料',
        quantityJa: '1回',
        unit: line.fee,
      };
    case 'other':
      return { nameJa: line.descriptionJa, detailJa: 'その他の費目', quantityJa: '1件', unit: line.price };
  }
}

export const CARRIER_KIND_JA = {
  carrier: '配送業者',
  privateCar: '自家用車等',
  parking: '駐車場代',
} as const satisfies Record<LineOf<'shipping'>['carrierKind'], string>;

/** What the line is, in a word or two: 「検定員」「宿泊」「タクシー」; heads the panel and names a line in lists. */
export function lineKindText(line: Line): string {
  switch (line.kind) {
    case 'honorarium':
      return STAFF_ROLE_JA[line.role];
    case 'transport':
      return modesJa(line.legs);
    case 'lodging':
      return '宿泊';
    case 'package':
      return 'パック';
    case 'perDiem':
      return '日当';
    case 'room':
      return '会場';
    case 'equipment':
      return '備品・機材';
    case 'copy':
      return 'コピー';
    case 'online':
      return 'オンライン';
    case 'printing':
      return '印刷';
    case 'consumable':
      return '消耗品';
    case 'mail':
      return '送料';
    case 'shipping':
      return '発送';
    case 'transferFee':
      return '手数料';
    case 'other':
      return 'その他';
  }
}

function personName(staffId: string, facts: Facts): string {
  return facts.person(staffId)?.nameJa ?? '（氏名なし）';
}

/** 運営係員 is said with travel, because their travel is judged in its own way. */
function withRole(text: string, staffId: string, facts: Facts): string {
  const roles = facts.assignmentsOf(staffId).map((assignment) => assignment.role);
  return roles.length > 0 && roles.every((role) => role === 'operations') ? `運営係員 ${text}` : text;
}

function honorariumText(line: LineOf<'honorarium'>, facts: Facts): LineText {
  const paid = facts.paidAssignments(line);
  const role = STAFF_ROLE_JA[line.role];
  const nameJa = facts.personOf(line)?.nameJa ?? '（氏名なし）';
  if (line.role === 'examiner') {
    const [first] = paid;
    const day = first && facts.dateOf(first.assignment);
    const task = EXAMINER_TASK_JA[first?.assignment.task ?? 'exam'];
    const detailJa = [role, day && shortDateJa(day), task].filter((part) => part !== undefined).join(' ');
    if (line.rate === undefined) return { nameJa, detailJa, quantityJa: '1講習会' };
    return { nameJa, detailJa, quantityJa: hours(sum(paid.map((entry) => entry.minutes))), unit: line.rate };
  }
  const items = [...new Set(paid.flatMap((entry) => entry.item?.nameJa ?? []))];
  const formats = [
    ...new Set(paid.flatMap(({ session }) => (session?.format ? SESSION_FORMAT_JA[session.format] : []))),
  ];
  const subject = items.length > 1 ? `${items[0] ?? ''}ほか${items.length - 1}` : (items[0] ?? '');
  const format = formats.length === 1 ? `（${formats[0] ?? ''}）` : '';
  return {
    nameJa,
    detailJa: `${role} ${subject}${format}`.trim(),
    quantityJa: hours(sum(paid.map((entry) => entry.minutes))),
    ...(line.rate === undefined ? {} : { unit: line.rate }),
  };
}

/** `6.0時間` where the time is whole or half, else 「1時間40分」. */
function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}.0時間` : hoursJa(minutes);
}

function transportText(line: LineOf<'transport'>, facts: Facts): LineText {
  return {
    nameJa: personName(line.staffId, facts),
    detailJa: withRole(legsJa(line.legs), line.staffId, facts),
    ...ridesText(line.legs),
  };
}

/** The rides as a quantity: 片道, 往復 (each way the same), 2往復 (each trip the same), else their number. */
export function ridesText(legs: readonly Leg[]): { readonly quantityJa: string; readonly unit?: Yen } {
  const trips = tripsOf(legs);
  const [first] = trips;
  if (!first) return { quantityJa: '' };
  const perLeg = first.map(legAmount);
  const perTrip = sum(perLeg);
  if (trips.length > 1) {
    const isEven = trips.every((trip) => sum(trip.map(legAmount)) === perTrip && trip.length === 2);
    return isEven ? { quantityJa: `${trips.length}往復`, unit: perTrip } : { quantityJa: `${legs.length}区間` };
  }
  if (first.length === 1) return { quantityJa: '片道', unit: perTrip };
  const isThereAndBack = first.length === 2 && perLeg[0] === perLeg[1];
  return isThereAndBack ? { quantityJa: '往復', unit: perLeg[0] ?? 0 } : { quantityJa: `${first.length}区間` };
}

export function tripsOf(legs: readonly Leg[]): Leg[][] {
  const trips = new Map<number, Leg[]>();
  for (const leg of legs) trips.set(leg.trip ?? 1, [...(trips.get(leg.trip ?? 1) ?? []), leg]);
  return [...trips.entries()].sort(([a], [b]) => a - b).map(([, own]) => own);
}

function modeJa(leg: Leg): string {
  return leg.mode === 'other' ? OTHER_LEG_KIND_JA[leg.otherKind ?? 'taxi'] : LEG_MODE_JA[leg.mode];
}

function modesJa(legs: readonly Leg[]): string {
  return [...new Set(legs.map(modeJa))].join('・');
}

function legsJa(legs: readonly Leg[]): string {
  const [first] = legs;
  if (!first) return '';
  const modes = modesJa(legs);
  if (first.mode === 'air')
    return `${modes} ${first.from}→${first.to} ${first.seatClass === 'upgraded' ? '上位席' : '普通席'}`;
  if (first.mode !== 'rail') return `${modes} ${first.from}→${first.to}`;
  const distance = first.km === undefined ? `${first.from}→${first.to}` : km(first.km);
  const seat = (first.surchargeKind ?? 'none') === 'none' ? '' : ` ${SURCHARGE_KIND_JA[first.surchargeKind ?? 'none']}`;
  return `${modes} ${distance}${seat}`;
}

function roomText(line: LineOf<'room'>, facts: Facts): LineText {
  const room = facts.room(line.roomId);
  const nameJa = facts.venue(room?.venueId)?.nameJa ?? '（会場なし）';
  const detailJa = `${room?.nameJa ?? ''} ${shortDateJa(line.date)} ${clockJa(line.start)}–${clockJa(line.end)}`;
  if (room?.priceUnit === 'slot') return { nameJa, detailJa, quantityJa: (line.slotNames ?? []).join('・') };
  const quantityJa = room?.priceUnit === 'day' ? '1日' : hoursJa(line.end - line.start);
  return { nameJa, detailJa, quantityJa, ...(room?.unitPrice === undefined ? {} : { unit: room.unitPrice }) };
}

function copyText(line: LineOf<'copy'>): LineText {
  const base = { nameJa: line.documentName, detailJa: 'コピー' };
  if (line.unitPrice === null) return { ...base, quantityJa: '一式' };
  return { ...base, quantityJa: `${line.pages ?? 0}ページ×${line.copies ?? 0}部`, unit: line.unitPrice };
}

function printingText(line: LineOf<'printing'>): LineText {
  const base = { nameJa: line.documentName, detailJa: '印刷製本', quantityJa: `${line.copies}部` };
  return line.orderAmount % line.copies === 0 ? { ...base, unit: line.orderAmount / line.copies } : base;
}

const CONSUMABLE_JA = {
  thermometer: ['体温計', '個'],
  disinfectant: ['アルコール消毒液', '本'],
  faceShield: ['フェイスシールド', '枚'],
  mask: ['マスク', '枚'],
  other: ['その他の消耗品', '個'],
} as const satisfies Record<ConsumableSubKind, readonly [string, string]>;

function consumableText(line: LineOf<'consumable'>): LineText {
  const [nameJa, counter] = CONSUMABLE_JA[line.subKind];
  const bottle = line.bottleMl === undefined ? '' : `${line.bottleMl}ml`;
  const spare = line.subKind === 'mask' && line.isSpare !== false ? '予備用' : '';
  return {
    nameJa,
    detailJa: bottle || spare || (line.remarks ?? ''),
    quantityJa: `${line.qty}${counter}`,
    unit: line.unitPrice,
  };
}
