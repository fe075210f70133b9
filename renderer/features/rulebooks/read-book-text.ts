/** A book of the user as a YAML file: what it holds, or where it does not fit. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Problem, problemsOf } from '../../../shared/model/problem.js';
import { bookFaults, rulebookFile, type RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';

export type ReadBook =
  | { readonly ok: true; readonly file: RulebookFile }
  /** Paths carry the line of the file: `12行目 figures.travel…`. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the text of a rulebook file. Gaps are no fault: an imported book is a draft. */
export function readBookText(text: string): ReadBook {
  const lines = new LineCounter();
  const document = parseDocument(text.startsWith('\uFEFF') ? text.slice(1) : text, {
    schema: 'core',
    lineCounter: lines,
    uniqueKeys: true,
  });
  const [fault] = document.errors;
  if (fault) {
    const line = fault.linePos?.[0].line;
    return refused(line === undefined ? '' : lineJa(line), 'YAMLとして読めません', fault.message);
  }
  const input = plainOf(document);
  if (input === undefined) return refused('', '別の場所を指す書き方（& と *）は使えません', 'aliases are not taken');
  if (typeof input !== 'object' || input === null || (input as { format?: unknown }).format !== 'koshu-rulebook') {
    return refused('', '基準のファイルではありません（format: koshu-rulebook がありません）', 'not a rulebook');
  }
  const parsed = rulebookFile.safeParse(input, { reportInput: true });
  if (!parsed.success) {
    return { ok: false, problems: problemsOf(parsed.error).map((problem) => withLine(problem, document, lines)) };
  }
  const faults = bookFaults(parsed.data, FIGURES).map(({ at, ja }) => {
    const problem = { ja, en: 'does not fit' };
    return at in parsed.data.figures
      ? withLine({ ...problem, path: `figures.${at}` }, document, lines, ['figures', at])
      : withLine({ ...problem, path: at }, document, lines);
  });
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, file: parsed.data };
}

function refused(path: string, ja: string, en: string): ReadBook {
  return { ok: false, problems: [{ path, ja, en }] };
}

function plainOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    return undefined;
  }
}

function lineJa(line: number): string {
  return `${line}行目`;
}

/** Names the line of the place, or of the nearest one around it that stands in the file. */
function withLine(
  problem: Problem,
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[] = stepsOf(problem.path, document),
): Problem {
  for (let length = path.length; length > 0; length -= 1) {
    const start = startOf(document, path.slice(0, length));
    if (start === undefined) continue;
    return { ...problem, path: [lineJa(lines.linePos(start).line), problem.path].filter(Boolean).join(' ') };
  }
  return problem;
}

/** Where an entry begins: at its key, in a list at its content. */
function startOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** `figures.travel.perDiem.limit.values[0].at` as steps: keys of figures hold dots, so the longest that is there wins. */
function stepsOf(path: string, document: Document): PropertyKey[] {
  const words = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const steps: PropertyKey[] = [];
  while (words.length > 0) {
    const length = longestThere(words, steps, document);
    if (length === 0) return steps;
    steps.push(stepOf(words.splice(0, length).join('.')));
  }
  return steps;
}

function longestThere(words: readonly string[], steps: readonly PropertyKey[], document: Document): number {
  for (let length = words.length; length > 0; length -= 1) {
    if (document.hasIn([...steps, stepOf(words.slice(0, length).join('.'))])) return length;
  }
  return 0;
}

function stepOf(word: string): PropertyKey {
  return /^\d+$/.test(word) ? Number(word) : word;
}
