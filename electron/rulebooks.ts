/** 基準 shipped with the program: the YAML files under `resources/rulebooks`, bundled as text and opened once. */
import { type Document, parse, parseDocument } from 'yaml';
import { problemsOf } from '../shared/model/problem.js';
import {
  openingProblems,
  openRulebook,
  type Rulebook,
  rulebookFile,
  type RulebookFile,
} from '../shared/rules/engine/rulebook.js';
import { FIGURES } from '../shared/rules/figures.js';
import { Refused } from './refused.js';

const TEXTS = import.meta.glob<string>('../resources/rulebooks/courses/*/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The files of one book: `book.yaml` heads it, every other file adds figures of one area or the exemption tables. */
export function joinBook(files: Readonly<Record<string, string>>): RulebookFile {
  const parts = Object.entries(files).map(([path, text]) => ({
    path,
    content: parse(text, { schema: 'core' }) as object,
  }));
  const head = parts.find((part) => part.path.endsWith('/book.yaml'));
  if (!head) throw new Error(`No book.yaml among ${Object.keys(files).join(', ')}`);
  const figures: Record<string, unknown> = {};
  let exemptions: unknown;
  for (const part of parts) {
    if (part === head) continue;
    const content = part.content as { figures?: object; exemptions?: unknown };
    exemptions ??= content.exemptions;
    for (const [key, figure] of Object.entries(content.figures ?? {})) {
      if (key in figures) throw new Error(`${part.path}: ${key} stands in two files`);
      figures[key] = figure;
    }
  }
  return rulebookFile.parse({ ...head.content, figures, exemptions });
}

/** All shipped books as they are written, one file each. */
export function shippedBookFiles(): readonly RulebookFile[] {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(TEXTS)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    folders.set(folder, { ...folders.get(folder), [path]: text });
  }
  return [...folders.values()].map(joinBook);
}

let shipped: readonly Rulebook[] | undefined;

/** All shipped books, opened. Throws when a shipped file is not complete; a test holds that. */
export function shippedRulebooks(): readonly Rulebook[] {
  return (shipped ??= shippedBookFiles().map((book) => openRulebook(book, FIGURES)));
}

/** The shipped book of a rule set, e.g. `R3`. Refuses with NO-RULEBOOK where none is shipped under that name. */
export function rulebook(id: string): Rulebook {
  const book = shippedRulebooks().find((candidate) => candidate.id === id);
  if (!book) throw new Refused('NO-RULEBOOK', `基準「${id}」がありません。基準のファイルを指定してください。`, id);
  return book;
}

/** A book of the user, ready to be read. Refuses with NO-RULEBOOK and what is wrong with it. */
export function acceptBook(input: unknown): Rulebook {
  const parsed = rulebookFile.safeParse(input);
  const problems = parsed.success
    ? openingProblems(parsed.data, FIGURES)
    : problemsOf(parsed.error).map((problem) => `${problem.path}：${problem.ja}`);
  if (parsed.success && problems.length === 0) return openRulebook(parsed.data, FIGURES);
  const rest = problems.length > 1 ? `（ほか${problems.length - 1}か所）` : '';
  throw new Refused('NO-RULEBOOK', `基準のファイルに合わないところがあります。${problems[0] ?? ''}${rest}`);
}

/** A book of the user as one YAML file. Refuses as {@link acceptBook}. */
export function acceptBookText(text: string): Rulebook {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { schema: 'core' });
  const [fault] = document.errors;
  const line = fault?.linePos?.[0].line;
  if (fault) throw unreadableBook(line === undefined ? 'YAMLではありません' : `${line}行目`);
  return acceptBook(plainContent(document));
}

/** An alias could make a small file grow without bound; yaml throws for the first one. */
function plainContent(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError) throw unreadableBook('別名（&・*）は使えません');
    throw error;
  }
}

function unreadableBook(whyJa: string): Refused {
  return new Refused('NO-RULEBOOK', `基準のファイルを読めません（${whyJa}）。`);
}
