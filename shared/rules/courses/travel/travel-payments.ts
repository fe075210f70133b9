/** 旅費の支払: to whom it was transferred, and what becomes of travel that the person advanced (立替). */
import { yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Transfer } from '../../../model/case/transfer.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut, hold, type Verdict } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { accountOwner } from '../../facts/parties.js';

type TravelLine = LineOf<'transport' | 'lodging' | 'package' | 'perDiem'>;
type AdvancedLine = LineOf<'transport' | 'lodging' | 'package'>;

/** 振込先. Whose name the money was sent in is judged for every line of a transfer elsewhere (CLM-TRF-02). */
export const travelPayee = rule({
  id: 'TRV-VCH-01',
  clause: '基準一覧 2備考（1.と同じ）',
  stage: 'papers',
  on: ['transport', 'lodging', 'package', 'perDiem'],
  at: 'report',
  check(line, { facts }) {
    const transfer = facts.transfer(line.transferId);
    const person = facts.personOf(line);
    if (!transfer || !person) return undefined;
    const owner = accountOwner(transfer, person, facts.course);
    if (owner === 'managingBody') {
      return cut(0, `主管・主催団体（${payeeJa(transfer)}）への振込はできません`, {
        remedyJa: '本人か、本人の所属先への支払だけが対象です',
      });
    }
    if (!isPaidToPerson(line) || owner === 'person') return undefined;
    if (owner === 'employer') return employerPaper(line, transfer, facts);
    if (owner === 'unknown') return unknownOwner(transfer, person.nameJa);
    return hold(0, `振込先の名義（${payeeJa(transfer)}）が${person.nameJa}さん本人でも所属先でもありません`, {
      remedyJa: '本人の口座への振込か、所属先の請求明細書のある所属先への振込が分かる証憑に直してください',
    });
  },
});

function employerPaper(line: TravelLine, transfer: Transfer, facts: Facts): Verdict | undefined {
  if (facts.hasPaper(line, 'employerInvoice')) return undefined;
  return hold(0, `所属先（${payeeJa(transfer)}）に振り込んだ旅費に、所属先の請求明細書がありません`, {
    remedyJa: '所属先の請求明細書を付けると、保留した分が対象になります',
  });
}

function unknownOwner(transfer: Transfer, nameJa: string): Verdict | undefined {
  if (transfer.method !== 'bankTransfer') return undefined;
  return confirm(`振込先の口座名義が入力されていません。${nameJa}さん本人の口座か確かめてください`, {
    remedyJa: '振込明細書の口座名義を入力してください',
  });
}

function payeeJa(transfer: Transfer): string {
  return transfer.accountHolder ?? transfer.payeeName ?? '';
}

/** What the organisation arranged is paid to an agency, a carrier or an inn; 車賃 and 日当 go to the person. */
function isPaidToPerson(line: TravelLine): boolean {
  if (line.kind === 'perDiem' || line.arrangement === 'self') return true;
  return line.kind === 'transport' && line.legs.every((leg) => leg.mode === 'car');
}

/** 立替: never more than what was fixed at the application. */
export const advancedAboveFixed = rule({
  id: 'TRV-ADV-01',
  clause: '基準一覧 2備考',
  stage: 'groups',
  on: ['transport', 'lodging', 'package'],
  at: 'report',
  override: 'travelChangeAccepted',
  check(line, { facts }) {
    const claimed = facts.claimed(line);
    if (line.arrangement !== 'self' || line.planned === undefined || claimed <= line.planned) return undefined;
    return cut(
      line.planned,
      `立替の旅費は申請時に確定した${yen(line.planned)}までが対象です（報告の額は${yen(claimed)}）`,
      {
        limit: line.planned,
        work: [
          { labelJa: '報告の額', amount: claimed },
          { labelJa: '申請時の確定額', amount: line.planned },
          { labelJa: '対象外となる差額', amount: claimed - line.planned },
        ],
        remedyJa: '申請時の額を超えることを日本スポーツ協会が認めたときは、承認記録を残してください',
      },
    );
  },
});

export const advancedOtherwise = rule({
  id: 'TRV-ADV-02',
  clause: '基準一覧 2備考',
  stage: 'papers',
  on: ['transport', 'lodging', 'package'],
  at: 'report',
  check(line, { facts }) {
    if (line.arrangement !== 'self' || line.planned === undefined) return undefined;
    return [belowFixed(line, line.planned, facts), apartFromHonorarium(line, facts)].filter(
      (verdict) => verdict !== undefined,
    );
  },
});

function belowFixed(line: AdvancedLine, planned: number, facts: Facts): Verdict | undefined {
  const claimed = facts.claimed(line);
  if (claimed >= planned) return undefined;
  return confirm(`立替の旅費（${yen(claimed)}）が申請時に確定した額（${yen(planned)}）と違います`, {
    work: [
      { labelJa: '申請時の確定額', amount: planned },
      { labelJa: '報告の額', amount: claimed },
    ],
    remedyJa: '本人に支払った額を確かめ、違う理由を備考に残してください',
  });
}

function apartFromHonorarium(line: AdvancedLine, facts: Facts): Verdict | undefined {
  const honoraria = facts.linesOf(line.staffId).filter((own) => own.kind === 'honorarium' && facts.claimed(own) > 0);
  if (honoraria.length === 0) return undefined;
  if (line.transferId === undefined) {
    return confirm('立替の旅費の振込が記録されていないため、謝金と合算して振り込んだか確かめられません', {
      remedyJa: '旅費と謝金を支払った振込を、それぞれの明細に結び付けてください',
    });
  }
  const paid = facts.linesPaidBy(line.transferId);
  if (paid.some((own) => own.kind === 'honorarium')) return undefined;
  return confirm('立替の旅費は謝金と合算して振り込みます。この振込には謝金が含まれていません', {
    remedyJa: '別に振り込んだ理由を備考に残してください',
  });
}
