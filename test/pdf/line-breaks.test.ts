/** 改行: 禁則, and numbers in one piece, for any text and width. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLines, widestNumber } from '../../electron/pdf/line-breaks.js';

/** Full-width characters count 2, others 1. */
const measure = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u0020-\u007e]/u.test(character) ? 1 : 2), 0);
const lines = (text: string, room: number): string[] => brokenLines(text, room, measure);

describe('a line', () => {
  it('holds what just fits, and not one character more', () => {
    expect(lines('講習会の経費', 12)).toEqual(['講習会の経費']);
    expect(lines('講習会の経費', 11)).toEqual(['講習会の経', '費']);
  });

  it('does not begin with what belongs to the line before', () => {
    expect(lines('対象は千円です。次', 13)).toEqual(['対象は千円で', 'す。次']);
    expect(lines('アイウエオッカ', 10)).toEqual(['アイウエ', 'オッカ']);
    expect(lines('京都（西京）', 10)).toEqual(['京都（西', '京）']);
    expect(lines('コーチャー', 8)).toEqual(['コー', 'チャー']);
  });

  it('does not end with an opening bracket', () => {
    expect(lines('京都府（西山）', 8)).toEqual(['京都府', '（西山）']);
  });

  it('lets half of a 、 or 。 stand out rather than pull a character down', () => {
    expect(lines('対象外、超過', 7)).toEqual(['対象外、', '超過']);
    expect(lines('対象外、超過', 6)).toEqual(['対象', '外、超', '過']);
  });

  it('keeps words of letters and a space at its end where nobody sees it', () => {
    expect(lines('mail to desk', 8)).toEqual(['mail to', 'desk']);
    expect(lines('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('keeps own line breaks, also empty lines', () => {
    expect(lines('一\n\n二', 10)).toEqual(['一', '', '二']);
  });

  it('never tears a number, nor the number from what it counts', () => {
    expect(lines('上限は12,000円です', 12)).toEqual(['上限は', '12,000円です']);
    expect(lines('１２，０００円', 6)).toEqual(['１２，０００', '円']);
    expect(lines('受講者24名です', 9)).toEqual(['受講者', '24名です']);
    expect(lines('2021/09/30まで', 8)).toEqual(['2021/09/30', 'まで']);
    expect(lines('x12345678', 4)).toEqual(['x', '12345678']);
  });
});

describe('the widest number', () => {
  it('is what a column must hold in one line', () => {
    expect(widestNumber('請求10,540円、上限5,810円', measure)).toBe(6);
    expect(widestNumber('なし', measure)).toBe(0);
  });
});

const texts = fc.string({
  unit: fc.constantFrom(...'講習会あいうァッー、。（）「」12,0.5円 a-b\n％'),
  maxLength: 60,
});

describe('any text', () => {
  it('comes back whole, but for spaces at the ends of lines', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, room) => {
        expect(lines(text, room).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('has no number on two lines', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, room) => {
        const numbers = (part: string): string[] => part.match(/[0-9](?:[0-9,.]*[0-9])?/gu) ?? [];
        expect(lines(text, room).flatMap(numbers)).toEqual(numbers(text));
      }),
    );
  });

  it('stays within its width where nothing forces it over', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'講習会経費明細'), maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, room) => {
          for (const line of lines(text, room)) expect(measure(line)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});
