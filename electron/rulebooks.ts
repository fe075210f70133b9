/** 基準 shipped with the program: the YAML files under `resources/rulebooks`, bundled as text and opened once. */
import { parse } from 'yaml';
import { openRulebook, type Rulebook, rulebookFile, type RulebookFile } from '../shared/rules/engine/rulebook.js';
import { FIGURES } from '../shared/rules/figures.js';

const TEXTS = import.meta.glob<string>('../resources/rulebooks/courses/*/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The files of one book: `book.yaml` heads it, every other file adds figures of one area. */
export function joinBook(files: Readonly<Record<string, string>>): RulebookFile {
  const parts = Object.entries(files).map(([path, text]) => ({
    path,
    content: parse(text, { schema: 'core' }) as object,
  }));
  const head = parts.find((part) => part.path.endsWith('/book.yaml'));
  if (!head) throw new Error(`No book.yaml among ${Object.keys(files).join(', ')}`);
  const figures: Record<string, unknown> = {};
  for (const part of parts) {
    if (part === head) continue;
    for (const [key, figure] of Object.entries((part.content as { figures?: object }).figures ?? {})) {
      if (key in figures) throw new Error(`${part.path}: ${key} stands in two files`);
      figures[key] = figure;
    }
  }
  return rulebookFile.parse({ ...head.content, figures });
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

/** The book of a rule set, e.g. `R3`. */
export function rulebook(id: string): Rulebook {
  const book = shippedRulebooks().find((candidate) => candidate.id === id);
  if (!book) throw new Error(`No rulebook ${id}`);
  return book;
}
