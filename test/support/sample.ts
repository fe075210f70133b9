import { readFileSync } from 'node:fs';
import type { VoucherKind } from '../../shared/model/case/voucher.js';
import type { Case } from '../../shared/model/case/case.js';
import { problemLine } from '../../shared/model/problem.js';
import { readCase, readCaseText } from '../../shared/model/case/read-case.js';

/** The sample course that is shipped with the program. */
export function sampleCase(): Case {
  const read = readCaseText(
    readFileSync(new URL('../../resources/samples/swim-coach2.case.json', import.meta.url), 'utf8'),
  );
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  return read.value;
}

/** The sample with some lists replaced; still a case that can be read. */
export function changedSample(change: Partial<Case>): Case {
  const read = readCase({ ...sampleCase(), ...change });
  if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
  return read.value;
}

const AFTER_APPLICATION = [
  'reportSentOn',
  'reportReceivedOn',
  'reportIsOriginal',
  'reportForm',
  'startHeadcount',
  'reportHeadcount',
  'contractOn',
  'contractAmount',
  'contractAmountFixedOn',
  'advanceReceived',
  'advanceReceivedOn',
  'approvalNoticeOn',
  'judgementReports',
  'changeNotices',
  'applicationSnapshot',
  'finalAmount',
  'finalAmountFixedOn',
] as const satisfies readonly (keyof Case['course'])[];

/** The papers that are there before the course, and what a bill was before it came. */
const KIND_BEFORE: Partial<Record<VoucherKind, VoucherKind>> = {
  fareEvidence: 'fareEvidence',
  travelRegulation: 'travelRegulation',
  routeMap: 'routeMap',
  priceList: 'priceList',
  estimate: 'estimate',
  competingQuotes: 'competingQuotes',
  itemisedInvoice: 'estimate',
  unitPriceDetail: 'estimate',
};

/** The sample on the day on which its application was sent: nothing held or paid yet, with other changes. */
export function applicationSample(change: Partial<Case> = {}): Case {
  const sample = sampleCase();
  const course: Case['course'] = { ...sample.course, status: 'applicationPreparing' };
  for (const key of AFTER_APPLICATION) delete course[key];
  const kept = new Set(
    (sample.vouchers ?? []).filter(({ kind }) => KIND_BEFORE[kind] !== undefined).map(({ id }) => id),
  );
  return changedSample({
    stage: 'application',
    asOf: '2021-09-21',
    course,
    lines: (sample.lines ?? []).map((line) => {
      const { actual, transferId, voucherIds, ...planned } = line;
      const isFee = line.kind === 'transferFee';
      return {
        ...planned,
        // The details are those of what was held, and an amount must be the one of its details.
        planned: actual ?? line.planned ?? 0,
        voucherIds: (voucherIds ?? []).filter((id) => kept.has(id)),
        ...(isFee && transferId !== undefined ? { transferId } : {}),
      } as typeof line;
    }),
    enrollments: (sample.enrollments ?? []).map((enrollment) => {
      const { judgement, attendance, ...before } = enrollment;
      void judgement;
      void attendance;
      return { ...before, status: 'approved' as const };
    }),
    vouchers: (sample.vouchers ?? []).flatMap((voucher) => {
      const kind = KIND_BEFORE[voucher.kind];
      return kind === undefined ? [] : [{ ...voucher, kind }];
    }),
    transfers: (sample.transfers ?? []).map((transfer) => ({ ...transfer, voucherIds: [] })),
    payments: (sample.payments ?? []).filter(({ kind }) => kind === 'courseFee'),
    ...change,
  });
}
