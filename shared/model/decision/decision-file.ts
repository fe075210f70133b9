/**
 * 判定ファイル (koshu-decision, version 1): the answer to a case file, as other programs read it. It holds what was
 * decided and why, not how the arithmetic went; the screens work on the decision itself.
 */
import { z } from 'zod';
import { CLAIM_ACCOUNTS, claimAccount } from '../case/account.js';
import { approvalKind } from '../case/approval.js';
import { caseStage } from '../case/course.js';
import { bookId, date, id } from '../primitives.js';

/** Whole yen; sums may exceed what one line can claim. */
const yen = z.int().min(0);
const yenOrNull = yen.nullable();
const heads = z.int().min(0).nullable();
const dateOrNull = date.nullable();

const amounts = {
  claimed: yen,
  eligible: yen,
  cut: yen,
  provisional: yen,
};

export const decisionFinding = z
  .strictObject({
    ruleId: z.string().min(1),
    severity: z.enum(['error', 'warning', 'info']),
    target: z.strictObject({ courseId: id.optional(), lineId: id.optional(), personId: id.optional() }),
    claimed: yen.optional(),
    limit: yen.optional(),
    eligible: yen.optional(),
    cut: yen.optional(),
    provisional: yen.optional(),
    messageJa: z.string().min(1),
    sourceJa: z.string().min(1),
    overrideKind: approvalKind.optional(),
    needsConfirmation: z.boolean(),
  })
  .meta({ id: 'finding' });
export type DecisionFinding = z.infer<typeof decisionFinding>;

const decisionLine = z.strictObject({
  id,
  account: z.enum([...CLAIM_ACCOUNTS, 'other']),
  ...amounts,
  findings: z.array(decisionFinding),
});

const decisionTotals = z.strictObject({
  claimed: yen,
  eligibleBeforeGates: yen,
  cut: yen,
  provisional: yen,
  eligible: yen,
  gatedBy: z.array(z.string()),
});

export const exemptionResult = z.enum(['exempt', 'notExempt', 'needsConfirmation']);
const decisionExemption = z.strictObject({ id, result: exemptionResult, ruleId: z.string().min(1) });
export type DecisionExemption = z.infer<typeof decisionExemption>;

const decisionSettlement = z.strictObject({
  contractAmount: yenOrNull,
  advance: yenOrNull,
  advanceDueOn: dateOrNull,
  finalAmount: yenOrNull,
  balance: yenOrNull,
  balanceDueOn: dateOrNull,
  refund: yenOrNull,
  implementationGrant: yenOrNull,
});

const decisionDeadline = z.strictObject({
  deadlineId: z.string().regex(/^DL-[0-9]{2}$/),
  dueOn: dateOrNull,
  safeOn: dateOrNull,
  doneOn: dateOrNull,
  state: z.enum(['notStarted', 'inProgress', 'done', 'overdue']),
});

/** claimed = eligible + cut + provisional in every line, in every 科目 and in all (before gates). */
export const decisionFile = z
  .strictObject({
    format: z.literal('koshu-decision'),
    version: z.literal(1),
    ruleSet: bookId,
    stage: caseStage,
    lines: z.array(decisionLine),
    /** The seven 科目, always and in their order. */
    accounts: z.array(z.strictObject({ account: claimAccount, ...amounts })).length(7),
    totals: decisionTotals,
    headcount: z.strictObject({ application: heads, report: heads }),
    exemptions: z.array(decisionExemption),
    settlement: decisionSettlement,
    deadlines: z.array(decisionDeadline),
    /** About the course or a person; what is about a line stands in the line. */
    findings: z.array(decisionFinding),
  })
  .meta({ id: 'koshu-decision-1', title: 'koshu decision file, version 1' });
export type DecisionFile = z.infer<typeof decisionFile>;

/** What stands in place of a decision where the case cannot be judged. */
export const refusedCase = z.strictObject({
  format: z.literal('koshu-decision'),
  version: z.literal(1),
  error: z.strictObject({ code: z.literal('invalidCase'), messages: z.array(z.string()).min(1) }),
});
export type RefusedCase = z.infer<typeof refusedCase>;
