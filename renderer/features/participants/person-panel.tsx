import { type ReactNode, useEffect, useRef } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { ENROLLMENT_STATUS_JA } from '../../../shared/model/case/participant.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { EnrollmentPart } from './enrollment-part.js';
import { ExemptionPart } from './exemption-part.js';
import { marksOfPerson, type Person } from './people.js';
import { PersonFields } from './person-fields.js';

/** One 受講者 in full: what the rules say, 免除 per subject, the way of the enrolment, the facts. */
export function PersonPanel({
  value,
  person,
  book,
  isNew,
  changes,
}: {
  readonly value: Case;
  readonly person: Person;
  readonly book: Rulebook;
  /** Just added: the name takes the focus, chosen whole, so that typing replaces it. */
  readonly isNew: boolean;
  readonly changes: CourseChanges;
}): ReactNode {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    focusInPanel(() => fields.current?.querySelector('input'));
    fields.current?.querySelector('input')?.select();
  }, [isNew]);
  const { participant, enrollment } = person;
  return (
    <>
      <h2 className="people-head">
        {participant.nameJa}
        <span className="second"> {enrollment ? ENROLLMENT_STATUS_JA[enrollment.status] : '申込なし'}</span>
      </h2>
      <Reasons findings={person.findings} />
      <ExemptionPart value={value} person={person} book={book} changes={changes} />
      <EnrollmentPart value={value} person={person} changes={changes} />
      <section className="people-part" aria-label="人">
        <h3>人</h3>
        <div ref={fields} className="form-rows">
          <PersonFields person={person} changes={changes} />
        </div>
      </section>
    </>
  );
}

/** Why and how to mend it; mere results stay out. */
function Reasons({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const shown = findings
    .filter((finding) => finding.severity !== 'info' || finding.approved)
    .filter((finding) => !finding.ruleId.startsWith('EXM-'));
  if (shown.length === 0) return null;
  return (
    <section className="people-part" aria-label="確かめること">
      <h3>確かめること</h3>
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.ruleId} ${finding.messageJa}`} className="people-reason">
            {marksOfPerson([finding]).map(({ mark, ja }) => (
              <FindingMark key={ja} mark={mark} labelJa={ja} />
            ))}{' '}
            {finding.messageJa}
            <span className="caption">
              {' '}
              手引き {finding.sourceJa}　{finding.ruleId}
            </span>
            {finding.remedyJa === undefined ? null : <p className="people-remedy">直すには：{finding.remedyJa}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
