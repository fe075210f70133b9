/** 不足する証憑: what is needed at the stage and not there, once for all lines that the same paper serves. */
import type { Line } from '../model/case/lines/line.js';
import type { VoucherKind } from '../model/case/voucher.js';
import type { Yen } from '../money.js';
import type { Facts } from '../rules/facts/facts.js';
import type { PaperTick } from '../rules/paper-ticks.js';

export type Missing = {
  readonly tick: PaperTick;
  readonly lines: readonly Line[];
  /** Yen that wait for it. */
  readonly waiting: Yen;
};

/** About a payment: one of them serves every line that the payment pays. */
const OF_PAYMENT: readonly VoucherKind[] = ['transferSlip', 'transferCertificate', 'transferList'];
/** About the bank or the organisation: one of them serves the whole course. */
const OF_COURSE: readonly VoucherKind[] = ['bankFeeTable'];

/** In the order of the lines. A note or a 日程表 that is missing is no paper to file. */
export function missingPapers({ lines }: Facts, ticksOf: (line: Line) => readonly PaperTick[]): Missing[] {
  const found = new Map<string, Missing>();
  for (const line of lines) {
    for (const tick of ticksOf(line).filter(({ isThere, ways }) => !isThere && ways.length > 0)) {
      const key = keyOf(line, tick);
      const known = found.get(key);
      found.set(key, {
        tick: known?.tick ?? tick,
        lines: [...(known?.lines ?? []), line],
        waiting: (known?.waiting ?? 0) + tick.gain,
      });
    }
  }
  return [...found.values()];
}

function keyOf(line: Line, { ways, key }: PaperTick): string {
  const kinds = ways.flat();
  if (kinds.every((kind) => OF_COURSE.includes(kind))) return `course ${kinds.join('+')}`;
  const isOfPayment = kinds.every((kind) => OF_PAYMENT.includes(kind));
  return isOfPayment && line.transferId !== undefined
    ? `transfer ${line.transferId} ${kinds.join('+')}`
    : `line ${line.id} ${key}`;
}
