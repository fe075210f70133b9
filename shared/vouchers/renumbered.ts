/** 番号の振り直し: 科目番号-連番 in the order in which the lines stand, for a file that is read beside the 明細. */
import { byNumber } from '../forms/voucher-words.js';
import { CLAIM_ACCOUNTS, type ClaimAccount } from '../model/case/account.js';
import type { Line } from '../model/case/lines/line.js';
import type { Voucher } from '../model/case/voucher.js';
import type { Facts } from '../rules/facts/facts.js';
import { papersNeeded } from '../rules/papers-needed.js';
import { lineNumber } from '../rules/line-numbers.js';
import { claimAccountOf, filedUnder, kindOrder, linesNaming } from './filing.js';

/** The new number of a voucher; `from` is absent where it had none. */
export type Renumbering = { readonly voucherId: string; readonly from: string | undefined; readonly to: string };

/**
 * New numbers for all vouchers that belong to a 科目, in their new order; most keep theirs. Ordered by the first line
 * that needs or names them, then by kind, then by the old number. What belongs to no 科目 stays without a new number.
 */
export function renumbered(facts: Facts): Renumbering[] {
  const naming = linesNaming(facts);
  const entries = facts.vouchers.map((voucher): Entry => {
    const lines = neededBy(voucher, naming.of(voucher.id), facts);
    // A number that was given wrongly must be able to change: what is recorded and what uses it come first.
    const account = voucher.account ?? claimAccountOf(lines[0]?.account) ?? filedUnder(voucher, lines);
    const [first] = lines.filter((line) => line.account === account);
    return { voucher, account, line: first ? facts.order(first) : facts.lines.length };
  });
  return CLAIM_ACCOUNTS.flatMap((account) =>
    entries
      .filter((entry) => entry.account === account)
      .sort(inOrder)
      .map(({ voucher }, index) => ({ voucherId: voucher.id, from: voucher.no, to: lineNumber(account, index) })),
  );
}

/** The lines that ask for such a paper: a 振込証明書 hangs on a payment of 謝金 and proves its 振込手数料. */
function neededBy({ kind }: Voucher, lines: readonly Line[], facts: Facts): readonly Line[] {
  const needing = lines.filter((line) => papersNeeded(line, facts).some(({ ways }) => ways.flat().includes(kind)));
  return needing.length > 0 ? needing : lines;
}

type Entry = {
  readonly voucher: Voucher;
  readonly account: ClaimAccount | undefined;
  /** Place of the first line of its 科目. */
  readonly line: number;
};

function inOrder(a: Entry, b: Entry): number {
  return a.line - b.line || kindOrder(a.voucher) - kindOrder(b.voucher) || byOldNumber(a.voucher.no, b.voucher.no);
}

function byOldNumber(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return byNumber(a, b);
}
