/** 航空券代: who paid the ticket, and the papers that show it. */
import type { LineOf } from '../../../model/case/lines/line.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold, type Verdict } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { hasTransferPaper } from '../../facts/payment.js';
import { hasLeg } from './legs.js';
import { hasPersonalReceipt, organizationPapers } from './named-papers.js';

/** 自己手配: the traveller's own receipt and the transfer to the traveller. */
export const selfPaidFlight = rule({
  id: 'TRV-AIR-07',
  clause: '基準一覧 2',
  stage: 'papers',
  on: 'transport',
  at: 'report',
  check(line, { facts }) {
    if (line.arrangement !== 'self' || !hasFlight(line)) return undefined;
    const missing = [
      hasPersonalReceipt(facts, line) ? '' : '立替者個人名の領収書（原本）',
      hasTransferPaper(facts, line) ? '' : '謝金と合算した振込明細書',
    ].filter((word) => word !== '');
    if (missing.length === 0) return undefined;
    return hold(0, `講師等が立て替えた航空券代の証憑がそろっていません（ないもの：${missing.join('、')}）`, {
      remedyJa: `${missing.join('と')}を付けると、保留した分が対象になります`,
    });
  },
});

/** 団体手配: the transfer to the agency, or the airline's papers in the organisation's name. */
export const organizationPaidFlight = rule({
  id: 'TRV-AIR-08',
  clause: '基準一覧 2 証憑・2備考・DEC-68',
  stage: 'papers',
  on: 'transport',
  at: 'report',
  check(line, { facts }) {
    if (line.arrangement !== 'org' || !hasFlight(line)) return undefined;
    if (line.via === 'agency') return boughtFromAgency(line, facts);
    return line.via === undefined ? boughtSomewhere(line, facts) : boughtDirectly(line, facts);
  },
});

function boughtFromAgency(line: LineOf<'transport'>, facts: Facts): Verdict | undefined {
  if (!hasTransferPaper(facts, line)) {
    return hold(0, '旅行代理店等に支払った振込明細書がありません', {
      remedyJa: '旅行代理店等への振込明細書を付けると、保留した分が対象になります',
    });
  }
  if (facts.hasPaper(line, 'receiptOriginal')) return undefined;
  return confirm('航空券代の領収書（原本）がありません。振込明細書だけで足りるか確かめてください', {
    remedyJa: '旅行代理店等の領収書（原本）を付けてください',
  });
}

function boughtDirectly(line: LineOf<'transport'>, facts: Facts): Verdict | undefined {
  if (organizationPapers(facts, line, 'transferSlip', 'receiptOriginal').length > 0) return undefined;
  const others = facts.papers(line, 'transferSlip', 'receiptOriginal').map((paper) => paper.addressee);
  const messageJa =
    others.length > 0
      ? `航空会社から直接購入した証憑の名義（${others.join('、')}）が団体名義ではありません`
      : '航空会社から直接購入した振込明細書または領収書（団体名義）がありません';
  return hold(0, messageJa, {
    remedyJa: '団体名義の振込明細書か領収書（原本）を付けると、保留した分が対象になります',
  });
}

/** Without the place of purchase only what no purchase could do without is asked for. */
function boughtSomewhere(line: LineOf<'transport'>, facts: Facts): Verdict {
  if (facts.hasPaper(line, 'transferSlip', 'receiptOriginal')) {
    return confirm('航空券の購入先（旅行代理店等・航空会社）が入力されていません', {
      remedyJa: '購入先を入力すると、要る証憑を確かめられます',
    });
  }
  return hold(0, '航空券代の振込明細書または領収書がありません。購入先も入力されていません', {
    remedyJa: '購入先を入力し、団体名義の振込明細書か領収書（原本）を付けてください',
  });
}

function hasFlight(line: LineOf<'transport'>): boolean {
  return hasLeg(line, (leg) => leg.mode === 'air');
}
