import { IconCheck, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { slashDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { EXEMPT_SUBJECT_JA, EXEMPTION_RESULT_JA } from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SelectField } from '../../ui/select-field.js';
import { TickList } from '../../ui/tick-list.js';
import { ApplicationFields } from './application-fields.js';
import { ExemptionForm } from './exemption-form.js';
import { type Evidence, exemptionsOf, type SubjectExemption } from './exemptions-of.js';
import type { Person } from './people.js';
import { listedQualifications } from './qualifications.js';

type Props = {
  readonly value: Case;
  readonly person: Person;
  readonly book: Rulebook;
  readonly changes: CourseChanges;
};

/** 免除 per subject: result, reason, clause, until when, whom to ask, papers; the evidence can be added and put right. */
export function ExemptionPart({ value, person, book, changes }: Props): ReactNode {
  const subjects = exemptionsOf(value, person);
  const hasAny = subjects.some(({ evidence }) => evidence.length > 0);
  return (
    <>
      {subjects.map((one) => (
        <SubjectPart key={one.subject} value={value} person={person} book={book} changes={changes} one={one} />
      ))}
      {hasAny || person.application ? (
        <section className="people-part" aria-label="免除・免除申請">
          <h3>免除・免除申請</h3>
          <ApplicationFields person={person} changes={changes} />
        </section>
      ) : null}
    </>
  );
}

/** Until its name is typed. */
const UNLISTED = '資格 未入力';

function SubjectPart({ value, person, book, changes, one }: Props & { readonly one: SubjectExemption }): ReactNode {
  const [openId, setOpenId] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const subjectJa = EXEMPT_SUBJECT_JA[one.subject];
  const choices = listedQualifications(book, value, one.subject);
  const add = async (qualificationJa: string | undefined): Promise<void> => {
    setAdding(false);
    if (qualificationJa === undefined) return;
    let id: string | undefined;
    const recorded = await changes.act(`${person.participant.nameJa}さんの${subjectJa}の資格を加えました`, (course) => {
      id = course.freshId('exemptions', 'x');
      course.put('exemptions', { id, participantId: person.participant.id, subject: one.subject, qualificationJa });
    });
    if (recorded.ok) setOpenId(id);
  };
  return (
    <section className="people-part" aria-label={subjectJa}>
      <h3>
        {subjectJa}
        <Button
          kind="bare"
          size="small"
          icon={<IconPlus size={14} aria-hidden="true" />}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          持っている資格
        </Button>
      </h3>
      {isAdding ? (
        <SelectField
          label={`${subjectJa}のために持っている資格`}
          value={undefined}
          emptyJa="選んでください"
          choices={[...choices.map((name) => ({ value: name, ja: name })), { value: UNLISTED, ja: '一覧にない資格' }]}
          onCommit={add}
        />
      ) : null}
      {one.evidence.length === 0 && !isAdding ? <p className="second">免除の根拠はありません。受講します。</p> : null}
      {one.evidence.map((judged) => (
        <EvidencePart
          key={judged.exemption.id}
          judged={judged}
          isOpen={judged.exemption.id === openId}
          onOpen={(isOpen) => setOpenId(isOpen ? judged.exemption.id : undefined)}
          changes={changes}
          nameJa={person.participant.nameJa}
          choices={choices}
        />
      ))}
    </section>
  );
}

function EvidencePart({
  judged,
  isOpen,
  onOpen,
  changes,
  nameJa,
  choices,
}: {
  readonly judged: Evidence;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly changes: CourseChanges;
  readonly nameJa: string;
  readonly choices: readonly string[];
}): ReactNode {
  const { exemption, judgement } = judged;
  const [main, ...others] = judgement.reasons;
  return (
    <div className="exempt-evidence">
      <p className={`exempt-result exempt-result-${judgement.result}`}>
        <ResultSign result={judgement.result} />
        {judgement.result === 'needsConfirmation' ? 'まだ決められません' : EXEMPTION_RESULT_JA[judgement.result]}
      </p>
      {main ? (
        <p className="exempt-why">
          {main.messageJa}
          <span className="caption">
            {' '}
            {main.sourceJa}　{main.ruleId}
          </span>
        </p>
      ) : null}
      {others.map((reason) => (
        <p key={`${reason.ruleId} ${reason.messageJa}`} className="exempt-why second">
          {reason.messageJa}
          <span className="caption"> {reason.ruleId}</span>
        </p>
      ))}
      <dl className="exempt-facts">
        <div>
          <dt>判定の日</dt>
          <dd>{slashDate(judgement.appliedOn)}（免除申請日）</dd>
        </div>
        {judgement.validUntil === undefined ? null : (
          <div>
            <dt>有効</dt>
            <dd>{slashDate(judgement.validUntil)}の申請まで</dd>
          </div>
        )}
        {judgement.confirmWith === undefined ? null : (
          <div>
            <dt>確認先</dt>
            <dd>{judgement.confirmWith}</dd>
          </div>
        )}
      </dl>
      {judgement.papersJa.length > 0 ? (
        <TickList
          labelJa="必要な書類"
          ticks={judgement.papersJa.map((labelJa) => ({
            key: labelJa,
            labelJa,
            isDone: exemption.copyAttached === true,
            gain: 0,
          }))}
        />
      ) : null}
      {judgement.reasons.flatMap(({ remedyJa }) => remedyJa ?? []).length > 0 && judgement.result !== 'exempt' ? (
        <p className="people-remedy">直すには：{judgement.reasons.flatMap(({ remedyJa }) => remedyJa ?? [])[0]}</p>
      ) : null}
      <div className="exempt-ways">
        <Button size="small" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? '閉じる' : '資格と日付を直す'}
        </Button>
        <button
          type="button"
          className="icon-button"
          aria-label={`${exemption.qualificationJa}を消す`}
          onClick={() =>
            void changes.act(`${nameJa}さんの免除の根拠を消しました`, (course) =>
              course.remove('exemptions', exemption.id),
            )
          }
        >
          <IconTrash size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </div>
      {isOpen ? <ExemptionForm judged={judged} nameJa={nameJa} choices={choices} changes={changes} /> : null}
    </div>
  );
}

function ResultSign({ result }: { readonly result: Evidence['judgement']['result'] }): ReactNode {
  if (result === 'exempt') return <IconCheck size={18} stroke={2.4} aria-hidden="true" />;
  if (result === 'notExempt') return <IconX size={18} stroke={2.4} aria-hidden="true" />;
  return <FindingMark mark="confirm" />;
}
