import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/model/case/case.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { paperTicks } from '../../../shared/rules/paper-ticks.js';
import { papersNeeded } from '../../../shared/rules/papers-needed.js';
import { sampleCase } from '../../support/sample.js';
import { judged, lineOf } from './claims-support.js';

const sample = sampleCase();

function withLine(id: string, fields: object, other: Partial<Case> = {}): { value: Case; line: Line } {
  const line = { ...lineOf(sample, id), ...fields } as Line;
  return { value: { ...sample, ...other, lines: sample.lines?.map((one) => (one.id === id ? line : one)) }, line };
}

function labels(line: Line, value: Case): string[] {
  const claims = judged(value);
  return papersNeeded(line, claims.facts, claims.figures).map((need) => need.labelJa);
}

/** The sample as it would stand at 申請. */
const application: Case = {
  ...sample,
  stage: 'application',
  lines: sample.lines?.map(({ actual, ...line }) => ({ ...line, planned: actual ?? 0 }) as Line),
};

describe('papers at 報告', () => {
  test.each([
    ['謝金', 'H01', {}, ['振込明細書']],
    ['検定員', 'H08', {}, ['日程表への記載', '振込明細書']],
    ['rail, self-arranged', 'T01', {}, ['振込明細書']],
    ['rail from the counter', 'T06', {}, ['領収書（原本）']],
    ['a night paid by oneself', 'L01', {}, ['宿泊明細書', '立替者個人名の領収書', '振込明細書']],
    [
      'a night paid by oneself, by card',
      'L01',
      { paidByCard: true },
      ['宿泊明細書', '立替者個人名の領収書', '利用明細書（カード等）', '振込明細書'],
    ],
    ['a night bought directly', 'L03', { via: 'direct' }, ['宿泊明細書', '振込明細書または領収書（原本）']],
    ['a night by the agency', 'L03', {}, ['宿泊明細書', '振込明細書＋請求明細書または利用明細書（カード等）']],
    ['日当', 'D01', {}, ['振込明細書']],
    ['会場', 'R01', {}, ['請求明細書', '振込明細書']],
    ['コピー', 'R09', {}, ['請求明細書', '振込明細書', 'コピーした資料の現物']],
    ['印刷', 'PR1', {}, ['請求明細書', '振込明細書', '作成物（印刷物の現物）']],
    ['郵券', 'M01', {}, ['販売証明書（郵券）', '郵券の明細書']],
    [
      '後納郵便',
      'M01',
      { method: 'metered' },
      ['利用料金内訳書（後納）', '領収書（原本）または口座出入金一覧表＋口座振替明細'],
    ],
    ['電話代', 'M01', { expenseKind: 'telephone' }, []],
    ['発送', 'M03', {}, ['配送業者の領収書・伝票']],
    ['振込手数料', 'F01', {}, ['振込証明書', '振込の明細']],
  ] as const)('%s', (_name, id, fields, expected) => {
    const { value, line } = withLine(id, fields);
    expect(labels(line, value)).toEqual(expected);
  });

  test('paid in cash, the receipt and the reason stand in for invoice and transfer', () => {
    const transfers = sample.transfers?.map((one) =>
      one.id === 'TR-VENUE' ? { ...one, method: 'cash' as const } : one,
    );
    const { value, line } = withLine('R01', {}, { transfers });
    expect(labels(line, value)).toEqual(['領収書（原本）', '現金払いの理由の記載']);
  });
});

