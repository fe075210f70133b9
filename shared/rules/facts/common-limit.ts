/** A limit that several lines have in common. What is left after the cuts per line counts; the last-listed loses first. */
import type { Line, LineOf } from '../../model/case/lines/line.js';
import { sum, type Yen, yen } from '../../money.js';
import type { Ask } from '../engine/rule.js';
import { cut, type Verdict } from '../engine/verdict.js';
import type { NumericFigureKey } from '../figures.js';
import { shareOut } from './share-out.js';

export type CommonLimit<K extends Line['kind']> = {
  readonly key: NumericFigureKey;
  readonly kind: K;
  /** Which lines of the kind share the limit; absent: all. */
  readonly isMember?: (line: LineOf<K>) => boolean;
  readonly labelJa: (line: LineOf<K>) => string;
  /** 「①②③」: the items as the remedy names them. */
  readonly itemsJa: string;
  readonly messageJa: (limit: Yen, total: Yen) => string;
};

/** The check of a rule on the lines that share the limit; silent where the line keeps all it has. */
export function commonLimit<K extends Line['kind']>(
  group: CommonLimit<K>,
): (line: LineOf<K>, ask: Ask) => Verdict | undefined {
  const sharesOf = (ask: Ask): ReadonlyMap<string, Yen> => {
    const members = membersOf(group, ask);
    const shares = shareOut(
      ask.limit(group.key),
      members.map((line) => ask.standing(line.id).afterCuts),
    );
    return new Map(members.map((line, index) => [line.id, shares[index] ?? 0]));
  };
  return (line, ask) => {
    // Asked first: a missing figure must not hold lines that it does not concern.
    if (group.isMember?.(line) === false) return undefined;
    const leaves = ask.derive(sharesOf).get(line.id) ?? 0;
    return leaves >= ask.standing(line.id).afterCuts ? undefined : overCommonLimit(group, leaves, ask);
  };
}

function membersOf<K extends Line['kind']>({ kind, isMember }: CommonLimit<K>, { facts }: Ask): readonly LineOf<K>[] {
  const lines = facts.linesOfKind(kind);
  return isMember ? lines.filter(isMember) : lines;
}

function overCommonLimit<K extends Line['kind']>(group: CommonLimit<K>, leaves: Yen, ask: Ask): Verdict {
  const limit = ask.limit(group.key);
  const rows = membersOf(group, ask).map((line) => ({
    labelJa: group.labelJa(line),
    amount: ask.standing(line.id).afterCuts,
    line: line.id,
  }));
  const total = sum(rows.map((row) => row.amount));
  return cut(leaves, group.messageJa(limit, total), {
    limit,
    work: [
      ...rows,
      { labelJa: '合計', amount: total },
      { labelJa: '合計の上限', amount: limit },
      { labelJa: 'この行に残る額', amount: leaves },
    ],
    remedyJa: `${group.itemsJa}の合計を${yen(limit)}以下にすると、この減額はなくなります`,
  });
}
