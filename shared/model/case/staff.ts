import { z } from 'zod';
import { count, date, id, km10, prefecture, text, word } from '../primitives.js';
import { organizationKind } from './organization.js';

export const jocRole = z.enum([
  'none',
  'nationalCoach',
  'coachingDirector',
  'medicalStaff',
  'informationScience',
  'unknown',
]);
export type JocRole = z.infer<typeof jocRole>;
export const JOC_ROLE_JA = {
  none: '該当なし',
  nationalCoach: 'JOCナショナルコーチ',
  coachingDirector: '専任コーチングディレクター',
  medicalStaff: 'メディカルスタッフ',
  informationScience: '情報科学スタッフ',
  unknown: '未確認',
} as const satisfies Record<JocRole, string>;

export const employmentKind = z.enum(['none', 'paidEmployee', 'otherEmployer', 'unknown']);
export type EmploymentKind = z.infer<typeof employmentKind>;
export const EMPLOYMENT_KIND_JA = {
  none: '該当なし',
  paidEmployee: '有給従業員',
  otherEmployer: 'その他の勤務先',
  unknown: '未確認',
} as const satisfies Record<EmploymentKind, string>;

export const workplaceVenueRelation = z.enum(['different', 'same', 'adjacent', 'unknown']);
export type WorkplaceVenueRelation = z.infer<typeof workplaceVenueRelation>;
export const WORKPLACE_VENUE_RELATION_JA = {
  different: '別の場所',
  same: '会場と同じ',
  adjacent: '会場に隣接',
  unknown: '未確認',
} as const satisfies Record<WorkplaceVenueRelation, string>;

/** 講師等: anyone who teaches, examines or runs the day. Absent employment, JOC role or relation = unknown. */
export const staff = z
  .strictObject({
    id,
    nameJa: word,
    nameKana: word.optional(),
    accountHolderKana: word.optional(),
    homePrefectureCode: prefecture.optional(),
    homeStation: text.optional(),
    originStation: text.optional(),
    /** One way, from the home or origin station to the venue's station. */
    stationDistance: km10.optional(),
    distanceEvidenceId: id.optional(),
    employment: z.strictObject({ kind: employmentKind, orgKind: organizationKind.optional() }).optional(),
    employerName: word.optional(),
    paysToEmployer: z.boolean().optional(),
    jocRole: jocRole.optional(),
    workplaceVenueRelation: workplaceVenueRelation.optional(),
    /** Set when the same person is also a 受講者 of this course. */
    participantId: id.optional(),
  })
  .meta({ id: 'staff' });
export type Staff = z.infer<typeof staff>;

export const staffRole = z.enum(['lecturer', 'alLead', 'alInstructor', 'assistant', 'examiner', 'operations']);
export type StaffRole = z.infer<typeof staffRole>;
export const STAFF_ROLE_JA = {
  lecturer: '講師',
  alLead: '講義統括者',
  alInstructor: '講義担当者',
  assistant: '助手',
  examiner: '検定員',
  operations: '運営係員',
} as const satisfies Record<StaffRole, string>;

export const examinerTask = z.enum(['exam', 'reportMarking', 'other']);
export type ExaminerTask = z.infer<typeof examinerTask>;
export const EXAMINER_TASK_JA = {
  exam: '検定',
  reportMarking: 'レポート採点',
  other: 'その他の作業',
} as const satisfies Record<ExaminerTask, string>;

/** 担当: one person in one role, on one session or (検定員・運営係員) on one day. */
export const assignment = z
  .strictObject({
    id,
    staffId: id,
    role: staffRole,
    sessionId: id.optional(),
    date: date.optional(),
    /** Default: the length of the session. */
    minutes: count.optional(),
    /** 検定員 only; default exam. */
    task: examinerTask.optional(),
  })
  .meta({ id: 'assignment' });
export type Assignment = z.infer<typeof assignment>;
