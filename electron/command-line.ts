/**
 * koshu: the decision and the workbooks without a window. No network, no clock: the same file gives the same bytes.
 * Ends with 0 whatever the findings, with 2 when a case is invalid or something could not be done.
 */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answer, CallOutput } from '../shared/ipc/contract.js';
import { readCaseText, type ReadCase } from '../shared/model/case/read-case.js';
import { problemLine } from '../shared/model/problem.js';
import type { Rulebook } from '../shared/rules/engine/rulebook.js';
import { check } from '../shared/rules/check.js';
import { decisionFileOf, decisionFileText, refusedCaseOf } from '../shared/rules/decision-file.js';
import { dispatch } from './dispatch.js';
import { errorCode } from './disk.js';
import { type Host, hostOn } from './host.js';
import { Refused } from './refused.js';
import { acceptBookText, rulebook, shippedRulebooks } from './rulebooks.js';
import { safeWrite } from './safe-write.js';
import { VERSION } from './version.js';

/** Where text goes; `say` ends each sentence with a line break. */
export type Words = { readonly print: (text: string) => void; readonly say: (line: string) => void };

const USAGE = [
  '使い方：',
  '  koshu check 講習会.case.json                判定を標準出力に書きます',
  '  koshu check フォルダー --out 出力先         フォルダーの .case.json をすべて判定します',
  '  koshu report 講習会.case.json --out 出力先  書類（Excel）を作ります',
  '  koshu report フォルダー --out 出力先        フォルダーの .case.json すべての書類を作ります',
  '  --pdf                                       書類を Excel ではなく PDF で作ります',
  '  --book 基準.yaml                            自分で作った基準で判定します（どの使い方にも付けられます）',
];
const SUFFIX = '.case.json';

/** Does one command line (without `koshu`); returns the exit code. */
export async function runCommand(args: readonly string[], words: Words): Promise<0 | 2> {
  try {
    const { command, path, out, book: bookPath, format } = read(args);
    const book = bookPath === undefined ? undefined : acceptBookText(await readFile(bookPath, 'utf8'));
    if (command === 'report') return await report(path, { out: outOf(out), book, format, words });
    if (await isFolder(path)) return await checkFolder(path, out, book, words);
    if (out !== undefined) throw new Unusable('--out を付けるときは、フォルダーを指定してください。');
    return await checkFile(path, book, words);
  } catch (error) {
    for (const line of explain(error)) words.say(line);
    return 2;
  }
}

/** The command line cannot be carried out; the words say why. */
class Unusable extends Error {}

type Command = {
  readonly command: 'check' | 'report';
  readonly path: string;
  readonly out: string | undefined;
  readonly book: string | undefined;
  readonly format: 'xlsx' | 'pdf';
};

function read(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  const [command, path, ...more] = positionals;
  if ((command !== 'check' && command !== 'report') || path === undefined || more.length > 0) {
    throw new Unusable(USAGE.join('\n'));
  }
  if (command === 'check' && values.pdf === true) throw new Unusable(USAGE.join('\n'));
  const file = (name: string | undefined): string | undefined => (name === undefined ? undefined : resolve(name));
  return {
    command,
    path: resolve(path),
    out: file(values.out),
    book: file(values.book),
    format: values.pdf === true ? 'pdf' : 'xlsx',
  };
}

type Parsed = {
  values: { out?: string | undefined; book?: string | undefined; pdf?: boolean | undefined };
  positionals: string[];
};

function parsed(args: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, book: { type: 'string' }, pdf: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch {
    throw new Unusable(USAGE.join('\n'));
  }
}

async function checkFile(path: string, book: Rulebook | undefined, words: Words): Promise<0 | 2> {
  const read = await readDecidable(path, book);
  if (!read.ok) {
    for (const problem of read.problems) words.say(problemLine(problem));
    return 2;
  }
  words.print(decisionText(read, book));
  return 0;
}

/** Every `NAME.case.json` of a folder becomes `NAME.decision.json`; one that is invalid does not stop the others. */
async function checkFolder(
  folder: string,
  out: string | undefined,
  book: Rulebook | undefined,
  words: Words,
): Promise<0 | 2> {
  if (out === undefined) throw new Unusable('フォルダーを判定するときは、--out で出力先を指定してください。');
  const names = await caseNames(folder, words);
  await mkdir(out, { recursive: true });
  let code: 0 | 2 = 0;
  for (const name of names) {
    const say = (line: string): void => words.say(`${name}: ${line}`);
    const target = join(out, `${name.slice(0, -SUFFIX.length)}.decision.json`);
    if (!(await checkInto(join(folder, name), target, book, say))) code = 2;
  }
  return code;
}

