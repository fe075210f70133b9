/**
 * What is left of every line. Each line is a small tree: a 交通費 line holds round trips and these hold legs,
 * a 謝金 line holds assignments, any other line is one amount. A verdict limits one node; a node is worth the
 * smallest amount that its limits or its parts leave. So rules never add up on the same yen.
 */
import type { Yen } from '../../money.js';
import type { Line } from '../../model/case/lines/line.js';
import type { Facts } from '../facts/facts.js';
import type { Standing } from './rule.js';

type Node = {
  readonly claimed: Yen;
  readonly quantity: number;
  readonly children: readonly Node[];
  /** Every part below a line, trips and legs alike, by key; empty on the parts themselves. */
  readonly parts: ReadonlyMap<string, Node>;
  /** The smallest amount that a final cut leaves here. */
  cutTo: Yen;
  /** The smallest amount that anything leaves here. */
  heldTo: Yen;
  quantityLeft: number;
  /** Rules that spoke about the place, with the number of the stage in which they first did; most places stay silent. */
  said: Map<string, number> | undefined;
  /** What later stages see; renewed by {@link Ledger.close}. */
  standing: Standing;
  standingQuantity: number;
};

export class Ledger {
  /** Lines by id; each knows its parts by their key. */
  readonly #lines = new Map<string, Node>();
  /** Lines that were limited since the last stage closed. */
  readonly #touched = new Set<string>();
  #stage = 0;

  constructor(facts: Facts) {
    for (const line of facts.lines) this.#lines.set(line.id, this.#plant(line, facts));
  }

  /** Limits a place. Amounts outside 0…claimed are a fault of the rule and are clamped. */
  limit(line: string, part: string | undefined, leaves: Yen | undefined, leavesUntil: Yen | undefined): void {
    const node = this.#node(line, part);
    this.#touched.add(line);
    if (leaves !== undefined) node.cutTo = Math.max(0, Math.min(node.cutTo, leaves));
    const held = Math.min(leaves ?? node.claimed, leavesUntil ?? node.claimed);
    node.heldTo = Math.max(0, Math.min(node.heldTo, held));
  }

  limitQuantity(line: string, part: string | undefined, quantity: number): void {
    const node = this.#node(line, part);
    this.#touched.add(line);
    node.quantityLeft = Math.max(0, Math.min(node.quantityLeft, quantity));
  }

  record(line: string, part: string | undefined, ruleId: string): void {
    note(this.#node(line, part), ruleId, this.#stage);
    if (part !== undefined) note(this.#node(line), ruleId, this.#stage);
  }

  /** Ends a stage: what was judged so far becomes visible to the next one. */
  close(): void {
    for (const line of this.#touched) settle(this.#node(line));
    this.#touched.clear();
    this.#stage += 1;
  }

  standing(line: string, part?: string): Standing {
    return this.#node(line, part).standing;
  }

  quantity(line: string, part?: string): number {
    return this.#node(line, part).standingQuantity;
  }

  said(ruleId: string, line: string, part?: string): boolean {
    return (this.#node(line, part).said?.get(ruleId) ?? this.#stage) < this.#stage;
  }

  #node(line: string, part?: string): Node {
    const whole = this.#lines.get(line);
    const node = part === undefined ? whole : whole?.parts.get(part);
    if (!node) throw new Error(`No such place: ${line}${part === undefined ? '' : `/${part}`}`);
    return node;
  }

  #plant(line: Line, facts: Facts): Node {
    const parts = new Map<string, Node>();
    const leaf = (key: string, claimed: Yen, quantity = 0): Node => planted(parts, key, nodeOf(claimed, quantity));
    if (line.kind === 'transport') {
      const trips = facts.tripsOf(line).map((trip) => {
        const legs = trip.legs.map((leg) => leaf(leg.part, facts.legClaim(leg)));
        return planted(parts, trip.part, nodeOf(claimedBy(legs), 0, legs));
      });
      return nodeOf(claimedBy(trips), 0, trips, parts);
    }
    if (line.kind === 'honorarium') {
      const claims = facts.assignmentClaims(line);
      const own = facts
        .paidAssignments(line)
        .map((paid, index) => leaf(paid.assignment.id, claims[index] ?? 0, paid.minutes));
      const minutes = own.reduce((sum, node) => sum + node.quantity, 0);
      if (own.length > 0) return nodeOf(claimedBy(own), minutes, own, parts);
    }
    return nodeOf(facts.claimed(line), line.kind === 'perDiem' ? line.days : 0);
  }
}

const NO_PARTS: ReadonlyMap<string, Node> = new Map();

function nodeOf(
  claimed: Yen,
  quantity: number,
  children: readonly Node[] = [],
  parts: ReadonlyMap<string, Node> = NO_PARTS,
): Node {
  return {
    claimed,
    quantity,
    children,
    parts,
    cutTo: claimed,
    heldTo: claimed,
    quantityLeft: quantity,
    said: undefined,
    standing: { claimed, afterCuts: claimed, eligible: claimed },
    standingQuantity: quantity,
  };
}

function planted(parts: Map<string, Node>, key: string, node: Node): Node {
  parts.set(key, node);
  return node;
}

function claimedBy(children: readonly Node[]): Yen {
  return children.reduce((sum, child) => sum + child.claimed, 0);
}

function note(node: Node, ruleId: string, stage: number): void {
  node.said ??= new Map();
  if (!node.said.has(ruleId)) node.said.set(ruleId, stage);
}

function settle(node: Node): void {
  for (const child of node.children) settle(child);
  const parts = node.children.length > 0 ? together(node.children) : UNLIMITED;
  const afterCuts = Math.min(node.cutTo, parts.afterCuts);
  node.standing = {
    claimed: node.claimed,
    afterCuts,
    eligible: Math.min(afterCuts, node.heldTo, parts.eligible),
  };
  node.standingQuantity = Math.min(node.quantityLeft, parts.quantity);
}

/** What the parts of a node leave of it; where there are none, they do not limit it. */
type Left = { afterCuts: number; eligible: number; quantity: number };
const UNLIMITED: Readonly<Left> = { afterCuts: Infinity, eligible: Infinity, quantity: Infinity };

function together(children: readonly Node[]): Left {
  const left = { afterCuts: 0, eligible: 0, quantity: 0 };
  for (const { standing, standingQuantity } of children) {
    left.afterCuts += standing.afterCuts;
    left.eligible += standing.eligible;
    left.quantity += standingQuantity;
  }
  return left;
}
