/** Names of the files in the ZIP: number, kind and amount of the voucher; no name of a person or of a shop. */
import type { PictureType } from '../../shared/vouchers/picture.js';
import { safeFileName } from '../file-name.js';
import type { Place } from './checked-pictures.js';

const ENDINGS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
} as const satisfies Record<PictureType, string>;

export class ZipNames {
  readonly #taken = new Set<string>();
  #loose = 0;

  /** `2-04_領収書（原本）_24680円.jpg`; of several pictures `…_2.jpg`; `未整理-01.jpg` without a voucher. */
  nameOf({ voucher, picture }: Place, type: PictureType): string {
    const ending = ENDINGS[type];
    if (!voucher) {
      this.#loose += 1;
      return this.#free(`未整理-${String(this.#loose).padStart(2, '0')}`, ending);
    }
    const { amount } = voucher.voucher;
    const parts = [
      voucher.noJa,
      voucher.kindJa,
      ...(amount === undefined ? [] : [`${amount}円`]),
      ...(voucher.pictures.length > 1 ? [String(voucher.pictures.indexOf(picture) + 1)] : []),
    ];
    return this.#free(parts.join('_'), ending);
  }

  /** Vouchers without a number, and numbers given twice, would share a name. Capitals make no difference on Windows. */
  #free(base: string, ending: string): string {
    for (let serial = 1; ; serial += 1) {
      const name = safeFileName(`${base}${serial === 1 ? '' : `（${serial}）`}.${ending}`);
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