describe('papers at 申請', () => {
  test.each([
    ['謝金', 'H01', []],
    ['rail', 'T01', ['料金表・経路検索結果']],
    ['a taxi', 'T03', []],
    ['a night', 'L01', ['見積書または料金表等']],
    ['会場', 'R01', ['見積書または料金表等']],
    ['コピー by a firm', 'R09', ['見積書']],
    ['送料', 'M01', []],
    ['振込手数料', 'F01', ['銀行の振込手数料一覧', '算出根拠（備考）']],
  ] as const)('%s', (_name, id, expected) => {
    expect(labels(lineOf(application, id), application)).toEqual(expected);
  });

  test('a night not arranged yet needs no estimate up to the limit, and one from a yen above', () => {
    const night = { ...lineOf(application, 'L01'), arranged: false } as Line;
    expect(labels({ ...night, price: 10_000 } as Line, application)).toEqual([]);
    expect(labels({ ...night, price: 10_001 } as Line, application)).toEqual(['見積書または料金表等']);
  });

  test('an order needs the quotes of two firms from the limit on', () => {
    const order = lineOf(application, 'PR1');
    expect(labels({ ...order, orderAmount: 99_999 } as Line, application)).toHaveLength(1);
    expect(labels({ ...order, orderAmount: 100_000 } as Line, application)).toHaveLength(2);
  });

  test('while the limits are not known, the papers above them are asked for', () => {
    const { facts } = judged(application);
    const night = { ...lineOf(application, 'L01'), arranged: false, price: 1 } as Line;
    const order = { ...lineOf(application, 'PR1'), orderAmount: 1 } as Line;
    expect([night, order].map((line) => papersNeeded(line, facts).length)).toEqual([1, 2]);
  });
});

describe('ticks', () => {
  const claims = judged(sample);
  const missing = (id: string) =>
    paperTicks(lineOf(sample, id), claims.facts, claims.decided.get(id), claims.figures).filter(
      (tick) => !tick.isThere,
    );

  test('the flight without its slip waits for the money of that flight, the other one has its voucher', () => {
    const ticks = paperTicks(lineOf(sample, 'T04'), claims.facts, claims.decided.get('T04'), claims.figures);
    const flights = ticks.filter((tick) => tick.leg !== undefined);
    expect(flights.map((tick) => [tick.isThere, tick.gain])).toEqual([
      [true, 0],
      [false, 25_600],
    ]);
  });

  test('in the sample only three papers are missing, and money waits for one of them', () => {
    const all = (sample.lines ?? []).flatMap((line) =>
      missing(line.id).map((tick) => [line.id, tick.labelJa, tick.gain]),
    );
    expect(all).toEqual([
      ['H09', '日程表への記載', 0],
      ['T04', '領収書（原本）', 0],
      ['T04', 'ご搭乗案内（原本）または搭乗証明書', 25_600],
    ]);
  });

  test('a boarding paper names its flight whatever sign stands between the places, and no other flight', () => {
    const tick = (route: string) => {
      const vouchers = sample.vouchers?.map((voucher) =>
        voucher.route === undefined ? voucher : { ...voucher, route },
      );
      const own = judged({ ...sample, ...(vouchers && { vouchers }) });
      const ticks = paperTicks(lineOf(sample, 'T04'), own.facts, own.decided.get('T04'), own.figures);
      return ticks.find((one) => one.leg !== undefined)?.isThere;
    };
    const leg = paperTicks(lineOf(sample, 'T04'), claims.facts, undefined).find((one) => one.leg !== undefined)?.leg;
    expect(tick(`${leg?.from ?? ''} → ${leg?.to ?? ''}`)).toBe(true);
    expect(tick(`${leg?.to ?? ''} → ${leg?.from ?? ''}`)).toBe(false);
  });

  test('a copy of a receipt is no receipt', () => {
    const receipts = new Set(
      sample.vouchers?.filter((voucher) => voucher.kind === 'personalReceipt').map((voucher) => voucher.id),
    );
    const value: Case = {
      ...sample,
      vouchers: sample.vouchers?.map((voucher) =>
        receipts.has(voucher.id) ? { ...voucher, isOriginal: false } : voucher,
      ),
    };
    const own = judged(value);
    const line = lineOf(value, 'L01');
    const ticks = paperTicks(line, own.facts, own.decided.get('L01'), own.figures);
    expect(ticks.find((tick) => tick.labelJa === '立替者個人名の領収書')).toMatchObject({ isThere: false, gain: 9800 });
  });
});
