/** How cells look by their meaning; every colour is repeated by a word on the sheet, so grey print says the same. */
import type { Border, Borders, BorderStyle, Font } from 'exceljs';
import type { Look } from '../../shared/forms/sheet.js';

/** Size of all text but titles: sheets are scaled to no less than 80 %, which leaves 8 points. */
export const FONT: Partial<Font> = { name: '游ゴシック', family: 3, charset: 128, size: 10 };

/** A line around a cell, how strong it is, and the four of them; the PDF draws the same. */
export type CellLine = Partial<Border>;
export type LineStyle = BorderStyle;
export type CellLines = Partial<Borders>;

type Style = { readonly font?: Partial<Font>; readonly fill?: string; readonly border?: Partial<Borders> };

const HAIR = { style: 'hair', color: { argb: 'FF9AA1A8' } } as const;
const THIN = { style: 'thin', color: { argb: 'FF454C54' } } as const;
const BOX = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR } as const;
const GREY = { color: { argb: 'FF454C54' } } as const;

export const LOOKS: Readonly<Record<Look, Style>> = {
  title: { font: { size: 15, bold: true } },
  caption: { font: GREY },
  heading: { font: { size: 11, bold: true } },
  columnHead: { font: { bold: true }, fill: 'FFEDEFF1', border: { ...BOX, top: THIN, bottom: THIN } },
  body: { border: BOX },
  input: { fill: 'FFFFFBE6', border: BOX },
  subtotal: { font: { bold: true }, fill: 'FFF7F8F6', border: { ...BOX, top: THIN } },
  total: {
    font: { bold: true },
    fill: 'FFEDEFF1',
    border: { ...BOX, top: THIN, bottom: { ...THIN, style: 'double' } },
  },
  cut: { font: { bold: true, color: { argb: 'FF9B1C1C' } }, fill: 'FFFCE8E8', border: BOX },
  confirm: { fill: 'FFFDF1DF', border: BOX },
  held: { font: { color: { argb: 'FF0A6263' } }, fill: 'FFE4F2F1', border: BOX },
  small: { font: GREY },
};

/** The line above a row that begins something new, e.g. a day. */
export const STRONG_LINE = { style: 'medium', color: { argb: 'FF16191D' } } as const;
