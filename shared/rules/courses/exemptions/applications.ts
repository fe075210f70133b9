/** 免除・免除申請: by which way it is made, and for which registration it is in time (EXM-APP-05, -06, -08, -09). */
import { longDateJa } from '../../../dates.js';
import type { ExemptionApplication } from '../../../model/case/exemption.js';
import type { OrganizationKind } from '../../../model/case/organization.js';
import { type Ask, type Known, rule } from '../../engine/rule.js';
import { confirm, note, refuse, type Verdict, warn } from '../../engine/verdict.js';
import { registrationSlot, slotFor } from '../../facts/registration-slots.js';

/** 登録予定日: 完了した日から決まる登録期。 */
export const registrationDay = rule({
  id: 'EXM-APP-05',
  clause: '免除申請方法 申請締切',
  stage: 'exemptions',
  on: 'exemptionApplication',
  check(application, ask) {
    if (isRefused(application)) return undefined;
    const completedOn = completionOf(application);
    if (completedOn === undefined) {
      return confirm(
        `${nameOf(application, ask)}：免除・免除申請を完了した日が分からないため、登録予定日を出せません`,
        {
          remedyJa: '申請を完了した日を入れます',
        },
      );
    }
    const slot = slotFor(completedOn, ask.figure);
    if (!slot) return undefined;
    return note(
      `${nameOf(application, ask)}：登録予定日は${longDateJa(slot.registersOn)}です（申請の完了${longDateJa(completedOn)}、締切${longDateJa(slot.completedBy)}）`,
    );
  },
});

/** 希望の登録期に間に合わない申請。 */
export const wishedRegistration = rule({
  id: 'EXM-APP-06',
  clause: '免除申請方法 申請締切',
  stage: 'exemptions',
  on: 'exemptionApplication',
  check(application, ask) {
    const { wishedRegistration: wished } = application;
    if (wished === undefined || isRefused(application)) return undefined;
    const name = nameOf(application, ask);
    const slot = registrationSlot(wished, ask.figure);
    if (!slot) {
      return confirm(
        `${name}：希望の登録日（${longDateJa(wished)}）に登録期はありません。登録日は${ask.figure('exemption.registration.spring')}と${ask.figure('exemption.registration.autumn')}です`,
        { remedyJa: '希望の登録日を改めます' },
      );
    }
    return tooLate(name, completionOf(application), slot.completedBy, wished, ask);
  },
});

function tooLate(
  name: string,
  completedOn: string | undefined,
  completedBy: string,
  wished: string,
  ask: Ask,
): Verdict | undefined {
  // What is not completed yet is late as soon as the day of the case is.
  const day = completedOn ?? ask.facts.asOf;
  if (day <= completedBy) return undefined;
  const next = slotFor(day, ask.figure);
  const nextJa = next ? `次は${longDateJa(next.registersOn)}の登録です` : '次の登録期を確かめてください';
  const doneJa = completedOn === undefined ? '完了がまだです' : `完了${longDateJa(completedOn)}`;
  return warn(
    `${name}：希望の${longDateJa(wished)}の登録に間に合いません（締切${longDateJa(completedBy)}、${doneJa}）。${nextJa}`,
    { remedyJa: '本人に次の登録期を知らせ、希望の登録日を改めます' },
  );
}

/** 本人か、都道府県体育・スポーツ協会・中央競技団体の代理か。 */
export const applicationRoute = rule({
  id: 'EXM-APP-08',
  clause: '免除申請方法 申請方法①②',
  stage: 'exemptions',
  on: 'exemptionApplication',
  check(application, ask) {
    const { route } = application;
    const name = nameOf(application, ask);
    const remedyJa = '本人が指導者マイページで申請するか、都道府県体育・スポーツ協会か中央競技団体が代理で申請します';
    if (route === undefined) return confirm(`${name}：本人の申請か代理申請か分かりません`, { remedyJa });
    const isAccepted = route === 'self' || (route === 'proxy' && PROXIES.includes(ask.facts.organization.kind));
    if (isAccepted) return undefined;
    return refuse(
      `${name}：免除・免除申請は、本人の申請か、都道府県体育・スポーツ協会か中央競技団体の代理申請だけです`,
      { remedyJa },
    );
  },
});

const PROXIES: readonly OrganizationKind[] = ['prefecturalAssociation', 'nationalFederation'];

/** 代理申請の本人依頼。 */
export const proxyRequest = rule({
  id: 'EXM-APP-09',
  clause: '免除申請方法 申請方法②',
  stage: 'exemptions',
  on: 'exemptionApplication',
  check(application, ask) {
    if (application.route !== 'proxy' || application.proxyRequestedOn !== undefined) return undefined;
    return warn(`${nameOf(application, ask)}：代理申請ですが、本人から頼まれた記録がありません`, {
      remedyJa: '本人から頼まれた日を入れます',
    });
  },
});

/** It registers nobody; the person applies anew. */
function isRefused({ status }: ExemptionApplication): boolean {
  return status === 'refused';
}

/** 「免除・免除申請」を完了した日; where only the application is recorded, its day. */
function completionOf({ completedOn, appliedOn }: ExemptionApplication): string | undefined {
  return completedOn ?? appliedOn;
}

function nameOf({ participantId }: ExemptionApplication, ask: Ask): string {
  return ask.once(namesById).get(participantId) ?? participantId;
}

function namesById({ facts }: Known): ReadonlyMap<string, string> {
  return new Map((facts.case.participants ?? []).map(({ id, nameJa }) => [id, nameJa]));
}
