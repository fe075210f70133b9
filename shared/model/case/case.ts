import { z } from 'zod';
import { bookId, date } from '../primitives.js';
import { approval } from './approval.js';
import { caseStage, course } from './course.js';
import { exemption, exemptionApplication } from './exemption.js';
import { line } from './lines/line.js';
import { organization } from './organization.js';
import { enrollment, participant } from './participant.js';
import { payment } from './payment.js';
import { curriculumItem, session } from './schedule.js';
import { assignment, staff } from './staff.js';
import { transfer } from './transfer.js';
import { room, venue } from './venue.js';
import { voucher } from './voucher.js';

/** The lists of a case, by key, in the order of the file. An absent list is empty. */
export const CASE_LISTS = {
  venues: venue,
  rooms: room,
  curriculum: curriculumItem,
  sessions: session,
  staff,
  assignments: assignment,
  participants: participant,
  enrollments: enrollment,
  exemptions: exemption,
  exemptionApplications: exemptionApplication,
  lines: line,
  vouchers: voucher,
  transfers: transfer,
  approvals: approval,
  payments: payment,
} as const;
export type CaseListKey = keyof typeof CASE_LISTS;
export const CASE_LIST_KEYS = Object.keys(CASE_LISTS) as CaseListKey[];

/**
 * 講習会ファイル (koshu-case, version 1): one course with everything that is claimed for it.
 * Unknown keys are refused at every level. The order of a list is the order in which its entries count.
 */
export const caseFile = z
  .strictObject({
    format: z.literal('koshu-case'),
    version: z.literal(1),
    ruleSet: bookId,
    stage: caseStage.meta({ description: '申請 / 報告' }),
    /** The only "today" there is. */
    asOf: date,
    organization,
    course,
    venues: z.array(venue).optional(),
    rooms: z.array(room).optional(),
    curriculum: z.array(curriculumItem).optional(),
    sessions: z.array(session).optional(),
    staff: z.array(staff).optional(),
    assignments: z.array(assignment).optional(),
    participants: z.array(participant).optional(),
    enrollments: z.array(enrollment).optional(),
    exemptions: z.array(exemption).optional(),
    exemptionApplications: z.array(exemptionApplication).optional(),
    lines: z.array(line).optional(),
    vouchers: z.array(voucher).optional(),
    transfers: z.array(transfer).optional(),
    approvals: z.array(approval).optional(),
    payments: z.array(payment).optional(),
  })
  .superRefine((value, context) => {
    (value.lines ?? []).forEach((entry, index) => {
      if (value.stage === 'report') {
        if (entry.actual === undefined) need('actual', index);
        return;
      }
      if (entry.planned === undefined) need('planned', index);
      if (entry.actual !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['lines', index, 'actual'],
          params: { code: 'actualAtApplication' },
        });
      }
    });
    function need(key: string, index: number): void {
      context.addIssue({ code: 'custom', path: ['lines', index, key], params: { code: 'required' } });
    }
  })
  .meta({
    id: 'koshu-case-1',
    title: 'koshu case file, version 1',
    if: { properties: { stage: { const: 'application' } } },
    then: { properties: { lines: { items: { required: ['planned'], properties: { actual: false } } } } },
    else: { properties: { lines: { items: { required: ['actual'] } } } },
  });
export type Case = z.infer<typeof caseFile>;
