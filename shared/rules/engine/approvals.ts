/** 承認記録: which recorded approvals count, and for what. */
import { type Approval, APPROVAL_KINDS, type ApprovalKind } from '../../model/case/approval.js';
import { longDateJa } from '../../dates.js';
import type { Facts } from '../facts/facts.js';
import type { Place } from './verdict.js';

/** 事務局確認 that moves money needs the paper behind it. */
const NEEDS_PAPER: readonly ApprovalKind[] = [
  'routeJustified',
  'busShortJustified',
  'lodgingNecessary',
  'noRoomOnlyPlan',
];

/**
 * True when a record has the source that its kind demands and what that source must leave behind:
 * JSPO承認 a contact person and the means of contact; 事務局確認 a reason and, where money moves, a paper.
 */
export function isComplete(approval: Approval): boolean {
  if (approval.source !== APPROVAL_KINDS[approval.kind].source) return false;
  if (approval.source === 'jspo') return filled(approval.contactPerson) && filled(approval.means);
  return filled(approval.note) && (!NEEDS_PAPER.includes(approval.kind) || (approval.voucherIds ?? []).length > 0);
}

/** 「承認記録あり（2021年9月1日・相手）」 */
export function approvalTextJa(approval: Approval): string {
  const who = approval.source === 'jspo' ? approval.contactPerson : '事務局確認';
  return `承認記録あり（${longDateJa(approval.date)}・${who ?? ''}）`;
}

export class Approvals {
  readonly #byKind = new Map<ApprovalKind, Approval[]>();
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
    for (const approval of facts.case.approvals ?? []) {
      if (!isComplete(approval)) continue;
      this.#byKind.set(approval.kind, [...(this.#byKind.get(approval.kind) ?? []), approval]);
    }
  }

  /** The first complete approval of the kind whose scope contains the place and that `accepts` lets through. */
  find(
    kind: ApprovalKind,
    place: Place,
    accepts: (approval: Approval, facts: Facts) => boolean = () => true,
  ): Approval | undefined {
    return this.#byKind.get(kind)?.find((approval) => this.#covers(approval, place) && accepts(approval, this.#facts));
  }

  #covers(approval: Approval, place: Place): boolean {
    if (approval.scope === 'course') return true;
    if (approval.scope === 'line') return place.line === approval.scopeId;
    return this.#personsOf(place).includes(approval.scopeId ?? '');
  }

  #personsOf(place: Place): readonly string[] {
    if (place.person !== undefined) return [place.person];
    const line = place.line === undefined ? undefined : this.#facts.line(place.line);
    return (line && this.#facts.staffIdOf(line)) ?? [];
  }
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
