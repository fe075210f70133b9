/** 搭乗案内（原本）・搭乗証明書: one for every flight claimed, in the traveller's name, for the day and the route. */
import { longDateJa } from '../../../dates.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Voucher } from '../../../model/case/voucher.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import { confirm, hold, type Verdict } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { namesRoute } from '../../facts/routes.js';
import { legJa } from './legs.js';
import { nameFit } from './named-papers.js';

const REMEDY_JA = 'この区間の搭乗案内（原本）か搭乗証明書を付けると、保留した分が対象になります';

export const boardingMissing = rule({
  id: 'TRV-AIR-04',
  clause: '基準一覧 2・参考資料',
  stage: 'papers',
  on: ['leg', 'package'],
  at: 'report',
  check(subject, ask) {
    return 'leg' in subject ? missingForLeg(subject, ask.facts) : missingForPackage(subject, ask);
  },
});

/** 保安検査証 is no 搭乗案内. */
export const securitySlipOnly = rule({
  id: 'TRV-AIR-05',
  clause: '参考資料 注意書き',
  stage: 'papers',
  on: 'leg',
  at: 'report',
  check(paid, { facts }) {
    if (paid.leg.mode !== 'air' || papersFor(paid, facts).length > 0 || !hasSecuritySlip(paid, facts)) return undefined;
    return hold(0, `${legJa(paid.leg)}：保安検査証（黄色の紙）は証憑として受け付けられません`, { remedyJa: REMEDY_JA });
  },
});

export const boardingDiffers = rule({
  id: 'TRV-AIR-06',
  clause: '参考資料（記載項目）',
  stage: 'papers',
  on: ['leg', 'package'],
  at: 'report',
  check(subject, ask) {
    return 'leg' in subject ? differsForLeg(subject, ask.facts) : differsForPackage(subject, ask);
  },
});

function missingForLeg(paid: PaidLeg, facts: Facts): Verdict | undefined {
  const { leg } = paid;
  if (leg.mode !== 'air') return undefined;
  if (papersFor(paid, facts).length > 0) return doubtfulRoute(paid, facts);
  if (hasSecuritySlip(paid, facts)) return undefined;
  return hold(
    0,
    `${legJa(leg)}（${longDateJa(leg.date)}）：搭乗案内（原本）か搭乗証明書がありません。往復とも要ります`,
    {
      remedyJa: REMEDY_JA,
    },
  );
}

/** A paper without a route is taken for any leg, but it cannot stand for more flights than there are such papers. */
function doubtfulRoute({ line, leg, person }: PaidLeg, facts: Facts): Verdict | undefined {
  const papers = boardingPapers(line, facts);
  const open = papers.filter((paper) => paper.route === undefined);
  const flights = line.legs.filter((own) => own.mode === 'air' && !papers.some((paper) => namesRoute(paper, own)));
  if (!flights.includes(leg) || flights.length <= open.length) return undefined;
  return confirm(
    `${legJa(leg)}：区間の記録がない搭乗案内・搭乗証明書が${open.length}枚で、${person.nameJa}さんの${flights.length}区間に足りません`,
    { remedyJa: '証憑に区間を入力し、往復の分がそろっているか確かめてください' },
  );
}

function differsForLeg(paid: PaidLeg, facts: Facts): Verdict | undefined {
  if (paid.leg.mode !== 'air') return undefined;
  const papers = papersFor(paid, facts);
  const sameDay = papers.filter((paper) => paper.usedOn === undefined || paper.usedOn === paid.leg.date);
  const fits = sameDay.map((paper) => nameFit(paper.personName, paid.person));
  if (papers.length === 0 || fits.some((fit) => fit === 'same' || fit === 'notRecorded')) return undefined;
  if (fits.includes('incomparable')) {
    return confirm(
      `${legJa(paid.leg)}：搭乗の証憑の氏名（${papers[0]?.personName ?? ''}）が${paid.person.nameJa}さんか確かめてください`,
      { remedyJa: '講師等のふりがなを入力するか、証憑の氏名を漢字で入力してください' },
    );
  }
  return hold(
    0,
    `${legJa(paid.leg)}：搭乗の証憑（${papers.map(spokenJa).join('、')}）が請求（${paid.person.nameJa}・${longDateJa(paid.leg.date)}）と合いません`,
    { remedyJa: REMEDY_JA },
  );
}

function missingForPackage(line: LineOf<'package'>, ask: Ask): Verdict | undefined {
  if (line.includesFlight === false) return undefined;
  const wanted = ask.limit('travel.air.packageBoardingPapers');
  const there = boardingPapers(line, ask.facts).length;
  if (there >= wanted) return undefined;
  if (line.includesFlight === undefined) {
    return confirm(
      'パックに航空機が含まれるか記録されていません。含まれるときは往復の搭乗案内（原本）か搭乗証明書が要ります',
      {
        remedyJa: 'パックに航空機が含まれるかどうかを入力してください',
      },
    );
  }
  return hold(0, `航空機を含むパックには往復の搭乗案内（原本）か搭乗証明書が要ります（${wanted}枚のうち${there}枚）`, {
    remedyJa: '往復の搭乗案内（原本）か搭乗証明書を付けると、保留した分が対象になります',
  });
}

function differsForPackage(line: LineOf<'package'>, ask: Ask): Verdict | undefined {
  const person = ask.facts.personOf(line);
  const wanted = ask.limit('travel.air.packageBoardingPapers');
  const papers = boardingPapers(line, ask.facts);
  if (line.includesFlight !== true || !person || papers.length < wanted) return undefined;
  const fitting = papers.filter(
    (paper) =>
      nameFit(paper.personName, person) !== 'other' &&
      (paper.usedOn === undefined || line.dates.includes(paper.usedOn)),
  );
  if (fitting.length >= wanted) return undefined;
  return hold(
    0,
    `搭乗の証憑（${papers.map(spokenJa).join('、')}）に、請求（${person.nameJa}・${line.dates.map(longDateJa).join('、')}）と合わないものがあります`,
    { remedyJa: '本人の往復の搭乗案内（原本）か搭乗証明書を付けると、保留した分が対象になります' },
  );
}

function boardingPapers(line: LineOf<'transport' | 'package'>, facts: Facts): readonly Voucher[] {
  return facts.papers(line, 'boardingInfo', 'boardingCertificate');
}

/** Papers for a leg: those with its route, and those without any. */
function papersFor({ line, leg }: PaidLeg, facts: Facts): readonly Voucher[] {
  return boardingPapers(line, facts).filter((paper) => paper.route === undefined || namesRoute(paper, leg));
}

function hasSecuritySlip({ line, leg }: PaidLeg, facts: Facts): boolean {
  return facts.papers(line, 'securitySlip').some((paper) => paper.route === undefined || namesRoute(paper, leg));
}

function spokenJa(paper: Voucher): string {
  return [paper.personName, paper.usedOn === undefined ? undefined : longDateJa(paper.usedOn)]
    .filter((word) => word !== undefined)
    .join('・');
}
