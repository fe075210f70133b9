import { IconArrowRight, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { slashDate } from '../../../shared/dates.js';
import { type Line, LINE_KIND_JA } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import type { CourseEffect, Effect, LineEffect } from '../../../shared/rules/books/preview-effect.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { lineNumbers } from '../../../shared/rules/line-numbers.js';
import { courseNameJa } from '../../desk/course-words.js';
import { coursePath } from '../../routes.js';
import { hoursAtRate, type RateChange } from './hours-at-rate.js';

/** 効き目: three numbers, the arithmetic, the lines of each course, what stays as it was decided. */
export function EffectSection({
  headingJa,
  effect,
  openCount,
  decided,
  rate,
}: {
  readonly headingJa: string;
  /** Undefined while the courses are being judged. */
  readonly effect: Effect | undefined;
  readonly openCount: number;
  readonly decided: number;
  readonly rate?: RateChange | undefined;
}): ReactNode {
  return (
    <section className="books-section" aria-label={headingJa} aria-busy={effect === undefined}>
      <h3 className="books-heading">{headingJa}</h3>
      {effect === undefined ? <p className="second">開いている講習会で確かめています</p> : null}
      {effect?.courses.length === 0 ? <NoEffect openCount={openCount} /> : null}
      {effect && effect.courses.length > 0 ? (
        <>
          <Numbers effect={effect} />
          <Arithmetic effect={effect} rate={rate} />
          {effect.courses.map((course) => (
            <CoursePart key={course.courseId} course={course} />
          ))}
          <Total effect={effect} />
        </>
      ) : null}
      {decided === 0 ? null : (
        <p className="books-frozen">
          <IconLock size={14} aria-hidden="true" />
          確定した{decided}講習会は、決めたときの基準のまま変わりません。
        </p>
      )}
    </section>
  );
}

function NoEffect({ openCount }: { readonly openCount: number }): ReactNode {
  return (
    <p>
      開いている講習会には影響しません
      {openCount === 0 ? '（この基準で判定中の講習会はありません）' : ''}。
    </p>
  );
}

function Numbers({ effect }: { readonly effect: Effect }): ReactNode {
  return (
    <p className="books-numbers">
      <span>
        <b>{grouped(effect.courses.length)}</b> 講習会
      </span>
      <span>
        <b>{grouped(effect.lines)}</b> 明細
      </span>
      <span className={effect.yen < 0 ? 'books-loss' : effect.yen > 0 ? 'books-gain' : undefined}>
        <b>{signed(effect.yen)}</b> 円
      </span>
    </p>
  );
}

/** 37.0時間 × −500円, where every line follows the rate hour by hour. */
function Arithmetic({ effect, rate }: { readonly effect: Effect; readonly rate: RateChange | undefined }): ReactNode {
  const hours = rate && hoursAtRate(effect, rate);
  if (!rate || hours === undefined) return null;
  return (
    <p className="second">
      {rate.labelJa} {hours} × {signed(rate.after - rate.before)}円
    </p>
  );
}

function CoursePart({ course }: { readonly course: CourseEffect }): ReactNode {
  const facts = new Facts(course.value);
  const numbers = lineNumbers(facts.lines);
  return (
    <div className="books-course">
      <p className="books-course-head">
        <Link href={coursePath(course.courseId, 'claims')}>{courseNameJa(course.value.course)}</Link>
        <b>{signed(course.after - course.before)}</b>
      </p>
      {course.lines.length === 0 ? null : (
        <table className="books-effect">
          <thead>
            <tr>
              <th scope="col">明細</th>
              <th scope="col" className="number">
                対象額
              </th>
              <th scope="col" className="number">
                差
              </th>
            </tr>
          </thead>
          <tbody>
            {course.lines.map((line) => (
              <LineRow key={line.lineId} line={line} facts={facts} number={numbers.get(line.lineId) ?? ''} />
            ))}
          </tbody>
        </table>
      )}
      <GateNote course={course} />
      <Findings ja="新しく出る指摘" findings={course.appeared} />
      <Findings ja="なくなる指摘" findings={course.disappeared} />
      {course.deadlines.map((deadline) => (
        <p key={deadline.key} className="books-deadline">
          {deadline.nameJa}
          <span className="whole">
            {deadline.before === null ? '未定' : slashDate(deadline.before)} →{' '}
            <b>{deadline.after === null ? '未定' : slashDate(deadline.after)}</b>
          </span>
        </p>
      ))}
    </div>
  );
}

function LineRow({
  line,
  facts,
  number,
}: {
  readonly line: LineEffect;
  readonly facts: Facts;
  readonly number: string;
}): ReactNode {
  const own = facts.line(line.lineId);
  const person = own && personJa(own, facts);
  const held = line.after.provisional - line.before.provisional;
  return (
    <tr>
      <td>
        <span className="caption">{number}</span> {own ? LINE_KIND_JA[own.kind] : ''}
        {person === undefined ? '' : ` ${person}`}
        {held > 0 ? <span className="books-held">　証憑待ち ＋{grouped(held)}</span> : null}
      </td>
      <td className="number">
        {grouped(line.before.eligible)}
        <IconArrowRight size={12} aria-label="から" /> {grouped(line.after.eligible)}
      </td>
      <td className="number">{signed(line.after.eligible - line.before.eligible)}</td>
    </tr>
  );
}

/** Whose money it is; a line of no person needs no name. */
function personJa(line: Line, facts: Facts): string | undefined {
  if (line.kind === 'honorarium') return facts.paidAssignments(line)[0]?.person.nameJa;
  return 'staffId' in line ? facts.person(line.staffId)?.nameJa : undefined;
}

/** A course that fails a requirement counts nothing, whatever its lines say. */
function GateNote({ course }: { readonly course: CourseEffect }): ReactNode {
  const { gates, whole } = course;
  if (gates.before.length + gates.after.length === 0) return null;
  const wholeJa = `講習会全体の対象額 ${grouped(whole.before)} → ${grouped(whole.after)}`;
  if (gates.before.length === 0)
    return (
      <p className="books-gate">
        要件を満たさなくなります（{gates.after.join('、')}）。{wholeJa}
      </p>
    );
  if (gates.after.length === 0) return <p className="books-gate">要件を満たすようになります。{wholeJa}</p>;
  return (
    <p className="books-gate">
      要件を満たしていないため、どちらでも講習会全体が対象外です（{gates.after.join('、')}）。
    </p>
  );
}

/** That something was cut at all is only an echo of the finding that cut it. */
const ECHO = 'CLM-LIM-01';

function Findings({ ja, findings }: { readonly ja: string; readonly findings: readonly Finding[] }): ReactNode {
  const ids = new Map<string, number>();
  for (const { ruleId } of findings) if (ruleId !== ECHO) ids.set(ruleId, (ids.get(ruleId) ?? 0) + 1);
  if (ids.size === 0) return null;
  return (
    <p className="books-findings">
      <span>{ja}</span>
      {[...ids].map(([id, count]) => (count === 1 ? id : `${id}（${count}件）`)).join('、')}
    </p>
  );
}

function Total({ effect }: { readonly effect: Effect }): ReactNode {
  return (
    <p className="books-total">
      <span>計 {grouped(effect.lines)}明細</span>
      <b>{signed(effect.yen)}</b>
    </p>
  );
}

/** ＋1,000, −1,000, 0. */
export function signed(amount: number): string {
  return amount > 0 ? `＋${grouped(amount)}` : grouped(amount);
}
