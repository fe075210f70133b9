/** 代理申請の一覧: the persons for whom the organisation applies, whether they asked for it, and when they register. */
import type { IsoDate } from '../../../dates.js';
import type { Case } from '../../../model/case/case.js';
import type { ExemptionApplication } from '../../../model/case/exemption.js';
import type { Decision } from '../../engine/decide.js';
import { MissingFigure } from '../../engine/figure.js';
import type { Rulebook } from '../../engine/rulebook.js';
import { Facts } from '../../facts/facts.js';
import { type RegistrationSlot, registrationSlot, slotFor } from '../../facts/registration-slots.js';
import type { FigureKey, FigureOf } from '../../figures.js';
import { judgedByPerson } from './judged-exemption.js';

export type ProxyApplication = {
  readonly applicationId: string;
  readonly participantId: string;
  readonly nameJa: string;
  /** Absent while it is not recorded. */
  readonly status?: ExemptionApplication['status'];
  /** 本人から頼まれた日; absent while there is no record. */
  readonly requestedOn?: IsoDate;
  readonly completedOn?: IsoDate;
  /** 登録予定日とその締切; of an application not yet completed, if it is completed on the day of the case. */
  readonly slot?: RegistrationSlot;
  readonly wishedOn?: IsoDate;
  /** True where the wished registration cannot be reached any more. */
  readonly isTooLate: boolean;
  /** Papers of the person that are still to be brought. */
  readonly missingPapersJa: readonly string[];
};

/** Every application with the route 代理, in the order of the file. */
export function proxyApplications(value: Case, decision: Decision, book: Rulebook): ProxyApplication[] {
  const facts = new Facts(value);
  const judgedOf = judgedByPerson(decision.exemptions);
  const names = new Map((value.participants ?? []).map(({ id, nameJa }) => [id, nameJa]));
  return (value.exemptionApplications ?? [])
    .filter(({ route }) => route === 'proxy')
    .map((application) => ({
      applicationId: application.id,
      participantId: application.participantId,
      nameJa: names.get(application.participantId) ?? application.participantId,
      ...(application.status === undefined ? {} : { status: application.status }),
      ...(application.proxyRequestedOn === undefined ? {} : { requestedOn: application.proxyRequestedOn }),
      ...datesOf(application, facts, book),
      missingPapersJa: (judgedOf.get(application.participantId) ?? []).flatMap((judged) => judged.missingPapersJa),
    }));
}

type Dates = Pick<ProxyApplication, 'completedOn' | 'slot' | 'wishedOn' | 'isTooLate'>;

function datesOf(application: ExemptionApplication, facts: Facts, book: Rulebook): Dates {
  const completedOn = application.completedOn ?? application.appliedOn;
  const wishedOn = application.wishedRegistration;
  const day = completedOn ?? facts.asOf;
  const known = {
    ...(completedOn === undefined ? {} : { completedOn }),
    ...(wishedOn === undefined ? {} : { wishedOn }),
  };
  try {
    const figure = <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>;
    const slot = slotFor(day, figure);
    const wished = wishedOn === undefined ? undefined : registrationSlot(wishedOn, figure);
    return { ...known, ...(slot ? { slot } : {}), isTooLate: wished !== undefined && day > wished.completedBy };
  } catch (error) {
    if (error instanceof MissingFigure) return { ...known, isTooLate: false };
    throw error;
  }
}
