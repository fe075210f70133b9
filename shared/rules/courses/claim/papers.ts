/**
 * 証憑の有無: for items that have no rule of their own about papers. 備品・機材 at both times, 宿泊費 and 宿泊交通パック
 * at the application, 宿泊交通パック and 日当 at the report, 消耗品 at the application.
 */
import { grouped, sum, yen } from '../../../money.js';
import type { Line } from '../../../model/case/lines/line.js';
import { VOUCHER_KINDS } from '../../../model/case/voucher.js';
import type { Facts } from '../../facts/facts.js';
import { hasTransferPaper } from '../../facts/payment.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, hold, warn } from '../../engine/verdict.js';

/** 申請時の見積書・料金表等。 */
export const papersAtApplication = rule({
  id: 'CLM-VCH-01',
  clause: '基準要項 9(4)・基準一覧 証憑書類',
  stage: 'papers',
  on: ['equipment', 'lodging', 'package', 'consumable'],
  at: 'application',
  check(line, ask) {
    if (ask.facts.hasPaper(line, 'estimate', 'priceList') || isUnarranged(line, ask)) return undefined;
    return warn('申請時に必要な見積書または料金表等がありません', {
      remedyJa: '見積書か料金表等を証憑に加えます。ないままだと修正を求められることがあります',
    });
  },
});

/** A night that is not arranged yet may be entered up to the room-only limit without an estimate. */
function isUnarranged(line: Line, ask: Ask): boolean {
  if (line.kind !== 'lodging' || line.arranged !== false) return false;
  return ask.facts.claimed(line) <= ask.limit('travel.lodging.roomOnly');
}

/** 報告時の証憑。 */
export const papersAtReport = rule({
  id: 'CLM-VCH-02',
  clause: '基準要項 9(4)・基準一覧 証憑書類',
  stage: 'papers',
  on: ['equipment', 'package', 'perDiem'],
  at: 'report',
  check(line, { facts }) {
    const missing = missingAtReport(line, facts);
    if (missing.length === 0) return undefined;
    const missingJa = missing.join('と');
    return hold(0, `報告時に必要な${missingJa}がありません。そろうまで${yen(facts.claimed(line))}を保留します`, {
      remedyJa: `${missingJa}を証憑に加えると、対象に戻ります`,
    });
  },
});

function missingAtReport(line: Line, facts: Facts): string[] {
  const need = (there: boolean, nameJa: string): string[] => (there ? [] : [nameJa]);
  switch (line.kind) {
    case 'equipment':
      return [
        ...need(facts.hasPaper(line, 'itemisedInvoice'), '請求明細書'),
        ...need(hasTransferPaper(facts, line), '振込明細書'),
      ];
    case 'package':
      return [
        ...need(facts.hasPaper(line, 'lodgingStatement'), '明細書（利用者・利用日・経路・宿泊先・食事の有無）'),
        ...need(
          facts.hasPaper(line, 'cardStatement') || hasTransferPaper(facts, line),
          '支払の証憑（振込明細書または利用明細書）',
        ),
      ];
    case 'perDiem':
      return need(facts.hasPaper(line, 'transferSlip'), '振込明細書');
    default:
      return [];
  }
}

const NAMED_PAPERS = 3;

/** 支出科目に分けられていない証憑。 */
export const papersByAccount = rule({
  id: 'CLM-VCH-03',
  clause: '基準要項 9(4)',
  stage: 'papers',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    const loose = facts.vouchers.filter((voucher) => voucher.account === undefined && (voucher.no ?? '').trim() === '');
    if (loose.length === 0) return undefined;
    const named = loose.slice(0, NAMED_PAPERS).map((voucher) => VOUCHER_KINDS[voucher.kind].ja);
    const rest = loose.length > NAMED_PAPERS ? 'ほか' : '';
    return warn(
      `科目も証憑番号もない証憑が${loose.length}件あります（${named.join('、')}${rest}）。証憑は支出科目ごとにそろえます`,
      { remedyJa: '証憑に科目か証憑番号を入れます' },
    );
  },
});

/** 同じ証憑の重複計上。 */
export const usedTwice = rule({
  id: 'CLM-DUP-01',
  clause: '重複計上の確認（手引きに定めなし）',
  stage: 'papers',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    return facts.vouchers.flatMap((voucher) => {
      const { amount } = voucher;
      const lines = facts.linesListing(voucher.id);
      const claimed = sum(lines.map((line) => facts.claimed(line)));
      if (amount === undefined || lines.length < 2 || claimed <= amount) return [];
      const paperJa = `${VOUCHER_KINDS[voucher.kind].ja}${voucher.no === undefined ? '' : `（${voucher.no}）`}`;
      return lines.map((line) =>
        confirm(
          `${paperJa}の額は${yen(amount)}ですが、これを付けた${lines.length}件の明細の請求は合わせて${yen(claimed)}です`,
          {
            at: { line: line.id },
            work: [
              ...lines.map((own) => ({ labelJa: '請求', amount: facts.claimed(own), line: own.id })),
              { labelJa: '請求の合計', amount: claimed },
              { labelJa: `${paperJa}の額`, amount },
            ],
            remedyJa: `同じ支払を二度計上していないか確かめます（差は${grouped(claimed - amount)}円）`,
          },
        ),
      );
    });
  },
});