async function checkInto(
  path: string,
  target: string,
  book: Rulebook | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  try {
    const read = await readDecidable(path, book);
    if (!read.ok) for (const problem of read.problems) say(problemLine(problem));
    await safeWrite(target, Buffer.from(decisionText(read, book)));
    return read.ok;
  } catch (error) {
    for (const line of explain(error)) say(line);
    return false;
  }
}

function decisionText(read: ReadCase, book: Rulebook | undefined): string {
  if (!read.ok) return decisionFileText(refusedCaseOf(read.problems));
  const { value } = read;
  return decisionFileText(decisionFileOf(value, check(value, book ?? rulebook(value.ruleSet))));
}

type Papers = {
  readonly out: string;
  readonly book: Rulebook | undefined;
  readonly format: 'xlsx' | 'pdf';
  readonly words: Words;
};

function outOf(out: string | undefined): string {
  if (out === undefined) throw new Unusable('書類の出力先を --out で指定してください。');
  return out;
}

/** The papers of one case, or of all cases of a folder one after the other; one that fails does not stop the others. */
async function report(path: string, papers: Papers): Promise<0 | 2> {
  if (!(await isFolder(path))) return (await reportOne(path, papers)) ? 0 : 2;
  let code: 0 | 2 = 0;
  for (const name of await caseNames(path, papers.words)) {
    const words: Words = { ...papers.words, say: (line) => papers.words.say(`${name}: ${line}`) };
    const isDone = await reportOne(join(path, name), { ...papers, words }).catch((error: unknown) => {
      for (const line of explain(error)) words.say(line);
      return false;
    });
    if (!isDone) code = 2;
  }
  return code;
}

async function reportOne(path: string, { out, book, format, words }: Papers): Promise<boolean> {
  const read = await readDecidable(path, book);
  if (!read.ok) {
    for (const problem of read.problems) words.say(problemLine(problem));
    return false;
  }
  const host = hostAt(out, words);
  const input = { case: read.value, format, ...(book === undefined ? {} : { book: book.file }) };
  const answer = (await dispatch('write-workbooks', input, host)) as Answer<CallOutput<'write-workbooks'>>;
  if (!answer.ok) throw new Refused(answer.error.code, answer.error.messageJa, answer.error.detail);
  for (const file of answer.value.files) words.print(`${file.place}\n`);
  if (answer.value.files.length === 0) words.say('この段階と委託・独自の組み合わせで作る書類は、まだありません。');
  return true;
}

/** Names of the case files of a folder, sorted; says so where there are none. */
async function caseNames(folder: string, words: Words): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort();
  if (names.length === 0) words.say(`「${folder}」に ${SUFFIX} のファイルがありません。`);
  return names;
}

/** A host without a data folder: what goes wrong is told at once. */
function hostAt(outputDir: string, words: Words): Host {
  const host = hostOn({
    kind: 'cli',
    version: VERSION,
    dataDir: outputDir,
    outputDir,
    showInFolder: async () => undefined,
    openFile: async () => false,
  });
  return { ...host, faults: { note: async (fault) => words.say(fault.stack) } };
}

/** A case for which there is a book: the one given, which must be that of its rule set, or a shipped one. */
async function readDecidable(path: string, book: Rulebook | undefined): Promise<ReadCase> {
  const read = readCaseText(await readFile(path, 'utf8'));
  if (!read.ok) return read;
  const { ruleSet } = read.value;
  const known = book ? book.id === ruleSet : shippedRulebooks().some(({ id }) => id === ruleSet);
  if (known) return read;
  const ja = `基準「${ruleSet}」がありません`;
  return { ok: false, problems: [{ path: 'ruleSet', ja, en: `no rulebook ${ruleSet}` }] };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}

function explain(error: unknown): string[] {
  if (error instanceof Unusable) return error.message.split('\n');
  if (error instanceof Refused) return [error.messageJa];
  const code = errorCode(error);
  const path = error instanceof Error && 'path' in error ? basename(String(error.path)) : '';
  if (code === 'ENOENT') return [`「${path}」がありません。`];
  if (code !== undefined) return [`「${path}」を読めないか、書けません（${code}）。`];
  return ['判定の途中で思わぬことが起きました。', String(error instanceof Error ? error.stack : error)];
}
