/** 講義会場への資料等の発送. */
import type { Venue } from '../../../model/case/venue.js';
import { type Ask, type Known, rule } from '../../engine/rule.js';
import { confirm } from '../../engine/verdict.js';
import { exclude, holdForPapers } from '../../facts/whole-line.js';

/** 駐車場代. */
export const shippingParking = rule({
  id: 'COM-SHIP-01',
  clause: '基準一覧 6(2)備考',
  stage: 'exclusions',
  on: 'shipping',
  check(line, ask) {
    if (line.carrierKind !== 'parking') return undefined;
    return exclude(line, ask, '資料を運ぶときの駐車場代は対象外です');
  },
});

/** 自家用車等. */
export const shippingOwnCar = rule({
  id: 'COM-SHIP-02',
  clause: '基準一覧 6(2)備考',
  stage: 'exclusions',
  on: 'shipping',
  check(line, ask) {
    if (line.carrierKind !== 'privateCar') return undefined;
    return exclude(line, ask, '自家用車等での運搬費（ガソリン代を含む）は対象外です');
  },
});

/** 報告時: 配送業者の領収書・伝票. */
export const shippingPapers = rule({
  id: 'COM-SHIP-03',
  clause: '基準一覧 6(2)',
  stage: 'papers',
  on: 'shipping',
  at: 'report',
  check(line, ask) {
    if (line.carrierKind !== 'carrier') return undefined;
    const isThere = ask.facts.hasPaper(line, 'carrierReceipt');
    return holdForPapers([{ nameJa: '配送業者の領収書（領収印と料金のある配送伝票等）', isThere }]);
  },
});

/** 発送先は講義会場. */
export const shippingDestination = rule({
  id: 'COM-SHIP-04',
  clause: '基準一覧 6(2)',
  stage: 'exclusions',
  on: 'shipping',
  check(line, ask) {
    const venue = ask.facts.venue(line.destinationVenueId);
    if (!venue) {
      return confirm('発送先の会場が入力されていません。対象は講義会場への発送だけです', {
        remedyJa: '発送先の会場を選んでください',
      });
    }
    if (isLectureVenue(venue, ask)) return undefined;
    return confirm(`発送先の${venue.nameJa}では、日程に講義も検定もありません`, {
      remedyJa: '発送先が講義会場であれば、日程のコマに部屋を入れてください',
    });
  },
});

const NOT_IN_CLASS = ['lunch', 'break', 'other'];

/** Every venue may be one while some session does not say where it is. */
function isLectureVenue(venue: Venue, ask: Ask): boolean {
  const venueIds = ask.once(venuesInClass);
  return venueIds.size === 0 || venueIds.has(undefined) || venueIds.has(venue.id);
}

/** Where the sessions take place; `undefined` among them where one does not say it. */
function venuesInClass({ facts }: Known): ReadonlySet<string | undefined> {
  const sessions = facts.sessions.filter(({ format }) => format === null || !NOT_IN_CLASS.includes(format));
  return new Set(sessions.map((session) => facts.room(session.roomId)?.venueId));
}
