/** Vouchers in words for papers: their numbers beside a line, and runs of numbers in one cell. */
import type { Line } from '../model/case/lines/line.js';
import type { Voucher, VoucherKind } from '../model/case/voucher.js';
import type { PaperTick } from '../rules/paper-ticks.js';
import type { Paper } from './paper.js';
import { inLines } from './text-width.js';

/** A word per kind, short enough for a narrow column. */
const SHORT_JA = {
  transferSlip: '振込',
  employerInvoice: '所属先請求',
  fareEvidence: '経路',
  receiptOriginal: '領収書',
  boardingInfo: '搭乗',
  boardingCertificate: '搭乗',
  travelRegulation: '旅費規程',
  routeMap: '地図',
  estimate: '見積',
  priceList: '料金表',
  itemisedInvoice: '請求',
  copySample: '現物',
  printedSample: '現物',
  competingQuotes: '見積',
  lodgingStatement: '宿泊明細',
  cardStatement: 'カード',
  personalReceipt: '立替領収書',
  stampSalesCertificate: '販売証明',
  stampStatement: '郵券明細',
  meteredBreakdown: '内訳書',
  accountLedger: '出入金',
  directDebitStatement: '口座振替',
  carrierReceipt: '配送伝票',
  bankFeeTable: '手数料表',
  transferCertificate: '振込証明',
  transferList: '振込内訳',
  extraAssistantRequest: '増員願',
  theoryAssistantRequest: '配置願',
  reasonSheet: '理由書',
  cashReasonNote: '現金理由',
  packageContents: 'パック明細',
  unitPriceDetail: '単価明細',
  securitySlip: '保安検査証',
} as const satisfies Record<VoucherKind, string>;

const UNNUMBERED = '番号なし';

/** The papers of a line, one kind per text line: 「搭乗 往 2-06」「搭乗 復 なし」. */
export function papersJa(line: Line, paper: Paper): string {
  const ticks = paper.ticksOf(line);
  const flights = ticks.filter((tick) => tick.leg?.mode === 'air');
  const needed = ticks.flatMap((tick) => tickJa(tick, flights));
  const met = new Set(ticks.flatMap((tick) => tick.vouchers.map((voucher) => voucher.id)));
  const others = (line.voucherIds ?? []).flatMap((id) => paper.facts.voucher(id) ?? []);
  const added = others.filter((voucher) => !met.has(voucher.id));
  return [...new Set([...needed, ...added.map((voucher) => `${SHORT_JA[voucher.kind]} ${noOf(voucher)}`)])].join('\n');
}

function tickJa(tick: PaperTick, flights: readonly PaperTick[]): string[] {
  const kind = tick.ways[0]?.[0];
  if (kind === undefined) return [];
  const direction = flights.length === 2 && flights.includes(tick) ? (tick === flights[0] ? ' 往' : ' 復') : '';
  if (!tick.isThere) return [`${SHORT_JA[kind]}${direction} なし`];
  return tick.vouchers.map((voucher) => `${SHORT_JA[voucher.kind]}${direction} ${noOf(voucher)}`);
}

export function noOf(voucher: Voucher): string {
  return voucher.no ?? UNNUMBERED;
}

/** The vouchers that prove a line: those that meet a need, and those that the line itself names. */
export function provingVouchers(line: Line, paper: Paper): Voucher[] {
  const own = (line.voucherIds ?? []).flatMap((id) => paper.facts.voucher(id) ?? []);
  return [...new Set([...paper.ticksOf(line).flatMap((tick) => tick.vouchers), ...own])];
}

type InLines = {
  /** Characters of a line. */
  readonly width?: number;
  /** Spans and single numbers that are shown; of the others only how many. */
  readonly most?: number;
  /** A word before them: 「対象外 」. Nothing is said where there is no number. */
  readonly head?: string;
};

/** `2-05、2-07–2-09、T-1`: numbers in their natural order, runs of three and more as a span. */
export function numbersJa(
  numbers: readonly string[],
  { width = Infinity, most = Infinity, head = '' }: InLines = {},
): string {
  if (numbers.length === 0) return '';
  const sorted = [...new Set(numbers)].sort(byNumber);
  const runs: string[][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before !== undefined && follows(before, number)) run.push(number);
    else runs.push([number]);
  }
  const pieces = runs.flatMap((run) => (run.length < 3 ? run.map((own) => [own]) : [run]));
  const shown = pieces
    .slice(0, most)
    .map((piece) => (piece.length === 1 ? (piece[0] ?? '') : `${piece[0] ?? ''}–${piece.at(-1) ?? ''}`));
  const left = pieces.slice(most).reduce((sum, piece) => sum + piece.length, 0);
  const [first = '', ...more] = left === 0 ? shown : [...shown, `ほか${left}件`];
  return inLines([`${head}${first}`, ...more], width);
}

/** Natural order: 2-9 before 2-10. */
export function byNumber(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const isDigits = /^\d/u.test(part) && /^\d/u.test(other);
    const difference = isDigits ? Number(part) - Number(other) : 0;
    return difference !== 0 ? difference : part < other ? -1 : 1;
  }
  return left.length - right.length;
}

function parts(number: string): string[] {
  return number.match(/\d+|\D+/gu) ?? [];
}

/** 2-08 follows 2-07. */
function follows(before: string, number: string): boolean {
  const [, headA = '', tailA = ''] = /^(.*?)(\d+)$/u.exec(before) ?? [];
  const [, headB = '', tailB = ''] = /^(.*?)(\d+)$/u.exec(number) ?? [];
  return tailA !== '' && headA === headB && tailA.length === tailB.length && Number(tailB) === Number(tailA) + 1;
}
