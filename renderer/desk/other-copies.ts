/** The same file in other courses: which vouchers they are, by name. */
import { groupBy } from '../../shared/group-by.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import type { DeskDatabase } from '../db/database.js';
import { courseNameJa } from './course-words.js';
import { UNSORTED_JA, voucherNameJa } from './place-pictures.js';

/** By SHA-256 the places in other courses: 「水泳 コーチ2 専門科目 2-04 領収書（原本）」. 見本 is compared with 見本 only. */
export async function otherCopies(
  database: DeskDatabase,
  courseId: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (files.length === 0) return new Map();
  const rows = await database
    .shelf('pictures')
    .where('value.sha256')
    .anyOf([...files])
    .toArray();
  const others = rows.map((row) => row.value).filter((picture) => picture.courseId !== courseId);
  const isSample = (await database.courses.get(courseId))?.value.isSample === true;
  const named: { readonly sha256: string; readonly ja: string }[] = [];
  for (const picture of others) {
    const ja = await placeJa(database, picture, isSample);
    if (ja !== undefined) named.push({ sha256: picture.sha256, ja });
  }
  return new Map([...groupBy(named, (one) => one.sha256)].map(([file, own]) => [file, own.map((one) => one.ja)]));
}

async function placeJa(database: DeskDatabase, picture: Picture, isSample: boolean): Promise<string | undefined> {
  const head = await database.courses.get(picture.courseId);
  // A picture of a course that is gone proves nothing any more.
  if (!head || head.value.isSample !== isSample) return undefined;
  const voucher =
    picture.voucherId === undefined
      ? undefined
      : await database.list('vouchers').get(`${picture.courseId}/${picture.voucherId}`);
  return `${courseNameJa(head.value.course)} ${voucher ? voucherNameJa(voucher.value) : UNSORTED_JA}`;
}
