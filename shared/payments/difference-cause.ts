/** Why a transfer differs from what the lines say: the plain mistakes of an office, each told by its exact amount. */
import { sum, type Yen } from '../money.js';
import type { Payable, PayableLine } from './payables.js';
import type { WithholdingFigures } from './payment-figures.js';
import { withheldOf } from './tax.js';

export type DifferenceCause =
  | { readonly kind: 'none' }
  /** 源泉徴収額を引かずに振り込んだ. */
  | { readonly kind: 'taxNotWithheld' }
  /** 所属先への支払など、引かなくてよい源泉徴収額を引いた. */
  | { readonly kind: 'taxWithheld' }
  /** 旅費を除いて源泉徴収した, or including it where the book leaves it out. */
  | { readonly kind: 'taxBase' }
  /** 振込手数料を差し引いた. */
  | { readonly kind: 'feeDeducted' }
  /** 明細が1つ入っていない. */
  | { readonly kind: 'lineLeftOut'; readonly lineId: string }
  /** 旅費がすべて入っていない. */
  | { readonly kind: 'travelLeftOut' }
  /** 同じ額を2回. */
  | { readonly kind: 'paidTwice' }
  /** 要確認: whether tax is withheld is open. */
  | { readonly kind: 'taxOpen' }
  | { readonly kind: 'unexplained' };

export const CAUSE_JA = {
  none: '一致しています',
  taxNotWithheld: '源泉徴収額を引かずに振り込んでいます',
  taxWithheld: '源泉徴収をしない支払から源泉徴収額を引いています',
  taxBase: '旅費を源泉徴収の対象に含めるかどうかの扱いだけが違います',
  feeDeducted: '振込手数料を差し引いて振り込んでいます',
  lineLeftOut: '振込に入っていない明細があります',
  travelLeftOut: '旅費が振込に入っていません',
  paidTwice: '同じ額を2回振り込んでいます',
  taxOpen: '源泉徴収の扱いが未確認のため、比べられません',
  unexplained: '原因が分かりません。振込明細書と支払明細を見比べてください',
} as const satisfies Record<DifferenceCause['kind'], string>;

/** The cause of a transfer of `paid` yen for a payable; figures are those of the day of payment. */
export function causeOf(paid: Yen, payable: Payable, figures: WithholdingFigures | undefined): DifferenceCause {
  const { net, gross, tax, fee } = payable;
  if (net === undefined) return { kind: 'taxOpen' };
  if (paid === net) return { kind: 'none' };
  if (tax.state === 'withheld' && paid === gross) return { kind: 'taxNotWithheld' };
  if (figures && tax.state === 'none' && paid === netOf(payable.lines, figures)) return { kind: 'taxWithheld' };
  if (figures && tax.state === 'withheld' && paid === netOf(payable.lines, otherBase(figures)))
    return { kind: 'taxBase' };
  if (fee !== undefined && fee > 0 && paid === net - fee) return { kind: 'feeDeducted' };
  return leftOut(paid, payable, figures) ?? { kind: paid === 2 * net ? 'paidTwice' : 'unexplained' };
}

function leftOut(
  paid: Yen,
  { lines, tax }: Payable,
  figures: WithholdingFigures | undefined,
): DifferenceCause | undefined {
  const netWithout = (kept: readonly PayableLine[]): Yen | undefined => {
    if (tax.state === 'none') return sum(kept.map((line) => line.amount));
    return figures && netOf(kept, figures);
  };
  const missing = lines.filter((line) => netWithout(lines.filter((other) => other !== line)) === paid);
  const [only] = missing;
  // Two lines of the same amount: which one it was cannot be told.
  if (only && missing.length === 1) return { kind: 'lineLeftOut', lineId: only.id };
  const fees = lines.filter((line) => line.kind === 'honorarium');
  return netWithout(fees) === paid ? { kind: 'travelLeftOut' } : undefined;
}

function netOf(lines: readonly PayableLine[], figures: WithholdingFigures): Yen {
  return sum(lines.map((line) => line.amount)) - withheldOf(lines, figures).amount;
}

function otherBase(figures: WithholdingFigures): WithholdingFigures {
  return { ...figures, includesTravel: !figures.includesTravel };
}
