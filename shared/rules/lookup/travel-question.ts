/** 早見 旅費: one ride, one night or one 日当. */
import { addDays, type IsoDate } from '../../dates.js';
import type { Case } from '../../model/case/case.js';
import type { Leg, MealPlan, PerDiemLine, SurchargeKind } from '../../model/case/lines/travel.js';
import { legAmount } from '../../model/case/detail-amount.js';
import type { Assignment, Staff } from '../../model/case/staff.js';
import type { Session } from '../../model/case/schedule.js';
import { sum } from '../../money.js';
import type { Rulebook } from '../engine/rulebook.js';
import { ASSUMED, dayOf, type LookupCase, lookupCase, lookupPerson, type LookupFrame } from './lookup-case.js';

type Traveller = {
  /** 会場と同じ都道府県に住む. */
  readonly isLocal: boolean;
  /** One way, tenths of a km, from the station at home to the one of the venue. */
  readonly distance?: number | undefined;
  readonly day?: IsoDate | undefined;
};

export type RailQuestion = Traveller & {
  readonly kind: 'rail';
  readonly fare: number;
  readonly surchargeKind: SurchargeKind;
  readonly surchargeSectionKm?: number | undefined;
  /** What is claimed for the express, one way. */
  readonly charge?: number | undefined;
  /** 自由席 of the same section: the measure of 指定席 and グリーン車. */
  readonly freeSeatCharge?: number | undefined;
  readonly roundTripDiscount?: boolean | undefined;
};
export type BusQuestion = Traveller & { readonly kind: 'bus'; readonly fare: number; readonly km?: number | undefined };
export type AirQuestion = Traveller & {
  readonly kind: 'air';
  readonly fare: number;
  readonly seat: 'economy' | 'upgraded';
  readonly economyFare?: number | undefined;
  readonly reason?: 'urgency' | 'economy' | 'none' | undefined;
};
export type CarQuestion = Traveller & {
  readonly kind: 'car';
  readonly amount: number;
  readonly km?: number | undefined;
  readonly ratePerKm?: number | undefined;
  readonly hasReason: boolean;
};
export type LodgingQuestion = Traveller & {
  readonly kind: 'lodging';
  readonly price: number;
  readonly plan: MealPlan;
  /** The price list shows no room-only rate. */
  readonly noRoomOnlyPlan?: boolean | undefined;
  readonly night: 'eve' | 'dutyNight';
  /** 自宅最寄駅を出る時刻 (eve) or 着く時刻 (dutyNight). */
  readonly clock?: number | undefined;
};
export type PerDiemQuestion = Traveller & {
  readonly kind: 'perDiem';
  readonly days: number;
  readonly perDay: number;
  readonly withNight: boolean;
};
export type TravelQuestion = RailQuestion | BusQuestion | AirQuestion | CarQuestion | LodgingQuestion | PerDiemQuestion;

const TEN = 10 * 60;
const NOON = 12 * 60;
const HOME = '自宅最寄駅';
const THERE = '会場最寄駅';

/** The lecturer (for 日当 the 運営係員) of one day, with what is claimed for the way or the night. */
export function travelCase(question: TravelQuestion, book: Rulebook): LookupCase {
  const frame = { book, day: question.day };
  if (question.kind === 'perDiem') return perDiemCase(question, frame);
  const staff = personOf(question, '講師');
  const parts = { ...dutyOf(frame), staff: [staff] };
  const assumedJa = [
    ASSUMED.commissioned,
    ASSUMED.papers,
    ASSUMED.person,
    '講師として担当する日の移動・宿泊とみています',
  ];
  if (question.kind === 'lodging') {
    return {
      case: lookupCase(frame, {}, { ...parts, lines: [lodgingLine(question, frame)] }),
      lineIds: ['line'],
      assumedJa,
    };
  }
  const legs = legsOf(question, dayOf(frame));
  const value = lookupCase(frame, question.kind === 'car' ? { carRatePerKm: question.ratePerKm } : {}, {
    ...parts,
    lines: [
      {
        id: 'line',
        kind: 'transport',
        account: 'travel',
        staffId: 'person',
        arrangement: 'org',
        via: 'agency',
        legs,
        planned: sum(legs.map(legAmount)),
      },
    ],
  });
  return { case: value, lineIds: ['line'], assumedJa };
}

function personOf({ isLocal, distance }: Traveller, nameJa: string): Staff {
  return lookupPerson('person', nameJa, { isLocal, ...(distance === undefined ? {} : { stationDistance: distance }) });
}

