/** 証憑一式の索引: every voucher in the order of the file, what it proves and on how many pages, and what is missing. */
import { byNumber, noOf } from '../forms/voucher-words.js';
import { type Paper, paperOf } from '../forms/paper.js';
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS, type ClaimAccount } from '../model/case/account.js';
import type { Line } from '../model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher } from '../model/case/voucher.js';
import { sum, type Yen } from '../money.js';
import type { Decision } from '../rules/engine/decide.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { Facts } from '../rules/facts/facts.js';
import { lineKindText, lineText } from '../rules/line-text.js';
import { claimAccountOf, filedUnder, kindOrder, linesProved } from './filing.js';
import { missingPapers } from './missing.js';
import type { Picture } from './picture.js';

/** A line by its number and name: 2-05, 村瀬 千尋 宿泊. */
export type NamedLine = { readonly id: string; readonly no: string; readonly nameJa: string };

export type IndexedVoucher = {
  readonly voucher: Voucher;
  /** 2-04, or 番号なし. */
  readonly noJa: string;
  /** Absent for 未整理. */
  readonly account: ClaimAccount | undefined;
  readonly kindJa: string;
  /** The lines it proves, in the order of the list. */
  readonly lines: readonly NamedLine[];
  /** In the order of the pages; empty where only the paper exists. */
  readonly pictures: readonly Picture[];
  /** Pages of its pictures. */
  readonly pages: number;
};

/** The vouchers of one 科目; 未整理 last. */
export type IndexGroup = {
  readonly account: ClaimAccount | undefined;
  /** 1–7; absent for 未整理. */
  readonly no: number | undefined;
  /** 2 旅費, 未整理. */
  readonly nameJa: string;
  readonly vouchers: readonly IndexedVoucher[];
  readonly pages: number;
  /** Sum of the amounts that are recorded. */
  readonly amount: Yen;
};

/** A paper that is needed at the stage and not there; one of a payment serves all of its lines. */
export type MissingPaper = {
  readonly account: ClaimAccount | undefined;
  readonly labelJa: string;
  readonly detailJa: string | undefined;
  readonly lines: readonly NamedLine[];
  /** Yen that wait for it. */
  readonly waiting: Yen;
};

/** One and the same file in several places. */
export type Duplicate = { readonly sha256: string; readonly places: readonly string[] };

export type PackageIndex = {
  readonly groups: readonly IndexGroup[];
  readonly missing: readonly MissingPaper[];
  /** Pictures that no voucher has. */
  readonly loose: readonly Picture[];
  readonly duplicates: readonly Duplicate[];
  /** Vouchers, whether a picture of them is there or not. */
  readonly count: number;
  /** Pages of all pictures, 未整理 included. */
  readonly pages: number;
};

const UNSORTED_JA = '未整理';

/** The index of a course at the stage of its case, with the pictures of that course. */
export function packageIndex(
  facts: Facts,
  decision: Decision,
  book: Rulebook,
  pictures: readonly Picture[],
): PackageIndex {
  const paper = paperOf({ facts, decision, book });
  const own = [...pictures].sort(inPictureOrder);
  const loose = own.filter(({ voucherId }) => voucherId === undefined || facts.voucher(voucherId) === undefined);
  const vouchers = indexedVouchers(paper, own);
  return {
    groups: groupsOf(vouchers),
    missing: missingOf(paper),
    loose,
    duplicates: duplicatesAmong(vouchers, loose),
    count: vouchers.length,
    pages: pagesOf(own),
  };
}

function indexedVouchers(paper: Paper, pictures: readonly Picture[]): IndexedVoucher[] {
  const { facts } = paper;
  const proved = linesProved(facts, paper.ticksOf);
  return facts.vouchers.map((voucher) => {
    const lines = proved.of(voucher.id);
    const own = pictures.filter((picture) => picture.voucherId === voucher.id);
    return {
      voucher,
      noJa: noOf(voucher),
      account: filedUnder(voucher, lines),
      kindJa: VOUCHER_KINDS[voucher.kind].ja,
      lines: lines.map((line) => named(line, paper)),
      pictures: own,
      pages: pagesOf(own),
    };
  });
}

function groupsOf(vouchers: readonly IndexedVoucher[]): IndexGroup[] {
  return [...CLAIM_ACCOUNTS, undefined].flatMap((account): IndexGroup[] => {
    const own = vouchers.filter((entry) => entry.account === account).sort(inIndexOrder);
    if (own.length === 0) return [];
    return [
      {
        account,
        no: account && ACCOUNT_NO[account],
        nameJa: account === undefined ? UNSORTED_JA : `${ACCOUNT_NO[account]} ${ACCOUNT_JA[account]}`,
        vouchers: own,
        pages: sum(own.map(({ pages }) => pages)),
        amount: sum(own.map(({ voucher }) => voucher.amount ?? 0)),
      },
    ];
  });
}

/** By number, those without one last: by kind, then by id, so that the order never depends on chance. */
function inIndexOrder({ voucher: a }: IndexedVoucher, { voucher: b }: IndexedVoucher): number {
  if (a.no !== undefined && b.no !== undefined) return byNumber(a.no, b.no) || kindOrder(a) - kindOrder(b);
  if (a.no !== b.no) return a.no === undefined ? 1 : -1;
  return kindOrder(a) - kindOrder(b) || (a.id < b.id ? -1 : 1);
}

function inPictureOrder(a: Picture, b: Picture): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

function pagesOf(pictures: readonly Picture[]): number {
  return sum(pictures.map(({ pages }) => pages));
}

function named(line: Line, { facts, numberOf }: Paper): NamedLine {
  const words = [lineText(line, facts).nameJa, lineKindText(line)].filter((word) => word !== '');
  return { id: line.id, no: numberOf(line.id), nameJa: [...new Set(words)].join(' ') };
}

function missingOf(paper: Paper): MissingPaper[] {
  const order = (entry: MissingPaper): number =>
    entry.account ? ACCOUNT_NO[entry.account] : CLAIM_ACCOUNTS.length + 1;
  return missingPapers(paper.facts, paper.ticksOf)
    .map(({ tick, lines, waiting }) => ({
      account: claimAccountOf(lines[0]?.account),
      labelJa: tick.labelJa,
      detailJa: tick.detailJa,
      lines: lines.map((line) => named(line, paper)),
      waiting,
    }))
    .sort((a, b) => order(a) - order(b));
}

function duplicatesAmong(vouchers: readonly IndexedVoucher[], loose: readonly Picture[]): Duplicate[] {
  const places = new Map<string, string[]>();
  const note = (picture: Picture, place: string): void => {
    places.set(picture.sha256, [...(places.get(picture.sha256) ?? []), place]);
  };
  for (const entry of [...vouchers].sort(inIndexOrder)) for (const picture of entry.pictures) note(picture, entry.noJa);
  for (const picture of loose) note(picture, UNSORTED_JA);
  return [...places].flatMap(([sha256, own]) => (own.length > 1 ? [{ sha256, places: own }] : []));
}
