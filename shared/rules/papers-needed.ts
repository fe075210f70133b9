/**
 * 必要な書類: which papers a line needs at its stage (科目別の証憑一覧 of the guide).
 * A need is met by any one of its ways; a way is a set of kinds that belong together. Whether money waits for
 * a paper is said by the rule named with the need, never here.
 */
import { clockJa, shortDateJa } from '../dates.js';
import type { Line } from '../model/case/lines/line.js';
import type { Leg } from '../model/case/lines/travel.js';
import { VOUCHER_KINDS, type VoucherKind } from '../model/case/voucher.js';
import type { Yen } from '../money.js';
import { isPublicTransport } from './courses/travel/legs.js';
import type { Facts } from './facts/facts.js';
import { accountOwner } from './facts/parties.js';
import { isPaidInCash } from './facts/payment.js';

export type PaperNeed = {
  /** Unique within the line. */
  readonly key: string;
  readonly labelJa: string;
  /** Which of several: a flight, a session. */
  readonly detailJa?: string;
  /** Empty where the need is met by something other than a voucher (日程表, a note). */
  readonly ways: readonly (readonly VoucherKind[])[];
  /** Rules that speak while it is missing. */
  readonly ruleIds: readonly string[];
  /** The leg that the paper must be about. */
  readonly leg?: Leg;
  readonly part?: string;
};

/** Amounts of the rulebook that decide whether a paper is asked for; undefined = not known, so it is asked for. */
export type PaperFigures = {
  /** A night not arranged yet and planned up to this needs no estimate. */
  readonly notArrangedNight?: Yen | undefined;
  /** An order from this amount on needs quotes of two firms. */
  readonly twoQuotesFrom?: Yen | undefined;
};

type Need = Omit<PaperNeed, 'key'> & { readonly key?: string };

/** The papers a line needs at the stage of its case, in the order of the guide. */
export function papersNeeded(line: Line, facts: Facts, figures: PaperFigures = {}): PaperNeed[] {
  const needs = facts.isReport ? atReport(line, facts) : atApplication(line, facts, figures);
  return needs.map((need, index) => ({ ...need, key: need.key ?? `${need.ways[0]?.[0] ?? 'note'}-${index}` }));
}

function paper(ways: readonly (readonly VoucherKind[])[], ...ruleIds: string[]): Need {
  return { labelJa: wordsOf(ways), ways, ruleIds };
}

/** 「振込明細書」「見積書または料金表等」「口座出入金一覧表＋口座振替明細」 */
function wordsOf(ways: readonly (readonly VoucherKind[])[]): string {
  return ways.map((way) => way.map((kind) => VOUCHER_KINDS[kind].ja).join('＋')).join('または');
}

const ESTIMATE = [['estimate'], ['priceList']] as const;

function atApplication(line: Line, facts: Facts, figures: PaperFigures): Need[] {
  switch (line.kind) {
    case 'honorarium':
      return assistantPapers(line, facts);
    case 'transport':
      return transportAtApplication(line);
    case 'lodging': {
      const { notArrangedNight } = figures;
      const isPlain = line.arranged === false && notArrangedNight !== undefined && line.price <= notArrangedNight;
      return isPlain ? [] : [paper(ESTIMATE, 'CLM-VCH-01', 'TRV-LDG-09')];
    }
    case 'package':
      return [paper(ESTIMATE, 'CLM-VCH-01', 'TRV-PKG-03'), paper([['packageContents']], 'TRV-PKG-03')];
    case 'room':
      return [paper(ESTIMATE, 'RNT-ROOM-09')];
    case 'equipment':
    case 'consumable':
      return [paper(ESTIMATE, 'CLM-VCH-01')];
    case 'copy':
      return line.outsourced === true ? [paper([['estimate']], 'RNT-COPY-06')] : [];
    case 'online':
      return [paper(ESTIMATE, 'RNT-ONL-04', 'CLM-VCH-01')];
    case 'printing': {
      const isLarge = figures.twoQuotesFrom === undefined || line.orderAmount >= figures.twoQuotesFrom;
      return [
        paper([['estimate'], ['competingQuotes']], 'PRN-VCH-02'),
        ...(isLarge ? [paper([['competingQuotes'], ['estimate']], 'PRN-QTE-01')] : []),
      ];
    }
    case 'transferFee':
      return [
        paper([['bankFeeTable']], 'MSC-FEE-06'),
        { key: 'feeGrounds', labelJa: '算出根拠（備考）', ways: [], ruleIds: ['MSC-FEE-06'] },
      ];
    case 'perDiem':
    case 'mail':
    case 'shipping':
    case 'other':
      return [];
  }
}

