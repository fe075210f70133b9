/** 書類: the papers that leave the office as workbooks. The screen, the calls and the command line all read this list. */
import type { Facts } from '../rules/facts/facts.js';
import type { Open } from './checklist/open-point.js';
import { openPointsOf } from './checklist/open-points.js';
import { changeNotices } from './change-notice/workbook.js';
import { commissionedApplication } from './commissioned-application/workbook.js';
import { commissionedReport } from './commissioned-report/workbook.js';
import { explanation } from './explanation/workbook.js';
import { exemptionApplication, hasExemptions } from './exemption-application/workbook.js';
import { judgementReports } from './judgement-report/workbook.js';
import { independentApplication } from './independent-application/workbook.js';
import { independentReport } from './independent-report/workbook.js';
import type { PaperInput } from './paper.js';
import type { Workbook } from './sheet.js';

export type PaperKind = {
  readonly id: string;
  /** 実施報告書（委託） */
  readonly nameJa: string;
  /** Whether a course has this paper at its stage. */
  readonly fits: (facts: Facts) => boolean;
  /** One workbook, several (one per addressee), or none where the course gives no reason for one. */
  readonly make: (input: PaperInput) => readonly Workbook[];
  /** No form that is handed in: made only where it is named, not with all that fit. */
  readonly onlyNamed?: true;
  /** What is still missing before it leaves, with the place of each; it can be written all the same. */
  readonly open: (input: PaperInput) => readonly Open[];
};

export const PAPERS = [
  {
    id: 'commissionedApplication',
    nameJa: '実施申請書（委託）',
    fits: (facts) => facts.isCommissioned && !facts.isReport,
    make: (input) => [commissionedApplication(input)],
    open: (input) => openPointsOf('commissionedApplication', input),
  },
  {
    id: 'commissionedReport',
    nameJa: '実施報告書（委託）',
    fits: (facts) => facts.isCommissioned && facts.isReport,
    make: (input) => [commissionedReport(input)],
    open: (input) => openPointsOf('commissionedReport', input),
  },
  {
    id: 'independentApplication',
    nameJa: '実施申請書（独自）',
    fits: (facts) => !facts.isCommissioned && !facts.isReport,
    make: (input) => [independentApplication(input)],
    open: (input) => openPointsOf('independentApplication', input),
  },
  {
    id: 'independentReport',
    nameJa: '実施報告書（独自）',
    fits: (facts) => !facts.isCommissioned && facts.isReport,
    make: (input) => [independentReport(input)],
    open: (input) => openPointsOf('independentReport', input),
  },
  {
    id: 'changeNotice',
    nameJa: '変更届',
    fits: (facts) => facts.isCommissioned,
    make: changeNotices,
    open: (input) => openPointsOf('changeNotice', input),
  },
  {
    id: 'exemptions',
    nameJa: '免除申請書類一覧・代理申請一覧',
    fits: hasExemptions,
    make: (input) => [exemptionApplication(input)],
    open: (input) => openPointsOf('exemptions', input),
  },
  {
    id: 'judgementReport',
    nameJa: '判定結果報告',
    fits: (facts) => facts.isReport && facts.course.status !== 'cancelled',
    make: judgementReports,
    open: (input) => openPointsOf('judgementReport', input),
  },
  {
    id: 'explanation',
    nameJa: '査定の説明書',
    fits: (facts) => facts.isCommissioned,
    make: (input) => [explanation(input)],
    onlyNamed: true,
    open: () => [],
  },
] as const satisfies readonly PaperKind[];

/** The papers of a course at its stage, in the order of the list. */
export function papersOf(facts: Facts): readonly PaperKind[] {
  return PAPERS.filter((paper) => paper.fits(facts));
}
