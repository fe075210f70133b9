/** 納入: when, by whom and to which account. None of it moves what is claimed. */
import { longDateJa, type IsoDate } from '../../../dates.js';
import { sum, yen } from '../../../money.js';
import { foldWidth } from '../../../text.js';
import type { Delivery } from '../../../model/case/course.js';
import { PAYMENT_KIND_JA, type Payment, type PaymentKind } from '../../../model/case/payment.js';
import type { Facts } from '../../facts/facts.js';
import type { FigureKey } from '../../figures.js';
import { feesDue } from '../../facts/due-dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import { refuse, type Verdict, warn } from '../../engine/verdict.js';
import { newHeads, payerHeads, payers } from './heads.js';

/** What the organisation remits. The books of コーチ1 are paid by each person. */
function remittedKinds({ course, isCommissioned }: Facts): readonly PaymentKind[] {
  if (!isCommissioned) return ['managementFee'];
  return course.level === 'coach1' ? ['courseFee'] : ['courseFee', 'referenceBook'];
}

function remittances(facts: Facts): readonly Payment[] {
  const kinds = remittedKinds(facts);
  return (facts.case.payments ?? []).filter(({ kind }) => kinds.includes(kind));
}

/** 納入時期: with the application. */
export const paidInTime = rule({
  id: 'PAY-TIM-01',
  clause: '5.(3)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { facts } = ask;
    const submitted = facts.submittedOn;
    const due = feesDue(facts, ask.figure);
    if (submitted === undefined || due === undefined) return undefined;
    const heads = facts.isCommissioned ? payerHeads(ask) : newHeads(ask);
    if (heads?.count === 0) return undefined;
    const feeJa = PAYMENT_KIND_JA[facts.isCommissioned ? 'courseFee' : 'managementFee'];
    const submittedJa = `申請書の提出（${longDateJa(submitted)}）`;
    const options = { remedyJa: '納入を急ぎ、納入日を記録します。すでに納めていれば納入日を確かめます' };
    const days = paymentDays(ask);
    if (days.includes(undefined)) {
      return facts.asOf < due
        ? undefined
        : warn(`${feeJa}の納入が記録されていません。${feeJa}は${submittedJa}と同時に納めます`, options);
    }
    const late = days
      .flatMap((day) => (day !== undefined && day > due ? [day] : []))
      .sort()
      .at(-1);
    return late === undefined
      ? undefined
      : warn(`${feeJa}の納入（${longDateJa(late)}）が${submittedJa}より遅れています`, options);
  },
});

/** The days of all remittances, undefined for one not yet paid; without payments by the list of 受講者. */
function paymentDays(ask: Ask): readonly (IsoDate | undefined)[] {
  const recorded = remittances(ask.facts);
  const days = recorded.map(({ paidOn }) => paidOn);
  if (recorded.some(({ kind }) => kind !== 'referenceBook')) return days;
  const byList = ask.facts.isCommissioned ? payers(ask).map(({ enrollment }) => enrollment.feePaidOn) : [];
  return byList.length === 0 ? [undefined] : [...byList, ...days];
}

/** 納入方法: pooled by the organisation. */
export const pooled = rule({
  id: 'PAY-MTH-01',
  clause: '5.(4)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    const single = remittances(facts).filter(({ payerKind }) => payerKind === 'individual');
    if (single.length === 0) return undefined;
    const kindsJa = [...new Set(single.map(({ kind }) => PAYMENT_KIND_JA[kind]))].join('・');
    return warn(
      `${kindsJa}が個人から納められています（${single.length}件、${yen(sum(single.map(({ amount }) => amount)))}）。実施団体が取りまとめて納めます`,
      {
        work: single.map(({ kind, amount, paidOn }) => ({
          labelJa: `${PAYMENT_KIND_JA[kind]}（個人${paidOn === undefined ? '' : `、${longDateJa(paidOn)}`}）`,
          amount,
        })),
        remedyJa: '実施団体が集めて納めます。すでに個人が納めたものは日本スポーツ協会に扱いを確かめます',
      },
    );
  },
});

const ACCOUNTS = {
  commissioned: {
    account: 'jspoCommissioned',
    bank: 'fees.account.commissionedBank',
    number: 'fees.account.commissionedNumber',
    ja: '委託',
  },
  independent: {
    account: 'jspoIndependent',
    bank: 'fees.account.independentBank',
    number: 'fees.account.independentNumber',
    ja: '独自',
  },
} as const satisfies Record<Delivery, { account: Payment['account']; bank: FigureKey; number: FigureKey; ja: string }>;

/** 振込先。 */
export const rightAccount = rule({
  id: 'PAY-ACC-01',
  clause: '5.(5)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { account, bank, ja } = ACCOUNTS[ask.facts.course.delivery];
    return remittances(ask.facts)
      .filter((payment) => payment.account !== undefined && payment.account !== account)
      .map(({ kind, amount, account: paidTo }) =>
        refuse(
          `${PAYMENT_KIND_JA[kind]}（${yen(amount)}）の振込先が${accountJa(paidTo)}です。${ja}講習会の振込先は${ask.figure(bank)}の口座です`,
          { remedyJa: '振込先を確かめます。誤って振り込んだときは日本スポーツ協会に連絡します' },
        ),
      );
  },
});

function accountJa(account: Payment['account']): string {
  const known = Object.values(ACCOUNTS).find((one) => one.account === account);
  return known === undefined ? 'ほかの口座' : `${known.ja}講習会の口座`;
}

/** 口座番号の確認: the guide's own print is in doubt, so a person compares it with the official notice. */
export const accountVerified = rule({
  id: 'PAY-ACC-02',
  clause: '5.(5)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask): Verdict | undefined {
    const { bank, number, ja } = ACCOUNTS[ask.facts.course.delivery];
    const printed = foldWidth(ask.figure(number)).replace(/\D/gu, '');
    const digits = ask.limit('fees.account.digits');
    const isWhole = printed.length === digits;
    if (isWhole && ask.facts.course.settings?.bankAccountVerified === true) return undefined;
    const accountJaText = `${ja}講習会の振込先（${ask.figure(bank)} ${printed}）`;
    return warn(
      isWhole
        ? `${accountJaText}は公式の通知で確かめた記録がありません`
        : `${accountJaText}の口座番号が${printed.length}桁です。口座番号は${digits}桁なので、桁が抜けているかもしれません`,
      { remedyJa: '日本スポーツ協会の公式の通知で口座番号を確かめます。振込には通知の番号を使います' },
    );
  },
});

/** 受講料は団体の収入ではない。 */
export const notOwnIncome = rule({
  id: 'PAY-OWN-02',
  clause: '4.※1',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    if (!facts.isCommissioned) return undefined;
    const booked = sum(
      (facts.course.income ?? []).filter(({ kind }) => kind === 'courseFee').map(({ amount }) => amount),
    );
    if (booked === 0) return undefined;
    return warn(
      `収入に受講料${yen(booked)}が入っています。委託講習会の受講料は日本スポーツ協会に納めるもので、団体の収入ではありません`,
      { remedyJa: '収支予算書の収入から受講料を除きます' },
    );
  },
});
