/** 旅費の対象者: each rule speaks on every 旅費 line of the person, because all of them stand or fall together. */
import { km } from '../../../money.js';
import { ORGANIZATION_KIND_JA } from '../../../model/case/organization.js';
import { JOC_ROLE_JA, type Staff, WORKPLACE_VENUE_RELATION_JA } from '../../../model/case/staff.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, cut, hold, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { hasRole, isTeachingParticipant, residence, TRAVEL_KINDS, worksAtVenue } from './entitlement.js';

/** 講師・助手・検定員・運営係員. */
export const travelRole = rule({
  id: 'TRV-ELG-01',
  clause: '別表2 対象・基準一覧 2',
  stage: 'persons',
  on: TRAVEL_KINDS,
  check(line, { facts }) {
    const person = facts.personOf(line);
    if (!person || hasRole(person, facts)) return undefined;
    return cut(0, `${person.nameJa}さんの担当がありません。旅費の対象は講師・助手・検定員・運営係員です`, {
      work: [{ labelJa: 'この講習会での担当', textJa: 'なし' }],
      remedyJa: '担当している場合は、講師等の担当（日程のコマか従事日）を入力してください',
    });
  },
});

/** ① 県外居住者 or ② 片道100km以上. */
export const travelResidence = rule({
  id: 'TRV-ELG-02',
  clause: '別表2 対象①②・DEC-54',
  stage: 'persons',
  on: TRAVEL_KINDS,
  check(line, ask) {
    const person = ask.facts.personOf(line);
    if (!person) return undefined;
    const home = residence(person, ask);
    if (home === 'near') return livesNear(person, ask);
    return home === 'unknown' ? residenceUnknown(person, ask) : undefined;
  },
});

function livesNear(person: Staff, ask: Ask): Verdict {
  const limit = km(ask.limit('travel.eligibility.distance'));
  return cut(
    0,
    `県内在住で、会場最寄駅まで片道${limit}に届かないため旅費の対象外です（片道${km(person.stationDistance ?? 0)}）`,
    {
      work: residenceWork(person, ask),
      remedyJa: '自宅の都道府県や駅間の距離が違うときは、講師等の情報を直してください',
    },
  );
}

function residenceUnknown(person: Staff, ask: Ask): Verdict {
  const limit = km(ask.limit('travel.eligibility.distance'));
  const missing = [
    ...(ask.facts.mainVenue ? [] : ['会場']),
    ...(person.homePrefectureCode === undefined ? ['自宅の都道府県'] : []),
    ...(person.stationDistance === undefined ? ['駅間の距離'] : []),
  ].join('と');
  return hold(
    0,
    `${missing}が入力されていないため、旅費の対象（県外在住または片道${limit}以上）か決められません。入力するまで保留します`,
    {
      work: residenceWork(person, ask),
      remedyJa: ask.facts.mainVenue
        ? `${person.nameJa}さんの自宅の都道府県と、会場最寄駅までの片道の距離を入力してください`
        : '会場を登録してください',
    },
  );
}

function residenceWork(person: Staff, ask: Ask): WorkStep[] {
  const venue = ask.facts.mainVenue;
  const home = person.homePrefectureCode;
  const prefectureJa =
    home === undefined || venue === undefined
      ? '未入力'
      : home === venue.prefectureCode
        ? '会場と同じ都道府県'
        : '会場と違う都道府県';
  return [
    { labelJa: '自宅', textJa: prefectureJa },
    {
      labelJa: '会場最寄駅までの片道の距離',
      textJa: person.stationDistance === undefined ? '未入力' : km(person.stationDistance),
    },
    { labelJa: '県内在住の場合に要る距離', textJa: `${km(ask.limit('travel.eligibility.distance'))}以上` },
  ];
}

