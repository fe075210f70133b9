/**
 * 宛先: papers must be made out to the contracting organisation. Where the guide says so for the item, another name
 * leaves nothing; elsewhere it is asked about (DEC-16). Papers without a recorded 宛先 are not judged.
 */
import { type IsoDate, longDateJa } from '../../../dates.js';
import type { Approval } from '../../../model/case/approval.js';
import type { Line } from '../../../model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher, type VoucherKind } from '../../../model/case/voucher.js';
import { isComplete } from '../../engine/approvals.js';
import { type Ask, type Known, rule } from '../../engine/rule.js';
import { confirm, cut, type Place, warn } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { type OrganizationFit, organizationFit } from '../../facts/parties.js';

const RENTED: readonly VoucherKind[] = ['receiptOriginal', 'estimate', 'itemisedInvoice'];
const BOUGHT: readonly VoucherKind[] = ['transferSlip', 'receiptOriginal'];
const OTHER_PAPERS: readonly VoucherKind[] = [
  'receiptOriginal',
  'estimate',
  'itemisedInvoice',
  'competingQuotes',
  'unitPriceDetail',
];

/** Kinds of papers of a line whose wrong name leaves nothing, and those that are only asked about. */
function judgedPapers(line: Line, facts: Facts): { strict: readonly VoucherKind[]; mild: readonly VoucherKind[] } {
  switch (line.kind) {
    case 'room':
    case 'equipment':
      return { strict: RENTED, mild: [] };
    case 'consumable':
      return { strict: facts.isReport ? BOUGHT : [], mild: ['estimate'] };
    case 'copy':
    case 'online':
    case 'printing':
    case 'mail':
    case 'shipping':
      return { strict: [], mild: OTHER_PAPERS };
    case 'transport':
    case 'lodging':
    case 'package':
      return { strict: [], mild: line.arrangement === 'org' ? OTHER_PAPERS : [] };
    default:
      return { strict: [], mild: [] };
  }
}

type Misaddressed = { readonly voucher: Voucher; readonly fit: Exclude<OrganizationFit, 'same'> };

/** By line id: papers that name somebody else, or the contracting organisation by a spelling of their own. */
function misaddressedPapers({ facts }: Known): ReadonlyMap<string, readonly Misaddressed[]> {
  const papers = new Map<Voucher, Misaddressed>();
  for (const voucher of facts.vouchers) {
    const name = (voucher.addressee ?? '').trim();
    const fit = name === '' ? 'same' : organizationFit(name, facts.organization);
    if (fit !== 'same') papers.set(voucher, { voucher, fit });
  }
  const byLine = new Map<string, Misaddressed[]>();
  if (papers.size === 0) return byLine;
  for (const line of facts.lines) {
    const own = facts.papersOf(line).filter((voucher) => papers.has(voucher));
    if (own.length > 0)
      byLine.set(
        line.id,
        own.flatMap((voucher) => papers.get(voucher) ?? []),
      );
  }
  return byLine;
}

/** Papers whose name leaves nothing of the line. */
function foreign(line: Line, ask: Ask): Misaddressed[] {
  const papers = ask.once(misaddressedPapers).get(line.id);
  if (!papers) return [];
  const { strict } = judgedPapers(line, ask.facts);
  return papers.filter(({ voucher, fit }) => fit === 'other' && strict.includes(voucher.kind));
}

/** Papers to be asked about: another spelling anywhere, another name where the guide does not spell out a loss. */
function doubtful(line: Line, ask: Ask): Misaddressed[] {
  const papers = ask.once(misaddressedPapers).get(line.id);
  if (!papers) return [];
  const { strict, mild } = judgedPapers(line, ask.facts);
  return [
    ...papers.filter(({ voucher, fit }) => fit === 'spelling' && strict.includes(voucher.kind)),
    ...papers.filter(({ voucher }) => mild.includes(voucher.kind)),
  ];
}

function namesJa(papers: readonly Misaddressed[]): string {
  return papers.map(({ voucher }) => `${VOUCHER_KINDS[voucher.kind].ja}「${voucher.addressee ?? ''}」`).join('、');
}

