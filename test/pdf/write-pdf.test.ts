/** The PDFs of all papers as another program reads them: every visible text, on pages of A4, in fonts of its own. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { shownText } from '../../electron/pdf/shown-text.js';
import { type Pdf, writePdf } from '../../electron/pdf/write-pdf.js';
import { MARGIN } from '../../shared/forms/page.js';
import type { Sheet, Workbook } from '../../shared/forms/sheet.js';
import { groupBy } from '../../shared/group-by.js';
import { everyPaper } from '../support/every-paper.js';
import { hasPoppler, pdfPages, poppler } from '../support/poppler.js';
import { cell, row, sheet, workbook } from './sheets.js';

const MM = 72 / 25.4;

/** The texts that a reader of the sheet sees, in the order of its cells. */
function visibleTexts(own: Sheet): string[] {
  return own.rows.flatMap(({ cells }) =>
    [...cells]
      .filter(([column]) => !own.hiddenColumns.includes(column))
      .map(([, one]) => bare(shownText(one)))
      .filter((text) => text !== ''),
  );
}

/** Without white space, and as poppler gives back what is one character in two spellings. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

type Written = { readonly name: string; readonly content: Workbook; readonly pdf: Pdf };

describe.skipIf(!hasPoppler())('the PDF of every paper of the sample', () => {
  const written: Written[] = [];
  beforeAll(async () => {
    for (const { name, content, submitted } of everyPaper()) {
      written.push({ name, content, pdf: await writePdf([content], content.name) });
      // 提出用 differs in what is left out; one of each kind of paper is enough.
      if (name.startsWith('委託・報告')) {
        written.push({ name: `${name} 提出用`, content: submitted, pdf: await writePdf([submitted], submitted.name) });
      }
    }
  });

  test('there are many, each with its name and a Japanese reader in mind', () => {
    expect(written.length).toBeGreaterThan(12);
    for (const { content, pdf } of written) {
      const info = poppler('pdfinfo', pdf.bytes, '$');
      expect(/^Title:\s+(.*)$/mu.exec(info)?.[1]).toBe(content.name);
      expect(Buffer.from(pdf.bytes).toString('latin1')).toMatch(/\/Lang \((?:\\376\\377|þÿ)?\0?j\0?a\)/u);
    }
  });

  test('every visible text stands in it, in the order of the sheets', () => {
    for (const { name, content, pdf } of written) {
      const shown = bare(poppler('pdftotext', pdf.bytes, '-raw', '$', '-'));
      const missing = content.sheets
        .filter((own) => !own.hidden)
        .flatMap((own) => visibleTexts(own).filter((text) => !shown.includes(text)))
        .filter((text) => !isSplitByPages(text, shown));
      expect(missing, name).toEqual([]);
    }
  });

  test('what is hidden does not', () => {
    for (const { name, content, pdf } of written) {
      const shown = poppler('pdftotext', pdf.bytes, '-raw', '$', '-');
      const seen = content.sheets.filter((own) => !own.hidden).flatMap(visibleTexts);
      const hidden = content.sheets.flatMap((own) =>
        own.rows.flatMap(({ cells }) =>
          own.hiddenColumns.flatMap((column) => {
            const one = cells.get(column);
            return typeof one?.value === 'string' && one.value.length > 4 ? [bare(one.value)] : [];
          }),
        ),
      );
      const isSeen = (text: string): boolean => seen.some((other) => other.includes(text));
      const leaked = hidden.filter((text) => !isSeen(text) && bare(shown).includes(text));
      expect(leaked, name).toEqual([]);
    }
  });

  test('pages are A4, as many as it says, numbered n / N on each', () => {
    for (const { name, pdf } of written) {
      const sizes = pdfPages(pdf.bytes);
      expect(sizes, name).toHaveLength(pdf.pages);
      for (const { width, height } of sizes) {
        expect([Math.min(width, height), Math.max(width, height)].map(Math.round)).toEqual([595, 842]);
      }
      const pages = poppler('pdftotext', pdf.bytes, '-layout', '$', '-').split('\f').slice(0, -1);
      expect(pages).toHaveLength(pdf.pages);
      pages.forEach((words, index) => expect(words, name).toContain(`ページ ${index + 1} / ${pdf.pages}`));
    }
  });

  test('no text stands in the margins', () => {
    for (const { name, pdf } of written) {
      const outside = wordsOf(pdf.bytes).filter(
        ({ left, right, top, bottom, page }) =>
          left < (MARGIN.side - 1) * MM ||
          right > page.width - (MARGIN.side - 1) * MM ||
          top < (MARGIN.end - 2) * MM ||
          bottom > page.height - (MARGIN.foot - 2) * MM,
      );
      expect(outside, name).toEqual([]);
    }
  });

  test('no text lies over another', () => {
    for (const { name, pdf } of written) expect(overlaps(wordsOf(pdf.bytes)), name).toEqual([]);
  });

  test('fonts are embedded, in parts, with the characters behind their glyphs', () => {
    for (const { name, pdf } of written) {
      const fonts = poppler('pdffonts', pdf.bytes, '$').trimEnd().split('\n').slice(2);
      expect(fonts.length, name).toBeGreaterThan(0);
      for (const font of fonts) {
        expect(font).toMatch(/NotoSansJP/u);
        expect(font).toMatch(/\byes\s+yes\s+yes\b/u);
      }
      expect(pdf.bytes.length, name).toBeLessThan(600_000);
    }
  });
});

/** A text higher than a page goes on over the next, with foot and head between its parts. */
function isSplitByPages(text: string, shown: string): boolean {
  if (text.length < 400) return false;
  const parts = text.match(/.{1,30}/gsu) ?? [];
  return parts.filter((part) => shown.includes(part)).length > parts.length * 0.8;
}

