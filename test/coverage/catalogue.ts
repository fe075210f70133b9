/** The catalogue of rule IDs by group, and how far each is implemented and tested. */
import { readFileSync } from 'node:fs';
import type { Row } from '../rules/table.js';

export type Group = { readonly key: string; readonly titleJa: string; readonly ids: readonly string[] };

/** Reads `catalogue.txt`: `[KEY] title`, then IDs separated by spaces. */
export function readCatalogue(): Group[] {
  const text = readFileSync(new URL('catalogue.txt', import.meta.url), 'utf8');
  const groups: { key: string; titleJa: string; ids: string[] }[] = [];
  for (const line of text.split('\n')) {
    const head = /^\[([A-Z-]+)\] (.+)$/.exec(line);
    if (head) groups.push({ key: head[1] ?? '', titleJa: head[2] ?? '', ids: [] });
    else if (line !== '' && !line.startsWith('#')) groups.at(-1)?.ids.push(...line.split(' '));
  }
  return groups;
}

export type Mentions = {
  /** Rows that expect the rule to speak, otherwise than as approved. */
  readonly fires: number;
  /** Rows that expect anything of the rule: to speak, to be approved, or to stay silent. */
  readonly cases: number;
  /** Rows that expect the rule to yield to a recorded approval. */
  readonly approved: number;
};

/** What the tables say about each rule. */
export function mentionsOf(rows: readonly Row[]): ReadonlyMap<string, Mentions> {
  const all = new Map<string, Mentions>();
  for (const { row } of rows) {
    const places = [...Object.values(row.expect.lines ?? {}), ...(row.expect.course ? [row.expect.course] : [])];
    const spoken = places.flatMap((place) => place.findings ?? []);
    const fired = new Set(spoken.filter((mention) => !mention.includes(':approved')).map(ruleOf));
    const approved = new Set(spoken.filter((mention) => mention.includes(':approved')).map(ruleOf));
    const named = new Set([...spoken.map(ruleOf), ...places.flatMap((place) => place.silent ?? [])]);
    for (const id of named) {
      const known = all.get(id) ?? { fires: 0, cases: 0, approved: 0 };
      all.set(id, {
        fires: known.fires + (fired.has(id) ? 1 : 0),
        cases: known.cases + 1,
        approved: known.approved + (approved.has(id) ? 1 : 0),
      });
    }
  }
  return all;
}

/** True for a rule with a case where it speaks and at least one further case. */
export function isTested(id: string, mentions: ReadonlyMap<string, Mentions>): boolean {
  const own = mentions.get(id);
  return own !== undefined && own.fires >= 1 && own.cases >= 2;
}

function ruleOf(mention: string): string {
  return mention.split(/[:@]/)[0] ?? mention;
}
