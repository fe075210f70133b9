/** The route on a paper compared with a leg. */
import type { Leg } from '../../model/case/lines/travel.js';
import type { Voucher } from '../../model/case/voucher.js';
import { folded } from '../../text.js';

/** True where a paper has a route and it is that of the leg. */
export function namesRoute(paper: Voucher, leg: Leg): boolean {
  return paper.route !== undefined && routeKey(paper.route) === routeKey(`${leg.from}-${leg.to}`);
}

/** One spelling for the signs people put between two places; ー belongs to names and stays. */
function routeKey(route: string): string {
  return folded(route).replace(/[‐‑‒–—―−→⇒〜~]/gu, '-');
}