/** Pairs of words whose middles cross: boxes of poppler are as high as the font, which is more than its letters. */
function overlaps(words: readonly Word[]): string[] {
  const middles = words.map((word) => {
    const quarter = (word.bottom - word.top) / 4;
    // The right half of a 、 at the end of a line is empty and may stand over the border of its cell.
    const empty = /[、。，．]$/u.test(word.text) ? quarter * 1.4 : 0;
    return { ...word, right: word.right - empty, top: word.top + quarter, bottom: word.bottom - quarter };
  });
  const byPage = groupBy(middles, ({ number }) => number);
  return [...byPage.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.top - b.top);
    return sorted.flatMap((word, index) => {
      const found: string[] = [];
      for (let next = index + 1; (sorted[next]?.top ?? Infinity) < word.bottom; next += 1) {
        const other = sorted[next];
        if (other && word.left < other.right - 0.5 && other.left < word.right - 0.5) {
          found.push(`${word.number}: ${word.text} / ${other.text}`);
        }
      }
      return found;
    });
  });
}

type Word = {
  readonly number: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly page: { readonly width: number; readonly height: number };
};

/** Every word with its box, in points from the upper left corner of its page. */
function wordsOf(bytes: Uint8Array): Word[] {
  const xml = poppler('pdftotext', bytes, '-bbox', '$', '-');
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/gu)].flatMap(
    ([, width, height, inner = ''], index) =>
      [
        ...inner.matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<\/word>/gu,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        number: index + 1,
        text,
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
        page: { width: Number(width), height: Number(height) },
      })),
  );
}

describe('a PDF', () => {
  const hashOf = ({ bytes }: Pdf): string => createHash('sha256').update(bytes).digest('hex');
  const content = workbook([sheet([row([cell('西山府'), cell(1200, { format: 'yen' })])])]);

  test('has equal bytes for equal content, and the day of the paper as its date', async () => {
    const first = await writePdf([content], '試し');
    expect(hashOf(await writePdf([content], '試し'))).toBe(hashOf(first));
    expect(hashOf(await writePdf([{ ...content, madeOn: '2021-11-27' }], '試し'))).not.toBe(hashOf(first));
    expect(Buffer.from(first.bytes).toString('latin1')).toContain('D:20211126000000Z');
  });

  test('of nothing is a page that says nothing, and counts none', async () => {
    const { bytes, pages } = await writePdf([], '書類');
    expect(pages).toBe(0);
    expect(Buffer.from(bytes).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  test('of several workbooks counts the pages of each, and has their sheets as bookmarks', async () => {
    const other = {
      ...content,
      name: '別',
      sheets: [...content.sheets, sheet([], { name: '二枚目', personal: true })],
    };
    const { bytes, pages } = await writePdf([content, other], '書類');
    expect(pages).toBe(3);
    if (!hasPoppler()) return;
    const words = poppler('pdftotext', bytes, '-layout', '$', '-').split('\f');
    expect(words[0]).toContain('ページ 1 / 1');
    expect(words[1]).toContain('ページ 1 / 2');
    expect(words[2]).toContain('ページ 2 / 2');
    expect(words[1]).not.toContain('取扱注意');
    expect(words[2]).toContain('取扱注意（個人情報）');
  });
});
