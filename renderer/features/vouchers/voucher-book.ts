/** 証憑の一覧: vouchers by 科目, a row for each paper that is missing, and pictures that no voucher has yet. */
import type { IsoDate } from '../../../shared/dates.js';
import { ACCOUNT_JA, ACCOUNT_NO, type Account } from '../../../shared/model/case/account.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher } from '../../../shared/model/case/voucher.js';
import type { Yen } from '../../../shared/money.js';
import { byNumber } from '../../../shared/forms/voucher-words.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Decision, LineDecision } from '../../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { type PaperTick, paperTicks } from '../../../shared/rules/paper-ticks.js';
import { HINT_KEYS } from '../../../shared/rules/limit-hint.js';
import { limitReader } from '../../../shared/rules/limit-reader.js';
import { filedUnder } from '../../../shared/vouchers/filing.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { lineText } from '../../../shared/rules/line-text.js';
import { isMissing, missingKey } from '../../desk/missing-papers.js';
import { inPictureOrder, picturesOf } from '../../desk/picture-shelf.js';
import { OF_TRANSFER } from '../../desk/voucher-edits.js';
import type { DeletedVoucher } from './voucher-history.js';
import { isUsed, type VoucherUse, voucherUses } from './voucher-uses.js';

export type VoucherEntry = {
  readonly kind: 'voucher';
  readonly key: string;
  readonly voucher: Voucher;
  readonly nameJa: string;
  /** As recorded; of a 振込明細書 without one, of its payment. */
  readonly amount: Yen | undefined;
  readonly date: IsoDate | undefined;
  readonly use: VoucherUse;
  readonly isUsed: boolean;
  readonly pictures: readonly Picture[];
  /** Everybody whom a search for 取引先 may mean. */
  readonly payees: readonly string[];
};

export type MissingEntry = {
  readonly kind: 'missing';
  readonly key: string;
  readonly line: Line;
  readonly tick: PaperTick;
  readonly nameJa: string;
  readonly labelJa: string;
  /** How many lines the same paper is missing from: a slip serves all lines of its payment. */
  readonly lines: readonly Line[];
};

export type LooseEntry = { readonly kind: 'loose'; readonly key: string; readonly picture: Picture };

/** Found in another course. */
export type ElsewhereEntry = {
  readonly kind: 'elsewhere';
  readonly key: string;
  readonly courseId: string;
  readonly courseJa: string;
  readonly found: VoucherEntry;
};

export type DeletedEntry = { readonly kind: 'deleted'; readonly key: string; readonly deleted: DeletedVoucher };

export type Entry = VoucherEntry | MissingEntry | LooseEntry | ElsewhereEntry | DeletedEntry;

export type Group = {
  readonly key: string;
  /** 科目番号; absent for 未整理 and for vouchers without 科目. */
  readonly no: number | undefined;
  readonly nameJa: string;
  readonly there: number;
  /** Papers that are there and papers that are missing. */
  readonly wanted: number;
  /** Whether the two are set against each other; a list of results has only a number. */
  readonly isCounted: boolean;
  readonly entries: readonly Entry[];
};

export type VoucherBook = {
  readonly groups: readonly Group[];
  readonly entries: readonly Entry[];
};

/** The case of a course with what its lines need. */
export type JudgedPapers = {
  readonly facts: Facts;
  readonly decided: ReadonlyMap<string, LineDecision>;
  readonly ticks: ReadonlyMap<string, readonly PaperTick[]>;
};

export function judgedPapers(value: Case, decision: Decision, book: Rulebook): JudgedPapers {
  const facts = new Facts(value);
  const read = limitReader(book, facts.figureDay);
  const figures = { notArrangedNight: read(HINT_KEYS.notArranged), twoQuotesFrom: read(HINT_KEYS.twoQuotes) };
  const decided = new Map(decision.lines.map((line) => [line.id, line]));
  const ticks = new Map(facts.lines.map((line) => [line.id, paperTicks(line, facts, decided.get(line.id), figures)]));
  return { facts, decided, ticks };
}

const NO_ACCOUNT = 'none';
const ACCOUNTS = Object.keys(ACCOUNT_NO) as Account[];

