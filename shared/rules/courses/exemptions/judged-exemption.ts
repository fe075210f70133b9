/** 免除の判定 of a course: every evidence on record, asked about with the course's level, competition and dates. */
import type { IsoDate } from '../../../dates.js';
import type { Exemption, ExemptionApplication } from '../../../model/case/exemption.js';
import { MissingFigure } from '../../engine/figure.js';
import type { Rulebook } from '../../engine/rulebook.js';
import type { ReadFigure } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import { slotFor } from '../../facts/registration-slots.js';
import type { FigureKey, FigureOf } from '../../figures.js';
import { judgeExemption } from './judge-exemption.js';
import type { ExemptionJudgement, ExemptionQuestion, ExemptSubject } from './judgement.js';

/** What one evidence of a course is worth. */
export type JudgedExemption = ExemptionJudgement & {
  /** Of the evidence. */
  readonly id: string;
  readonly participantId: string;
  readonly subject: ExemptSubject;
  readonly qualificationJa: string;
  /** 免除申請日. */
  readonly appliedOn: IsoDate;
};

/** Judges every evidence of a case, by its id and in the order of the file. */
export function judgedExemptions(facts: Facts, book: Rulebook): ReadonlyMap<string, JudgedExemption> {
  const applications = firstApplications(facts);
  return new Map(
    facts.heldExemptions.map(({ exemption }) => {
      const application = applications.get(exemption.participantId);
      const question = questionOf(exemption, application, facts, book);
      const { id, participantId, subject, qualificationJa } = exemption;
      const { appliedOn } = question;
      const judgement = judgeExemption(exemption, question, book);
      return [id, { ...judgement, id, participantId, subject, qualificationJa, appliedOn }];
    }),
  );
}

/** What each person holds, by the id of the 受講者: searching the list for each of thousands takes seconds. */
export function judgedByPerson(judged: readonly JudgedExemption[]): ReadonlyMap<string, readonly JudgedExemption[]> {
  const people = new Map<string, JudgedExemption[]>();
  for (const one of judged) {
    const own = people.get(one.participantId);
    if (own) own.push(one);
    else people.set(one.participantId, [one]);
  }
  return people;
}

/** The first 免除・免除申請 of each person. */
function firstApplications({ case: value }: Facts): ReadonlyMap<string, ExemptionApplication> {
  // A map keeps the last of two entries.
  return new Map((value.exemptionApplications ?? []).toReversed().map((own) => [own.participantId, own]));
}

/** The question that a course puts to an evidence; the 免除申請日 is the day of the case where none is recorded. */
function questionOf(
  exemption: Exemption,
  application: ExemptionApplication | undefined,
  facts: Facts,
  book: Rulebook,
): ExemptionQuestion {
  const { course, asOf, startDate } = facts;
  return {
    level: course.level,
    subject: exemption.subject,
    competition: course.competition?.nameJa,
    appliedOn: exemption.appliedOn ?? asOf,
    startsOn: startDate,
    registersOn: registersOn(application, facts, book),
    federationAsked: course.competition?.guidelineChecked,
  };
}

/** 登録日 of the person's 免除・免除申請: the one wished for, else the one its completion is in time for. */
function registersOn(application: ExemptionApplication | undefined, facts: Facts, book: Rulebook): IsoDate | undefined {
  const completedOn = application?.completedOn ?? application?.appliedOn;
  if (application?.wishedRegistration !== undefined) return application.wishedRegistration;
  if (completedOn === undefined) return undefined;
  const figure: ReadFigure = <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>;
  try {
    return slotFor(completedOn, figure)?.registersOn;
  } catch (error) {
    if (error instanceof MissingFigure) return undefined;
    throw error;
  }
}
