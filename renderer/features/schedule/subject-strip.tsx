import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { hoursText, subjectHours } from './timetable.js';

/** 科目の時間数: planned against the 実施要領, at the foot of the timetable. */
export function SubjectStrip({ value }: { readonly value: Case }): ReactNode {
  const subjects = subjectHours(value);
  if (subjects.length === 0) return null;
  return (
    <section className="subjects" aria-label="科目の時間数" data-region="totals" tabIndex={0}>
      <h2 className="caption">
        科目の時間数
        <br />
        計画／実施要領
      </h2>
      <ul>
        {subjects.map(({ id, nameJa, planned, required }) => (
          <li key={id}>
            <span>{nameJa}</span>
            <span className="whole">
              <b>{hoursText(planned)}</b>
              <span className="second">／{hoursText(required)}</span>
            </span>
            <Difference minutes={planned - required} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Difference({ minutes }: { readonly minutes: number }): ReactNode {
  if (minutes === 0) return <IconCheck size={14} aria-label="一致" />;
  const text = `${minutes > 0 ? '+' : '−'}${hoursText(Math.abs(minutes))}`;
  return <span className={minutes > 0 ? 'hours-over' : 'hours-short'}>{minutes > 0 ? `▲${text}` : text}</span>;
}