/** The list of a course at the stage of its case. */
export function voucherBook({ facts, ticks }: JudgedPapers, pictures: readonly Picture[]): VoucherBook {
  const vouchers = voucherEntries(facts, pictures);
  const missing = missingEntries(facts, ticks);
  const groups = [
    looseGroup(looseOf(facts, pictures)),
    ...ACCOUNTS.map((account) => accountGroup(account, vouchers, missing, facts)),
    accountGroup(NO_ACCOUNT, vouchers, missing, facts),
  ].filter((group) => group.entries.length > 0);
  return { groups, entries: groups.flatMap((group) => group.entries) };
}

/** All vouchers of a course with whom and what they are about. */
export function voucherEntries(facts: Facts, pictures: readonly Picture[]): VoucherEntry[] {
  const uses = voucherUses(facts);
  return facts.vouchers.map((voucher) => {
    const use = uses.of(voucher.id);
    const [transfer] = use.transfers;
    const isOfPayment = OF_TRANSFER.includes(voucher.kind) && use.transfers.length === 1;
    return {
      kind: 'voucher',
      key: `voucher ${voucher.id}`,
      voucher,
      nameJa: nameOf(voucher, use, facts),
      amount: voucher.amount ?? (isOfPayment ? transfer?.amount : undefined),
      date: voucher.issuedOn ?? (isOfPayment ? transfer?.date : undefined),
      use,
      isUsed: isUsed(use),
      pictures: picturesOf(pictures, voucher.id),
      payees: payeesOf(voucher, use, facts),
    };
  });
}

/** Pictures without a voucher, or whose voucher is gone. */
function looseOf(facts: Facts, pictures: readonly Picture[]): LooseEntry[] {
  return inPictureOrder(pictures)
    .filter(({ voucherId }) => voucherId === undefined || facts.voucher(voucherId) === undefined)
    .map((picture) => ({ kind: 'loose', key: `picture ${picture.id}`, picture }));
}

function looseGroup(entries: readonly LooseEntry[]): Group {
  return plainGroup('loose', '未整理', entries);
}

/** A group without a number and without gaps. */
export function plainGroup(key: string, nameJa: string, entries: readonly Entry[]): Group {
  const there = entries.length;
  return { key, no: undefined, nameJa, there, wanted: there, isCounted: false, entries };
}

/** 「村瀬 千尋 ほか2件」: whom its lines pay; without lines the payee, the traveller or the issuer. */
function nameOf(voucher: Voucher, { lines, transfers }: VoucherUse, facts: Facts): string {
  const names = [...new Set(lines.map((line) => lineText(line, facts).nameJa))];
  const [first] = names;
  if (first !== undefined) return names.length === 1 ? first : `${first} ほか${names.length - 1}件`;
  return transfers[0]?.payeeName ?? voucher.personName ?? voucher.issuer ?? voucher.addressee ?? '';
}

function payeesOf(voucher: Voucher, { lines, transfers }: VoucherUse, facts: Facts): string[] {
  const named = [voucher.issuer, voucher.addressee, voucher.personName];
  const paid = transfers.flatMap((transfer) => [transfer.payeeName, transfer.accountHolder]);
  const people = lines.map((line) => lineText(line, facts).nameJa);
  return [...new Set([...named, ...paid, ...people].filter((name) => name !== undefined && name !== ''))] as string[];
}

/** One entry per paper that is missing; a slip of one payment is missing once, however many lines it pays. */
export function missingEntries(facts: Facts, ticks: ReadonlyMap<string, readonly PaperTick[]>): MissingEntry[] {
  const missing = new Map<string, MissingEntry>();
  for (const line of facts.lines) {
    for (const tick of ticks.get(line.id) ?? []) {
      if (!isMissing(tick)) continue;
      const key = missingKey(line, tick);
      const known = missing.get(key);
      missing.set(
        key,
        known
          ? { ...known, lines: [...known.lines, line], tick: largerGain(known.tick, tick) }
          : {
              kind: 'missing',
              key,
              line,
              tick,
              nameJa: lineText(line, facts).nameJa,
              labelJa: shortLabel(tick),
              lines: [line],
            },
      );
    }
  }
  return [...missing.values()];
}

