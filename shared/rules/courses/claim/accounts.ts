/** 科目と税の区分: which accounts the 委託金 pays, and amounts that must be typed with tax. */
import { ACCOUNT_JA, CLAIM_ACCOUNTS } from '../../../model/case/account.js';
import { LINE_KIND_JA, type LineKind } from '../../../model/case/lines/line.js';
import { yen } from '../../../money.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut } from '../../engine/verdict.js';

/** 委託対象経費は7科目だけ。 */
export const payableAccount = rule({
  id: 'CLM-ACC-01',
  clause: '基準要項 7',
  stage: 'exclusions',
  on: 'line',
  check(line, { facts }) {
    if (line.account !== 'other') return undefined;
    const accounts = CLAIM_ACCOUNTS.map((account) => ACCOUNT_JA[account]).join('・');
    return cut(0, `委託対象経費は${accounts}の7科目です。これに入らない${yen(facts.claimed(line))}は対象になりません`, {
      limit: 0,
      remedyJa: '7科目のどれかに当たる経費なら、その科目で入れ直します',
    });
  },
});

/** Kinds whose limits are printed with tax. */
const TAXED_LIMITS: readonly LineKind[] = ['lodging', 'online', 'consumable'];

/** 税抜で入力された金額。 */
export const taxIncluded = rule({
  id: 'CLM-TAX-01',
  clause: '別表2・基準一覧 3・5',
  stage: 'papers',
  on: 'line',
  check(line) {
    if (line.taxIncluded !== false || !TAXED_LIMITS.includes(line.kind)) return undefined;
    return confirm(`${LINE_KIND_JA[line.kind]}の上限は税込の額です。税抜で入れた金額を、そのまま上限と比べています`, {
      remedyJa: '税込の金額で入れ直します',
    });
  },
});
