/** 支払調書の一覧 as it is written to a file: people with their payments of one calendar year. No account stands in it. */
import { z } from 'zod';
import { date, word, year, yen } from '../model/primitives.js';
import type { PaymentReport } from './payment-reports.js';

const text = z.string().max(1000);

export const paymentReportList = z.strictObject({
  year,
  organizationJa: word.max(200),
  madeOn: date,
  /** Filed for more than this, with the document that says so; absent where the book does not hold it. */
  threshold: z.strictObject({ above: yen, sourceJa: text }).optional(),
  /** What was assumed about 旅費. */
  assumedJa: z.array(text).max(10),
  people: z
    .array(
      z.strictObject({
        nameJa: word.max(200),
        kana: text.optional(),
        /** 要確認 and the like. */
        notesJa: z.array(text).max(10),
        payments: z
          .array(z.strictObject({ paidOn: date, courseJa: text, paid: yen, withheld: yen, noteJa: text }))
          .min(1)
          .max(1000),
      }),
    )
    .max(10_000),
});
export type PaymentReportList = z.infer<typeof paymentReportList>;

/** A person of the list. */
export function listedPerson(report: PaymentReport): PaymentReportList['people'][number] {
  return {
    nameJa: report.nameJa,
    ...(report.kana === undefined ? {} : { kana: report.kana }),
    notesJa: reportNotes(report),
    payments: report.payments.map(({ paidOn, courseJa, paid, withheld, isRecorded, isOpen }) => ({
      paidOn,
      courseJa,
      paid,
      withheld,
      noteJa: [...(isOpen ? ['源泉徴収の扱いが要確認'] : []), ...(isRecorded ? [] : ['税額は計算値'])].join('、'),
    })),
  };
}

/** What has to be asked before the sum of a person can be relied on. */
export function reportNotes({ isOpen, isDoubtful, isFiled }: PaymentReport): string[] {
  return [
    ...(isDoubtful ? ['同じ名前の人がほかにいます。同じ人かを確かめてください'] : []),
    ...(isOpen ? ['源泉徴収の扱いが要確認の支払を含みます'] : []),
    ...(isFiled === undefined ? ['提出範囲の額が基準にありません'] : []),
  ];
}
