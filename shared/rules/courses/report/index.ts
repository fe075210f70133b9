import type { Rule } from '../../engine/rule.js';
import { commissionedReport, independentReport, originalReport } from './deadlines.js';
import { finalNotice, judgementReports, reportForm, reportRevision } from './papers.js';

export const REPORT_RULES: readonly Rule[] = [
  commissionedReport,
  independentReport,
  originalReport,
  reportForm,
  judgementReports,
  reportRevision,
  finalNotice,
];
