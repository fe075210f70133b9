import { describe, expect, test } from 'vitest';
import {
  addApproval,
  changeLine,
  copiedLine,
  filledDown,
  moveLine,
  neighbourOf,
  putLine,
  removeLines,
} from '../../../renderer/features/claims/edits.js';
import { addVoucher, attachVoucher } from '../../../renderer/desk/voucher-edits.js';
import { lockOf } from '../../../renderer/desk/lock.js';
import { nextVoucherNo, voucherDraft, voucherFrom, vouchersToAttach } from '../../../renderer/desk/new-voucher.js';
import { outlookOf } from '../../../renderer/features/claims/outlook.js';
import { fieldOf, remediesOf } from '../../../renderer/features/claims/remedies.js';
import { completeApproval, withOneMore } from '../../../renderer/features/claims/use-trials.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseStatus } from '../../../shared/model/case/course.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { paperTicks } from '../../../shared/rules/paper-ticks.js';
import { sampleCase } from '../../support/sample.js';
import { draftOf, judged, lineOf } from './claims-support.js';

const sample = sampleCase();

/** The case after an edit went through the door. */
function after(edit: (draft: ReturnType<typeof draftOf>) => void): Case {
  const draft = draftOf(sample);
  edit(draft);
  expect(draft.settle()).toEqual([]);
  return draft.case();
}

const decidedLine = (value: Case, id: string) => judged(value).decided.get(id);

describe('edits', () => {
  test('the amount follows from the details in the same change; the application keeps its own', () => {
    const line = { ...lineOf(sample, 'H02'), rate: 12_000 } as Line;
    expect(lineOf(after(putLine(line)), 'H02')).toMatchObject({ rate: 12_000, actual: 24_000, planned: 24_000 });
    expect(decidedLine(after(putLine(line)), 'H02')).toMatchObject({ eligible: 24_000, cut: 0 });
  });

  test('a field that is taken away is gone', () => {
    expect(lineOf(after(changeLine('H02', { remarks: undefined })), 'H02')).not.toHaveProperty('remarks');
  });

  test('several lines go in one change', () => {
    expect(after(removeLines(['T01', 'T03'])).lines).toHaveLength((sample.lines?.length ?? 0) - 2);
  });

  test('the order decides who is cut: two 検定員 above the limit together', () => {
    const both = after((draft) => changeLine('H09', { assignmentIds: ['a15'] })(draft));
    expect(neighbourOf(both.lines ?? [], 'H08', 'down')).toBe('H09');
    expect(neighbourOf(both.lines ?? [], 'H09', 'down')).toBeUndefined();
    const moved = after(moveLine(lineOf(sample, 'H09'), 'H08', 'before'));
    const ids = (moved.lines ?? []).map((line) => line.id);
    expect(ids.indexOf('H09')).toBe(ids.indexOf('H08') - 1);
  });

  test('fill down takes the same field of the line above, and nothing else', () => {
    const above = lineOf(sample, 'H02');
    expect(filledDown(above, lineOf(sample, 'H03'), 'unit', 'report')).toMatchObject({ id: 'H03', rate: 15_000 });
    expect(filledDown(above, lineOf(sample, 'L01'), 'unit', 'report')).toBeUndefined();
    expect(filledDown(above, lineOf(sample, 'T02'), 'unit', 'report')).toBeUndefined();
  });

  test('one line more has neither papers nor payment nor what the application fixed', () => {
    const copy = copiedLine(lineOf(sample, 'L01'), 'L99');
    expect(copy).toMatchObject({ id: 'L99', kind: 'lodging', actual: 9800, price: 9800 });
    for (const key of ['voucherIds', 'transferId', 'planned']) expect(copy).not.toHaveProperty(key);
  });
});

describe('vouchers', () => {
  const { facts, decided, figures } = judged(sample);
  const flight = lineOf(sample, 'T04');
  const gap = paperTicks(flight, facts, decided.get('T04'), figures).find((tick) => tick.gain > 0);

  test('a boarding slip recorded for the gap brings its money back', () => {
    const voucher = voucherFrom('V900', voucherDraft('boardingInfo', flight, facts), flight, gap, facts);
    expect(voucher).toMatchObject({ kind: 'boardingInfo', account: 'travel', phase: 'report', isOriginal: true });
    const value = after(addVoucher(flight, voucher));
    expect(decidedLine(value, 'T04')).toMatchObject({ eligible: 50_400, provisional: 0 });
  });

  test('a 振込明細書 hangs on the transfer, so that every line it pays has it', () => {
    const slip = voucherFrom('V900', voucherDraft('transferSlip', flight, facts), flight, undefined, facts);
    const value = after(addVoucher(flight, slip));
    expect(value.transfers?.find((one) => one.id === flight.transferId)?.voucherIds).toContain('V900');
    expect(lineOf(value, 'T04').voucherIds).toEqual(flight.voucherIds);
  });

  test('the number goes on after the last one of the 科目', () => {
    const numbers = facts.vouchers.flatMap((one) => (one.no?.startsWith('2-') ? [Number(one.no.slice(2))] : []));
    expect(nextVoucherNo(flight, facts)).toBe(`2-${Math.max(...numbers) + 1}`);
    expect(nextVoucherNo(flight, judged({ ...sample, vouchers: [], lines: [], transfers: [] }).facts)).toBe('2-01');
  });

  test('papers that are there already are offered, those of the line are not', () => {
    const need = paperTicks(lineOf(sample, 'K01'), facts, decided.get('K01'), figures)[0];
    if (!need) throw new Error('no need');
    const offered = vouchersToAttach(need, lineOf(sample, 'K01'), facts).map((one) => one.id);
    for (const id of lineOf(sample, 'K01').voucherIds ?? []) expect(offered).not.toContain(id);
    const [first] = facts.vouchers.filter((one) => offered.includes(one.id));
    if (!first) throw new Error('nothing offered');
    expect(lineOf(after(attachVoucher(lineOf(sample, 'K01'), first)), 'K01').voucherIds).toContain(first.id);
  });
});

