/** 証憑一式 as one PDF: index, a cover per 科目, every page of every voucher with its number, what is missing. */
import { slashDate } from '../../shared/dates.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import { yen } from '../../shared/money.js';
import { amountJa, linesJa } from '../../shared/vouchers/index-workbook.js';
import type { IndexedVoucher, IndexGroup } from '../../shared/vouchers/package-index.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import { drawPage } from '../pdf/draw-page.js';
import type { Faces } from '../pdf/faces.js';
import { drawFoot } from '../pdf/foot.js';
import type { PlacedSheet } from '../pdf/write-pdf.js';
import type { Checked, CheckedPicture, Place } from './checked-pictures.js';
import { jpegObject, pngObject } from './image-object.js';
import { NotCopyable } from './pdf-copier.js';
import type { CopiedPage } from './pdf-page-form.js';
import { figure, type OpenDocument, type Ref } from './pdfkit-objects.js';
import { after, type Placed, placed, placedPage, type Size } from './placement.js';
import { A4, drawAbsent, drawCover, drawPageText, type PageText, pageSize, pictureRoom } from './voucher-page.js';

type Image = { readonly ref: Ref; readonly size: Size };
type PdfPages = readonly ((CopiedPage & { readonly box: Box; readonly rotate: Picture['turn'] }) | undefined)[];
type Box = readonly [number, number, number, number];

const MOST_LINES = 8;

/** Draws the parts of a package in the order in which they are asked for; counts the pages. */
export class PackageDrawing {
  #page = 0;
  /** The same file in several places is stored once. */
  readonly #images = new Map<string, Image>();
  readonly #pdfs = new Map<string, PdfPages>();
  #bookmark: PDFKit.PDFOutline | undefined;

  constructor(
    readonly document: PDFKit.PDFDocument,
    readonly faces: Faces,
    readonly content: Workbook,
    readonly total: number,
    readonly checked: Checked,
  ) {}

  /** The pages of a sheet of the index workbook. */
  sheet({ laid, pages }: PlacedSheet): void {
    pages.forEach((page, index) => {
      this.document.addPage({ size: [laid.width, laid.height], margin: 0 });
      if (index === 0) this.document.outline.addItem(laid.sheet.name);
      drawPage(this.document, page);
      this.#foot({ width: laid.width, height: laid.height });
    });
  }

  cover(group: IndexGroup): void {
    this.document.addPage({ size: [A4.width, A4.height], margin: 0 });
    this.#bookmark = this.document.outline.addItem(group.nameJa);
    const title = group.no === undefined ? group.nameJa : `支出科目 ${group.nameJa.replace(' ', '　')}`;
    const lines = [
      { labelJa: '証憑', valueJa: `${group.vouchers.length}通` },
      { labelJa: '枚数（画像）', valueJa: `${group.pages}枚` },
      { labelJa: '金額計', valueJa: amountJa(group) },
    ];
    drawCover(this.document, lines, title, this.faces);
    this.#foot(A4);
  }

  /** The pages of one picture. `bytes` are absent where the file went away since it was checked. */
  async picture(place: Place, bytes: Buffer | undefined): Promise<void> {
    const { voucher, picture } = place;
    const bookmark = voucher ? this.#bookmark : this.document.outline;
    const checked = this.checked.of(picture);
    if (checked.kind === 'absent' || !bytes) return this.#absent(place, checked, bookmark);
    if (checked.kind === 'pdf') return this.#pdf(place, bytes, bookmark);
    const image = await this.#image(picture.sha256, checked.type, bytes);
    const view = { orientation: checked.orientation, turn: picture.turn, crop: picture.crop };
    const size = this.#newPage(seen(image.size, view), place, bookmark);
    const where = placed(image.size, view, pictureRoom(size));
    this.#put([{ ref: image.ref, matrix: where.matrix }], where, size);
    this.#around(place, size, where, 1, 1);
  }

