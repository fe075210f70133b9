/** Pictures of vouchers on their shelf: which belong where, in which order, and what their vouchers know of them. */
import type { Picture } from '../../shared/vouchers/picture.js';
import type { CourseDraft } from '../db/course-draft.js';
import type { ShelfDraft } from '../db/shelves.js';

export type PictureShelf = ShelfDraft<'pictures'>;

/** `${courseId}/${id}` */
export function pictureKey({ courseId, id }: Pick<Picture, 'courseId' | 'id'>): string {
  return `${courseId}/${id}`;
}

/** Pictures of one course on a shelf, in their order. */
export function picturesIn(shelf: PictureShelf, courseId: string): Picture[] {
  return inPictureOrder(shelf.all().map((row) => row.value)).filter((picture) => picture.courseId === courseId);
}

/** By order; equal orders by id, so that the result never depends on the database. */
export function inPictureOrder(pictures: readonly Picture[]): Picture[] {
  return [...pictures].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The pictures of a voucher in their order. */
export function picturesOf(pictures: readonly Picture[], voucherId: string): Picture[] {
  return inPictureOrder(pictures.filter((picture) => picture.voucherId === voucherId));
}

export function putPicture(shelf: PictureShelf, picture: Picture): void {
  shelf.put(pictureKey(picture), picture);
}

/** The order that puts a picture after all of its voucher, or after all that are 未整理. */
export function orderAtEnd(pictures: readonly Picture[], voucherId: string | undefined): number {
  const own = pictures.filter((picture) => picture.voucherId === voucherId);
  return Math.floor(Math.max(0, ...own.map((picture) => picture.order))) + 1;
}

/** Moves a picture to a voucher, or to 未整理, behind those that are there. */
export function movePicture(shelf: PictureShelf, picture: Picture, voucherId: string | undefined): void {
  // As it lies there now: what was shown may have been turned or cut in the meantime.
  const now = shelf.get(pictureKey(picture)) ?? picture;
  const moved = { ...now, order: orderAtEnd(picturesIn(shelf, picture.courseId), voucherId) };
  if (voucherId === undefined) delete moved.voucherId;
  else moved.voucherId = voucherId;
  putPicture(shelf, moved);
}

/** SHA-256 of the first picture by voucher. */
export function firstFiles(pictures: readonly Picture[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { voucherId, sha256 } of inPictureOrder(pictures)) {
    if (voucherId !== undefined && !first.has(voucherId)) first.set(voucherId, sha256);
  }
  return first;
}

/**
 * `voucher.fileRef` is the SHA-256 of the first picture: by it the comparison of courses finds the same paper. Brought
 * in step after a change; `before` are the first files of the course before it. A reference that came with a case file
 * stays until its voucher gets a picture.
 */
export function keepFileRefs(course: CourseDraft, shelf: PictureShelf, before: ReadonlyMap<string, string>): void {
  const after = firstFiles(picturesIn(shelf, course.courseId));
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    course.change('vouchers', id, { fileRef: after.get(id) });
  }
}