function dutyOf(frame: LookupFrame): Pick<Case, 'sessions' | 'assignments' | 'curriculum'> {
  return {
    curriculum: [{ id: 'item', nameJa: '科目', groupMinutes: NOON - TEN }],
    sessions: [
      { id: 'session', date: dayOf(frame), start: TEN, end: NOON, format: 'lecture', curriculumItemId: 'item' },
    ],
    assignments: [{ id: 'duty', staffId: 'person', role: 'lecturer', sessionId: 'session' }],
  };
}

type RideQuestion = Exclude<TravelQuestion, LodgingQuestion | PerDiemQuestion>;

/** One way; 往復割引 is judged on both ways. */
function legsOf(question: RideQuestion, date: IsoDate): Leg[] {
  const there = { ...legOf(question), from: HOME, to: THERE, date };
  return question.kind === 'rail' ? [there, { ...there, from: THERE, to: HOME }] : [there];
}

function legOf(question: RideQuestion): Omit<Leg, 'from' | 'to' | 'date'> {
  switch (question.kind) {
    case 'rail':
      return railLeg(question);
    case 'bus':
      return { mode: 'bus', baseFare: question.fare, ...given('km', question.km) };
    case 'air':
      return {
        mode: 'air',
        baseFare: question.fare,
        seatClass: question.seat,
        ...given('economyFare', question.economyFare),
        ...given('airReason', question.reason),
      };
    case 'car':
      return {
        mode: 'car',
        baseFare: question.amount,
        ...given('km', question.km),
        ...(question.hasReason ? { carNecessity: '公共交通機関では行けないため' } : {}),
      };
  }
}

const CHARGE_OF = { free: 'freeSeatCharge', reserved: 'reservedCharge', green: 'classCharge' } as const;

function railLeg(question: RailQuestion): Omit<Leg, 'from' | 'to' | 'date'> {
  const { surchargeKind, charge } = question;
  return {
    mode: 'rail',
    baseFare: question.fare,
    surchargeKind,
    ...given('km', question.distance),
    ...given('surchargeSectionKm', question.surchargeSectionKm),
    ...given('freeSeatCharge', question.freeSeatCharge),
    ...(surchargeKind === 'none' ? {} : given(CHARGE_OF[surchargeKind], charge)),
    ...given('roundTripDiscountApplied', question.roundTripDiscount),
  };
}

function lodgingLine(question: LodgingQuestion, frame: LookupFrame): NonNullable<Case['lines']>[number] {
  const isEve = question.night === 'eve';
  return {
    id: 'line',
    kind: 'lodging',
    account: 'travel',
    staffId: 'person',
    date: isEve ? addDays(dayOf(frame), -1) : dayOf(frame),
    plan: question.plan,
    price: question.price,
    planned: question.price,
    arrangement: 'org',
    via: 'agency',
    necessity: given(isEve ? 'departAt' : 'arriveAt', question.clock),
    ...given('noRoomOnlyPlan', question.noRoomOnlyPlan),
  };
}

/** 運営係員 on as many days as are asked for; a night before the first where one is meant. */
function perDiemCase(question: PerDiemQuestion, frame: LookupFrame): LookupCase {
  const dates = Array.from({ length: question.days }, (_, index) => addDays(dayOf(frame), index));
  const line: PerDiemLine = {
    id: 'line',
    kind: 'perDiem',
    account: 'travel',
    staffId: 'person',
    days: question.days,
    perDay: question.perDay,
    planned: question.days * question.perDay,
  };
  const night = lodgingLine(
    { kind: 'lodging', isLocal: false, price: 0, plan: 'roomOnly', night: 'eve', clock: 0 },
    frame,
  );
  const value = lookupCase(
    frame,
    {},
    {
      sessions: dates.map((date, index): Session => ({
        id: `session${index}`,
        date,
        start: TEN,
        end: NOON,
        format: 'lecture',
      })),
      staff: [personOf(question, '運営係員')],
      assignments: dates.map((date, index): Assignment => ({
        id: `duty${index}`,
        staffId: 'person',
        role: 'operations',
        date,
      })),
      lines: question.withNight ? [{ ...night, id: 'night' }, line] : [line],
    },
  );
  return {
    case: value,
    lineIds: ['line'],
    assumedJa: [
      ASSUMED.commissioned,
      ASSUMED.papers,
      '謝金を受けない運営係員1名とみています',
      ...(question.withNight ? ['宿泊は目安に当たるものとみています'] : []),
    ],
  };
}

/** `{ key: value }`, or nothing where the value is not known. */
function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
