/** Where a clerk is led to mend something: a screen of the course, or a field of this one. */
import { createContext, useContext } from 'react';
import type { LackPlace } from '../../../shared/workflow/lack.js';
import { COURSE_TAB_JA } from '../../routes.js';

export const PANES = ['way', 'changes', 'facts'] as const;
export type Pane = (typeof PANES)[number];
export const PANE_JA = { way: '進み', changes: '変更・承認', facts: '登録内容' } as const satisfies Record<
  Pane,
  string
>;

export type Lead = (place: LackPlace) => void;
export const LeadContext = createContext<Lead>(() => undefined);

/** Leads to a place. */
export function useLead(): Lead {
  return useContext(LeadContext);
}

/** Labels of the fields in 登録内容 that are named as places. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  surveyReplied: '実施希望調査',
  approvedScale: '承認された規模',
  recruitEnd: '募集の締切',
  applicationHeadcount: '申請時の受講者',
  applicationSentOn: '申請書を発送',
  applicationForm: '申請書の様式',
  approvalNoticeOn: '承認通知',
  advanceReceived: '概算払',
  reportReceivedOn: '報告書が到着',
  reportForm: '報告書の様式',
  judgementReports: '判定結果　日本スポーツ協会へ',
  finalAmount: '確定額',
  organization: '種別',
  competition: '競技',
};

/** The label of the field; absent where the place is no single field. */
export function labelOf({ field }: LackPlace): string | undefined {
  return field === undefined ? undefined : FIELD_LABELS[field];
}

/** True for what is recorded under 変更・承認. */
export function isOfChanges({ field }: LackPlace): boolean {
  return field === 'changes' || field === 'approvals';
}

/** 「日程」「受講者」; a place on this screen by its pane. */
export function placeJa(place: LackPlace): string {
  if (place.screen !== 'overview') return COURSE_TAB_JA[place.screen];
  return isOfChanges(place) ? PANE_JA.changes : (labelOf(place) ?? PANE_JA.facts);
}

/** Focuses the field under a label that begins with the words. */
export function focusLabelled(root: ParentNode | null, label: string): void {
  const found = [...(root?.querySelectorAll('label') ?? [])].find((one) => one.textContent.startsWith(label));
  const field = found?.htmlFor === undefined ? null : document.getElementById(found.htmlFor);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