function transportAtApplication(line: Extract<Line, { kind: 'transport' }>): Need[] {
  const isPublic = line.legs.some(isPublicTransport);
  return [
    ...(isPublic ? [paper([['fareEvidence']], 'TRV-RAIL-08')] : []),
    ...(hasCar(line) ? [paper([['travelRegulation']], 'TRV-CAR-04'), paper([['routeMap']], 'TRV-CAR-04')] : []),
  ];
}

function atReport(line: Line, facts: Facts): Need[] {
  switch (line.kind) {
    case 'honorarium':
      return [...assistantPapers(line, facts), paper([['transferSlip']], 'FEE-VCH-01'), ...employerPaper(line, facts)];
    case 'transport':
      return transportAtReport(line, facts);
    case 'lodging':
      return [paper([['lodgingStatement']], 'TRV-LDG-11'), ...lodgingPayment(line, facts)];
    case 'package':
      return packageAtReport(line, facts);
    case 'perDiem':
      return [paper([['transferSlip']], 'CLM-VCH-02'), ...employerPaper(line, facts)];
    case 'room':
      return bill(line, facts, 'RNT-ROOM-10');
    case 'equipment':
      return bill(line, facts, 'CLM-VCH-02');
    case 'copy':
      return [...bill(line, facts, 'RNT-COPY-05'), paper([['copySample']], 'RNT-COPY-05')];
    case 'online':
      return bill(line, facts, 'RNT-ONL-04');
    case 'printing':
      return [...bill(line, facts, 'PRN-VCH-01'), paper([['printedSample']], 'PRN-VCH-01')];
    case 'consumable':
      return [
        paper([['receiptOriginal'], ['transferSlip']], 'CON-VCH-01'),
        paper([['unitPriceDetail'], ['itemisedInvoice']], 'CON-VCH-01'),
      ];
    case 'mail':
      return mailPapers(line);
    case 'shipping':
      return line.carrierKind === 'carrier' ? [paper([['carrierReceipt']], 'COM-SHIP-03')] : [];
    case 'transferFee':
      return [paper([['transferCertificate']], 'MSC-FEE-07'), paper([['transferList']], 'MSC-FEE-07')];
    case 'other':
      return [];
  }
}

/** 請求明細書と振込明細書; with cash the reason and the original receipt stand in for both. */
function bill(line: Line, facts: Facts, ruleId: string): Need[] {
  if (isPaidInCash(facts, line)) return [paper([['receiptOriginal']], ruleId, 'CLM-CSH-01'), cashReason()];
  return [paper([['itemisedInvoice']], ruleId), paper([['transferSlip']], ruleId)];
}

function cashReason(): Need {
  return { key: 'cashReason', labelJa: '現金払いの理由の記載', ways: [], ruleIds: ['CLM-CSH-01'] };
}

function employerPaper(line: Line, facts: Facts): Need[] {
  const transfer = facts.transfer(line.transferId);
  const person = facts.personOf(line);
  if (!transfer || !person || accountOwner(transfer, person, facts.course) !== 'employer') return [];
  return [paper([['employerInvoice']], 'FEE-VCH-03', 'TRV-VCH-01')];
}

/** 検定員: the 日程表 itself. 助手: 増員願 for a second one in the same 科目, 配置願 in 基礎理論. */
function assistantPapers(line: Extract<Line, { kind: 'honorarium' }>, facts: Facts): Need[] {
  if (line.role === 'examiner') {
    const [first] = examSessions(line, facts);
    const detailJa = first && `${shortDateJa(first.date)} ${clockJa(first.start)} 検定試験`;
    return [
      {
        key: 'schedule',
        labelJa: '日程表への記載',
        ...(detailJa === undefined ? {} : { detailJa }),
        ways: [],
        ruleIds: ['FEE-EXM-03'],
      },
    ];
  }
  if (line.role !== 'assistant') return [];
  const own = facts.paidAssignments(line);
  const isTheory = own.some((paid) => paid.session?.format === 'lecture' || paid.item?.isBasicTheory === true);
  const isSecond = own.some((paid) => paid.item !== undefined && assistantsOf(paid.item.id, facts).size > 1);
  return [
    ...(isTheory ? [paper([['theoryAssistantRequest']], 'FEE-AST-04', 'FEE-AST-07')] : []),
    ...(isSecond ? [paper([['extraAssistantRequest']], 'FEE-AST-03')] : []),
  ];
}

function assistantsOf(itemId: string, facts: Facts): Set<string> {
  return new Set(
    facts.assignments
      .filter((assignment) => assignment.role === 'assistant')
      .filter((assignment) => facts.session(assignment.sessionId)?.curriculumItemId === itemId)
      .map((assignment) => assignment.staffId),
  );
}

