import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { slashDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { APPLICATION_STATUS_JA } from '../../../shared/model/case/exemption.js';
import { EXEMPTION_RESULT_JA } from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { classNames } from '../../ui/class-names.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SidePanel } from '../../ui/side-panel.js';
import { ROUTE_JA } from './application-fields.js';
import { ExemptionPart } from './exemption-part.js';
import { exemptionsOf, missingPapers, SHORT_SUBJECT_JA, type SubjectExemption, subjectsOf } from './exemptions-of.js';
import type { Person } from './people.js';

type Props = {
  readonly courseId: string;
  readonly value: Case;
  readonly people: readonly Person[];
  readonly book: Rulebook;
  readonly viewSwitch: ReactNode;
};

type Row = {
  readonly person: Person;
  readonly subjects: readonly SubjectExemption[];
  readonly missing: readonly string[];
};

/** 免除・代理申請: results and missing papers of everybody who holds something, and whom the body applies for. */
export function ExemptionView({ courseId, value, people, book, viewSwitch }: Props): ReactNode {
  const changes = useCourseChanges(courseId);
  const [chosenId, setChosenId] = useState<string>();
  const rows = useMemo(() => rowsOf(value, people), [value, people]);
  const proxies = rows.filter(({ person }) => person.application?.route === 'proxy');
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  const chosen = rows.find(({ person }) => person.participant.id === chosenId) ?? rows[0];
  const choose = (id: string) => ({
    className: classNames('people-line', id === chosen?.person.participant.id && 'people-chosen'),
    tabIndex: 0,
    onClick: () => setChosenId(id),
    onFocus: () => setChosenId(id),
  });
  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        <p className="second">
          免除の根拠がある人 <b>{rows.length}</b>名　足りない書類 <b>{missing}</b>　代理申請 <b>{proxies.length}</b>名
        </p>
      </div>
      <div className="split">
        <div className="split-work" data-region="table">
          {rows.length === 0 ? (
            <EmptyState
              title="免除の根拠はまだありません"
              note="名簿で人を選び、右の「持っている資格」で加えると、免除できるかどうかと必要な書類が出ます。"
            />
          ) : (
            <>
              <table className="people-table exempt-table" aria-label="免除の結果と足りない書類">
                <thead>
                  <tr>
                    <th scope="col">氏名</th>
                    {subjectsOf(value).map((subject) => (
                      <th key={subject} scope="col">
                        {SHORT_SUBJECT_JA[subject]}
                      </th>
                    ))}
                    <th scope="col">足りない書類</th>
                    <th scope="col">確認先</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ person, subjects, missing: papers }) => (
                    <tr key={person.participant.id} {...choose(person.participant.id)}>
                      <td className="people-name">{person.participant.nameJa}</td>
                      {subjects.map((one) => (
                        <td key={one.subject}>
                          <Result one={one} />
                        </td>
                      ))}
                      <td>{papers.length === 0 ? <span className="caption">なし</span> : papers.join('、')}</td>
                      <td className="second">{bodiesOf(subjects)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <h2 className="exempt-title">代理申請</h2>
              {proxies.length === 0 ? (
                <p className="second exempt-none">
                  代理申請の人はいません。右の「申請する人」を代理申請にすると、ここに並びます。
                </p>
              ) : (
                <table className="people-table exempt-table" aria-label="代理申請">
                  <thead>
                    <tr>
                      {['氏名', '本人の依頼', '申請日', '状態', '両科目'].map((head) => (
                        <th key={head} scope="col">
                          {head}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {proxies.map(({ person, subjects }) => (
                      <tr key={person.participant.id} {...choose(person.participant.id)}>
                        <td className="people-name">{person.participant.nameJa}</td>
                        <td>
                          {person.application?.proxyRequestedOn === undefined ? (
                            <FindingMark mark="confirm" labelJa="依頼の記録" />
                          ) : (
                            slashDate(person.application.proxyRequestedOn)
                          )}
                        </td>
                        <td>
                          {person.application?.appliedOn === undefined ? '' : slashDate(person.application.appliedOn)}
                        </td>
                        <td>{person.application?.status ? APPLICATION_STATUS_JA[person.application.status] : ''}</td>
                        <td className="second">
                          {subjects.every(({ result }) => result === 'exempt')
                            ? '両方とも免除できます'
                            : 'まだそろいません'}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </>
          )}
        </div>
        {chosen ? (
          <SidePanel label="免除の詳細">
            <h2 className="people-head">
              {chosen.person.participant.nameJa}
              <span className="second">
                {' '}
                {chosen.person.application?.route ? ROUTE_JA[chosen.person.application.route] : ''}
              </span>
            </h2>
            <ExemptionPart
              key={chosen.person.participant.id}
              value={value}
              person={chosen.person}
              book={book}
              changes={changes}
            />
          </SidePanel>
        ) : null}
      </div>
    </>
  );
}

function rowsOf(value: Case, people: readonly Person[]): Row[] {
  return people
    .filter((person) => person.exemptions.length > 0 || person.application !== undefined)
    .map((person) => {
      const subjects = exemptionsOf(value, person);
      return { person, subjects, missing: missingPapers(subjects) };
    });
}

function bodiesOf(subjects: readonly SubjectExemption[]): string {
  const bodies = subjects.flatMap(({ evidence }) => evidence.flatMap(({ judgement }) => judgement.confirmWith ?? []));
  return [...new Set(bodies)].join('、');
}

function Result({ one: { result } }: { readonly one: SubjectExemption }): ReactNode {
  if (result === 'attends') return <span className="second">受講</span>;
  if (result === 'needsConfirmation') return <FindingMark mark="confirm" />;
  if (result === 'notExempt') return <FindingMark mark="out" labelJa={EXEMPTION_RESULT_JA.notExempt} />;
  return (
    <span className="exempt exempt-exempt">
      <IconCheck size={13} aria-hidden="true" />
      免除
    </span>
  );
}
