/** The first look at all files of a package: what is there, on how many pages, and what cannot be done with it. */
import { setImmediate as otherWork } from 'node:timers/promises';
import type { IndexedVoucher, PackageIndex } from '../../shared/vouchers/package-index.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { typeOf } from '../kept-files/examine.js';
import type { KeptFiles } from '../kept-files/kept-files.js';
import { type Orientation, readJpegHead } from '../kept-files/jpeg.js';
import { readPngHead } from '../kept-files/png.js';
import type { OpenedPdf } from '../kept-files/open-pdf.js';
import { Refused } from '../refused.js';
import { NotCopyable } from './pdf-copier.js';
import type { OpenDocument, Ref } from './pdfkit-objects.js';
import type { Size } from './placement.js';

/** A file as it goes onto pages. */
export type CheckedPicture =
  | {
      readonly kind: 'image';
      readonly type: 'image/jpeg' | 'image/png';
      readonly size: Size;
      readonly orientation: Orientation;
    }
  | { readonly kind: 'pdf'; readonly pages: readonly PageState[] }
  /** One page says so in its place. */
  | { readonly kind: 'absent'; readonly ja: string };

/** Whether a page can be copied, and whether all of it. */
export type PageState = 'whole' | 'doubtful' | 'uncopyable';

export type Checked = {
  readonly of: (picture: Picture) => CheckedPicture;
  /** In a few words, by voucher. */
  readonly faults: ReadonlyMap<string, readonly string[]>;
  readonly notesJa: readonly string[];
};

/** A place in the package: a voucher, or 未整理. */
export type Place = { readonly voucher: IndexedVoucher | undefined; readonly picture: Picture };

/** All pictures in the order of the pages. */
export function placesOf(index: PackageIndex): Place[] {
  return [
    ...index.groups.flatMap(({ vouchers }) =>
      vouchers.flatMap((voucher) => voucher.pictures.map((picture) => ({ voucher, picture }))),
    ),
    ...index.loose.map((picture) => ({ voucher: undefined, picture })),
  ];
}

/** Reads every file once. Throws only what ends the work: the signal, or a fault of the program. */
export async function checkPictures(
  places: readonly Place[],
  files: KeptFiles,
  signal: AbortSignal,
  step: () => void,
): Promise<Checked> {
  const found = new Map<string, CheckedPicture>();
  const faults = new Map<string, string[]>();
  const notesJa: string[] = [];
  for (const { voucher, picture } of places) {
    signal.throwIfAborted();
    const checked = await checkedPicture(picture, files);
    found.set(picture.id, checked);
    const fault = faultOf(checked);
    if (fault) {
      const placeJa = placeOf(voucher, picture);
      notesJa.push(`${placeJa}：${fault.ja}`);
      if (voucher) faults.set(voucher.voucher.id, [...(faults.get(voucher.voucher.id) ?? []), fault.shortJa]);
    }
    step();
    await otherWork();
  }
  return { of: (picture) => found.get(picture.id) ?? { kind: 'absent', ja: '' }, faults, notesJa };
}

/** 「2-04 領収書（原本）の2枚目」 */
function placeOf(voucher: IndexedVoucher | undefined, picture: Picture): string {
  if (!voucher) return '未整理の画像';
  const at = voucher.pictures.indexOf(picture);
  return `${voucher.noJa} ${voucher.kindJa}${voucher.pictures.length > 1 ? `の${at + 1}つ目` : ''}`;
}

async function checkedPicture(picture: Picture, files: KeptFiles): Promise<CheckedPicture> {
  try {
    const bytes = await files.read(picture.sha256);
    const type = typeOf(bytes);
    if (type === 'application/pdf') return { kind: 'pdf', pages: await pageStates(bytes) };
    if (type === 'image/jpeg') {
      const { orientation, ...size } = readJpegHead(bytes);
      return { kind: 'image', type, size, orientation };
    }
    const { width, height } = readPngHead(bytes);
    return { kind: 'image', type: 'image/png', size: { width, height }, orientation: 1 };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'absent', ja: error.messageJa };
    throw error;
  }
}

async function pageStates(bytes: Buffer): Promise<PageState[]> {
  // pdf-lib is large, and only a PDF needs it.
  const { openPdf } = await import('../kept-files/open-pdf.js');
  const { PageCopier } = await import('./pdf-page-form.js');
  const pdf: OpenedPdf = await openPdf(bytes);
  const copier = new PageCopier(NOWHERE, pdf);
  const states: PageState[] = [];
  for (const page of pdf.pages) {
    try {
      states.push((await copier.copy(page)).isDoubtful ? 'doubtful' : 'whole');
    } catch (error) {
      if (!(error instanceof NotCopyable)) throw error;
      states.push('uncopyable');
    }
    await otherWork();
  }
  return states;
}

/** A document that keeps nothing, to try a copy. */
const NOWHERE: OpenDocument = {
  ref: (data): Ref => ({ id: 0, data, compress: false, end: () => undefined, toString: () => '0 0 R' }),
  addContent: () => undefined,
  page: { width: 0, height: 0, xobjects: {} },
};

function faultOf(checked: CheckedPicture): { ja: string; shortJa: string } | undefined {
  if (checked.kind === 'absent') return { ja: checked.ja, shortJa: 'ファイルを確認' };
  if (checked.kind === 'image') return undefined;
  const uncopyable = checked.pages.flatMap((state, index) => (state === 'uncopyable' ? [index + 1] : []));
  if (uncopyable.length > 0) {
    return {
      ja: `PDFの${uncopyable.join('、')}ページ目は写せません。ZIPにもとのファイルがあります。`,
      shortJa: '写せないページあり',
    };
  }
  const doubtful = checked.pages.flatMap((state, index) => (state === 'doubtful' ? [index + 1] : []));
  if (doubtful.length === 0) return undefined;
  const ja = `PDFの${doubtful.join('、')}ページ目は、入力欄や重ねた層がもとと違って見えるかもしれません。ZIPのもとのファイルと見比べてください。`;
  return { ja, shortJa: 'もとのPDFと見比べる' };
}
