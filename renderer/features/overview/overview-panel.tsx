import { type ReactNode, useState } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import {
  ARRIVAL_JA,
  type Deadline,
  deadlineTitleJa,
  isTask,
} from '../../../shared/rules/courses/deadlines/deadline.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { useDecision } from '../../db/course-case.js';
import { AcrossNotes } from '../../desk/across-notes.js';
import { chipKind, deadlinesOfCase } from '../../desk/deadlines.js';
import { useDesk } from '../../desk/desk-context.js';
import { useCaseFiles } from '../../desk/use-case-files.js';
import { Button } from '../../ui/button.js';
import { DeadlineChip } from '../../ui/deadline-chip.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SidePanel } from '../../ui/side-panel.js';
import { findingMark, inPriority } from './finding-order.js';

/** What stands beside the facts: the deadlines, what the rules say about the course, the file. */
export function OverviewPanel({ courseId, value }: { readonly courseId: string; readonly value: Case }): ReactNode {
  return (
    <SidePanel label="期限・判定">
      <DeadlinePart value={value} />
      <FindingPart courseId={courseId} value={value} />
      <AcrossNotes courseId={courseId} />
      <FilePart courseId={courseId} />
    </SidePanel>
  );
}

function DeadlinePart({ value }: { readonly value: Case }): ReactNode {
  const { books } = useDesk();
  // People's own days are in 受講者; here a course of 24 would drown in them.
  const deadlines = deadlinesOfCase(value, books).filter((deadline) => deadline.personId === undefined);
  return (
    <section className="panel-part" aria-label="期限">
      <h2>期限</h2>
      <ul className="deadline-list">
        {deadlines.map((deadline) => (
          <DeadlineRow key={deadline.key} deadline={deadline} today={value.asOf} />
        ))}
      </ul>
    </section>
  );
}

function DeadlineRow({ deadline, today }: { readonly deadline: Deadline; readonly today: string }): ReactNode {
  const { dueOn, doneOn, state, formulaJa, sourceJa, lateJa, arrival } = deadline;
  return (
    <li className="deadline-row">
      <span className="deadline-row-head">
        <span className="deadline-row-name">{deadlineTitleJa(deadline)}</span>
        {ARRIVAL_JA[arrival] === '' ? null : <span className="tag">{ARRIVAL_JA[arrival]}</span>}
      </span>
      <span className="deadline-row-when">
        {dueOn === null ? (
          <span className="caption">日付 未定</span>
        ) : (
          <>
            <span className="whole">{shortDateJa(dueOn)}</span>
            {state === 'done' ? (
              <span className="whole deadline-row-done">
                済{doneOn === null ? '' : ` ${shortDateJa(doneOn).slice(0, -3)}`}
              </span>
            ) : !isTask(deadline) && state !== 'overdue' ? null : (
              <DeadlineChip dueOn={dueOn} today={today} kind={chipKind(deadline)} />
            )}
          </>
        )}
      </span>
      {state === 'done' ? null : (
        <span className="deadline-row-why caption">
          {state === 'overdue' ? `${lateJa}。` : ''}
          {formulaJa}　手引き {sourceJa}
        </span>
      )}
    </li>
  );
}

function FindingPart({ courseId, value }: { readonly courseId: string; readonly value: Case }): ReactNode {
  const decision = useDecision(courseId);
  const [showsNotes, setShowsNotes] = useState(false);
  if (!decision) return null;
  const findings = inPriority(decision.findings, decision.totals.gatedBy);
  const open = findings.filter((finding) => finding.severity !== 'info');
  const notes = findings.filter((finding) => finding.severity === 'info');
  const shown = showsNotes ? [...open, ...notes] : open;
  return (
    <section className="panel-part" aria-label="講習会についての判定">
      <h2>判定 {open.length === 0 ? null : <small>{open.length}件</small>}</h2>
      {open.length === 0 ? <p className="second">講習会と人について、直すところはありません。</p> : null}
      <ul className="finding-list">
        {shown.map((finding, index) => (
          <FindingRow
            key={`${finding.ruleId} ${finding.place.person ?? ''} ${index}`}
            finding={finding}
            gatedBy={decision.totals.gatedBy}
            value={value}
          />
        ))}
      </ul>
      {notes.length === 0 ? null : (
        <button type="button" className="link" aria-expanded={showsNotes} onClick={() => setShowsNotes(!showsNotes)}>
          {showsNotes ? '知らせを隠す' : `知らせ ${notes.length}件を見る`}
        </button>
      )}
    </section>
  );
}

function FindingRow({
  finding,
  gatedBy,
  value,
}: {
  readonly finding: Finding;
  readonly gatedBy: readonly string[];
  readonly value: Case;
}): ReactNode {
  const mark = findingMark(finding, gatedBy);
  const person = personJa(value, finding.place.person);
  return (
    <li className="finding-row">
      <p>
        {mark === undefined ? null : <FindingMark mark={mark.mark} labelJa={mark.ja} />}
        {person === undefined ? null : <b>{person}</b>}
      </p>
      <p>{finding.messageJa}</p>
      {finding.remedyJa === undefined ? null : <p className="second">{finding.remedyJa}</p>}
      <p className="caption">
        手引き {finding.sourceJa}　{finding.ruleId}
      </p>
    </li>
  );
}

function personJa(value: Case, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const people = [...(value.participants ?? []), ...(value.staff ?? [])];
  return people.find((person) => person.id === id)?.nameJa;
}

function FilePart({ courseId }: { readonly courseId: string }): ReactNode {
  const { writeCourse } = useCaseFiles();
  return (
    <section className="panel-part" aria-label="ファイル">
      <h2>ファイル</h2>
      <p className="second">この講習会を1つのファイルにします。ほかのパソコンの講習会デスクで取り込めます。</p>
      <Button size="small" onClick={() => void writeCourse(courseId)}>
        ファイルに書き出す
      </Button>
    </section>
  );
}
