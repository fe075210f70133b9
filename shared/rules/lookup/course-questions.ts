/** 早見 期限 and 概算払: what follows from the dates and the amount of a course. */
import type { IsoDate } from '../../dates.js';
import type { Case } from '../../model/case/case.js';
import type { Delivery, Level } from '../../model/case/course.js';
import type { Rulebook } from '../engine/rulebook.js';
import { lookupCase } from './lookup-case.js';

export type DeadlineQuestion = {
  readonly level: Level;
  readonly delivery: Delivery;
  readonly start?: IsoDate | undefined;
  readonly end?: IsoDate | undefined;
  readonly submittedOn?: IsoDate | undefined;
  readonly contractFixedOn?: IsoDate | undefined;
  readonly finalFixedOn?: IsoDate | undefined;
};

/** A course of these dates; its decision holds every deadline with its formula. `today` says what is late. */
export function deadlineCase(question: DeadlineQuestion, book: Rulebook, today: IsoDate): Case {
  const { level, delivery, start, end, submittedOn, contractFixedOn, finalFixedOn } = question;
  const value = lookupCase({ book, day: today }, { level, delivery }, {});
  return {
    ...value,
    course: {
      ...value.course,
      ...(start === undefined ? {} : { startDate: start }),
      ...(end === undefined ? {} : { endDate: end }),
      ...(submittedOn === undefined ? {} : { applicationSentOn: submittedOn }),
      ...(contractFixedOn === undefined ? {} : { contractAmountFixedOn: contractFixedOn }),
      ...(finalFixedOn === undefined ? {} : { finalAmountFixedOn: finalFixedOn }),
    },
  };
}

export type AdvanceQuestion = { readonly contractAmount: number; readonly fixedOn?: IsoDate | undefined };

/** A 委託 course with its contract; its settlement holds 概算払 and the day of its payment. */
export function advanceCase({ contractAmount, fixedOn }: AdvanceQuestion, book: Rulebook): Case {
  const value = lookupCase({ book }, {}, {});
  return {
    ...value,
    course: { ...value.course, contractAmount, ...(fixedOn === undefined ? {} : { contractAmountFixedOn: fixedOn }) },
  };
}
