/** A PDF as a list of pages, read without trust: bounded in what it unfolds to, in pages and in the depth of its tree. */
import {
  type PDFContext,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { KEPT_FILE_LIMITS } from '../../shared/vouchers/file-limits.js';
import { Refused } from '../refused.js';
import { BudgetSpent, withDecodingBudget } from './decoding-budget.js';
import { brokenPdf, tooManyPages, unreadable } from './refusals.js';

/** A page with what it takes over from the nodes above it. */
export type PdfPage = {
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
  /** Left, bottom, right, top of what is shown, in points. */
  readonly box: readonly [number, number, number, number];
  /** Turned clockwise for reading. */
  readonly rotate: 0 | 90 | 180 | 270;
  readonly contents: readonly PDFStream[];
};

export type OpenedPdf = { readonly context: PDFContext; readonly pages: readonly PdfPage[] };

/** What the structure of a PDF of the largest size unfolds to, with room. */
const UNFOLDED_BYTES = 96 * 1024 * 1024;
const MOST_NODES = 5_000;
/** A4, where a page does not say. */
const DEFAULT_BOX = [0, 0, 595, 842] as const;

/** Opens a PDF. Refuses one with a password, a broken one, and one with too many pages. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const document = await load(bytes);
  if (document.isEncrypted) throw encrypted();
  const { context, catalog } = document;
  if (!(catalog instanceof PDFDict)) throw brokenPdf('pdf catalog');
  const root = context.lookup(catalog.get(name('Pages')));
  if (!(root instanceof PDFDict)) throw brokenPdf('pdf pages');
  return { context, pages: pagesUnder(root, context) };
}

async function load(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await withDecodingBudget(UNFOLDED_BYTES, () =>
      PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false }),
    );
  } catch (error) {
    if (error instanceof BudgetSpent) throw brokenPdf('pdf unfolds');
    if (error instanceof Refused) throw error;
    throw brokenPdf('pdf parse');
  }
}

function encrypted(): Refused {
  const ja =
    'パスワードや印刷・コピーの制限がかかったPDFです。PDFを開いて「印刷」から「PDFに保存」したもの、または印刷してスキャンしたものを入れてください。';
  return unreadable(ja, 'pdf encrypted');
}

type Node = { readonly dict: PDFDict; readonly above: Inherited };
type Inherited = { readonly [key in (typeof INHERITED)[number]]?: PDFObject };
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** Walks without recursion: a tree may be deep, closed to a ring, or unfold to more leaves than there is memory. */
function pagesUnder(root: PDFDict, context: PDFContext): PdfPage[] {
  const pages: PdfPage[] = [];
  const waiting: Node[] = [{ dict: root, above: {} }];
  for (let nodes = 0; ; nodes += 1) {
    const node = waiting.pop();
    if (!node) break;
    if (nodes > MOST_NODES) throw brokenPdf('pdf tree');
    const here = inherit(node, context);
    const kids = context.lookup(node.dict.get(name('Kids')));
    if (kids instanceof PDFArray) {
      if (kids.size() > MOST_NODES) throw tooManyPages();
      waiting.push(...kidsOf(kids, context).map((dict) => ({ dict, above: here })));
    } else {
      if (pages.length === KEPT_FILE_LIMITS.pages) throw tooManyPages();
      pages.push(pageOf(node.dict, here, context));
    }
  }
  if (pages.length === 0) throw brokenPdf('pdf no page');
  return pages;
}

/** The last first, as a stack wants them. */
function kidsOf(kids: PDFArray, context: PDFContext): PDFDict[] {
  return kids
    .asArray()
    .map((kid) => {
      const dict = context.lookup(kid);
      if (!(dict instanceof PDFDict)) throw brokenPdf('pdf page gone');
      return dict;
    })
    .reverse();
}

function inherit({ dict, above }: Node, context: PDFContext): Inherited {
  const own = INHERITED.flatMap((key) => {
    const value = context.lookup(dict.get(name(key)));
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...above, ...Object.fromEntries(own) };
}

function pageOf(dict: PDFDict, { Resources, MediaBox, CropBox, Rotate }: Inherited, context: PDFContext): PdfPage {
  const media = boxOf(MediaBox, context) ?? DEFAULT_BOX;
  const crop = boxOf(CropBox, context);
  const turn = Rotate instanceof PDFNumber ? Math.round(Rotate.asNumber() / 90) * 90 : 0;
  return {
    dict,
    resources: Resources instanceof PDFDict ? Resources : undefined,
    box: crop ? common(media, crop) : media,
    rotate: (((turn % 360) + 360) % 360) as PdfPage['rotate'],
    contents: contentsOf(dict, context),
  };
}

type Box = PdfPage['box'];

/** A rectangle by two of its corners, whichever they are; undefined without extent. */
export function boxOf(value: PDFObject | undefined, context: PDFContext): Box | undefined {
  if (!(value instanceof PDFArray) || value.size() !== 4) return undefined;
  const [a, b, c, d] = value.asArray().map((entry) => {
    const number = context.lookup(entry);
    return number instanceof PDFNumber ? number.asNumber() : NaN;
  });
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
  return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

function common(media: Box, crop: Box): Box {
  const box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ] as const;
  return box[2] > box[0] && box[3] > box[1] ? box : media;
}

/** A page that names content which is not there would come out white. */
function contentsOf(dict: PDFDict, context: PDFContext): PDFStream[] {
  const entry = dict.get(name('Contents'));
  const value = context.lookup(entry);
  if (value === undefined) {
    if (entry instanceof PDFRef) throw brokenPdf('pdf content gone');
    return [];
  }
  const parts = value instanceof PDFArray ? value.asArray().map((part) => context.lookup(part)) : [value];
  return parts.map((part) => {
    if (!(part instanceof PDFStream)) throw brokenPdf('pdf content');
    return part;
  });
}

function name(text: string): PDFName {
  return PDFName.of(text);
}
