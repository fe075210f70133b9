/** 振込額の突き合わせ: a transfer and its 源泉徴収 against the lines it pays. */
import { sum, yen } from '../../../money.js';
import type { Line } from '../../../model/case/lines/line.js';
import { LINE_KIND_JA } from '../../../model/case/lines/line.js';
import type { Transfer } from '../../../model/case/transfer.js';
import type { Facts } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold, note, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { takeFromLast } from './take-from-last.js';

/** Transfer + 源泉徴収額 = Σ of the lines paid (謝金 + 立替旅費), the transfer fee apart. */
export const transferAmount = rule({
  id: 'FEE-VCH-05',
  clause: '基準一覧 1備考',
  stage: 'papers',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    return [...ask.facts.transfers.flatMap((transfer) => reconcile(transfer, ask.facts)), ...withoutTransfer(ask)];
  },
});

function reconcile(transfer: Transfer, facts: Facts): Verdict[] {
  const lines = facts.linesPaidBy(transfer.id).filter((line) => line.kind !== 'transferFee');
  const honoraria = lines.filter((line) => line.kind === 'honorarium');
  if (honoraria.length === 0) return [];
  const withheld = transfer.withheldTax ?? 0;
  const claimed = sum(lines.map((line) => facts.claimed(line)));
  const missing = claimed - transfer.amount - withheld;
  const rows = workRows(transfer, lines, facts);
  if (missing > 0) return shortage(missing, lines, rows, facts);
  if (missing < 0) return honoraria.map((line) => excess(-missing, line, rows(line)));
  return withheld > 0 ? honoraria.map((line) => explained(withheld, line, rows(line))) : [];
}

/** Only what is missing waits: of the honoraria from the last-listed on, then of the other lines likewise. */
function shortage(missing: number, lines: readonly Line[], rows: Rows, facts: Facts): Verdict[] {
  const isHonorarium = (line: Line): boolean => line.kind === 'honorarium';
  const order = [...lines.filter((line) => !isHonorarium(line)), ...lines.filter(isHonorarium)];
  const shares = takeFromLast(order, missing, (line) => facts.claimed(line));
  return [...shares].map(([line, share]) =>
    hold(
      facts.claimed(line) - share,
      `振込額と源泉徴収額の合計が支給額より${yen(missing)}少なくなっています。この明細の${yen(share)}を、合うまで保留します`,
      {
        at: { line: line.id },
        work: [...rows(line), { labelJa: 'この明細で保留', amount: share }],
        remedyJa: '源泉徴収額の入力漏れや振込手数料の差引きがないか確かめ、不足分を振り込みます',
      },
    ),
  );
}

function excess(surplus: number, line: Line, work: readonly WorkStep[]): Verdict {
  return confirm(`振込額と源泉徴収額の合計が支給額より${yen(surplus)}多くなっています。内訳を確かめてください`, {
    at: { line: line.id },
    work,
    remedyJa: '同じ振込で払ったほかの明細があれば、その振込を結び付けます',
  });
}

function explained(withheld: number, line: Line, work: readonly WorkStep[]): Verdict {
  return note(`振込額に源泉徴収額${yen(withheld)}を加えると、支給額と合います`, { at: { line: line.id }, work });
}

/** A slip is there, but no transfer is recorded to compare with. Without the slip FEE-VCH-01 speaks. */
function withoutTransfer({ facts }: Ask): Verdict[] {
  return facts
    .linesOfKind('honorarium')
    .filter((line) => line.transferId === undefined && facts.claimed(line) > 0)
    .filter((line) => facts.hasPaper(line, 'transferSlip'))
    .map((line) =>
      confirm('振込の記録がないため、振込先と振込額を支給額と突き合わせられません', {
        at: { line: line.id },
        remedyJa: '振込明細書を見て振込を登録し、この明細に結び付けます',
      }),
    );
}

type Rows = (explainedLine: Line) => WorkStep[];

function workRows(transfer: Transfer, lines: readonly Line[], facts: Facts): Rows {
  const paid = lines.map((line) => ({
    labelJa: [LINE_KIND_JA[line.kind], facts.personOf(line)?.nameJa].filter(Boolean).join(' '),
    amount: facts.claimed(line),
    line: line.id,
  }));
  const sums: WorkStep[] = [
    { labelJa: '支給額の合計', amount: sum(paid.map((row) => row.amount)) },
    { labelJa: '振込額', amount: transfer.amount },
    ...(transfer.withheldTax === undefined ? [] : [{ labelJa: '源泉徴収額', amount: transfer.withheldTax }]),
  ];
  // Only the other lines are links: a line does not point to itself.
  return (own) => [
    ...paid.map((row) => (row.line === own.id ? { labelJa: row.labelJa, amount: row.amount } : row)),
    ...sums,
  ];
}
