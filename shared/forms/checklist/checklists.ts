/** What is looked through before each paper leaves: its blanks, its deadline, and the findings that speak of it. */
import { APPLIED, type Blank, CONTRACT, HELD, ORGANIZATION, PARTS, REPORTED } from './blanks.js';
import type { Open } from './open-point.js';
import {
  SHEETS_OF_APPLICATION,
  SHEETS_OF_OWN_APPLICATION,
  SHEETS_OF_OWN_REPORT,
  SHEETS_OF_REPORT,
} from './places-of-rules.js';

export type Checklist = {
  /** The sheet that the paper is named after. */
  readonly formJa: string;
  /** The deadlines it is sent by; of several that apply the first that is not done. */
  readonly deadlines: readonly string[];
  readonly deadlineJa: string;
  readonly blanks: readonly Blank[];
  /** Rules that speak of it, by what their ids begin with; all where none is named. */
  readonly only?: readonly string[];
  /** Rules that do not, although `only` would let them. */
  readonly never?: readonly string[];
  /** Whether 経費明細 and their 証憑 belong to it. */
  readonly hasLines: boolean;
  readonly sheets: readonly (readonly [prefix: string, sheetJa: string])[];
  /** What stands open whatever the case holds. */
  readonly always?: readonly Open[];
};

/** Rules of what is claimed and paid under contract, which nobody pays for a 独自 course. */
const CLAIMS = ['FEE-', 'TRV-', 'RNT-', 'PRN-', 'CON-', 'COM-', 'MSC-', 'CLM-'] as const;
const GRANT = ['PAY-OWN', 'PAY-ADV', 'PAY-FIN', 'PAY-FEE', 'PAY-IMP'] as const;

/** The guide says 所定の様式 of a 独自 course without naming its papers. */
const ASSUMED: Open = {
  kindJa: '要確認',
  weight: 'info',
  ja: '日程表と名簿を添えるかどうかは、手引きに定めがありません。該当年度の所定様式で確かめてください',
  ruleId: '',
  placeJa: '日程表、科目別時間数、受講者名簿、講師等名簿',
  isDone: false,
};

export const CHECKLISTS = {
  commissionedApplication: {
    formJa: '講習会実施申請書',
    deadlines: ['DL-03'],
    deadlineJa: '申請期限',
    blanks: [...ORGANIZATION, ...APPLIED, ...PARTS],
    hasLines: true,
    sheets: SHEETS_OF_APPLICATION,
  },
  commissionedReport: {
    formJa: '実施報告書',
    deadlines: ['DL-08'],
    deadlineJa: '報告期限',
    blanks: [...ORGANIZATION, ...REPORTED, ...CONTRACT, ...PARTS, ...HELD],
    hasLines: true,
    sheets: SHEETS_OF_REPORT,
  },
  independentApplication: {
    formJa: '独自講習会実施申請書',
    deadlines: ['DL-04'],
    deadlineJa: '申請期限',
    blanks: [...ORGANIZATION, ...APPLIED, ...PARTS],
    never: [...CLAIMS, ...GRANT],
    hasLines: false,
    sheets: SHEETS_OF_OWN_APPLICATION,
    always: [ASSUMED],
  },
  independentReport: {
    formJa: '独自講習会実施報告書',
    deadlines: ['DL-10'],
    deadlineJa: '報告期限',
    blanks: [...ORGANIZATION, ...REPORTED, ...PARTS, ...HELD],
    never: [...CLAIMS, ...GRANT, 'PAY-'],
    hasLines: false,
    sheets: SHEETS_OF_OWN_REPORT,
    always: [ASSUMED],
  },
  changeNotice: {
    formJa: '変更届',
    deadlines: [],
    deadlineJa: '届出',
    blanks: ORGANIZATION,
    only: ['CHG-'],
    hasLines: false,
    sheets: [],
  },
  exemptions: {
    formJa: '免除申請書類一覧',
    deadlines: ['DL-13', 'DL-14'],
    deadlineJa: '申請締切',
    blanks: ORGANIZATION,
    only: ['EXM-'],
    hasLines: false,
    sheets: [],
  },
  judgementReport: {
    formJa: '判定結果報告',
    deadlines: ['DL-08', 'DL-10'],
    deadlineJa: '報告期限',
    blanks: [...ORGANIZATION.slice(1, 3), ...HELD],
    only: ['RPT-JDG', 'IMP-EXM', 'EXM-'],
    hasLines: false,
    sheets: [],
  },
} as const satisfies Record<string, Checklist>;
/** The papers that have a checklist. */
export type ChecklistId = keyof typeof CHECKLISTS;
