/** What a key or a button does with the chosen row. */
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS, type VoucherKind } from '../../../shared/model/case/voucher.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import { fillNeed, voucherNameJa } from '../../desk/place-pictures.js';
import type { Vouchers } from './use-vouchers.js';
import { changeVoucher, removePicture, removeVoucher, voucherFromPicture } from './voucher-actions.js';
import type { Entry } from './voucher-book.js';

type GoTo = (voucherId: string) => void;

/** 1–9: the kind of a voucher; a picture that is 未整理 becomes a voucher of that kind. */
export function assignKind({ changes }: Vouchers, entry: Entry, kind: VoucherKind, goTo: GoTo): void {
  if (entry.kind === 'voucher') {
    if (entry.voucher.kind === kind) return;
    const labelJa = `証憑 ${entry.voucher.no ?? '番号なし'} を${VOUCHER_KINDS[kind].ja}にしました`;
    void changes.act(labelJa, changeVoucher(entry.voucher.id, { kind }));
  } else if (entry.kind === 'loose') {
    let made: string | undefined;
    const labelJa = `${entry.picture.nameJa.slice(0, 80)} を${VOUCHER_KINDS[kind].ja}にしました`;
    void changes
      .act(
        labelJa,
        voucherFromPicture(entry.picture, kind, (id) => {
          made = id;
        }),
      )
      .then((recorded) => {
        if (recorded.ok && made !== undefined) goTo(made);
      });
  }
}

/** Delete. A gap cannot be deleted. */
export function removeEntry({ changes }: Vouchers, entry: Entry): void {
  if (entry.kind === 'voucher') {
    void changes.act(`証憑 ${voucherNameJa(entry.voucher)} を消しました`, removeVoucher(entry.voucher.id));
  } else if (entry.kind === 'loose') {
    void changes.act(`${entry.picture.nameJa.slice(0, 80)} を未整理から消しました`, removePicture(entry.picture));
  }
}

/** Records the paper of a gap without a picture: it lies on the desk. */
export function fillPlainly({ changes }: Vouchers, line: Line, tick: PaperTick, goTo: GoTo): void {
  let made: string | undefined;
  void changes
    .act('証憑を記録しました', (course) => {
      made = fillNeed(course, line.id, tick);
    })
    .then((recorded) => {
      if (recorded.ok && made !== undefined) goTo(made);
    });
}