function largerGain(a: PaperTick, b: PaperTick): PaperTick {
  return b.gain > a.gain ? { ...a, gain: b.gain } : a;
}

/** 「ご搭乗案内 10/30(土)」: the first way, without what stands in brackets. */
function shortLabel({ ways }: PaperTick): string {
  return (ways[0] ?? []).map((kind) => VOUCHER_KINDS[kind].ja.replace(/（原本）$/u, '')).join('＋');
}

function accountGroup(
  account: Account | typeof NO_ACCOUNT,
  vouchers: readonly VoucherEntry[],
  missing: readonly MissingEntry[],
  facts: Facts,
): Group {
  const own = vouchers.filter((entry) => accountOf(entry) === account).sort((a, b) => compareNo(a.voucher, b.voucher));
  const gaps = missing
    .filter((entry) => entry.line.account === account)
    .sort((a, b) => facts.order(a.line) - facts.order(b.line));
  return {
    key: account,
    no: account === NO_ACCOUNT ? undefined : ACCOUNT_NO[account],
    nameJa: account === NO_ACCOUNT ? '科目なし' : ACCOUNT_JA[account],
    there: own.length,
    wanted: own.length + gaps.length,
    isCounted: true,
    entries: woven(own, gaps),
  };
}

/** 科目 under which it is filed; what only lines outside of the 委託金 use stays with them. */
function accountOf({ voucher, use }: Pick<VoucherEntry, 'voucher' | 'use'>): Account | typeof NO_ACCOUNT {
  return filedUnder(voucher, use.lines) ?? (use.lines[0]?.account === 'other' ? 'other' : NO_ACCOUNT);
}

/** Numbered ones first, 2-9 before 2-10. */
function compareNo(a: Voucher, b: Voucher): number {
  if (a.no === undefined || b.no === undefined) return (a.no === undefined ? 1 : 0) - (b.no === undefined ? 1 : 0);
  return byNumber(a.no, b.no);
}

/** Each gap behind the last voucher of its line; gaps of lines without one at the end. */
function woven(vouchers: readonly VoucherEntry[], gaps: readonly MissingEntry[]): Entry[] {
  const after = new Map<number, MissingEntry[]>();
  for (const gap of gaps) {
    const ids = new Set(gap.lines.map((line) => line.id));
    // The papers of the line itself, before a slip that pays others too.
    const listed = vouchers.findLastIndex(({ voucher }) =>
      gap.lines.some((line) => line.voucherIds?.includes(voucher.id) === true),
    );
    const own =
      listed === -1 ? vouchers.findLastIndex(({ use }) => use.lines.some((line) => ids.has(line.id))) : listed;
    const at = own === -1 ? vouchers.length : own;
    after.set(at, [...(after.get(at) ?? []), gap]);
  }
  return [
    ...vouchers.flatMap((entry, index): Entry[] => [entry, ...(after.get(index) ?? [])]),
    ...(after.get(vouchers.length) ?? []),
  ];
}

export type Filter = 'all' | 'missing' | 'noNumber' | 'unused';

/** Whether an entry is shown under a filter. */
export function passes(entry: Entry, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'missing':
      return entry.kind === 'missing';
    case 'noNumber':
      return entry.kind === 'voucher' && entry.voucher.no === undefined;
    case 'unused':
      return entry.kind === 'loose' || (entry.kind === 'voucher' && !entry.isUsed);
  }
}

/** How many entries each filter shows; すべて counts what is there, not what is missing. */
export function filterCounts(entries: readonly Entry[]): Record<Filter, number> {
  const count = (filter: Filter): number => entries.filter((entry) => passes(entry, filter)).length;
  const all = entries.filter((entry) => entry.kind !== 'missing').length;
  return { all, missing: count('missing'), noNumber: count('noNumber'), unused: count('unused') };
}

/** Groups with only the entries that pass; their counts stay those of the whole group. */
export function filtered(groups: readonly Group[], keep: (entry: Entry) => boolean): Group[] {
  return groups.flatMap((group) => {
    const entries = group.entries.filter(keep);
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });
}
