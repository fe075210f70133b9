import { type ReactNode, useEffect, useRef } from 'react';
import type { Candidate } from '../../../shared/import/compare-people.js';
import { columnLetters } from '../../../shared/import/list-sheet.js';
import { PERSON_FIELD_JA } from '../../../shared/import/person-fields.js';
import type { ListedPerson } from '../../../shared/import/read-people.js';
import { TAKEN_FIELDS, type TakenField } from '../../../shared/import/taken-over.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { focusInPanel } from '../../ui/side-panel.js';
import type { PlannedRow } from './import-plan.js';
import type { ShownRow } from './shown-row.js';
import type { ImportState } from './use-import.js';
import { TAKEN_FIELD_JA, valueJa } from './value-words.js';

type Props = {
  readonly shown: ShownRow;
  readonly state: Extract<ImportState, { kind: 'preview' }>;
  readonly fiscalYear: number;
  /** Counts up when the question is to take the focus; 0 while the row is only looked at. */
  readonly asking: number;
  readonly onAnswer: (row: PlannedRow, isSame: boolean) => void;
};

/** What the row says in full, what is doubtful about it, and the question 「この人／別の人」. */
export function ImportPanel({ shown, state, asking, onAnswer }: Props): ReactNode {
  const { row } = shown;
  if (!row) {
    return (
      <>
        <h2 className="people-head">{shown.held.participant.nameJa}</h2>
        <p className="second">ファイルにありません。受講者からは消さず、そのまま残します。</p>
      </>
    );
  }
  return (
    <>
      <h2 className="people-head">
        {row.person.values.nameJa ?? '氏名なし'}
        <span className="second"> 取り込み元 {row.person.rowNo}行目</span>
      </h2>
      <Doubts row={row} state={state} />
      {row.candidate ? (
        <Question row={row} candidate={row.candidate} asking={asking} onAnswer={onAnswer} />
      ) : (
        <Values row={row} />
      )}
    </>
  );
}

function Doubts({ row, state }: { readonly row: PlannedRow; readonly state: Props['state'] }): ReactNode {
  if (row.doubtsJa.length === 0) return null;
  const sheet = state.source.sheets[state.sheetAt]?.nameJa ?? '';
  const cells = new Set(row.person.problems.map((problem) => problem.ja));
  return (
    <section className="people-part" aria-label="確かめること">
      <h3>確かめること</h3>
      <ul>
        {row.doubtsJa
          .filter((ja) => !cells.has(ja))
          .map((ja) => (
            <li key={ja} className="people-reason">
              <FindingMark mark="confirm" /> {ja}
            </li>
          ))}
        {row.person.problems.map((problem) => (
          <li key={problem.column} className="people-reason">
            <FindingMark mark="confirm" labelJa="読めないセル" /> {PERSON_FIELD_JA[problem.field]}
            {problem.text === '' ? '' : `「${problem.text}」`}：{problem.ja}
            <span className="caption">
              {' '}
              {sheet === '' ? '' : `シート「${sheet}」 `}
              {row.person.rowNo}行 {columnLetters(problem.column)}列。このセルは取り込みません
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The two beside each other; what differs is bold. */
function Question({
  row,
  candidate,
  asking,
  onAnswer,
}: {
  readonly row: PlannedRow;
  readonly candidate: Candidate;
  readonly asking: number;
  readonly onAnswer: Props['onAnswer'];
}): ReactNode {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking > 0) focusInPanel(() => first.current);
  }, [asking]);
  const other = valuesOf(candidate);
  const own = valuesOf({ listed: row.person });
  const fields = TAKEN_FIELDS.filter((field) => own[field] !== undefined || other[field] !== undefined);
  const isHeld = 'held' in candidate;
  return (
    <section className="people-part" aria-label="同じ人ですか">
      <h3>同じ人ですか</h3>
      <table className="import-compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{isHeld ? '今の受講者' : `${candidate.listed.rowNo}行目`}</th>
            <th scope="col">{row.person.rowNo}行目</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const differs = own[field] !== undefined && other[field] !== undefined && own[field] !== other[field];
            return (
              <tr key={field} className={differs ? 'import-differs' : undefined}>
                <th scope="row">{TAKEN_FIELD_JA[field]}</th>
                <td>{valueJa(field, other[field])}</td>
                <td>{valueJa(field, own[field])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="second">
        {isHeld
          ? 'この人なら、違うところをファイルの内容に変えます。別の人なら、新しい受講者として加えます。'
          : 'この人なら、この行は取り込みません。別の人なら、新しい受講者として加えます。'}
      </p>
      <div className="import-answers" role="group" aria-label="同じ人かどうか">
        <button
          ref={first}
          type="button"
          className="button button-plain"
          aria-pressed={row.answer === true}
          onClick={() => onAnswer(row, true)}
        >
          この人
        </button>
        <Button aria-pressed={row.answer === false} onClick={() => onAnswer(row, false)}>
          別の人
        </Button>
      </div>
    </section>
  );
}

function Values({ row }: { readonly row: PlannedRow }): ReactNode {
  const values = valuesOf({ listed: row.person });
  return (
    <section className="people-part" aria-label="この行の内容">
      <h3>この行の内容</h3>
      <dl className="import-values">
        {TAKEN_FIELDS.filter((field) => values[field] !== undefined).map((field) => {
          const change = row.changes.find((one) => one.field === field);
          return (
            <div key={field}>
              <dt>{TAKEN_FIELD_JA[field]}</dt>
              <dd>
                {change?.before === undefined ? null : <del>{valueJa(field, change.before)} </del>}
                {valueJa(field, values[field])}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

type Shown = { readonly [K in TakenField]?: string | number | undefined };

function valuesOf(candidate: Candidate | { readonly listed: ListedPerson }): Shown {
  if ('listed' in candidate) return candidate.listed.values;
  return { ...candidate.held.enrollment, ...candidate.held.participant };
}
