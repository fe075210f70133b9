/** 受講料の納入額: what a 委託 course remits, and what a participant pays without the organisation. */
import { grouped, yen, type Yen } from '../../../money.js';
import type { Level, Subject } from '../../../model/case/course.js';
import type { NumericFigureKey } from '../../figures.js';
import { type Ask, rule } from '../../engine/rule.js';
import { exemptPeople } from '../../facts/exempt-people.js';
import { note, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { bookCopies, type Heads, isNewParticipant, isPastYear, payerHeads, standing } from './heads.js';
import { doubtOptions, REMITTED_JA } from './remitted.js';

/** コーチ1 共通科目Ⅰ: paid by the person, never by the organisation. */
export const coach1CommonFee = rule({
  id: 'PAY-FEE-01',
  clause: '5.(1)※1',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    if (ask.facts.course.level !== 'coach1') return undefined;
    const fee = ask.limit('fees.course.coach1Common1');
    const people = ask.facts.enrolled.length === 0 ? undefined : takingCommon1(ask);
    const sumJa = people === undefined ? '' : `（新規${people}名で${yen(people * fee)}）`;
    const unstated = ask.facts.isCommissioned ? '' : '。独自講習会の場合の額は手引きに明記がありません';
    return note(
      `コーチ1の共通科目Ⅰの受講料${yen(fee)}（税込）は、受講者本人が指導者マイページで納めます${sumJa}。団体の納入額には入りません${unstated}`,
      {
        confirm: !ask.facts.isCommissioned,
        ...(people === undefined
          ? {}
          : { work: [{ labelJa: `本人が納める額 ${people}名 × ${grouped(fee)}`, amount: people * fee }] }),
      },
    );
  },
});

/** New participants who are not exempt from 共通科目Ⅰ; who is exempt from 専門科目 alone takes it all the same. */
function takingCommon1(ask: Ask): number {
  const exempt = exemptPeople(ask.exemptions(), 'common1');
  const withoutSpecialty = exemptPeople(ask.exemptions(), 'specialty');
  return standing(ask.facts).filter((enrolled) => {
    const { enrollment, participant } = enrolled;
    if (exempt.has(participant.id)) return false;
    const isOnlyCommon = enrollment.judgement === 'exempt' || withoutSpecialty.has(participant.id);
    return isOnlyCommon ? !isPastYear(enrollment, ask.facts) : isNewParticipant(enrolled, ask);
  }).length;
}

/** コーチ1 専門科目。 */
export const coach1SpecialtyFee = rule({
  id: 'PAY-FEE-02',
  clause: '5.(1)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check: (_course, ask) => courseFee('coach1', 'specialty', ask),
});

/** コーチ2 共通科目Ⅱ。 */
export const coach2CommonFee = rule({
  id: 'PAY-FEE-03',
  clause: '5.(1)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check: (_course, ask) => courseFee('coach2', 'common2', ask),
});

/** コーチ2 専門科目。 */
export const coach2SpecialtyFee = rule({
  id: 'PAY-FEE-04',
  clause: '5.(1)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check: (_course, ask) => courseFee('coach2', 'specialty', ask),
});

/** リファレンスブック代: with the fee of the common subject. A 独自 course is not spoken of in the guide. */
export const referenceBooks = rule({
  id: 'PAY-FEE-05',
  clause: '5.(1)※2',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { level, subject } = ask.facts.course;
    if (!ask.facts.isCommissioned) return undefined;
    if (level === 'coach1') return byThePerson(ask);
    const remittance = subject === 'common2' ? ask.derive(remitted) : undefined;
    if (remittance?.books === undefined) return undefined;
    const { books, total, steps, doubts } = remittance;
    return note(
      `リファレンスブック代は${yen(books.amount)}です（${yen(books.price)}（税込） × ${books.copies}冊）。受講料と併せて${yen(total)}を納めます`,
      { work: steps, ...doubtOptions(doubts) },
    );
  },
});

function byThePerson(ask: Ask): Verdict {
  return note(
    `リファレンスブック代（1冊${yen(ask.limit('fees.referenceBook'))}、税込）は、受講者本人が共通科目Ⅰの受講料と併せて納めます。団体の納入額には入りません`,
  );
}

function courseFee(level: Level, subject: Subject, ask: Ask): Verdict | undefined {
  const { course, isCommissioned } = ask.facts;
  if (!isCommissioned || course.level !== level || course.subject !== subject) return undefined;
  const remittance = ask.derive(remitted);
  if (remittance === undefined) return undefined;
  const { heads, fee, books, total, steps, doubts } = remittance;
  const withBooks = books === undefined ? '' : `。リファレンスブック代と併せて${yen(total)}を納めます`;
  return note(`受講料は${yen(heads.count * fee)}です（${yen(fee)}（税込） × ${heads.count}名）${withBooks}`, {
    work: steps,
    ...doubtOptions(doubts),
  });
}

type Books = { readonly copies: number; readonly price: Yen; readonly amount: Yen };
type Remitted = {
  readonly heads: Heads;
  /** Per head. */
  readonly fee: Yen;
  /** Only where the organisation remits them. */
  readonly books?: Books;
  readonly total: Yen;
  readonly steps: readonly WorkStep[];
  readonly doubts: readonly string[];
};

/** What the organisation of a 委託 course remits; undefined while the number of payers is unknown. */
function remitted(ask: Ask): Remitted | undefined {
  const heads = payerHeads(ask);
  if (heads === undefined) return undefined;
  const fee = ask.limit(feeKey(ask.facts.course));
  const copies = ask.facts.course.subject === 'common2' ? bookCopies(ask) : undefined;
  const books = copies && booksOf(copies.count, ask.limit('fees.referenceBook'));
  const total = heads.count * fee + (books?.amount ?? 0);
  return {
    heads,
    fee,
    ...(books === undefined ? {} : { books }),
    total,
    steps: [
      { labelJa: `受講料 ${heads.count}名 × ${grouped(fee)}`, amount: heads.count * fee },
      ...(books === undefined
        ? []
        : [{ labelJa: `リファレンスブック ${books.copies}冊 × ${grouped(books.price)}`, amount: books.amount }]),
      { labelJa: REMITTED_JA, amount: total },
    ],
    doubts: [heads.doubtJa ?? [], copies?.doubtJa ?? []].flat(),
  };
}

function booksOf(copies: number, price: Yen): Books {
  return { copies, price, amount: copies * price };
}

function feeKey({ level, subject }: { readonly level: Level; readonly subject: Subject }): NumericFigureKey {
  if (subject === 'common2') return 'fees.course.coach2Common2';
  return level === 'coach1' ? 'fees.course.coach1Specialty' : 'fees.course.coach2Specialty';
}
