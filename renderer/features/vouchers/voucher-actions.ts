/** Changes of vouchers and pictures as steps on a course; each is one change that can be taken back. */
import type { CaseStage } from '../../../shared/model/case/course.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Voucher, VoucherKind } from '../../../shared/model/case/voucher.js';
import type { PaperNeed } from '../../../shared/rules/papers-needed.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import type { CourseDraft } from '../../db/course-draft.js';
import { freshVoucherId } from '../../desk/new-voucher.js';
import { movePicture, pictureKey, picturesIn, picturesOf, putPicture } from '../../desk/picture-shelf.js';
import { fillNeed } from '../../desk/place-pictures.js';
import type { VoucherEdit } from '../../desk/use-voucher-changes.js';
import { attachVoucher } from '../../desk/voucher-edits.js';
import type { DeletedVoucher } from './voucher-history.js';

const STAGES: readonly CaseStage[] = ['application', 'report'];

/** Deletes vouchers with their pictures and lets go of them in both claims; the files stay with the host. */
export function removeVoucher(voucherId: string): VoucherEdit {
  return (course, shelf) => {
    for (const picture of picturesOf(picturesIn(shelf, course.courseId), voucherId)) shelf.remove(pictureKey(picture));
    for (const stage of STAGES) letGo(course, voucherId, stage);
    course.remove('vouchers', voucherId);
  };
}

/** Only the claim being worked on is drawn along by the draft itself. */
function letGo(course: CourseDraft, voucherId: string, stage: CaseStage): void {
  for (const line of course.list('lines', stage)) {
    const freed = withoutQuote(withoutListed(line, voucherId), voucherId);
    if (freed !== line) course.put('lines', freed, { stage });
  }
}

function withoutListed(line: Line, voucherId: string): Line {
  const { voucherIds, ...rest } = line;
  if (voucherIds?.includes(voucherId) !== true) return line;
  const kept = voucherIds.filter((id) => id !== voucherId);
  return (kept.length === 0 ? rest : { ...rest, voucherIds: kept }) as Line;
}

/** The quote of a printing job that the voucher proved stays as a figure. */
function withoutQuote(line: Line, voucherId: string): Line {
  if (line.kind !== 'printing' || line.quotes?.some((quote) => quote.voucherId === voucherId) !== true) return line;
  const quotes = line.quotes.map((quote) =>
    quote.voucherId === voucherId ? { firm: quote.firm, amount: quote.amount } : quote,
  );
  return { ...line, quotes };
}

/** Brings a deleted voucher back with its pictures; what it hung on has to be tied again. */
export function restoreVoucher({ voucher, pictures }: DeletedVoucher): VoucherEdit {
  return (course, shelf) => {
    course.put('vouchers', voucher);
    for (const picture of pictures) putPicture(shelf, picture);
  };
}

/** Changes fields of a voucher; `undefined` takes a field away. */
export function changeVoucher(
  voucherId: string,
  fields: { readonly [K in keyof Voucher]?: Voucher[K] | undefined },
): VoucherEdit {
  return (course) => course.change('vouchers', voucherId, fields);
}

export function changePicture(picture: Picture): VoucherEdit {
  return (_, shelf) => {
    // As it lies there now: another key may have moved it in the meantime.
    const now = shelf.get(pictureKey(picture));
    if (!now) return;
    const { turn, crop, stamp } = picture;
    const next = { ...now, turn };
    if (crop) next.crop = crop;
    else delete next.crop;
    if (stamp) next.stamp = stamp;
    else delete next.stamp;
    putPicture(shelf, next);
  };
}

export function removePicture(picture: Picture): VoucherEdit {
  return (_, shelf) => shelf.remove(pictureKey(picture));
}

/** Takes a picture off its voucher; it goes to 未整理. */
export function loosenPicture(picture: Picture): VoucherEdit {
  return (_, shelf) => movePicture(shelf, picture, undefined);
}

/** Adds a picture to a voucher behind those that it has. */
export function joinPicture(picture: Picture, voucherId: string): VoucherEdit {
  return (_, shelf) => movePicture(shelf, picture, voucherId);
}

/** Makes the paper of a gap out of pictures that are 未整理. */
export function fillWithPictures(
  pictures: readonly Picture[],
  lineId: string,
  need: PaperNeed,
  onMade: (id: string) => void,
): VoucherEdit {
  return (course, shelf) => {
    const voucherId = fillNeed(course, lineId, need);
    if (voucherId === undefined) return;
    for (const picture of pictures) movePicture(shelf, picture, voucherId);
    onMade(voucherId);
  };
}

/** Makes a voucher of a kind out of a picture; what it proves is tied afterwards. */
export function voucherFromPicture(picture: Picture, kind: VoucherKind, onMade: (id: string) => void): VoucherEdit {
  return (course, shelf) => {
    const id = freshVoucherId();
    course.put('vouchers', { id, kind, phase: course.stage });
    movePicture(shelf, picture, id);
    onMade(id);
  };
}

/** Hangs a voucher on a line, or on its payment; a voucher without 科目 takes that of the line. */
export function tieVoucher(voucherId: string, lineId: string): VoucherEdit {
  return (course) => {
    const voucher = course.get('vouchers', voucherId);
    const line = course.get('lines', lineId);
    if (!voucher || !line) return;
    attachVoucher(line, voucher)(course);
    if (voucher.account === undefined && line.account !== 'other') {
      course.change('vouchers', voucherId, { account: line.account });
    }
  };
}

/** The first picture of a voucher becomes the next one: their order is the order of the pages. */
export function reorderPicture(picture: Picture, by: -1 | 1): VoucherEdit {
  return (course, shelf) => {
    const { voucherId } = picture;
    if (voucherId === undefined) return;
    const own = picturesOf(picturesIn(shelf, course.courseId), voucherId);
    const index = own.findIndex((one) => one.id === picture.id);
    const to = index + by;
    if (index === -1 || to < 0 || to >= own.length) return;
    const [moved] = own.splice(index, 1);
    if (moved) own.splice(to, 0, moved);
    for (const [at, one] of own.entries()) putPicture(shelf, { ...one, order: at + 1 });
  };
}