  async #pdf(place: Place, bytes: Buffer, bookmark: PDFKit.PDFOutline | undefined): Promise<void> {
    const pages = await this.#pdfPages(place.picture.sha256, bytes);
    for (const [index, page] of pages.entries()) {
      const mark = index === 0 ? bookmark : undefined;
      if (page) {
        const turned = placedPage(page.box, page.rotate, place.picture.turn, {
          left: 0,
          bottom: 0,
          width: 1,
          height: 1,
        });
        const size = this.#newPage(turned.seen, place, mark);
        const where = placedPage(page.box, page.rotate, place.picture.turn, pictureRoom(size));
        const forms = page.forms.map(({ ref, matrix }) => ({ ref, matrix: after(matrix, where.matrix) }));
        this.#put(forms, where, size);
        this.#around(place, size, where, index + 1, pages.length);
      } else {
        this.#newPage(A4, place, mark);
        drawAbsent(this.document, A4, 'このページは写せませんでした。ZIPにもとのPDFがあります。', this.faces);
        this.#around(place, A4, undefined, index + 1, pages.length);
      }
    }
  }

  #absent(place: Place, checked: CheckedPicture, bookmark: PDFKit.PDFOutline | undefined): void {
    const pages = checked.kind === 'pdf' ? checked.pages.length : 1;
    for (let page = 1; page <= pages; page += 1) {
      this.#newPage(A4, place, page === 1 ? bookmark : undefined);
      const ja = checked.kind === 'absent' ? checked.ja : '保管した証憑のファイルを読み取れませんでした。';
      drawAbsent(this.document, A4, ja, this.faces);
      this.#around(place, A4, undefined, page, pages);
    }
  }

  async #image(sha256: string, type: 'image/jpeg' | 'image/png', bytes: Buffer): Promise<Image> {
    const open = this.document as unknown as OpenDocument;
    const known = this.#images.get(sha256);
    const image = known ?? (type === 'image/jpeg' ? jpegObject(open, bytes) : await pngObject(open, bytes));
    this.#images.set(sha256, image);
    return image;
  }

  async #pdfPages(sha256: string, bytes: Buffer): Promise<PdfPages> {
    const known = this.#pdfs.get(sha256);
    if (known) return known;
    // pdf-lib is large, and only a PDF needs it.
    const { openPdf } = await import('../kept-files/open-pdf.js');
    const { PageCopier } = await import('./pdf-page-form.js');
    const pdf = await openPdf(bytes);
    const copier = new PageCopier(this.document as unknown as OpenDocument, pdf);
    const pages: PdfPages[number][] = [];
    for (const page of pdf.pages) {
      try {
        pages.push({ ...(await copier.copy(page)), box: page.box, rotate: page.rotate });
      } catch (error) {
        if (!(error instanceof NotCopyable)) throw error;
        pages.push(undefined);
      }
    }
    this.#pdfs.set(sha256, pages);
    return pages;
  }

  #newPage(shape: Size, { voucher }: Place, bookmark: PDFKit.PDFOutline | undefined): Size {
    const size = pageSize(shape);
    this.document.addPage({ size: [size.width, size.height], margin: 0 });
    bookmark?.addItem(voucher ? `${voucher.noJa} ${voucher.kindJa}` : '未整理の画像');
    return size;
  }

  /** Images and forms in the space of PDF, where y grows upwards, and nothing outside of what is to be seen. */
  #put(
    objects: readonly { readonly ref: Ref; readonly matrix: Placed['matrix'] }[],
    { seen: at }: Placed,
    { height }: Size,
  ): void {
    const open = this.document as unknown as OpenDocument;
    const clip = [at.left, at.bottom, at.width, at.height].map(figure).join(' ');
    const drawn = objects.map(({ ref, matrix }, index) => {
      const name = `V${index}`;
      open.page.xobjects[name] = ref;
      return `q ${matrix.map(figure).join(' ')} cm /${name} Do Q`;
    });
    open.addContent(['q', `1 0 0 -1 0 ${figure(height)} cm`, `${clip} re W n`, ...drawn, 'Q'].join('\n'));
  }

  #around({ voucher, picture }: Place, size: Size, where: Placed | undefined, page: number, pages: number): void {
    drawPageText(this.document, size, textOf(voucher, picture, page, pages), picture.stamp, where?.seen, this.faces);
    this.#foot(size);
  }

  #foot(size: Size): void {
    this.#page += 1;
    const page = { number: this.#page, of: this.total };
    drawFoot(this.document, { ...size, sheet: { personal: true } }, this.content, page, this.faces);
  }
}

function seen(stored: Size, view: Parameters<typeof placed>[1]): Size {
  return placed(stored, view, { left: 0, bottom: 0, width: 1, height: 1 }).seen;
}

function textOf(voucher: IndexedVoucher | undefined, picture: Picture, page: number, pages: number): PageText {
  if (!voucher) {
    const headJa = `証憑に結び付けていない画像${pages > 1 ? `　${page} / ${pages}` : ''}`;
    return { stampJa: '未整理', headJa, detailJa: '', provesJa: '' };
  }
  const { issuer, personName, addressee, issuedOn, usedOn, amount } = voucher.voucher;
  const day = issuedOn ?? usedOn;
  const details = [
    issuer,
    personName === issuer ? undefined : personName,
    addressee === undefined ? undefined : `宛先 ${addressee}`,
    day === undefined ? undefined : slashDate(day),
    amount === undefined ? undefined : yen(amount),
  ].filter((text) => text !== undefined && text !== '');
  const before = voucher.pictures.slice(0, voucher.pictures.indexOf(picture)).reduce((sum, own) => sum + own.pages, 0);
  const count = voucher.pages > 1 ? `　${before + page} / ${voucher.pages}枚` : '';
  const proved = voucher.lines.length === 0 ? '結び付けた明細はありません' : linesJa(voucher.lines, MOST_LINES);
  return {
    stampJa: `証憑 ${voucher.noJa}`,
    headJa: `${voucher.kindJa}${count}`,
    detailJa: details.join('　'),
    provesJa: `証明する明細　${proved}`,
  };
}
