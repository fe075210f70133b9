/** Lines in words, for papers: what is claimed, when and for whom. */
import { clockJa, daysBetween, type IsoDate, shortDateJa } from '../dates.js';
import { CONSUMABLE_SUB_KIND_JA } from '../model/case/lines/supplies.js';
import type { Line, LineOf } from '../model/case/lines/line.js';
import { MAIL_METHOD_JA, MAIL_PURPOSE_JA, MAIL_RECIPIENT_JA } from '../model/case/lines/communication.js';
import { COPY_PURPOSE_JA, ONLINE_SUB_KIND_JA } from '../model/case/lines/rental.js';
import { SESSION_FORMAT_JA } from '../model/case/schedule.js';
import type { Facts } from '../rules/facts/facts.js';

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

type ExpenseWords = { readonly name: string; readonly when: string; readonly detail: string };

const EXPENSE_WORDS: { readonly [K in Line['kind']]?: (line: LineOf<K>, facts: Facts) => Partial<ExpenseWords> } = {
  room: (line, facts) => {
    const room = facts.room(line.roomId);
    return {
      name: roomNameJa(line.roomId, facts),
      when: `${shortDateJa(line.date)}\n${clockJa(line.start)}–${clockJa(line.end)}`,
      detail: line.slotNames?.join('、') ?? room?.usageNote ?? '',
    };
  },
  equipment: (line) => ({ name: line.name, when: datesJa(line.dates ?? []).join('\n') }),
  copy: (line) => ({
    name: line.documentName,
    detail: `${COPY_PURPOSE_JA[line.purpose]}${line.outsourced === true ? '・外注' : ''}`,
  }),
  online: (line) => ({
    name: ONLINE_SUB_KIND_JA[line.subKind],
    when: `${shortDateJa(line.periodFrom)}–${shortDateJa(line.periodTo)}`,
  }),
  printing: (line) => ({ name: line.documentName, detail: `見積 ${(line.quotes ?? []).length}社` }),
  consumable: (line) => ({
    name: CONSUMABLE_SUB_KIND_JA[line.subKind],
    detail: [line.bottleMl === undefined ? '' : `${line.bottleMl}ml`, line.isSpare === true ? '予備用' : '']
      .filter((text) => text !== '')
      .join('・'),
  }),
  mail: (line) => ({
    name: MAIL_METHOD_JA[line.method],
    when: `${MAIL_RECIPIENT_JA[line.recipientKind]}宛 ${MAIL_PURPOSE_JA[line.purpose]}`,
  }),
  shipping: (line, facts) => ({
    name: line.carrier ?? '資料等の発送',
    when: facts.venue(line.destinationVenueId)?.nameJa ?? '',
  }),
  transferFee: (line, facts) => ({
    name: facts.transfer(line.transferId)?.payeeName ?? facts.person(line.payeeKey)?.nameJa ?? line.payeeKey,
  }),
  other: (line) => ({ name: line.descriptionJa }),
};

/** The words of a line outside 謝金 and 旅費: name, when, and one more detail. */
export function expenseWordsJa(line: Line, facts: Facts): ExpenseWords {
  const words = EXPENSE_WORDS[line.kind] as ((line: Line, facts: Facts) => Partial<ExpenseWords>) | undefined;
  return { name: '', when: '', detail: '', ...words?.(line, facts) };
}

/** 「10/28(木)–10/31(日)」: days in order, three and more in a row as a span. */
export function datesJa(dates: readonly IsoDate[]): string[] {
  const runs: IsoDate[][] = [];
  for (const date of [...new Set(dates)].sort()) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before !== undefined && daysBetween(before, date) === 1) run.push(date);
    else runs.push([date]);
  }
  return runs.flatMap((run) => {
    const days = run.map(shortDateJa);
    return days.length < 3 ? days : [`${days[0] ?? ''}–${days.at(-1) ?? ''}`];
  });
}

/** The room, with its venue where the course has more than one. */
export function roomNameJa(roomId: string | undefined, facts: Facts): string {
  const room = facts.room(roomId);
  if (!room) return '';
  return facts.venues.length > 1 ? `${facts.venue(room.venueId)?.nameJa ?? ''} ${room.nameJa}`.trim() : room.nameJa;
}

export function distinct(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ''))];
}
