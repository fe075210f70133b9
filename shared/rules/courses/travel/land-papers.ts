/** 飛行機以外の交通費: the papers of fares by rail, bus and ship. */
import { ORGANIZATION_KIND_JA } from '../../../model/case/organization.js';
import type { Leg } from '../../../model/case/lines/travel.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold, type Verdict, warn } from '../../engine/verdict.js';
import { hasTransferPaper } from '../../facts/payment.js';
import { hasLeg, isPublicTransport } from './legs.js';

/** 算出根拠 at the application. */
export const fareEvidence = rule({
  id: 'TRV-RAIL-08',
  clause: '基準一覧 2',
  stage: 'papers',
  on: 'transport',
  at: 'application',
  check(line, { facts }) {
    if (!hasLeg(line, isPublicTransport) || facts.hasPaper(line, 'fareEvidence')) return undefined;
    return warn('運賃の算出根拠（料金表・経路検索結果）がありません', {
      remedyJa: '営業キロの分かる経路検索結果か料金表を付けてください',
    });
  },
});

/** 振込明細書 or, bought at the counter, 領収書 at the report. */
export const landPayment = rule({
  id: 'TRV-RAIL-09',
  clause: '基準一覧 2',
  stage: 'papers',
  on: 'transport',
  at: 'report',
  check(line, { facts }) {
    if (!hasLeg(line, isLand) || hasTransferPaper(facts, line)) return undefined;
    if (line.arrangement === 'self') {
      return hold(0, '旅費の振込明細書（団体から本人へ、謝金と合算）がありません', {
        remedyJa: '団体から本人への振込明細書を付けると、保留した分が対象になります',
      });
    }
    // The receipt alone stands for a purchase at the counter; an agency paid in cash leaves the reason beside it.
    if (line.via !== 'agency' && facts.hasPaper(line, 'receiptOriginal')) return undefined;
    return line.via === 'agency' ? unpaidAgency() : unpaidTicket();
  },
});

function unpaidAgency(): Verdict {
  return hold(0, '旅行代理店等に支払った旅費の振込明細書がありません（領収書だけで足りるのは窓口購入のときです）', {
    remedyJa:
      '旅行代理店等への振込明細書を付けてください。現金で支払ったときは、振込に現金払いの理由を入力し、領収書（原本）を付けてください',
  });
}

function unpaidTicket(): Verdict {
  return hold(0, '旅費の振込明細書（旅行代理店等へ）も、窓口で購入した領収書（原本）もありません', {
    remedyJa: '旅行代理店等への振込明細書か、窓口の領収書（原本）を付けると、保留した分が対象になります',
  });
}

/** 窓口購入: the original receipt; the guide names only the prefectural associations (DEC-50). */
export const counterPurchase = rule({
  id: 'TRV-RAIL-10',
  clause: '基準一覧 2備考・DEC-50',
  stage: 'papers',
  on: 'transport',
  at: 'report',
  check(line, { facts }) {
    if (line.arrangement !== 'org' || line.via !== 'counter' || !hasLeg(line, isLand)) return undefined;
    const { kind } = facts.organization;
    return [
      ...(facts.hasPaper(line, 'receiptOriginal')
        ? []
        : [
            hold(0, '窓口で購入した旅費の領収書（原本）がありません', {
              remedyJa: '窓口の領収書（原本）を付けると、保留した分が対象になります',
            }),
          ]),
      ...(kind === 'prefecturalAssociation'
        ? []
        : [
            confirm(
              `窓口での購入は都道府県体育・スポーツ協会の場合だけが手引きに書かれています（実施団体は${ORGANIZATION_KIND_JA[kind]}）`,
              { remedyJa: '領収書（原本）でよいか日本スポーツ協会に確かめてください' },
            ),
          ]),
    ];
  },
});

/** Rides whose payment these papers show; flights and 車賃 have papers of their own. */
function isLand(leg: Leg): boolean {
  return leg.mode !== 'air' && leg.mode !== 'car';
}