describe('remedies', () => {
  function remedies(id: string) {
    const { facts, decided, figures } = judged(sample);
    const own = decided.get(id);
    if (!own) throw new Error('not decided');
    const line = lineOf(sample, id);
    const ticks = paperTicks(line, facts, own, figures);
    return remediesOf(line, own, ticks, (kind) => {
      const tried = decidedLine(withOneMore(sample, completeApproval(kind, id)), id);
      const settles = (tried?.findings ?? []).filter((one) => one.approved).map((one) => one.ruleId);
      return { settles, gain: (tried?.eligible ?? 0) - own.eligible };
    });
  }

  test('an approval is offered with exactly what it would bring', () => {
    expect(remedies('L02')[0]).toMatchObject({ approval: 'lodgingNecessary', gain: 9800 });
    const approval = { ...completeApproval('lodgingNecessary', 'L02'), id: 'AP1', voucherIds: ['v36'] };
    expect(decidedLine(after(addApproval(approval)), 'L02')).toMatchObject({ eligible: 9800, cut: 0 });
  });

  test('a missing paper is the way for money that waits', () => {
    expect(remedies('T04')[0]).toMatchObject({ gain: 25_600, paper: { part: 'leg1' } });
  });

  test('a taxi has no approval that would help', () => {
    for (const remedy of remedies('T03')) expect(remedy).not.toHaveProperty('approval');
  });

  test.each([
    ['FEE-LEC-01', 'H02', 'rate'],
    ['FEE-EXM-02', 'H08', 'lumpSum'],
    ['TRV-LDG-05', 'L03', 'price'],
    ['TRV-LDG-11', 'L03', undefined],
    ['TRV-RAIL-04', 'T02', 'legs'],
    ['TRV-RAIL-09', 'T02', undefined],
    ['RNT-COPY-01', 'R09', 'copies'],
    ['CON-MSK-01', 'K04', 'qty'],
    ['FEE-LEC-01', 'L03', undefined],
  ])('%s on %s is about the field %s', (ruleId, id, field) => {
    expect(fieldOf(ruleId, lineOf(sample, id))).toBe(field);
  });
});

describe('残額の見込', () => {
  test('as the claim stands, and with the papers that are missing', () => {
    const { facts, decision } = judged(sample);
    const { eligible, provisional } = decision.totals;
    expect(outlookOf({ facts, decision })).toMatchObject({
      labelJa: '残額の見込（概算払 567,000）',
      amount: eligible - 567_000,
      noteJa: `証憑がそろえば ${(eligible + provisional - 567_000).toLocaleString('ja-JP')}`,
    });
  });

  test('a claim below the advance is to be paid back, and what papers bring may turn it', () => {
    const course = { ...sample.course, contractAmount: 1_000_000, advanceReceived: 680_000 };
    const { facts, decision } = judged({ ...sample, course });
    expect(outlookOf({ facts, decision })).toMatchObject({
      labelJa: '返納の見込（概算払 680,000）',
      amount: 680_000 - decision.totals.eligible,
      noteJa: `証憑がそろえば 残額 ${(decision.totals.eligible + decision.totals.provisional - 680_000).toLocaleString('ja-JP')}`,
    });
  });

  test('more than the contract is not paid', () => {
    const course = { ...sample.course, contractAmount: 600_000 };
    const { facts, decision } = judged({ ...sample, course });
    expect(outlookOf({ facts, decision })).toMatchObject({ amount: 33_000, noteJa: '' });
  });
});

describe('locks and refusals', () => {
  const record = (status: CourseStatus | undefined, stage: 'application' | 'report') => ({
    stage,
    ruleSet: 'R3' as const,
    isSample: false,
    organization: sample.organization,
    course: { ...sample.course, status },
  });

  test.each([
    ['report', 'reported', undefined],
    ['report', 'reportRevision', undefined],
    ['report', 'amountFixed', '確定した内容です'],
    ['report', 'completed', '確定した内容です'],
    ['application', 'applicationRevision', undefined],
    ['application', 'contracted', '契約した内容です。変えるときは変更届を出すか、報告の段階に進んでください'],
    ['report', 'contracted', undefined],
  ] as const)('%s, %s', (stage, status, expected) => {
    expect(lockOf(record(status, stage) as Parameters<typeof lockOf>[0], stage)).toBe(expected);
  });

  test('the stage that is not worked on is read only', () => {
    expect(lockOf(record('reported', 'report') as Parameters<typeof lockOf>[0], 'application')).toContain('申請の内容');
  });
});