/** 検定試験 that a 謝金 pays for. */
export function examSessions(line: Line, facts: Facts): { date: string; start: number }[] {
  if (line.kind !== 'honorarium') return [];
  return facts.paidAssignments(line).flatMap(({ session }) => (session?.format === 'exam' ? [session] : []));
}

function hasCar(line: Extract<Line, { kind: 'transport' }>): boolean {
  return line.legs.some((leg) => leg.mode === 'car');
}

function transportAtReport(line: Extract<Line, { kind: 'transport' }>, facts: Facts): Need[] {
  const flights = line.legs.flatMap((leg, index) => (leg.mode === 'air' ? [boarding(leg, index)] : []));
  return [
    ...(flights.length > 0 ? flightPayment(line, facts) : landPayment(line, facts)),
    ...flights,
    ...(hasCar(line) ? [paper([['routeMap']], 'TRV-CAR-05')] : []),
    ...employerPaper(line, facts),
  ];
}

function boarding(leg: Leg, index: number): Need {
  return {
    key: `boarding-${index}`,
    labelJa: wordsOf([['boardingInfo'], ['boardingCertificate']]),
    detailJa: `${leg.from}→${leg.to} ${shortDateJa(leg.date)}`,
    ways: [['boardingInfo'], ['boardingCertificate']],
    ruleIds: ['TRV-AIR-04', 'TRV-AIR-05', 'TRV-AIR-06'],
    leg,
    part: `leg${index}`,
  };
}

function flightPayment(line: Extract<Line, { kind: 'transport' }>, facts: Facts): Need[] {
  if (line.arrangement === 'self') {
    return [paper([['personalReceipt']], 'TRV-AIR-07'), paper([['transferSlip']], 'TRV-AIR-07')];
  }
  if (line.via === 'direct') return [paper([['transferSlip'], ['receiptOriginal']], 'TRV-AIR-08')];
  const receipt = paper([['receiptOriginal']], 'TRV-AIR-08');
  if (isPaidInCash(facts, line)) return [receipt, cashReason()];
  return [paper([['transferSlip']], 'TRV-AIR-08'), receipt];
}

function landPayment(line: Extract<Line, { kind: 'transport' }>, facts: Facts): Need[] {
  const rules = hasCar(line) ? ['TRV-CAR-05'] : ['TRV-RAIL-09', 'TRV-RAIL-10'];
  if (line.arrangement === 'self') return [paper([['transferSlip']], ...rules)];
  if (line.via === 'counter') return [paper([['receiptOriginal']], ...rules)];
  if (isPaidInCash(facts, line)) return [paper([['receiptOriginal']], ...rules, 'CLM-CSH-01'), cashReason()];
  return [paper([['transferSlip']], ...rules)];
}

function lodgingPayment(line: Extract<Line, { kind: 'lodging' }>, facts: Facts): Need[] {
  if (line.arrangement === 'self') {
    return [
      paper([['personalReceipt']], 'TRV-LDG-12'),
      ...(line.paidByCard === true ? [paper([['cardStatement']], 'TRV-LDG-12')] : []),
      paper([['transferSlip']], 'TRV-LDG-12'),
      ...employerPaper(line, facts),
    ];
  }
  if (line.via === 'direct') return [paper([['transferSlip'], ['receiptOriginal']], 'TRV-LDG-13')];
  if (isPaidInCash(facts, line)) return [paper([['receiptOriginal']], 'TRV-LDG-11', 'CLM-CSH-01'), cashReason()];
  return [paper([['transferSlip', 'itemisedInvoice'], ['cardStatement']], 'TRV-LDG-11')];
}

function packageAtReport(line: Extract<Line, { kind: 'package' }>, facts: Facts): Need[] {
  const flights = line.includesFlight === true ? [packageFlights()] : [];
  return [
    paper([['lodgingStatement']], 'CLM-VCH-02', 'TRV-PKG-03'),
    paper([['packageContents']], 'TRV-PKG-03'),
    paper([['transferSlip'], ['cardStatement']], 'CLM-VCH-02'),
    ...flights,
    ...employerPaper(line, facts),
  ];
}

function packageFlights(): Need {
  return { ...paper([['boardingInfo'], ['boardingCertificate']], 'TRV-AIR-04', 'TRV-AIR-05'), detailJa: '往復' };
}

function mailPapers(line: Extract<Line, { kind: 'mail' }>): Need[] {
  if ((line.expenseKind ?? 'postage') !== 'postage') return [];
  if (line.method === 'stamps') {
    return [paper([['stampSalesCertificate']], 'COM-MAIL-04'), paper([['stampStatement']], 'COM-MAIL-04')];
  }
  return [
    paper([['meteredBreakdown']], 'COM-MAIL-05'),
    paper([['receiptOriginal'], ['accountLedger', 'directDebitStatement']], 'COM-MAIL-05'),
  ];
}
