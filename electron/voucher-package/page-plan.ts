/** Which page is which, before the first one is drawn: the index names pages, and every page says n / N. */
import type { PackageIndex } from '../../shared/vouchers/package-index.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import type { Checked } from './checked-pictures.js';

export type PagePlan = {
  readonly total: number;
  /** First page of each voucher that has pictures, by its id. */
  readonly firstOf: ReadonlyMap<string, number>;
  /** First page of the pictures that no voucher has. */
  readonly loose: number | undefined;
};

/** The index, then per 科目 a cover and its vouchers, then what no voucher has, then what is missing. */
export function pagePlan(index: PackageIndex, checked: Checked, indexPages: number, missingPages: number): PagePlan {
  const firstOf = new Map<string, number>();
  const pages = (pictures: readonly Picture[]): number =>
    pictures.reduce((sum, picture) => sum + pageCount(checked, picture), 0);
  let at = indexPages;
  for (const group of index.groups) {
    at += 1;
    for (const { voucher, pictures } of group.vouchers) {
      if (pictures.length > 0) firstOf.set(voucher.id, at + 1);
      at += pages(pictures);
    }
  }
  const loose = index.loose.length > 0 ? at + 1 : undefined;
  return { total: at + pages(index.loose) + missingPages, firstOf, loose };
}

/** Pages that a picture takes; one that is not there takes one that says so. */
export function pageCount(checked: Checked, picture: Picture): number {
  const own = checked.of(picture);
  return own.kind === 'pdf' ? own.pages.length : 1;
}
