import type { ReactNode } from 'react';
import { longDateJa } from '../../../shared/dates.js';
import type { FigureKey, FigureOf } from '../../../shared/rules/figures.js';
import { changesSince, type CourseDifference, DIFFERENCE_TOPIC_JA } from '../../../shared/rules/facts/changes.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { Workflow } from './use-workflow.js';

/** 変更の確認: what was applied for beside what is so now, and whether a 変更届 is needed. */
export function ChangesPart({ workflow }: { readonly workflow: Workflow }): ReactNode {
  const differences = differencesOf(workflow);
  return (
    <section className="changes" aria-label="変更の確認">
      <h2 className="part-head">
        変更の確認 {differences === undefined ? null : <small>{differences.length}件</small>}
      </h2>
      {differences === undefined ? (
        <p className="second">
          申請書の提出を記録すると、その時の日程・会場・講師等・人数・金額を控え、いまの内容と比べます。
        </p>
      ) : differences.length === 0 ? (
        <p>申請した時から変わったところはありません。変更届は要りません。</p>
      ) : (
        <>
          <NoticeNeed workflow={workflow} differences={differences} />
          <table className="difference-table">
            <thead>
              <tr>
                <th scope="col">項目</th>
                <th scope="col">申請した時</th>
                <th scope="col">いま</th>
                <th scope="col">扱い</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference, index) => (
                <tr key={`${difference.topic} ${index}`}>
                  <th scope="row">{DIFFERENCE_TOPIC_JA[difference.topic]}</th>
                  <td>{difference.beforeJa}</td>
                  <td>{difference.afterJa}</td>
                  <td>
                    {difference.significant ? <FindingMark mark="over" labelJa="著しい変更" /> : null}
                    <span className="second">{difference.needsNotice ? '変更届に書く' : '変更届は不要'}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** Undefined before there is a snapshot. */
function differencesOf({ situation, book }: Workflow): CourseDifference[] | undefined {
  const { value, decision } = situation;
  const snapshot = value.course.applicationSnapshot;
  if (snapshot === undefined) return undefined;
  const facts = new Facts(value);
  return changesSince(
    snapshot,
    facts,
    decision,
    <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>,
  );
}

/** Two sentences: the 変更届, and the word to the association that cannot wait for it. */
function NoticeNeed({
  workflow,
  differences,
}: {
  readonly workflow: Workflow;
  readonly differences: readonly CourseDifference[];
}): ReactNode {
  const { course } = workflow.situation.value;
  const notice = (course.changeNotices ?? []).findLast((one) => one.kind === 'content');
  const submittedOn = course.applicationSentOn ?? course.applicationReceivedOn ?? '';
  const contact = (course.jspoContacts ?? []).findLast((one) => one.date >= submittedOn);
  const needsNotice = differences.some((difference) => difference.needsNotice);
  const needsContact = differences.some((difference) => difference.significant);
  return (
    <ul className="change-needs">
      <li>
        <b>変更届</b>
        {notice !== undefined
          ? `${longDateJa(notice.submittedOn)}に提出の記録があります`
          : needsNotice
            ? '要ります。提出した日を下に記録します'
            : '要りません（金額だけの違いです）'}
      </li>
      {needsContact ? (
        <li>
          <b>連絡</b>
          {contact === undefined
            ? '著しい変更です。速やかに日本スポーツ協会へ連絡し、下に記録します'
            : `${longDateJa(contact.date)}に${contact.contactPerson}へ${contact.means}で連絡した記録があります`}
        </li>
      ) : null}
    </ul>
  );
}
