/**
 * 委託の要件: whether the course can be paid as a 委託 course at all. Each is a gate: its error leaves nothing of the
 * total. All three are requirements of the application, so they yield to a concluded 委託契約 (DEC-72).
 */
import { type IsoDate, longDateJa } from '../../../dates.js';
import { ORGANIZATION_KIND_JA } from '../../../model/case/organization.js';
import type { Facts } from '../../facts/facts.js';
import { applicationPostingDue } from '../../facts/due-dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, note, refuse, type Verdict } from '../../engine/verdict.js';

/** 実施団体は都道府県体育・スポーツ協会か中央競技団体。 */
export const hostOrganization = rule({
  id: 'REC-ORG-01',
  clause: '1.※1・基準要項 2',
  stage: 'gates',
  on: 'course',
  gate: true,
  check({ organization: { kind } }, { facts }) {
    if (kind === 'prefecturalAssociation' || kind === 'nationalFederation') return undefined;
    return yieldToContract(
      facts,
      refuse(
        `実施団体になれるのは都道府県体育・スポーツ協会か中央競技団体だけです（登録されている区分：${ORGANIZATION_KIND_JA[kind]}）`,
        { remedyJa: '団体の区分が正しいか確かめます。正しければ、実施できる団体から申請します' },
      ),
    );
  },
});

/** 申請時の受講者は原則10名以上。 */
export const minimumHeadcount = rule({
  id: 'REC-CNT-01',
  clause: '1.(3)※4・基準要項 4',
  stage: 'gates',
  on: 'course',
  gate: true,
  override: 'tenPersonException',
  check(_course, ask) {
    const heads = ask.headcount().application;
    if (!ask.facts.isCommissioned) return undefined;
    const minimum = ask.limit('course.headcount.minimum');
    if (heads === undefined) return headsUnknown(minimum, ask.facts);
    if (heads >= minimum) return undefined;
    return yieldToContract(
      ask.facts,
      refuse(
        `申請時の受講者は${heads}名です。委託講習会には原則${minimum}名以上が必要です（あと${minimum - heads}名）`,
        {
          work: [
            { labelJa: '申請時の受講者（過年度受講者を含む）', textJa: `${heads}名` },
            { labelJa: '委託に必要な人数', textJa: `${minimum}名以上` },
          ],
          remedyJa:
            '日本スポーツ協会と協議し、認められたら承認記録を残します。認められないときは独自講習会への変更を考えます',
        },
      ),
    );
  },
});

/** An application on record cannot be called large enough while nobody knows how many it was for. */
function headsUnknown(minimum: number, facts: Facts): Verdict | undefined {
  if (facts.submittedOn === undefined) return undefined;
  return yieldToContract(
    facts,
    confirm(`申請時の受講者の人数が記録されていないため、${minimum}名以上か確かめられません`, {
      overridable: false,
      remedyJa: '受講者を登録するか、申請時の人数を入れます',
    }),
  );
}

/** 申請書は開始1か月前までに発送し、最終締切日までに原本が届くこと。 */
export const applicationInTime = rule({
  id: 'APP-DL-01',
  clause: '4.(1)・基準要項 3・8①⑥',
  stage: 'gates',
  on: 'course',
  gate: true,
  override: 'lateApplicationAccepted',
  check(_course, ask) {
    if (!ask.facts.isCommissioned) return undefined;
    const posting = applicationPostingDue(ask.facts, ask.figure);
    const verdict = posting === undefined ? startUnknown(ask) : lateApplication(posting, ask);
    return verdict && yieldToContract(ask.facts, verdict);
  },
});

function lateApplication(posting: IsoDate, ask: Ask): Verdict | undefined {
  const { course, asOf } = ask.facts;
  const lastDay = ask.figure('course.application.lastDay');
  const arrived = course.applicationReceivedOn;
  // An arrival on record proves that it was sent; only without either date is "today" the day of sending.
  const sent = course.applicationSentOn ?? (arrived === undefined ? asOf : undefined);
  const received = arrived ?? asOf;
  const arrivalJa =
    arrived === undefined ? `${longDateJa(asOf)}の時点で届いた記録がありません` : `到着は${longDateJa(arrived)}です`;
  const options = {
    work: [
      { labelJa: '発送の期限（開始日からさかのぼった日）', textJa: longDateJa(posting) },
      { labelJa: '到着の最終締切日（原本必着）', textJa: longDateJa(lastDay) },
      { labelJa: '発送日', textJa: dayOrUnknown(course.applicationSentOn) },
      { labelJa: '到着日', textJa: dayOrUnknown(arrived) },
    ],
    remedyJa: '発送日と到着日の記録を確かめます。遅れたときは日本スポーツ協会に相談し、受理されたら承認記録を残します',
  };
  if (received > lastDay) {
    return refuse(
      `申請書の最終締切日（${longDateJa(lastDay)}、原本必着）を過ぎています。${arrivalJa}。原則として委託対象外です`,
      options,
    );
  }
  if (sent !== undefined && sent > posting) {
    return refuse(
      course.applicationSentOn === undefined
        ? `申請書の期限（${longDateJa(posting)}）を過ぎましたが、発送も到着も記録されていません。原則として委託対象外です`
        : `申請書の発送（${longDateJa(sent)}）が期限（${longDateJa(posting)}）を過ぎています。原則として委託対象外です`,
      options,
    );
  }
  if (received > posting) {
    return confirm(
      `申請書の期限（${longDateJa(posting)}）までに届いていません（${arrivalJa}）。期限内の発送として扱えるか確かめてください`,
      options,
    );
  }
  return undefined;
}

/** An application on record cannot be called in time while nobody knows when the course begins. */
function startUnknown({ facts }: Ask): Verdict | undefined {
  const day = facts.submittedOn;
  if (day === undefined) return undefined;
  return confirm(
    `講習会の開始日が決まっていないため、申請書（${longDateJa(day)}）が期限に間に合っているか確かめられません`,
    { overridable: false, remedyJa: '日程か開始日を入れます' },
  );
}

function dayOrUnknown(day: IsoDate | undefined): string {
  return day === undefined ? '記録なし' : longDateJa(day);
}

/** The contract follows an application that was found proper: what is wrong with it is then only noted (DEC-72). */
function yieldToContract(facts: Facts, verdict: Verdict): Verdict {
  const { contractOn } = facts.course;
  if (contractOn === undefined) return verdict;
  return note(`${verdict.messageJa}。${longDateJa(contractOn)}に委託契約を結んでいるため、合計は減らしません`, {
    ...(verdict.work === undefined ? {} : { work: verdict.work }),
  });
}
