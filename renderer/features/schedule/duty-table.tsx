import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Case } from '../../../shared/model/case/case.js';
import { STAFF_ROLE_JA } from '../../../shared/model/case/staff.js';
import { grouped } from '../../../shared/money.js';
import type { Decision } from '../../../shared/rules/engine/decide.js';
import { coursePath } from '../../routes.js';
import { classNames } from '../../ui/class-names.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { dutyHours } from './duty-hours.js';
import { hoursText } from './timetable.js';

/** 担当時間 → 謝金: hours become money, per person and role. */
export function DutyTable({
  courseId,
  value,
  decision,
  marked,
}: {
  readonly courseId: string;
  readonly value: Case;
  readonly decision: Decision;
  /** People of the chosen session. */
  readonly marked: ReadonlySet<string>;
}): ReactNode {
  const rows = dutyHours(value, decision);
  const honoraria = decision.accounts.find((account) => account.account === 'honorarium');
  if (rows.length === 0) return null;
  return (
    <section className="duty-money">
      <h3>担当時間 → 謝金</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">役割</th>
            <th scope="col" className="number">
              時間
            </th>
            <th scope="col" className="number">
              対象額
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.staffId} ${row.role}`} className={classNames(marked.has(row.staffId) && 'duty-marked')}>
              <td className="whole">{rows[index - 1]?.staffId === row.staffId ? '' : row.nameJa}</td>
              <td className="whole">
                <span className="second">{STAFF_ROLE_JA[row.role]}</span>{' '}
                {row.marks.slice(0, 1).map((mark) => (
                  <FindingMark key={mark} mark={mark} />
                ))}
              </td>
              <td className="number">{row.minutes === 0 ? '' : hoursText(row.minutes)}</td>
              {row.claimed === undefined || row.eligible === undefined ? (
                <td className="number caption">明細なし</td>
              ) : (
                <td className={classNames('number', row.eligible !== row.claimed && 'duty-changed')}>
                  {grouped(row.eligible)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {honoraria ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                諸謝金の対象額
              </th>
              <td className="number">{grouped(honoraria.eligible)}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
      {honoraria ? (
        <p className="duty-sum caption">
          請求 {grouped(honoraria.claimed)}　減額{' '}
          <span className={honoraria.cut > 0 ? 'money-cut' : undefined}>
            {honoraria.cut > 0 ? grouped(-honoraria.cut) : '0'}
          </span>
          {honoraria.provisional > 0 ? `　証憑待ち ${grouped(honoraria.provisional)}` : ''}
          <Link href={coursePath(courseId, 'claims')}>経費で見る</Link>
        </p>
      ) : null}
    </section>
  );
}
