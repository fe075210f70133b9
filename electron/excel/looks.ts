/** How cells look by their meaning; every colour is repeated by a word on the sheet, so grey print says the same. */
import type { Borders, Font } from 'exceljs';
import type { Look } from '../../shared/forms/sheet.js';

export const FONT: Partial<Font> = { name: '游ゴシック', family: 3, charset: 128, size: 10 };

type Style = { readonly font?: Partial<Font>; readonly fill?: string; readonly border?: Partial<Borders> };

const HAIR = { style: 'hair', color: { argb: 'FF9AA1A8' } } as const;
const THIN = { style: 'thin', color: { argb: 'FF454C54' } } as const;
const BOX = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR } as const;

export const LOOKS: Readonly<Record<Look, Style>> = {
  title: { font: { size: 15, bold: true } },
  caption: { font: { size: 9, color: { argb: 'FF454C54' } } },
  heading: { font: { size: 11, bold: true } },
  columnHead: {
    font: { size: 9, bold: true },
    fill: 'FFEDEFF1',
    border: { top: THIN, bottom: THIN, left: HAIR, right: HAIR },
  },
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
  small: { font: { size: 8, color: { argb: 'FF5F6770' } } },
};