/** ② against 「県内在住者は原則通い」 (DEC-67). */
export const farWithinPrefecture = rule({
  id: 'TRV-ELG-03',
  clause: '別表2 対象②※・DEC-67',
  stage: 'persons',
  on: TRAVEL_KINDS,
  check(line, ask) {
    const person = ask.facts.personOf(line);
    if (!person || residence(person, ask) !== 'far') return undefined;
    return confirm(
      `県内在住ですが、片道${km(person.stationDistance ?? 0)}（${km(ask.limit('travel.eligibility.distance'))}以上）のため対象として計算しています`,
      {
        work: residenceWork(person, ask),
        remedyJa: '距離の根拠となる資料（料金表・経路検索結果など）を付け、対象になるか確かめてください',
      },
    );
  },
});

/** 受講者を兼ねる講師・助手; for 検定員・運営係員 the guide says nothing (DEC-73). */
export const participantOnStaff = rule({
  id: 'TRV-ELG-04',
  clause: '基準一覧 1備考・DEC-73',
  stage: 'persons',
  on: TRAVEL_KINDS,
  check(line, { facts }) {
    const person = facts.personOf(line);
    if (person?.participantId === undefined) return undefined;
    if (isTeachingParticipant(person, facts)) {
      return cut(0, `${person.nameJa}さんは受講者を兼ねる講師・助手のため、旅費は対象外です（謝金だけが対象です）`, {
        work: [{ labelJa: 'この講習会での立場', textJa: '受講者、講師・助手' }],
        remedyJa: '受講者でないときは、講師等の情報から受講者との結び付けを外してください',
      });
    }
    return confirm(
      `${person.nameJa}さんは受講者を兼ねています。検定員・運営係員の旅費の扱いは手引きに記載がありません`,
      { remedyJa: '旅費の対象になるか確かめてください' },
    );
  },
});

/** 勤務地 and 会場. */
export const workplaceAtVenue = rule({
  id: 'TRV-ELG-05',
  clause: '基準一覧 2備考',
  stage: 'persons',
  on: TRAVEL_KINDS,
  check(line, { facts }) {
    const person = facts.personOf(line);
    if (!person) return undefined;
    const relation = person.workplaceVenueRelation ?? 'unknown';
    if (worksAtVenue(person)) {
      return cut(
        0,
        `勤務地が会場と同じか隣り合っているため、旅費は対象外です（登録：${WORKPLACE_VENUE_RELATION_JA[relation]}）`,
        {
          work: [{ labelJa: '勤務地と会場', textJa: WORKPLACE_VENUE_RELATION_JA[relation] }],
          remedyJa: '勤務地と会場の関係が違うときは、講師等の情報を直してください',
        },
      );
    }
    if (relation !== 'unknown') return undefined;
    return confirm('勤務地と会場が同じか隣り合っている場合、旅費は対象外です。勤務地との関係が確かめられていません', {
      remedyJa: `${person.nameJa}さんの勤務地と会場の関係を確かめて入力してください`,
    });
  },
});

/** Whose 謝金 is excluded: of their 旅費 the guide does not speak (DEC-18). */
export const travelOfUnpaid = rule({
  id: 'TRV-ELG-12',
  clause: '基準一覧 1備考・DEC-18',
  stage: 'persons',
  on: TRAVEL_KINDS,
  check(line, { facts }) {
    const person = facts.personOf(line);
    const reasonJa = person && excludedFromHonoraria(person);
    if (reasonJa === undefined) return undefined;
    return confirm(`謝金の対象外の方（${reasonJa}）の旅費です。手引きは謝金だけを対象外としています`, {
      remedyJa: '旅費の対象になるか確かめてください',
    });
  },
});

/** Why FEE-NEV-01/02 exclude the 謝金 of a person; undefined where they do not. */
function excludedFromHonoraria({ employment, jocRole }: Staff): string | undefined {
  const employer = employment?.kind === 'paidEmployee' ? employment.orgKind : undefined;
  if (employer !== undefined && employer !== 'other') return `${ORGANIZATION_KIND_JA[employer]}の有給従業員`;
  return jocRole === undefined || jocRole === 'none' || jocRole === 'unknown' ? undefined : JOC_ROLE_JA[jocRole];
}
