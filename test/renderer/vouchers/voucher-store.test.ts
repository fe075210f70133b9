/** Vouchers and pictures through the write door: placed, changed, deleted, taken back, and what the history says. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { exportCase, importCase } from '../../../renderer/db/case-import.js';
import { type Desk, openDesk } from '../../../renderer/db/open-desk.js';
import { type KeptFile, keepFiles } from '../../../renderer/desk/keep-pictures.js';
import { otherCopies } from '../../../renderer/desk/other-copies.js';
import { inPictureOrder } from '../../../renderer/desk/picture-shelf.js';
import { placePictures, type PictureTarget, type Placing } from '../../../renderer/desk/place-pictures.js';
import { recordVouchers, type VoucherEdit } from '../../../renderer/desk/use-voucher-changes.js';
import {
  changePicture,
  changeVoucher,
  fillWithPictures,
  joinPicture,
  loosenPicture,
  removePicture,
  removeVoucher,
  reorderPicture,
  restoreVoucher,
  tieVoucher,
  voucherFromPicture,
} from '../../../renderer/features/vouchers/voucher-actions.js';
import { HistoryReader, type VoucherHistory } from '../../../renderer/features/vouchers/voucher-history.js';
import type { Host } from '../../../renderer/host.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { sampleCase } from '../../support/sample.js';
import { FakeHost } from '../fake-host.js';
import { bookOf, missingOf } from './voucher-support.js';

const TODAY = '2021-11-26';
const opened: Desk[] = [];
let databases = 0;

afterEach(async () => {
  for (const desk of opened.splice(0)) {
    await desk.journal.stop();
    desk.database.close();
  }
});

type Opened = { readonly desk: Desk; readonly courseId: string };

async function open(isSample = true): Promise<Opened> {
  databases += 1;
  const result = await openDesk(new FakeHost(), `vouchers-${databases}`);
  if (result.kind !== 'ready') throw new Error(result.kind);
  opened.push(result.desk);
  return { desk: result.desk, courseId: await imported(result.desk, isSample) };
}

async function imported(desk: Desk, isSample = true): Promise<string> {
  const taken = await importCase(desk.door, sampleCase(), { labelJa: '取り込みました', isSample, today: TODAY });
  if (!taken.ok) throw new Error('not imported');
  return taken.courseId;
}

async function step({ desk, courseId }: Opened, labelJa: string, edit: VoucherEdit): Promise<void> {
  const recorded = await recordVouchers(desk.door, courseId, labelJa, edit);
  if (!recorded.ok) throw new Error(recorded.problems.map((problem) => problem.ja).join());
}

async function caseOf({ desk, courseId }: Opened): Promise<Case> {
  const value = await exportCase(desk.database, courseId, TODAY);
  if (!value) throw new Error('no course');
  return value;
}

async function picturesOf({ desk, courseId }: Opened): Promise<Picture[]> {
  const rows = await desk.database.shelf('pictures').where('value.courseId').equals(courseId).toArray();
  return inPictureOrder(rows.map((row) => row.value));
}

async function historyOf({ desk, courseId }: Opened): Promise<VoucherHistory> {
  const reader = new HistoryReader(courseId);
  await desk.database.changes.orderBy('seq').each((change) => reader.read(change));
  return reader.history();
}

function kept(nameJa: string, digit: string): KeptFile {
  return { nameJa, sha256: digit.repeat(64), type: 'image/jpeg', bytes: 1000, pages: 1, isNew: true };
}

async function place(at: Opened, files: readonly KeptFile[], target: PictureTarget): Promise<Placing> {
  let placing: Placing | undefined;
  await step(at, '入れました', (course, shelf) => {
    placing = placePictures(course, shelf, files, target);
  });
  if (!placing) throw new Error('not placed');
  return placing;
}

async function flightGap(at: Opened): Promise<Extract<PictureTarget, { kind: 'need' }>> {
  const gap = missingOf(bookOf(await caseOf(at))).find((entry) => entry.labelJa === 'ご搭乗案内');
  if (!gap) throw new Error('no gap');
  return { kind: 'need', lineId: gap.line.id, need: gap.tick };
}

describe('files go to the host one by one', () => {
  function hostOf(refused: string): Host {
    return {
      call: (async (_: string, input: { nameJa: string; base64: string }) =>
        input.nameJa === refused
          ? { ok: false, error: { code: 'UNREADABLE-FILE', messageJa: 'HEICです' } }
          : { ok: true, value: { ...kept(input.nameJa, 'a'), bytes: input.base64.length } }) as unknown as Host['call'],
    };
  }

  // FileReader is a thing of the window; Node has File and arrayBuffer.
  class Reader {
    result = '';
    onload: () => void = () => undefined;
    readAsDataURL(file: Blob): void {
      void file.arrayBuffer().then((bytes) => {
        this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`;
        this.onload();
      });
    }
  }
  (globalThis as { FileReader?: unknown }).FileReader = Reader;
  const files = ['a.jpg', 'b.heic', 'c.jpg'].map((name) => new File(['xyz'], name));

  test('one refused file does not keep the others out', async () => {
    const told: string[] = [];
    const keeping = await keepFiles(hostOf('b.heic'), files, {
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(keeping.kept.map((file) => file.nameJa)).toEqual(['a.jpg', 'c.jpg']);
    expect(keeping.refused).toMatchObject([{ nameJa: 'b.heic', error: { messageJa: 'HEICです' } }]);
    expect(told).toEqual(['0/3', '1/3', '2/3']);
  });

  test('やめる leaves the rest unread', async () => {
    let asked = 0;
    const keeping = await keepFiles(hostOf(''), files, { isCancelled: () => (asked += 1) > 2 });
    expect(keeping).toMatchObject({ isCancelled: true });
    expect(keeping.kept).toHaveLength(2);
  });

  test('an empty file and one without a name', async () => {
    const keeping = await keepFiles(hostOf(''), [new File([], 'leer.jpg'), new File(['x'], ' ')]);
    expect(keeping.refused).toMatchObject([{ nameJa: 'leer.jpg', error: { code: 'UNREADABLE-FILE' } }]);
    expect(keeping.kept[0]?.nameJa).toBe('名前のない画像');
  });
});

describe('files find their place', () => {
  test('未整理 in the order in which they came; the same bytes only once', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a'), kept('2.jpg', 'b'), kept('3.jpg', 'a')], { kind: 'unsorted' });
    expect((await picturesOf(at)).map((picture) => picture.nameJa)).toEqual(['1.jpg', '2.jpg']);
    const again = await place(at, [kept('4.jpg', 'b')], { kind: 'unsorted' });
    expect(again.placed).toEqual([{ kind: 'known', nameJa: '4.jpg', voucherJa: '未整理' }]);
  });

  test('into a gap: the paper is recorded, hung on the line, and its money comes back', async () => {
    const at = await open();
    const before = bookOf(await caseOf(at));
    const { voucherId } = await place(at, [kept('front.jpg', 'a'), kept('back.jpg', 'b')], await flightGap(at));
    const value = await caseOf(at);
    const voucher = value.vouchers?.find((own) => own.id === voucherId);
    expect(voucher).toMatchObject({
      kind: 'boardingInfo',
      no: '2-24',
      account: 'travel',
      route: '伊丹-新千歳',
      usedOn: '2021-10-30',
      personName: '北村 美雪',
      fileRef: 'a'.repeat(64),
    });
    // Nobody has read the paper yet.
    expect(voucher).not.toHaveProperty('addressee');
    expect(voucher).not.toHaveProperty('amount');
    expect((await picturesOf(at)).map((picture) => picture.voucherId)).toEqual([voucherId, voucherId]);
    const after = bookOf(value);
    expect(missingOf(after)).toHaveLength(missingOf(before).length - 1);
    await at.desk.door.undo();
    expect(await picturesOf(at)).toEqual([]);
    expect((await caseOf(at)).vouchers).toHaveLength(before.facts.vouchers.length);
  });

  test('a known picture fills the gap: from 未整理, or by its voucher', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], { kind: 'unsorted' });
    const gap = await flightGap(at);
    const first = await place(at, [kept('1.jpg', 'a')], gap);
    expect(first.placed[0]).toMatchObject({ kind: 'taken', voucherJa: '未整理' });
    expect(await picturesOf(at)).toHaveLength(1);

    const lineId = (await caseOf(at)).lines?.find((line) => line.id === 'T02')?.id ?? '';
    const second = await place(at, [kept('copy.jpg', 'a')], { ...gap, lineId });
    expect(second).toMatchObject({ placed: [{ kind: 'taken' }], voucherId: first.voucherId });
    const lines = (await caseOf(at)).lines ?? [];
    const listing = lines.filter((line) => line.voucherIds?.includes(first.voucherId ?? ''));
    expect(listing.map((line) => line.id).sort()).toEqual(['T02', 'T04']);
  });

  test('a picture of another kind of paper does not fill a gap', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], { kind: 'voucher', voucherId: 'v1' });
    const again = await place(at, [kept('1.jpg', 'a')], await flightGap(at));
    expect(again.placed).toEqual([{ kind: 'known', nameJa: '1.jpg', voucherJa: '1-01 振込明細書' }]);
    expect((await caseOf(at)).lines?.filter((line) => line.voucherIds?.includes('v1'))).toEqual([]);
  });

  test('the same file in another course is named; 見本 and real ones do not mix', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], await flightGap(at));
    const other = { desk: at.desk, courseId: await imported(at.desk) };
    const real = { desk: at.desk, courseId: await imported(at.desk, false) };
    const find = (courseId: string) => otherCopies(at.desk.database, courseId, ['a'.repeat(64), 'b'.repeat(64)]);
    expect([...(await find(other.courseId))]).toEqual([
      ['a'.repeat(64), ['水泳 コーチ2 専門科目 2-24 ご搭乗案内（原本）']],
    ]);
    expect((await find(real.courseId)).size).toBe(0);
    expect((await find(at.courseId)).size).toBe(0);
  });
});

describe('changes of vouchers', () => {
  test('fileRef follows the first picture, whatever happens to it', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a'), kept('2.jpg', 'b')], { kind: 'voucher', voucherId: 'v1' });
    const fileRef = async () => (await caseOf(at)).vouchers?.find((own) => own.id === 'v1')?.fileRef?.[0];
    const first = async () => (await picturesOf(at)).find((picture) => picture.nameJa === '1.jpg') as Picture;
    expect(await fileRef()).toBe('a');
    await step(at, '順', reorderPicture(await first(), 1));
    expect(await fileRef()).toBe('b');
    await step(at, '順', reorderPicture(await first(), -1));
    expect(await fileRef()).toBe('a');
    await step(at, '外', loosenPicture(await first()));
    expect(await fileRef()).toBe('b');
    await step(at, '戻', joinPicture(await first(), 'v1'));
    expect(await fileRef()).toBe('b');
    for (const picture of await picturesOf(at)) await step(at, '消', removePicture(picture));
    expect(await fileRef()).toBeUndefined();
    await at.desk.door.undo();
    expect(await fileRef()).toBe('a');
  });

  test('a reference that came with a file stays while the voucher has no picture here', async () => {
    const at = await open();
    await step(at, '参照', changeVoucher('v1', { fileRef: 'f'.repeat(64) }));
    await step(at, '番号', changeVoucher('v1', { no: '1-99' }));
    expect((await caseOf(at)).vouchers?.[0]).toMatchObject({ no: '1-99', fileRef: 'f'.repeat(64) });
  });

  test('turn, crop and place are written to the picture as it lies now; they can be taken away again', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], { kind: 'unsorted' });
    const [picture] = await picturesOf(at);
    if (!picture) throw new Error('no picture');
    const crop = { left: 0, top: 0, width: 500, height: 500 };
    await step(at, '切', changePicture({ ...picture, turn: 90, crop, stamp: { x: 1, y: 2 } }));
    // Meanwhile it went to a voucher: an old copy of it must not bring it back.
    await step(at, '移', joinPicture(picture, 'v2'));
    expect((await picturesOf(at))[0]).toMatchObject({ voucherId: 'v2', turn: 90, crop, stamp: { x: 1, y: 2 } });
    await step(at, '切', changePicture({ ...picture, turn: 180 }));
    const [after] = await picturesOf(at);
    expect(after).toMatchObject({ voucherId: 'v2', turn: 180, sha256: picture.sha256 });
    expect(after).not.toHaveProperty('crop');
  });

  test('a picture becomes a voucher of a kind, or the paper of a gap', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a'), kept('2.jpg', 'b')], { kind: 'unsorted' });
    const [one, two] = await picturesOf(at);
    const gap = await flightGap(at);
    const made: string[] = [];
    if (!one || !two) throw new Error('no pictures');
    await step(
      at,
      '種',
      voucherFromPicture(one, 'estimate', (id) => made.push(id)),
    );
    await step(
      at,
      '穴',
      fillWithPictures([two], gap.lineId, gap.need, (id) => made.push(id)),
    );
    const vouchers = (await caseOf(at)).vouchers ?? [];
    expect(made.map((id) => vouchers.find((own) => own.id === id)?.kind)).toEqual(['estimate', 'boardingInfo']);
    await step(at, 'つなぐ', tieVoucher(made[0] ?? '', 'L01'));
    expect((await caseOf(at)).vouchers?.find((own) => own.id === made[0])?.account).toBe('travel');
  });

  test('a deleted voucher lets go of its lines in both claims, takes its pictures along, and comes back at once', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], { kind: 'voucher', voucherId: 'v24' });
    await step(at, '申請', (course) => {
      const line = course.get('lines', 'T01');
      if (line)
        course.put('lines', { ...line, planned: line.planned ?? 0, actual: undefined } as never, {
          stage: 'application',
        });
    });
    await step(at, '消しました', removeVoucher('v24'));
    const rows = await at.desk.database.list('lines').where('courseId').equals(at.courseId).toArray();
    expect(rows.filter((row) => row.value.id === 'T01').map((row) => [row.stage, row.value.voucherIds])).toEqual([
      ['application', undefined],
      ['report', undefined],
    ]);
    expect(await picturesOf(at)).toEqual([]);
    await at.desk.door.undo();
    expect((await caseOf(at)).lines?.find((line) => line.id === 'T01')?.voucherIds).toEqual(['v24']);
    expect(await picturesOf(at)).toHaveLength(1);
  });
});

describe('訂正・削除の履歴', () => {
  test('says what stood there before and after, the latest first', async () => {
    const at = await open();
    await step(at, '証憑の金額を変えました', changeVoucher('v35', { amount: 9_000, addressee: '相良 拓真' }));
    await step(at, '証憑の金額を変えました', changeVoucher('v35', { amount: 9_800 }));
    await at.desk.door.undo();
    const [undone, second, first, taken] = (await historyOf(at)).of('v35');
    expect(second).toMatchObject({
      kind: 'changed',
      fields: [{ labelJa: '金額', before: '9,000円', after: '9,800円' }],
    });
    expect(undone).toMatchObject({
      labelJa: '元に戻しました：証憑の金額を変えました',
      fields: [{ labelJa: '金額', before: '9,800円', after: '9,000円' }],
    });
    expect(first?.fields.map((field) => field.labelJa)).toContain('金額');
    expect(taken).toMatchObject({ kind: 'recorded', labelJa: '取り込みました' });
  });

  test('links of lines, pictures and their turning are part of it', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], { kind: 'voucher', voucherId: 'v35' });
    const [picture] = await picturesOf(at);
    if (!picture) throw new Error('no picture');
    await step(at, '画像を回しました', changePicture({ ...picture, turn: 90 }));
    await step(at, 'つなぎました', tieVoucher('v35', 'L02'));
    const [tied, turned, added] = (await historyOf(at)).of('v35');
    expect(tied?.fields).toContainEqual({ labelJa: '明細', before: 'つないでいない', after: 'つないでいる' });
    expect(turned?.fields).toEqual([{ labelJa: '画像', before: '1.jpg', after: '1.jpg（90°）' }]);
    expect(added?.fields).toEqual([{ labelJa: '画像', before: '（なし）', after: '1.jpg' }]);
  });

  test('deleted vouchers stay readable with their pictures, until they come back', async () => {
    const at = await open();
    await place(at, [kept('1.jpg', 'a')], { kind: 'voucher', voucherId: 'v35' });
    await step(at, '消しました', removeVoucher('v35'));
    const history = await historyOf(at);
    expect(history.deleted).toMatchObject([{ voucher: { id: 'v35', no: '2-13' }, pictures: [{ nameJa: '1.jpg' }] }]);
    expect(history.of('v35')[0]).toMatchObject({ kind: 'deleted', labelJa: '消しました' });
    const [deleted] = history.deleted;
    if (!deleted) throw new Error('nothing deleted');
    await step(at, '戻しました', restoreVoucher(deleted));
    expect((await historyOf(at)).deleted).toEqual([]);
    expect(await picturesOf(at)).toHaveLength(1);
  });

  test('another course has a history of its own', async () => {
    const at = await open();
    const other = { desk: at.desk, courseId: await imported(at.desk) };
    await step(other, '番号', changeVoucher('v35', { no: '2-99' }));
    expect((await historyOf(at)).of('v35')).toHaveLength(1);
    expect((await historyOf(other)).of('v35')).toHaveLength(2);
  });
});
