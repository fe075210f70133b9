/** Lines in words, for papers: what is claimed, when and for whom. */
import { clockJa, shortDateJa } from '../dates.js';
import { CONSUMABLE_SUB_KIND_JA } from '../model/case/lines/supplies.js';
import type { Line, LineOf } from '../model/case/lines/line.js';
import { MAIL_METHOD_JA, MAIL_PURPOSE_JA, MAIL_RECIPIENT_JA } from '../model/case/lines/communication.js';
import { COPY_PURPOSE_JA, ONLINE_SUB_KIND_JA } from '../model/case/lines/rental.js';
import {
  LEG_MODE_JA,
  MEAL_PLAN_JA,
  OTHER_LEG_KIND_JA,
  SURCHARGE_KIND_JA,
  type Leg,
} from '../model/case/lines/travel.js';
import { SESSION_FORMAT_JA } from '../model/case/schedule.js';
import type { Facts } from '../rules/facts/facts.js';
import { km } from '../money.js';

/** 担当科目 of an honorarium: the distinct 科目 of its assignments. */
export function itemsJa(line: LineOf<'honorarium'>, facts: Facts): string {
  const names = facts.paidAssignments(line).map(({ assignment, item, session }) => {
    if (assignment.task === 'reportMarking') return 'レポート採点';
    return item?.nameJa ?? (session?.format === 'exam' ? '検定試験' : '');
  });
  return distinct(names).join('、');
}

/** 講習形態 of an honorarium. */
export function formatsJa(line: LineOf<'honorarium'>, facts: Facts): string {
  const names = facts
    .paidAssignments(line)
    .map(({ session }) =>
      session?.format === undefined || session.format === null ? '' : SESSION_FORMAT_JA[session.format],
    );
  return distinct(names).join('、');
}

/** 手段: 鉄道（グリーン車）, タクシー. */
export function legWordJa(leg: Leg): string {
  if (leg.mode === 'other') return leg.otherKind === undefined ? LEG_MODE_JA.other : OTHER_LEG_KIND_JA[leg.otherKind];
  const seat = leg.surchargeKind ?? 'none';
  return seat === 'none' ? LEG_MODE_JA[leg.mode] : `${LEG_MODE_JA[leg.mode]}（${SURCHARGE_KIND_JA[seat]}）`;
}

/** What a travel line pays, in one cell. */
export function travelWordsJa(line: Line): { kind: string; detail: string; dates: string } {
  switch (line.kind) {
    case 'transport':
      return {
        kind: distinct(line.legs.map(legWordJa)).join('・'),
        detail: line.legs
          .map((leg) => `${leg.from}→${leg.to}${leg.km === undefined ? '' : ` ${km(leg.km)}`}`)
          .join('、'),
        dates: distinct(line.legs.map((leg) => shortDateJa(leg.date))).join('、'),
      };
    case 'lodging':
      return { kind: '宿泊', detail: MEAL_PLAN_JA[line.plan], dates: `${shortDateJa(line.date)}泊` };
    case 'package':
      return {
        kind: 'パック',
        detail: `${line.nights.length}泊`,
        dates: line.dates.map(shortDateJa).join('、'),
      };
    case 'perDiem':
      return { kind: '日当', detail: `${line.days}日`, dates: '' };
    default:
      return { kind: '', detail: '', dates: '' };
  }
}

type ExpenseWords = { readonly name: string; readonly when: string; readonly detail: string };

const EXPENSE_WORDS: { readonly [K in Line['kind']]?: (line: LineOf<K>, facts: Facts) => Partial<ExpenseWords> } = {
  room: (line, facts) => {
    const room = facts.room(line.roomId);
    return {
      name: `${facts.venue(room?.venueId)?.nameJa ?? ''} ${room?.nameJa ?? ''}`.trim(),
      when: `${shortDateJa(line.date)} ${clockJa(line.start)}–${clockJa(line.end)}`,
      detail: line.slotNames?.join('、') ?? room?.usageNote ?? '',
    };
  },
  equipment: (line) => ({ name: line.name, when: (line.dates ?? []).map(shortDateJa).join('、') }),
  copy: (line) => ({
    name: line.documentName,
    detail: `${COPY_PURPOSE_JA[line.purpose]}${line.outsourced === true ? '・外注' : ''}`,
  }),
  online: (line) => ({
    name: ONLINE_SUB_KIND_JA[line.subKind],
    when: `${shortDateJa(line.periodFrom)}–${shortDateJa(line.periodTo)}`,
  }),
  printing: (line) => ({ name: line.documentName, detail: `見積 ${(line.quotes ?? []).length}社` }),
  consumable: (line) => ({ name: CONSUMABLE_SUB_KIND_JA[line.subKind] }),
  mail: (line) => ({
    name: `${MAIL_METHOD_JA[line.method]}（${MAIL_PURPOSE_JA[line.purpose]}）`,
    detail: `${MAIL_RECIPIENT_JA[line.recipientKind]}宛`,
  }),
  shipping: (line, facts) => ({
    name: line.carrier ?? '資料等の発送',
    detail: facts.venue(line.destinationVenueId)?.nameJa ?? '',
  }),
  transferFee: (line, facts) => {
    const transfer = facts.transfer(line.transferId);
    return {
      name: transfer?.payeeName ?? line.payeeKey,
      when: transfer?.date === undefined ? '' : shortDateJa(transfer.date),
      detail: '振込手数料',
    };
  },
  other: (line) => ({ name: line.descriptionJa }),
};

/** The words of a line outside 謝金 and 旅費: name, when, and one more detail. */
export function expenseWordsJa(line: Line, facts: Facts): ExpenseWords {
  const words = EXPENSE_WORDS[line.kind] as ((line: Line, facts: Facts) => Partial<ExpenseWords>) | undefined;
  return { name: '', when: '', detail: '', ...words?.(line, facts) };
}

export function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
