import { describe, expect, test } from 'vitest';
import { arrangedBy } from '../../../renderer/features/vouchers/arranging.js';
import {
  cropBetween,
  fitScale,
  movedCrop,
  movedStamp,
  realCrop,
  resizedCrop,
  stampPlaceJa,
  turnedOn,
  turnedSize,
  WHOLE,
} from '../../../renderer/features/vouchers/picture-geometry.js';
import { photo } from './voucher-support.js';

const crop = { left: 100, top: 200, width: 300, height: 400 };

describe('turning', () => {
  test('four quarters come back to the beginning, crop included', () => {
    let picture = photo({ id: 'P1', crop });
    const turns = [];
    for (let quarter = 0; quarter < 4; quarter += 1) {
      picture = turnedOn(picture);
      turns.push(picture.turn);
    }
    expect(turns).toEqual([90, 180, 270, 0]);
    expect(picture.crop).toEqual(crop);
  });

  test('what was cropped stays the same part: a quarter clockwise brings the left edge to the top', () => {
    expect(turnedOn(photo({ id: 'P1', crop })).crop).toEqual({ left: 400, top: 100, width: 400, height: 300 });
    expect(turnedOn(photo({ id: 'P1' }))).not.toHaveProperty('crop');
  });

  test('a quarter exchanges the sides', () => {
    const size = { width: 300, height: 200 };
    expect([turnedSize(size, 0), turnedSize(size, 90)]).toEqual([size, { width: 200, height: 300 }]);
  });
});

describe('cropping', () => {
  test('the frame stays inside the picture', () => {
    expect(movedCrop(crop, -500, 900)).toEqual({ ...crop, left: 0, top: 600 });
    expect(resizedCrop(crop, 900, -900)).toEqual({ ...crop, width: 900, height: 50 });
  });

  test('two points make a frame, in either order', () => {
    const frame = { left: 100, top: 200, width: 300, height: 400 };
    expect(cropBetween({ x: 100, y: 200 }, { x: 400, y: 600 })).toEqual(frame);
    expect(cropBetween({ x: 400, y: 600 }, { x: 100, y: 200 })).toEqual(frame);
    expect(cropBetween({ x: 1000, y: 1000 }, { x: 1000, y: 1000 })).toEqual({
      left: 950,
      top: 950,
      width: 50,
      height: 50,
    });
  });

  test('the whole picture is no crop', () => {
    expect([realCrop(WHOLE), realCrop(crop)]).toEqual([undefined, crop]);
  });
});

describe('the place of the number', () => {
  test('moves by thousandths and stays on the page', () => {
    expect(movedStamp({ x: 880, y: 60 }, 200, -100)).toEqual({ x: 1000, y: 0 });
  });

  test('in words', () => {
    expect(stampPlaceJa(undefined)).toBe('右上の余白');
    const places = [
      [880, 60],
      [120, 60],
      [500, 500],
      [500, 940],
      [900, 500],
    ].map(([x = 0, y = 0]) => stampPlaceJa({ x, y }));
    expect(places).toEqual(['右上', '左上', '中央', '中央下', '右中央']);
  });

  test('arrows move it, Shift further, Ctrl finely; Enter and N end it, Esc gives up', () => {
    const key = (name: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
      arrangedBy({ kind: 'stamp', stamp: { x: 500, y: 500 } }, { key: name, shiftKey: false, ctrlKey: false, ...held });
    expect(key('ArrowLeft')).toEqual({ kind: 'stamp', stamp: { x: 490, y: 500 } });
    expect(key('ArrowDown', { shiftKey: true })).toEqual({ kind: 'stamp', stamp: { x: 500, y: 550 } });
    expect(key('ArrowUp', { ctrlKey: true })).toEqual({ kind: 'stamp', stamp: { x: 500, y: 498 } });
    expect(key('Delete')).toEqual({ kind: 'stamp', stamp: undefined });
    const fromMargin = arrangedBy(
      { kind: 'stamp', stamp: undefined },
      { key: 'ArrowDown', shiftKey: false, ctrlKey: false },
    );
    expect(fromMargin).toMatchObject({ kind: 'stamp', stamp: { x: 850 } });
    expect([key('Enter'), key('n'), key('Escape'), key('c'), key('x')]).toEqual([
      'done',
      'done',
      'leave',
      undefined,
      undefined,
    ]);
  });

  test('arrows move the frame, Shift changes its size', () => {
    const key = (name: string, shiftKey = false) =>
      arrangedBy({ kind: 'crop', crop }, { key: name, shiftKey, ctrlKey: false });
    expect(key('ArrowRight')).toEqual({ kind: 'crop', crop: { ...crop, left: 150 } });
    expect(key('ArrowUp', true)).toEqual({ kind: 'crop', crop: { ...crop, height: 350 } });
    expect(key('C')).toBe('done');
  });
});

test('a picture is fitted by its longer side', () => {
  expect(fitScale({ width: 400, height: 100 }, { width: 200, height: 200 }, 1)).toBe(0.5);
  expect(fitScale({ width: 100, height: 400 }, { width: 200, height: 200 }, 2)).toBe(1);
  expect(fitScale({ width: 0, height: 0 }, { width: 200, height: 200 }, 3)).toBe(3);
});
