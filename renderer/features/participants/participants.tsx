import { type ReactNode, useMemo, useState } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { Decision } from '../../../shared/rules/engine/decide.js';
import { useCase, useCourse, useDecision } from '../../db/course-case.js';
import { useDesk } from '../../desk/desk-context.js';
import { Switch } from '../../ui/switch.js';
import { Attendance } from './attendance.js';
import { ExemptionView } from './exemption-view.js';
import { ImportScreen } from './import-screen.js';
import { peopleOf } from './people.js';
import { Roster } from './roster.js';
import { useImport } from './use-import.js';
import './participants.css';

const VIEWS = [
  { value: 'roster', ja: '名簿' },
  { value: 'attendance', ja: '出欠' },
  { value: 'exemptions', ja: '免除・代理申請' },
] as const;
type View = (typeof VIEWS)[number]['value'];

/** 講習会 → 受講者. */
export function Participants({ courseId }: { readonly courseId: string }): ReactNode {
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  if (!value || !decision) return null;
  return <LoadedParticipants courseId={courseId} value={value} decision={decision} />;
}

function LoadedParticipants({
  courseId,
  value,
  decision,
}: {
  readonly courseId: string;
  readonly value: Case;
  readonly decision: Decision;
}): ReactNode {
  const { bookFor } = useDesk();
  const record = useCourse(courseId);
  const book = record ? bookFor(record) : undefined;
  const [view, setView] = useState<View>('roster');
  const people = useMemo(() => peopleOf(value, decision), [value, decision]);
  const listed = useImport(value);
  if (!book) return null;
  if (listed.state.kind !== 'none') return <ImportScreen courseId={courseId} value={value} listed={listed} />;
  const viewSwitch = <Switch<View> label="見るもの" value={view} options={VIEWS} onChoose={setView} />;
  const parts = { courseId, value, people, book, viewSwitch };
  if (view === 'attendance') return <Attendance {...parts} />;
  if (view === 'exemptions') return <ExemptionView {...parts} />;
  return <Roster {...parts} listed={listed} />;
}
