/** 謝金の支払い: the slip, and whose account it went to. */
import type { Staff } from '../../../model/case/staff.js';
import type { Transfer } from '../../../model/case/transfer.js';
import type { AccountOwner } from '../../facts/parties.js';
import { accountOwner } from '../../facts/parties.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, type Verdict } from '../../engine/verdict.js';
import { excluded, withheld } from './nothing-left.js';

/** 振込明細書. Cash does not stand in for it: 諸謝金 foresee transfers only. */
export const transferSlip = rule({
  id: 'FEE-VCH-01',
  clause: '基準一覧 1',
  stage: 'papers',
  on: 'honorarium',
  at: 'report',
  check(line, ask) {
    if (ask.facts.claimed(line) === 0 || ask.facts.hasPaper(line, 'transferSlip')) return undefined;
    return withheld(line, ask, {
      messageJa: '謝金の振込明細書がありません。そろうまで保留します',
      remedyJa: '振込明細書をこの明細か、その振込に添付すると、この金額は対象に戻ります',
    });
  },
});

/** The account belongs neither to the person nor to the employer. */
export const payeeAccount = rule({
  id: 'FEE-VCH-02',
  clause: '基準一覧 1備考',
  stage: 'papers',
  on: 'honorarium',
  at: 'report',
  check(line, ask) {
    const paid = ask.derive(payeeOf, line.id);
    if (paid?.owner === 'unknown') return unknownHolder(paid.person);
    if (paid?.owner !== 'someoneElse') return undefined;
    return withheld(line, ask, {
      messageJa: `支給対象者は${paid.person.nameJa}ですが、振込先の口座名義は${paid.transfer.accountHolder ?? ''}です。合うまで保留します`,
      remedyJa:
        '口座名義の記録を直すか、講師等名簿に口座名義のカナか所属先の名称を入れます。誤った振込なら振り込み直します',
    });
  },
});

/** Paid to the employer without the employer's invoice. */
export const employerInvoice = rule({
  id: 'FEE-VCH-03',
  clause: '基準一覧 1備考',
  stage: 'papers',
  on: 'honorarium',
  at: 'report',
  check(line, ask) {
    const paid = ask.derive(payeeOf, line.id);
    if (paid?.owner !== 'employer' || ask.facts.hasPaper(line, 'employerInvoice')) return undefined;
    return withheld(line, ask, {
      messageJa: `${paid.person.nameJa}の所属先（${paid.person.employerName ?? ''}）に振り込んでいますが、所属先の請求明細書がありません。そろうまで保留します`,
      remedyJa: '所属先の請求明細書を添付すると、この金額は対象に戻ります',
    });
  },
});

/** 主管団体 and 主催団体 may not be paid. */
export const managingBodyPaid = rule({
  id: 'FEE-VCH-04',
  clause: '基準一覧 1備考',
  stage: 'papers',
  on: 'honorarium',
  at: 'report',
  check(line, ask) {
    const paid = ask.derive(payeeOf, line.id);
    if (paid?.owner !== 'managingBody') return undefined;
    return excluded(line, ask, {
      messageJa: '謝金を講習会の主管団体・主催団体に振り込むことはできません。この明細は対象になりません',
      remedyJa: '本人か所属先の口座に振り込んだものなら、振込の記録の振込先と口座名義を直します',
    });
  },
});

type Payee = { readonly transfer: Transfer; readonly person: Staff; readonly owner: AccountOwner };

/** Undefined where nothing was paid or no payment is recorded; cash has no account, so its owner says nothing. */
function payeeOf({ facts }: Ask, lineId: string): Payee | undefined {
  const line = facts.line(lineId);
  const transfer = facts.transfer(line?.transferId);
  const person = line && facts.personOf(line);
  if (!transfer || !person || facts.claimed(line) === 0) return undefined;
  const owner = accountOwner(transfer, person, facts.course);
  return transfer.method === 'cash' && owner !== 'managingBody' ? undefined : { transfer, person, owner };
}

function unknownHolder(person: Staff): Verdict {
  return confirm(`${person.nameJa}への振込の口座名義が記録されていません。支給対象者と合うか確かめてください`, {
    remedyJa: '振込明細書を見て、振込に口座名義を入れます',
  });
}
