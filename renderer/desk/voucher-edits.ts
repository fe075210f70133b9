/** Hanging vouchers on lines and taking them off, as steps on a course. */
import type { Line } from '../../shared/model/case/lines/line.js';
import type { Transfer } from '../../shared/model/case/transfer.js';
import type { Voucher, VoucherKind } from '../../shared/model/case/voucher.js';
import type { CourseDraft } from '../db/course-draft.js';

type CourseEdit = (course: CourseDraft) => void;

/** Papers of a payment hang on the transfer, so that every line it pays has them. */
export const OF_TRANSFER: readonly VoucherKind[] = ['transferSlip', 'transferCertificate', 'transferList'];

/** Records a voucher and hangs it on the line, or on its transfer where it is a paper of the payment. */
export function addVoucher(line: Line, voucher: Voucher): CourseEdit {
  return (course) => {
    course.put('vouchers', voucher);
    attachVoucher(line, voucher)(course);
  };
}

/** Hangs a voucher that is already recorded on the line or on its transfer. */
export function attachVoucher(line: Line, voucher: Voucher): CourseEdit {
  return (course) => {
    const transfer = line.transferId === undefined ? undefined : course.get('transfers', line.transferId);
    if (transfer && OF_TRANSFER.includes(voucher.kind)) {
      course.put('transfers', { ...transfer, voucherIds: withId(transfer, voucher.id) });
      return;
    }
    const own = course.get('lines', line.id);
    if (own) course.put('lines', { ...own, voucherIds: withId(own, voucher.id) });
  };
}

/** Takes a voucher off a line; where it hangs on the transfer, off all lines that the transfer pays. */
export function detachVoucher(line: Line, voucherId: string): CourseEdit {
  return (course) => {
    const own = course.get('lines', line.id);
    if (own?.voucherIds?.includes(voucherId) === true) {
      course.put('lines', withoutVoucher(own, voucherId));
      return;
    }
    const transfer = line.transferId === undefined ? undefined : course.get('transfers', line.transferId);
    if (transfer) course.put('transfers', withoutVoucher(transfer, voucherId));
  };
}

function withId({ voucherIds = [] }: Line | Transfer, id: string): string[] {
  return voucherIds.includes(id) ? voucherIds : [...voucherIds, id];
}

function withoutVoucher<T extends Line | Transfer>(entry: T, id: string): T {
  const { voucherIds = [], ...rest } = entry;
  const kept = voucherIds.filter((own) => own !== id);
  return (kept.length === 0 ? rest : { ...rest, voucherIds: kept }) as T;
}
