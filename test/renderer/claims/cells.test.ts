import { describe, expect, test } from 'vitest';
import {
  cellOf,
  cellText,
  type InputColumn,
  type NumberCell,
  openedCell,
  type TextCell,
  typed,
} from '../../../renderer/features/claims/cells.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { sampleCase } from '../../support/sample.js';
import { firstOf, lineOf } from './claims-support.js';

const sample = sampleCase();

function input(line: Line, column: InputColumn): NumberCell | TextCell {
  const { cell } = openedCell(line, column, 'report');
  if (cell.kind === 'panel') throw new Error(`in the panel: ${cell.field}`);
  return cell;
}

function writes(line: Line, column: InputColumn, text: string): Line {
  const result = typed(input(line, column), text);
  if (!result.ok) throw new Error(result.messageJa);
  return result.line;
}

describe('typed text', () => {
  test.each(['12500', '12,500', '１２，５００', '１２５００円', ' ¥12,500 '])('「%s」 is read', (text) => {
    expect(writes(lineOf(sample, 'H02'), 'unit', text)).toMatchObject({ rate: 12_500 });
  });

  test.each([
    ['98oo', '数字で入れてください'],
    ['', '数字で入れてください'],
    ['1.5', '数字で入れてください'],
    ['-1', '0以上で入れてください'],
    ['1000000000', '999,999,999までで入れてください'],
  ])('「%s」 stays with its sentence', (text, messageJa) => {
    expect(typed(input(lineOf(sample, 'H02'), 'unit'), text)).toEqual({ ok: false, messageJa });
  });

  test('a count of days starts at 1', () => {
    const days = input(lineOf(sample, 'D01'), 'quantity');
    expect(typed(days, '0')).toEqual({ ok: false, messageJa: '1以上で入れてください' });
    expect(typed(days, '1')).toMatchObject({ ok: true, line: { days: 1 } });
  });

  test('a name must not be empty', () => {
    const name = input(firstOf(sample, 'equipment'), 'name');
    expect(typed(name, '　')).toMatchObject({ ok: false });
    expect(typed(name, ' マイク ')).toMatchObject({ ok: true, line: { name: 'マイク' } });
  });

  test('a cell opens with its figure as it is printed', () => {
    expect(cellText(input(lineOf(sample, 'H02'), 'unit'))).toBe('15,000');
  });
});

describe('請求 and what it follows from', () => {
  test.each([
    ['謝金 by the hour', 'H02', 'unit', { rate: 7 }],
    ['検定員 by 総額', 'H08', 'claimed', { lumpSum: 7 }],
    ['宿泊', 'L01', 'claimed', { price: 7 }],
    ['日当', 'D01', 'unit', { perDay: 7 }],
    ['備品', 'R08', 'unit', { unitPrice: 7 }],
    ['コピー', 'R09', 'unit', { unitPrice: 7 }],
    ['オンライン', 'R10', 'claimed', { price: 7 }],
    ['印刷', 'PR1', 'claimed', { orderAmount: 7 }],
    ['消耗品', 'K01', 'unit', { unitPrice: 7 }],
    ['送料', 'M01', 'unit', { unitPrice: 7 }],
    ['発送', 'M03', 'claimed', { price: 7 }],
    ['手数料', 'F01', 'claimed', { fee: 7 }],
  ] as const)('%s', (_name, id, column, fields) => {
    const line = lineOf(sample, id);
    expect(openedCell(line, 'claimed', 'report').column).toBe(column);
    expect(writes(line, 'claimed', '7')).toMatchObject(fields);
  });

  test('a taxi ride is its fare; both ways of a round trip change together', () => {
    expect(writes(lineOf(sample, 'T03'), 'claimed', '900')).toMatchObject({ legs: [{ baseFare: 900 }] });
    expect(writes(lineOf(sample, 'T01'), 'claimed', '600')).toMatchObject({
      legs: [{ baseFare: 600 }, { baseFare: 600 }],
    });
  });

  test.each([
    ['rides of unequal fares', 'T02'],
    ['several round trips', 'T07'],
    ['rides with a surcharge', 'T06'],
  ])('%s are edited ride by ride', (_name, id) => {
    expect(openedCell(lineOf(sample, id), 'claimed', 'report').cell).toEqual({ kind: 'panel', field: 'legs' });
  });

  test('a room follows from its hours', () => {
    expect(openedCell(firstOf(sample, 'room'), 'claimed', 'report').cell).toEqual({ kind: 'panel', field: 'start' });
  });

  test('コピー代 一式 has nothing but its amount, that of the stage', () => {
    const lump = { ...firstOf(sample, 'copy'), unitPrice: null };
    expect(writes(lump, 'claimed', '500')).toMatchObject({ actual: 500, planned: lump.planned });
    const cell = cellOf(lump, 'claimed', 'application');
    expect(cell.kind === 'number' && cell.write(500)).toMatchObject({ planned: 500, actual: lump.actual });
  });

  test('one 印刷 unit price multiplies; a price that does not divide is typed as a whole', () => {
    const order = firstOf(sample, 'printing');
    expect(writes(order, 'unit', '100')).toMatchObject({ orderAmount: 100 * order.copies });
    expect(openedCell({ ...order, orderAmount: order.orderAmount + 1 }, 'unit', 'report').column).toBe('claimed');
  });
});
