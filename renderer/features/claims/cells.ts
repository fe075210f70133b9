/** Cells that can be typed into: what stands in them, and which line comes out of what was typed. */
import type { CaseStage } from '../../../shared/model/case/course.js';
import type { Line, LineOf } from '../../../shared/model/case/lines/line.js';
import { legSurcharge } from '../../../shared/model/case/detail-amount.js';
import { grouped } from '../../../shared/money.js';
import { parseWholeNumber } from '../../../shared/text.js';
import { ridesText, tripsOf } from '../../../shared/rules/line-text.js';

/** The columns that a person may type into. */
export type InputColumn = 'name' | 'quantity' | 'unit' | 'claimed';

type Common = {
  /** Name of the field, as read out. */
  readonly labelJa: string;
  /** Field of the line, for the limit beside it. */
  readonly field: string;
};
export type NumberCell = Common & {
  readonly kind: 'number';
  readonly value: number;
  readonly min: 0 | 1;
  readonly write: (value: number) => Line;
};
export type TextCell = Common & {
  readonly kind: 'text';
  readonly value: string;
  readonly write: (value: string) => Line;
};
/** The value comes from details; this field of the panel is where they stand. */
export type PanelCell = { readonly kind: 'panel'; readonly field: string };
/** The value follows from another cell of the row. */
type ElsewhereCell = { readonly kind: 'elsewhere'; readonly column: InputColumn };
export type Cell = NumberCell | TextCell | PanelCell | ElsewhereCell;

const MAX = 999_999_999;

/** What typing into a cell of a line does. */
export function cellOf(line: Line, column: InputColumn, stage: CaseStage): Cell {
  if (column === 'name') return nameCell(line);
  if (column === 'quantity') return quantityCell(line);
  if (column === 'unit') return unitCell(line);
  return claimedCell(line, stage);
}

/** The cell that a key on this one opens: itself, or the one that its value follows from. */
export function openedCell(
  line: Line,
  column: InputColumn,
  stage: CaseStage,
): { readonly column: InputColumn; readonly cell: NumberCell | TextCell | PanelCell } {
  const cell = cellOf(line, column, stage);
  if (cell.kind !== 'elsewhere') return { column, cell };
  const next = cellOf(line, cell.column, stage);
  return next.kind === 'elsewhere'
    ? { column, cell: { kind: 'panel', field: 'remarks' } }
    : { column: cell.column, cell: next };
}

export type Typed =
  | { readonly ok: true; readonly line: Line; readonly value: number | string }
  | { readonly ok: false; readonly messageJa: string };

/** The line after typing `text` into a cell, or why the text cannot stand there. Full width, commas and 円 are read. */
export function typed(cell: NumberCell | TextCell, text: string): Typed {
  if (cell.kind === 'text') {
    const value = text.trim();
    return value === '' ? { ok: false, messageJa: '空にはできません' } : { ok: true, line: cell.write(value), value };
  }
  const value = parseWholeNumber(text);
  if (value === undefined) return { ok: false, messageJa: '数字で入れてください' };
  if (value < cell.min) return { ok: false, messageJa: `${cell.min}以上で入れてください` };
  if (value > MAX) return { ok: false, messageJa: `${grouped(MAX)}までで入れてください` };
  return { ok: true, line: cell.write(value), value };
}

/** Text of a cell as it is opened. */
export function cellText(cell: NumberCell | TextCell): string {
  return cell.kind === 'number' ? grouped(cell.value) : cell.value;
}

function money(labelJa: string, field: string, value: number, write: (value: number) => Line): NumberCell {
  return { kind: 'number', labelJa, field, value, min: 0, write };
}

function amount(labelJa: string, field: string, value: number, write: (value: number) => Line): NumberCell {
  return { kind: 'number', labelJa, field, value, min: 1, write };
}

function words(labelJa: string, field: string, value: string, write: (value: string) => Line): TextCell {
  return { kind: 'text', labelJa, field, value, write };
}

function panel(field: string): PanelCell {
  return { kind: 'panel', field };
}

function elsewhere(column: InputColumn): ElsewhereCell {
  return { kind: 'elsewhere', column };
}

function nameCell(line: Line): Cell {
  switch (line.kind) {
    case 'equipment':
      return words('品名', 'name', line.name, (name) => ({ ...line, name }));
    case 'copy':
    case 'printing':
      return words('資料名', 'documentName', line.documentName, (documentName) => ({ ...line, documentName }));
    case 'shipping':
      return words('配送業者', 'carrier', line.carrier ?? '', (carrier) => ({ ...line, carrier }));
    case 'other':
      return words('内容', 'descriptionJa', line.descriptionJa, (descriptionJa) => ({ ...line, descriptionJa }));
    case 'honorarium':
      return panel('assignmentIds');
    case 'transport':
      return panel('legs');
    case 'room':
      return panel('roomId');
    case 'transferFee':
      return panel('payeeKey');
    case 'lodging':
      return panel('plan');
    case 'consumable':
    case 'online':
      return panel('subKind');
    case 'mail':
      return panel('recipientKind');
    case 'package':
    case 'perDiem':
      return panel('staffId');
  }
}

