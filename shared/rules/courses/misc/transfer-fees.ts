/** 振込手数料: one per payee, and only for transfers that pay what is eligible. */
import { type Yen, yen } from '../../../money.js';
import type { Line, LineOf } from '../../../model/case/lines/line.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut, hold, type WorkStep } from '../../engine/verdict.js';
import { claimedWork, exclude } from '../../facts/whole-line.js';

type FeeLine = LineOf<'transferFee'>;

/**
 * 支払先ごとに1回分. A fee that is finally 0 already (MSC-FEE-02, MSC-FEE-04) is not the first of its payee; one
 * that is only held is, so that two fees of one payee never both come back.
 */
export const feePerPayee = rule({
  id: 'MSC-FEE-01',
  clause: '基準一覧 7備考',
  stage: 'transferFees',
  on: 'transferFee',
  override: 'extraTransferAccepted',
  check(line, ask) {
    const first = ask.derive(firstFees).get(line.payeeKey);
    if (first === undefined || first === line.id || !canBeFirst(line, ask)) return undefined;
    return cut(0, '振込手数料は原則として支払先1人（1会場）につき1回分です。2回目以降は対象外です', {
      work: [
        { labelJa: 'この支払先の1回目', amount: feeOf(first, ask), line: first },
        { labelJa: 'この行の手数料', amount: line.fee },
      ],
      remedyJa: '2回に分けた理由を日本スポーツ協会に確認し、承認を記録してください',
    });
  },
});

/** The first fee line of each payee. */
function firstFees(ask: Ask): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const line of ask.facts.linesOfKind('transferFee')) {
    if (!first.has(line.payeeKey) && canBeFirst(line, ask)) first.set(line.payeeKey, line.id);
  }
  return first;
}

function canBeFirst(line: FeeLine, ask: Ask): boolean {
  return ask.standing(line.id).afterCuts > 0 && excludedCompanions(line, ask).length === 0;
}

function feeOf(lineId: string, ask: Ask): Yen {
  return ask.standing(lineId).claimed;
}

/** 報告時: the transfer also pays a line that is wholly 対象外. */
export const feeOfExcluded = rule({
  id: 'MSC-FEE-02',
  clause: '基準一覧 7備考',
  stage: 'transferFees',
  on: 'transferFee',
  at: 'report',
  check(line, ask) {
    const excluded = excludedCompanions(line, ask);
    if (excluded.length === 0) return undefined;
    return cut(0, `対象外の経費（${excluded.length}件）を含む振込の手数料は対象外です`, {
      work: excluded.map((other) => ({
        labelJa: '同じ振込の対象外の経費',
        amount: ask.standing(other.id).claimed,
        line: other.id,
      })),
      remedyJa: '対象外の経費は、ほかの経費と別に振り込んでください',
    });
  },
});

/** 報告時: the transfer pays a line of which a part is over a limit. */
export const feeOfCapped = rule({
  id: 'MSC-FEE-03',
  clause: '基準一覧 7備考',
  stage: 'transferFees',
  on: 'transferFee',
  at: 'report',
  check(line, ask) {
    const capped = companions(line, ask).filter((other) => {
      const { claimed, afterCuts } = ask.standing(other.id);
      return afterCuts > 0 && afterCuts < claimed;
    });
    if (capped.length === 0) return undefined;
    return confirm(
      `上限を超えた経費（${capped.length}件）を含む振込です。手数料${yen(line.fee)}の扱いを確認してください`,
      {
        work: capped.map((other): WorkStep => {
          const { claimed, afterCuts } = ask.standing(other.id);
          return { labelJa: '同じ振込の上限超過分', amount: claimed - afterCuts, line: other.id };
        }),
        remedyJa: '手数料が対象になるか日本スポーツ協会に確認してください',
      },
    );
  },
});

/** Lines that the fee's transfer pays, without the fees themselves. */
function companions(line: FeeLine, ask: Ask): Line[] {
  if (line.transferId === undefined) return [];
  return ask.facts.linesPaidBy(line.transferId).filter((other) => other.kind !== 'transferFee');
}

/** Of these the ones that are finally 0; known at the report only. */
function excludedCompanions(line: FeeLine, ask: Ask): Line[] {
  if (!ask.facts.isReport) return [];
  return companions(line, ask).filter((other) => {
    const { claimed, afterCuts } = ask.standing(other.id);
    return claimed > 0 && afterCuts === 0;
  });
}

/** 報告時: 委託金の返納. */
export const feeOfRefund = rule({
  id: 'MSC-FEE-04',
  clause: '基準一覧 7備考',
  stage: 'exclusions',
  on: 'transferFee',
  at: 'report',
  check(line, ask) {
    if (ask.facts.transfer(line.transferId)?.purpose !== 'refund') return undefined;
    return exclude(line, ask, '委託金の返納にかかる振込手数料は対象外です');
  },
});

/** 報告時: 受講料等の納入. */
export const feeOfCourseFee = rule({
  id: 'MSC-FEE-05',
  clause: '基準一覧 7',
  stage: 'exclusions',
  on: 'transferFee',
  at: 'report',
  override: 'unlistedItemAccepted',
  check(line, ask) {
    if (ask.facts.transfer(line.transferId)?.purpose !== 'courseFee') return undefined;
    return hold(0, '受講料等の納入にかかる振込手数料は手引きに記載がありません。確認まで保留します', {
      confirm: true,
      work: claimedWork(line, ask),
      remedyJa: '対象になるか日本スポーツ協会に確認し、承認を記録してください',
    });
  },
});
