/**
 * 上限 beside an open field: what the rulebook allows for what is being typed, before it is typed. A hint never
 * judges; where the limit depends on more than stands on the line, nothing is said rather than something wrong.
 */
import type { Line, LineOf } from '../model/case/lines/line.js';
import type { SessionFormat } from '../model/case/schedule.js';
import type { StaffRole } from '../model/case/staff.js';
import { portion, sum, type Yen } from '../money.js';
import { isHygiene } from './courses/consumables/totals.js';
import type { Decision } from './engine/decide.js';
import type { Facts } from './facts/facts.js';
import { copiesLimit, shieldLimit } from './facts/headcount.js';
import type { NumericFigureKey } from './figures.js';

/** A figure of the rulebook for the day of the course; `undefined` where the book holds none. */
export type LimitReader = (key: string) => number | undefined;

export type LimitHint = {
  readonly limit: number;
  /** What earlier-listed lines of the same group leave of it. */
  readonly rest?: number;
  /** 部, 枚 …; empty for yen. */
  readonly unitJa: string;
};

export type HintContext = {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly read: LimitReader;
};

/** Keys of the figures that hints read. */
export const HINT_KEYS = {
  lecture: 'honoraria.lecture.rate',
  practical: 'honoraria.practical.rate',
  alLead: 'honoraria.activeLearning.leadRate',
  alInstructor: 'honoraria.activeLearning.instructorRate',
  assistant: 'honoraria.assistant.rate',
  examiner: 'honoraria.examiner.limit',
  roomOnly: 'travel.lodging.roomOnly',
  breakfast: 'travel.lodging.breakfast',
  halfBoard: 'travel.lodging.halfBoard',
  perDay: 'travel.perDiem.limit',
  copySpare: 'rental.copy.spare',
  printSpare: 'printing.spare',
  twoQuotes: 'printing.quotes.from',
  online: 'rental.online.total',
  thermometerQty: 'consumables.thermometer.count',
  thermometer: 'consumables.thermometer.total',
  hygiene: 'consumables.hygiene.total',
  masks: 'consumables.mask.count',
  notArranged: 'travel.lodging.notArranged',
} as const satisfies Record<string, NumericFigureKey>;

/** The limit of a field of a line, or nothing where the rulebook sets none for it. */
export function limitHint(line: Line, field: string, context: HintContext): LimitHint | undefined {
  switch (line.kind) {
    case 'honorarium':
      return honorariumHint(line, field, context);
    case 'transport':
      return field === 'legs' ? fareHint(line, context) : undefined;
    case 'lodging':
      return field === 'price' ? inYen(nightLimit(line, context.read)) : undefined;
    case 'perDiem':
      return field === 'perDay' ? inYen(context.read(HINT_KEYS.perDay)) : undefined;
    case 'copy':
      return field === 'copies' ? copiesHint(HINT_KEYS.copySpare, context) : undefined;
    case 'printing':
      return field === 'copies' ? copiesHint(HINT_KEYS.printSpare, context) : undefined;
    case 'online':
      return field === 'price' ? shared(line, HINT_KEYS.online, isOnline, context) : undefined;
    case 'consumable':
      return consumableHint(line, field, context);
    default:
      return undefined;
  }
}

/** 「上限 20,000 残り 5,000」, for screen readers and narrow places. */
export function limitHintJa(hint: LimitHint): string {
  const rest = hint.rest === undefined ? '' : ` 残り ${hint.rest.toLocaleString('ja-JP')}${hint.unitJa}`;
  return `上限 ${hint.limit.toLocaleString('ja-JP')}${hint.unitJa}${rest}`;
}

/** Yen per hour for a role in a form of teaching (別表1); unknown where the form is not chosen or has no rate. */
export function rateLimit(role: StaffRole, format: SessionFormat | null, read: LimitReader): Yen | undefined {
  if (role === 'assistant') return read(HINT_KEYS.assistant);
  if (role === 'alLead') return read(HINT_KEYS.alLead);
  if (role === 'alInstructor') return read(HINT_KEYS.alInstructor);
  if (role !== 'lecturer') return undefined;
  if (format === 'lecture') return read(HINT_KEYS.lecture);
  return format === 'practical' || format === 'practicum' ? read(HINT_KEYS.practical) : undefined;
}

function inYen(limit: Yen | undefined): LimitHint | undefined {
  return limit === undefined ? undefined : { limit, unitJa: '' };
}

function inUnits(limit: number | undefined, unitJa: string): LimitHint | undefined {
  return limit === undefined ? undefined : { limit, unitJa };
}