function quantityCell(line: Line): Cell {
  switch (line.kind) {
    case 'perDiem':
      return amount('日数', 'days', line.days, (days) => ({ ...line, days }));
    case 'equipment':
      return line.qty === 1 ? amount('日数', 'days', line.days, (days) => ({ ...line, days })) : panel('days');
    case 'copy':
      return line.unitPrice === null
        ? panel('copies')
        : amount('部数', 'copies', line.copies ?? 1, (copies) => ({ ...line, copies }));
    case 'printing':
      return amount('部数', 'copies', line.copies, (copies) => ({ ...line, copies }));
    case 'consumable':
      return amount('数量', 'qty', line.qty, (qty) => ({ ...line, qty }));
    case 'mail':
      return line.boughtQty === undefined
        ? money('使った数', 'qty', line.qty, (qty) => ({ ...line, qty }))
        : money('買った数', 'boughtQty', line.boughtQty, (boughtQty) => ({ ...line, boughtQty }));
    case 'honorarium':
      return panel('assignmentIds');
    case 'transport':
      return panel('legs');
    case 'lodging':
      return panel('date');
    case 'package':
      return panel('nights');
    case 'room':
      return panel('start');
    case 'online':
      return panel('periodFrom');
    case 'shipping':
    case 'transferFee':
    case 'other':
      return elsewhere('claimed');
  }
}

function unitCell(line: Line): Cell {
  switch (line.kind) {
    case 'honorarium':
      return line.rate === undefined
        ? elsewhere('claimed')
        : money('単価', 'rate', line.rate, (rate) => ({ ...line, rate }));
    case 'transport':
      return fareCell(line);
    case 'perDiem':
      return money('1日の額', 'perDay', line.perDay, (perDay) => ({ ...line, perDay }));
    case 'room':
      return panel('roomId');
    case 'equipment':
    case 'consumable':
    case 'mail':
      return money('単価', 'unitPrice', line.unitPrice, (unitPrice) => ({ ...line, unitPrice }));
    case 'copy':
      return line.unitPrice === null
        ? panel('unitPrice')
        : money('1枚の単価', 'unitPrice', line.unitPrice, (unitPrice) => ({ ...line, unitPrice }));
    case 'printing':
      return line.orderAmount % line.copies === 0
        ? money('1部の単価', 'orderAmount', line.orderAmount / line.copies, (value) => ({
            ...line,
            orderAmount: value * line.copies,
          }))
        : elsewhere('claimed');
    case 'lodging':
    case 'package':
    case 'online':
    case 'shipping':
    case 'transferFee':
    case 'other':
      return priceCell(line);
  }
}

function claimedCell(line: Line, stage: CaseStage): Cell {
  switch (line.kind) {
    case 'honorarium':
      return line.lumpSum === undefined
        ? elsewhere('unit')
        : money('総額', 'lumpSum', line.lumpSum, (lumpSum) => ({ ...line, lumpSum }));
    case 'printing':
      return money('発注額', 'orderAmount', line.orderAmount, (orderAmount) => ({ ...line, orderAmount }));
    case 'copy':
      return line.unitPrice === null ? lumpCopyCell(line, stage) : elsewhere('unit');
    case 'transport':
      return line.legs.length === 1 ? fareCell(line) : elsewhere('unit');
    case 'perDiem':
    case 'equipment':
    case 'consumable':
    case 'mail':
      return elsewhere('unit');
    case 'room':
      return panel('start');
    default:
      return priceCell(line);
  }
}

/** コピー代 一式 has no details: the amount itself is typed. */
function lumpCopyCell(line: LineOf<'copy'>, stage: CaseStage): NumberCell {
  const key = stage === 'application' ? 'planned' : 'actual';
  return money('金額', key, line[key] ?? 0, (value) => ({ ...line, [key]: value }));
}

type PricedLine = LineOf<'lodging'> | LineOf<'package'> | LineOf<'online'> | LineOf<'shipping'> | LineOf<'other'>;

function priceCell(line: PricedLine | LineOf<'transferFee'>): NumberCell {
  if (line.kind === 'transferFee') return money('手数料', 'fee', line.fee, (fee) => ({ ...line, fee }));
  return money(line.kind === 'lodging' ? '1泊の額' : '金額', 'price', line.price, (price) => ({ ...line, price }));
}

/** The fare of a ride, or of two rides that cost the same; anything else is edited ride by ride. */
function fareCell(line: LineOf<'transport'>): Cell {
  const { unit } = ridesText(line.legs);
  const isEven = tripsOf(line.legs).length === 1 && line.legs.every((leg) => legSurcharge(leg) === 0);
  if (unit === undefined || !isEven) return panel('legs');
  return money(line.legs.length === 1 ? '運賃' : '片道の運賃', 'legs', unit, (baseFare) => ({
    ...line,
    legs: line.legs.map((leg) => ({ ...leg, baseFare })),
  }));
}
