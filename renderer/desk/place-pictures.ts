/** Where kept files go: to 未整理, to a voucher as further pages, or to a gap of a line, which they fill at once. */
import type { Line } from '../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher, type VoucherKind } from '../../shared/model/case/voucher.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import type { PaperNeed } from '../../shared/rules/papers-needed.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import type { CourseDraft } from '../db/course-draft.js';
import type { KeptFile } from './keep-pictures.js';
import { freshVoucherId, voucherDraft, voucherFrom } from './new-voucher.js';
import { movePicture, orderAtEnd, picturesIn, type PictureShelf, putPicture } from './picture-shelf.js';
import { addVoucher, attachVoucher } from './voucher-edits.js';

export type PictureTarget =
  | { readonly kind: 'unsorted' }
  | { readonly kind: 'voucher'; readonly voucherId: string }
  | { readonly kind: 'need'; readonly lineId: string; readonly need: PaperNeed }
  /** A voucher that the caller records in the same step. */
  | { readonly kind: 'record'; readonly record: (course: CourseDraft) => string | undefined };

/** What became of one file; `voucherJa` names where the same bytes already lie. */
export type Placed =
  | { readonly kind: 'added'; readonly nameJa: string; readonly pictureId: string }
  /** The same picture was there: taken from 未整理, or its voucher hung on the line as well. */
  | { readonly kind: 'taken'; readonly nameJa: string; readonly voucherJa: string }
  | { readonly kind: 'known'; readonly nameJa: string; readonly voucherJa: string };

export type Placing = {
  readonly placed: readonly Placed[];
  /** The voucher that took them; absent where they are 未整理. */
  readonly voucherId: string | undefined;
};

/** Puts kept files where they belong, as a part of one step. The same bytes never lie twice in one course. */
export function placePictures(
  course: CourseDraft,
  shelf: PictureShelf,
  files: readonly KeptFile[],
  target: PictureTarget,
): Placing {
  const taker = takerOf(course, target);
  const placed = files.map((file) => placeOne(course, shelf, file, taker));
  return { placed, voucherId: taker.voucherId() };
}

/** The voucher that takes the files; one of a gap is only made when the first file comes. */
type Taker = {
  readonly take: () => string | undefined;
  readonly voucherId: () => string | undefined;
  /** Hangs a voucher that is already there into the gap, where it is of a kind that fills it. */
  readonly useExisting: (voucher: Voucher) => boolean;
  readonly wants: boolean;
};

function takerOf(course: CourseDraft, target: PictureTarget): Taker {
  if (target.kind === 'unsorted') {
    return { take: () => undefined, voucherId: () => undefined, useExisting: () => false, wants: false };
  }
  if (target.kind === 'voucher') {
    const { voucherId } = target;
    return { take: () => voucherId, voucherId: () => voucherId, useExisting: () => false, wants: true };
  }
  let made: string | undefined;
  if (target.kind === 'record') {
    const { record } = target;
    return { take: () => (made ??= record(course)), voucherId: () => made, useExisting: () => false, wants: true };
  }
  return {
    take: () => (made ??= fillNeed(course, target.lineId, target.need)),
    voucherId: () => made,
    useExisting: (voucher) => {
      const line = course.get('lines', target.lineId);
      if (!line || !target.need.ways.flat().includes(voucher.kind)) return false;
      attachVoucher(line, voucher)(course);
      made ??= voucher.id;
      return true;
    },
    wants: true,
  };
}

/**
 * Records the paper that a gap asks for. Only what the gap itself says is filled in: name, day and amount stand on the
 * paper, and nobody has read them yet.
 */
export function fillNeed(course: CourseDraft, lineId: string, need: PaperNeed): string | undefined {
  const line = course.get('lines', lineId);
  if (!line) return undefined;
  const voucher = paperFor(course, line, need);
  addVoucher(line, voucher)(course);
  return voucher.id;
}

function paperFor(course: CourseDraft, line: Line, need: PaperNeed): Voucher {
  const facts = new Facts(course.case());
  const draft = { ...voucherDraft(kindFor(need, line, facts), line, facts), addressee: undefined };
  return voucherFrom(freshVoucherId(), draft, line, need, facts);
}

/** The first way of a need; of papers that belong together the one that is not there yet. */
function kindFor(need: PaperNeed, line: Line, facts: Facts): VoucherKind {
  const way = need.ways[0] ?? [];
  return way.find((kind) => !facts.hasPaper(line, kind)) ?? way[0] ?? 'receiptOriginal';
}

function placeOne(course: CourseDraft, shelf: PictureShelf, file: KeptFile, taker: Taker): Placed {
  const { nameJa } = file;
  const known = picturesIn(shelf, course.courseId).find((picture) => picture.sha256 === file.sha256);
  if (!known) return { kind: 'added', nameJa, pictureId: addPicture(course, shelf, file, taker.take()) };
  const voucher = known.voucherId === undefined ? undefined : course.get('vouchers', known.voucherId);
  if (!voucher) {
    if (!taker.wants) return { kind: 'known', nameJa, voucherJa: UNSORTED_JA };
    movePicture(shelf, known, taker.take());
    return { kind: 'taken', nameJa, voucherJa: UNSORTED_JA };
  }
  const voucherJa = voucherNameJa(voucher);
  return { kind: taker.useExisting(voucher) ? 'taken' : 'known', nameJa, voucherJa };
}

function addPicture(course: CourseDraft, shelf: PictureShelf, file: KeptFile, voucherId: string | undefined): string {
  const { courseId } = course;
  const id = `P${crypto.randomUUID()}`;
  const picture: Picture = {
    id,
    courseId,
    sha256: file.sha256,
    nameJa: file.nameJa,
    type: file.type,
    bytes: file.bytes,
    pages: file.pages,
    ...(voucherId === undefined ? {} : { voucherId }),
    order: orderAtEnd(picturesIn(shelf, courseId), voucherId),
    turn: 0,
  };
  putPicture(shelf, picture);
  return id;
}

export const UNSORTED_JA = '未整理';

/** 「2-04 領収書（原本）」 */
export function voucherNameJa({ no, kind }: Voucher): string {
  return `${no ?? '番号なし'} ${VOUCHER_KINDS[kind].ja}`;
}