function honorariumHint(line: LineOf<'honorarium'>, field: string, context: HintContext): LimitHint | undefined {
  const { facts, read } = context;
  if (line.role === 'examiner') {
    if (field !== 'lumpSum') return undefined;
    const isPerPerson = facts.course.settings?.examinerCapScope === 'person';
    return isPerPerson ? inYen(read(HINT_KEYS.examiner)) : shared(line, HINT_KEYS.examiner, isExaminer, context);
  }
  if (field !== 'rate') return undefined;
  const limits = facts.paidAssignments(line).map(({ session }) => rateLimit(line.role, session?.format ?? null, read));
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === limits.length && known.length > 0 ? inYen(Math.min(...known)) : undefined;
}

/** 普通席 of a flight, or the regulation's price per km of a car; every ride of the line must have the same. */
function fareHint(line: LineOf<'transport'>, { facts }: HintContext): LimitHint | undefined {
  const limits = line.legs.map((leg) => {
    if (leg.mode === 'air') return leg.economyFare;
    const { carRatePerKm } = facts.organization;
    if (leg.mode !== 'car' || carRatePerKm === undefined || leg.km === undefined) return undefined;
    return portion(leg.km, carRatePerKm, 10);
  });
  const [first] = limits;
  return limits.every((limit) => limit === first) ? inYen(first) : undefined;
}

/** Per night by the meal plan; the higher limits only where the price list is known to have no room-only rate. */
function nightLimit(line: LineOf<'lodging'>, read: LimitReader): Yen | undefined {
  if (line.noRoomOnlyPlan === true && line.plan === 'breakfast') return read(HINT_KEYS.breakfast);
  if (line.noRoomOnlyPlan === true && line.plan === 'halfBoard') return read(HINT_KEYS.halfBoard);
  return read(HINT_KEYS.roomOnly);
}

function copiesHint(spareKey: string, { decision, read }: HintContext): LimitHint | undefined {
  return inUnits(copiesLimit(decision.headcount, read(spareKey)), '部');
}

function consumableHint(line: LineOf<'consumable'>, field: string, context: HintContext): LimitHint | undefined {
  const { decision, read } = context;
  if (field === 'qty') {
    if (line.subKind === 'thermometer') return inUnits(read(HINT_KEYS.thermometerQty), '個');
    if (line.subKind === 'mask') return inUnits(read(HINT_KEYS.masks), '枚');
    return line.subKind === 'faceShield' ? inUnits(shieldLimit(decision.headcount), '枚') : undefined;
  }
  if (field !== 'unitPrice') return undefined;
  if (line.subKind === 'thermometer') return inYen(read(HINT_KEYS.thermometer));
  return isHygiene(line) ? shared(line, HINT_KEYS.hygiene, isHygieneLine, context) : undefined;
}

function isExaminer(line: Line): boolean {
  return line.kind === 'honorarium' && line.role === 'examiner';
}

function isOnline(line: Line): boolean {
  return line.kind === 'online';
}

function isHygieneLine(line: Line): boolean {
  return line.kind === 'consumable' && isHygiene(line);
}

/** A limit that several lines share: what those listed before this one leave of it. */
function shared(
  line: Line,
  key: string,
  isMember: (line: Line) => boolean,
  { facts, decision, read }: HintContext,
): LimitHint | undefined {
  const limit = read(key);
  if (limit === undefined) return undefined;
  const earlier = facts.lines.slice(0, facts.order(line)).filter(isMember);
  if (facts.lines.filter(isMember).length <= 1) return { limit, unitJa: '' };
  const eligible = new Map(decision.lines.map((own) => [own.id, own.eligible]));
  return { limit, rest: Math.max(0, limit - sum(earlier.map((own) => eligible.get(own.id) ?? 0))), unitJa: '' };
}

/** A capped group of a claim: what it may take in all and what of it counts. */
export type CappedGroup = { readonly labelJa: string; readonly used: Yen; readonly limit: Yen };

const GROUPS = [
  { labelJa: '検定員', key: HINT_KEYS.examiner, isMember: isExaminer },
  { labelJa: '消毒液・マスク等', key: HINT_KEYS.hygiene, isMember: isHygieneLine },
  { labelJa: 'オンライン', key: HINT_KEYS.online, isMember: isOnline },
] as const;

/** The capped groups that have lines. 検定員 judged person by person have no common limit and are left out. */
export function cappedGroups({ facts, decision, read }: HintContext): CappedGroup[] {
  const eligible = new Map(decision.lines.map((own) => [own.id, own.eligible]));
  return GROUPS.flatMap(({ labelJa, key, isMember }): CappedGroup[] => {
    const members = facts.lines.filter(isMember);
    const limit = read(key);
    const isSplit = key === HINT_KEYS.examiner && facts.course.settings?.examinerCapScope === 'person';
    if (members.length === 0 || limit === undefined || isSplit) return [];
    return [{ labelJa, used: sum(members.map((line) => eligible.get(line.id) ?? 0)), limit }];
  });
}
