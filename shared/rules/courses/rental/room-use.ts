/** 会場の選び方: extra rooms, public facilities, prefecture, and facilities whose fee comes back to the organisation. */
import { shortDateJa } from '../../../dates.js';
import type { Room, Venue } from '../../../model/case/venue.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold } from '../../engine/verdict.js';
import { claimedWork, exclude } from '../../facts/whole-line.js';
import { rentedLines, type RoomLine } from './room-days.js';

const CLAUSE = '基準一覧 3(1)備考';

/** 講義以外の部屋: no lecture and no exam in the room that day. A session without a format may still be one. */
export const extraRoom = rule({
  id: 'RNT-ROOM-05',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'room',
  override: 'extraRoomAccepted',
  check(line, ask) {
    const day = ask.once(rentedLines).get(line.id)?.day;
    if (!day || day.hoursIfTaught.used) return undefined;
    const whatJa = `${day.room.nameJa}では${shortDateJa(line.date)}に講義も検定もありません`;
    if (hasUseNote(line, day.room)) {
      return confirm(`${whatJa}。用途の記載がありますが、対象と認められないことがあります`, {
        remedyJa: '対象になるか日本スポーツ協会に確認し、承認を記録してください',
      });
    }
    return hold(0, `${whatJa}。特記事項に用途が書かれるまで保留します`, {
      work: claimedWork(line, ask),
      remedyJa: '部屋または明細の特記事項に、何に使う部屋かを書いてください',
    });
  },
});

function hasUseNote(line: RoomLine, room: Room): boolean {
  return [room.usageNote, line.remarks].some((text) => (text ?? '').trim() !== '');
}

/** 公共施設の優先. */
export const publicFacility = rule({
  id: 'RNT-ROOM-06',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'room',
  check(line, ask) {
    const venue = venueOf(line, ask);
    if (!venue || venue.isPublicFacility === true) return undefined;
    if (venue.isPublicFacility === undefined) {
      return confirm(`${venue.nameJa}が公共施設かどうか入力されていません`, {
        remedyJa: '会場に公共施設かどうかを入れてください',
      });
    }
    return confirm(`${venue.nameJa}は公共施設ではありません。理由書を求められることがあります`, {
      remedyJa: '公共施設を使えない理由をまとめた理由書を用意しておいてください',
    });
  },
});

/** 都道府県体育・スポーツ協会は県内の会場. */
export const prefectureOfVenue = rule({
  id: 'RNT-ROOM-07',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'room',
  override: 'outOfPrefectureVenueAccepted',
  check(line, ask) {
    const { organization } = ask.facts;
    const venue = venueOf(line, ask);
    if (!venue || organization.kind !== 'prefecturalAssociation') return undefined;
    if (venue.prefectureCode === organization.prefectureCode) return undefined;
    const unknown = (organization.prefectureCode ?? undefined) === undefined;
    return confirm(
      unknown
        ? `団体の都道府県が入力されていないため、${venue.nameJa}が県内の会場か確かめられません`
        : `${venue.nameJa}は県外の会場です。都道府県協会の講習会は県内の会場で行うこととされています`,
      {
        remedyJa: unknown
          ? '団体の都道府県を入れてください'
          : '県外の会場を使えるか日本スポーツ協会に確認し、承認を記録してください',
      },
    );
  },
});

/**
 * 自団体の収入となる施設. The guide speaks of 都道府県体育・スポーツ協会 only: for another organisation's own
 * facility the amount is kept and to be confirmed.
 */
export const ownFacility = rule({
  id: 'RNT-ROOM-08',
  clause: CLAUSE,
  stage: 'exclusions',
  on: 'room',
  override: 'ownFacilityAccepted',
  check(line, ask) {
    const venue = venueOf(line, ask);
    const income = venue?.feeIsOwnIncome ?? 'unknown';
    if (!venue || income === 'no') return undefined;
    const isOwn = isOwnFacility(venue, ask);
    if (!isOwn && income === 'unknown') return undefined;
    if (ask.facts.organization.kind !== 'prefecturalAssociation') {
      return confirm(`${venue.nameJa}の使用料は自団体の収入になるおそれがあります。対象になるか確認してください`, {
        remedyJa: '使用料が自団体の収入にならなければ、会場にそのように入れてください',
      });
    }
    if (!isOwn) {
      return hold(0, `${venue.nameJa}の使用料は自団体の収入とされていますが、所有・指定管理の団体が分かりません`, {
        work: claimedWork(line, ask),
        remedyJa: '会場の所有団体と指定管理者を入れてください',
      });
    }
    if (income === 'unknown') {
      return hold(0, `${venue.nameJa}は自団体の施設です。使用料が自団体の収入になるか分かるまで保留します`, {
        work: claimedWork(line, ask),
        remedyJa: '使用料が自団体の収入になるかどうかを会場に入れてください',
      });
    }
    return exclude(
      line,
      ask,
      `${venue.nameJa}は自団体の施設で、使用料が自団体の収入になるため対象外です`,
      '日本スポーツ協会が認めた場合は、承認を記録してください',
    );
  },
});

function isOwnFacility(venue: Venue, ask: Ask): boolean {
  const { organization } = ask.facts;
  const listed = [...(organization.ownedFacilityIds ?? []), ...(organization.designatedFacilityIds ?? [])];
  return venue.ownerOrgId === organization.id || venue.operatorOrgId === organization.id || listed.includes(venue.id);
}

function venueOf(line: RoomLine, ask: Ask): Venue | undefined {
  return ask.facts.venue(ask.facts.room(line.roomId)?.venueId);
}
