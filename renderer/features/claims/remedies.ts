/** 直すには: for each reason of a line what the program itself can do about it, and what that would bring. */
import type { ApprovalKind } from '../../../shared/model/case/approval.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Yen } from '../../../shared/money.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { reasonsOf } from '../../../shared/rules/marks.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import { KIND_FIELDS } from './line-fields.js';
import type { Trial } from './use-trials.js';

export type Remedy = {
  readonly finding: Finding;
  /** A recorded approval of this kind would restore money or end the question. */
  readonly approval?: ApprovalKind;
  /** A paper that is missing and for which this finding holds money. */
  readonly paper?: PaperTick;
  /** The field of the line that decides. */
  readonly field?: string;
  /** Yen that come back; 0 where nothing does. */
  readonly gain: Yen;
};

/**
 * Remedies in the order of the reasons; findings that are settled by an approval ask for nothing. `trial` says what
 * an approval would do, `undefined` while that is not known: then it is offered without a sum.
 */
export function remediesOf(
  line: Line,
  decided: LineDecision,
  ticks: readonly PaperTick[],
  trial: (kind: ApprovalKind) => Trial | undefined,
): Remedy[] {
  const seen = new Set<string>();
  return reasonsOf(decided)
    .filter((finding) => !finding.approved)
    .flatMap((finding): Remedy[] => {
      const paper = ticks.find((tick) => !tick.isThere && tick.ruleIds.includes(finding.ruleId) && !seen.has(tick.key));
      if (paper) seen.add(paper.key);
      const approval = approvalOf(finding, trial, seen);
      const field = paper ? undefined : fieldOf(finding.ruleId, line);
      if (finding.remedyJa === undefined && !paper && !approval) return [];
      return [
        {
          finding,
          gain: Math.max(paper?.gain ?? 0, approval?.gain ?? 0, finding.provisional ?? 0),
          ...(approval ? { approval: approval.kind } : {}),
          ...(paper ? { paper } : {}),
          ...(field === undefined ? {} : { field }),
        },
      ];
    });
}

/** An approval is offered once per kind, and not where the engine shows that it would change nothing. */
function approvalOf(
  finding: Finding,
  trial: (kind: ApprovalKind) => Trial | undefined,
  seen: Set<string>,
): { readonly kind: ApprovalKind; readonly gain: Yen } | undefined {
  const kind = finding.overrideKind;
  if (kind === undefined || finding.severity === 'info' || seen.has(kind)) return undefined;
  const known = trial(kind);
  if (known && !known.settles.includes(finding.ruleId)) return undefined;
  seen.add(kind);
  return { kind, gain: known?.gain ?? 0 };
}

/** Which field of a line a rule is about, where there is one: by the rule's ID, the longest match first. */
const FIELD_OF_RULE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^FEE-(LEC-01|ACT-0[12]|PRC-01|AST-01)/, ['rate']],
  [/^FEE-EXM-0[12]/, ['lumpSum', 'rate']],
  [/^FEE-DIF/, ['differenceReason']],
  [/^FEE-(LEC-0[23]|PRC-02|AST-06|EXM-03|ACT)/, ['assignmentIds']],
  [/^TRV-LDG-(02|08)/, ['necessity']],
  [/^TRV-LDG-(07|15)/, ['noRoomOnlyPlan']],
  [/^TRV-LDG-10/, ['plan']],
  [/^TRV-LDG-03/, ['date']],
  [/^TRV-LDG-0[4569]/, ['price']],
  [/^TRV-PKG-02/, ['bookedAs']],
  [/^TRV-PKG-03/, ['contents']],
  [/^TRV-PKG/, ['price']],
  [/^TRV-PDM-06/, ['days']],
  [/^TRV-PDM-01/, ['perDay']],
  [/^TRV-(ELG-(07|09|10))/, ['economicalRoundTripFare']],
  [/^TRV-(RAIL-0[1-7]|BUS|AIR-0[123]|CAR-0[1237]|ELG-(06|11|13))/, ['legs']],
  [/^RNT-ROOM-(03|12)/, ['slotNames']],
  [/^RNT-ROOM-(01|02|04)/, ['start']],
  [/^RNT-ROOM-05/, ['roomId']],
  [/^RNT-EQP-01/, ['isConsumable']],
  [/^RNT-EQP-02/, ['dates']],
  [/^RNT-COPY-01|^PRN-CNT/, ['copies']],
  [/^RNT-COPY-02/, ['unitPrice']],
  [/^RNT-COPY-03/, ['expenseKind']],
  [/^RNT-COPY-04/, ['purpose']],
  [/^RNT-ONL-02/, ['dailyPrice']],
  [/^RNT-ONL-01/, ['price']],
  [/^PRN-QTE-01/, ['quotes']],
  [/^PRN-QTE-02/, ['quoteReason']],
  [/^PRN-BOOK/, ['isReadyMadeBook']],
  [/^PRN-KIND/, ['supplierKind']],
  [/^CON-(THM-01|SHD-02|MSK-01|ALC)/, ['qty']],
  [/^CON-SHD-01/, ['users']],
  [/^CON-MSK-02/, ['isSpare']],
  [/^CON-(THM-02|HYG)/, ['unitPrice']],
  [/^CON-OTH/, ['subKind']],
  [/^COM-MAIL-01/, ['recipientKind']],
  [/^COM-MAIL-02/, ['purpose']],
  [/^COM-MAIL-03/, ['expenseKind']],
  [/^COM-MAIL-06/, ['qty']],
  [/^COM-SHIP-0[12]/, ['carrierKind']],
  [/^COM-SHIP-04/, ['destinationVenueId']],
  [/^MSC-FEE-06/, ['remarks']],
  [/^MSC-FEE-01/, ['payeeKey']],
  [/^CLM-TAX/, ['taxIncluded']],
  [/^CLM-CSH/, ['marginNote']],
];

export function fieldOf(ruleId: string, line: Line): string | undefined {
  const names = FIELD_OF_RULE.find(([pattern]) => pattern.test(ruleId))?.[1] ?? [];
  const own = new Set([...KIND_FIELDS[line.kind].map((field) => field.key), 'remarks', 'marginNote', 'taxIncluded']);
  return names.find((name) => own.has(name));
}