/** An approval must have been there before the application was sent. */
function inTime(approval: Approval, facts: Facts): boolean {
  const sentOn = facts.course.applicationSentOn;
  return sentOn === undefined || approval.date <= sentOn;
}

/** 借損料(1)(2)と消耗品費の宛先。 */
export const addressee = rule({
  id: 'CLM-ADR-01',
  clause: '基準一覧 3(1)備考・5備考',
  stage: 'papers',
  on: 'line',
  override: 'addresseeAccepted',
  accepts: inTime,
  check(line, ask) {
    const { facts } = ask;
    const papers = foreign(line, ask);
    if (papers.length === 0) return undefined;
    return cut(
      0,
      `宛先が契約団体名「${facts.organization.contractName}」ではありません（${namesJa(papers)}）。原則として対象外です`,
      {
        limit: 0,
        remedyJa:
          '契約団体名で出し直してもらいます。申請書を出す前に日本スポーツ協会が認めた名義なら、承認記録を残します',
      },
    );
  },
});

/** その他の費目の宛先と、表記の違い。 */
export const addresseeDoubt = rule({
  id: 'CLM-ADR-02',
  clause: '基準一覧 3(1)備考・5備考（準用）',
  stage: 'papers',
  on: 'line',
  override: 'addresseeAccepted',
  accepts: inTime,
  check(line, ask) {
    const { facts } = ask;
    const papers = doubtful(line, ask);
    if (papers.length === 0) return undefined;
    const spellingOnly = papers.every(({ fit }) => fit === 'spelling');
    return confirm(
      spellingOnly
        ? `宛先の表記が契約団体名「${facts.organization.contractName}」と少し違います（${namesJa(papers)}）`
        : `宛先が契約団体名「${facts.organization.contractName}」か確かめてください（${namesJa(papers)}）`,
      {
        remedyJa: spellingOnly
          ? '同じ団体の表記なら、団体の設定に「認める表記」として加えます'
          : '契約団体名で出し直してもらうか、認められた名義なら承認記録を残します',
      },
    );
  },
});

/** 申請書を出した後の名義の承認。 */
export const lateAddresseeApproval = rule({
  id: 'CLM-ADR-03',
  clause: '基準一覧 3(1)・5備考',
  stage: 'papers',
  on: 'course',
  check(_course, ask) {
    const { facts } = ask;
    const sentOn = facts.course.applicationSentOn;
    if (sentOn === undefined) return undefined;
    return (facts.case.approvals ?? [])
      .filter((approval) => approval.kind === 'addresseeAccepted' && isComplete(approval) && !inTime(approval, facts))
      .flatMap((approval) => placesOf(approval, ask).map((at) => tooLate(approval, sentOn, at)));
  },
});

function tooLate(approval: Approval, sentOn: IsoDate, at: Place) {
  return warn(
    `宛先の名義の承認（${longDateJa(approval.date)}）が申請書の発送（${longDateJa(sentOn)}）より後です。名義の承認は申請書を出す前に要ります`,
    { at, remedyJa: '承認の日付の記録を確かめます' },
  );
}

/** The lines that wait for the approval; without any, what the approval itself is about. */
function placesOf(approval: Approval, ask: Ask): Place[] {
  const { facts } = ask;
  const covers = (line: Line): boolean => {
    if (approval.scope === 'course') return true;
    if (approval.scope === 'line') return line.id === approval.scopeId;
    return facts.staffIdOf(line)?.[0] === approval.scopeId;
  };
  const waiting = facts.lines.filter(
    (line) => covers(line) && (foreign(line, ask).length > 0 || doubtful(line, ask).length > 0),
  );
  if (waiting.length > 0) return waiting.map((line) => ({ line: line.id }));
  if (approval.scopeId === undefined || approval.scope === 'course') return [{}];
  return [approval.scope === 'line' ? { line: approval.scopeId } : { person: approval.scopeId }];
}
