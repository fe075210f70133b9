import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { Host } from '../../electron/host.js';
import { opener } from '../../electron/open-with-system.js';
import type { Answer, CallInput, CallName, CallOutput } from '../../shared/ipc/contract.js';
import type { Change } from '../../shared/model/change.js';
import { openRulebook, rulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { caseFrom } from '../support/cases.js';
import { temporaryHost } from './temporary-host.js';

async function call<N extends CallName>(host: Host, name: N, input: CallInput<N>): Promise<Answer<CallOutput<N>>> {
  return (await dispatch(name, input, host)) as Answer<CallOutput<N>>;
}

async function valueOf<N extends CallName>(host: Host, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await call(host, name, input);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: CallOutput<N> }).value;
}

const CHANGE: Change = { seq: 1, at: '2021-06-01T09:00:00.000Z', labelJa: '作りました', steps: [] };

describe('app-info', () => {
  it('names version, host and places', async () => {
    const host = temporaryHost();
    const info = await valueOf(host, 'app-info', {});
    expect(info).toEqual({ version: '0.0.0', host: 'browser', dataPlace: host.dataDir, outputPlace: host.outputDir });
  });
});

describe('read-rulebooks', () => {
  it('gives books that the screens can open', async () => {
    const { books } = await valueOf(temporaryHost(), 'read-rulebooks', {});
    const opened = books.map((book) => openRulebook(rulebookFile.parse(book), FIGURES).id);
    expect(opened).toContain('R3');
    expect(JSON.parse(JSON.stringify(books))).toEqual(books);
  });
});

describe('the journal calls', () => {
  it('append, tell where they stand, and read back', async () => {
    const host = temporaryHost();
    expect(await valueOf(host, 'journal-state', {})).toEqual({ storeId: null, lastSeq: 0 });
    expect(await valueOf(host, 'append-journal', { storeId: 'store-0001', changes: [CHANGE] })).toEqual({ lastSeq: 1 });
    const read = await valueOf(host, 'read-journal', { from: 1, limit: 10 });
    expect(read).toEqual({ storeId: 'store-0001', lastSeq: 1, changes: [CHANGE] });
  });

  it('say that the journal is damaged, and repair it with the damaged file kept', async () => {
    const host = temporaryHost();
    await valueOf(host, 'append-journal', { storeId: 'store-0001', changes: [CHANGE, { ...CHANGE, seq: 2 }] });
    const path = join(host.dataDir, 'journal', 'journal-00000001.jsonl');
    const spoiled = (await readFile(path, 'utf8')).replace(/作(?=りました","steps":\[\]\}\n$)/u, '折');
    await writeFile(path, spoiled);
    const again = { ...temporaryHost({ dataDir: host.dataDir }) };
    expect(await call(again, 'journal-state', {})).toMatchObject({ ok: false, error: { code: 'JOURNAL-DAMAGED' } });
    const repaired = await valueOf(again, 'repair-journal', {});
    expect(repaired).toEqual({ storeId: 'store-0001', lastSeq: 1, kept: ['damaged-journal-00000001.jsonl'] });
    expect(await readFile(join(host.dataDir, 'journal', 'damaged-journal-00000001.jsonl'), 'utf8')).toBe(spoiled);
  });
});

describe('write-case', () => {
  it('writes the case under a name that says what it is, and never over an older one', async () => {
    const host = temporaryHost();
    const value = caseFrom('lecture');
    const first = await valueOf(host, 'write-case', { case: value });
    const second = await valueOf(host, 'write-case', { case: value });
    const names = [...first.files, ...second.files].map((file) => file.name);
    expect(names[0]).toMatch(/^R3_.+\.case\.json$/u);
    expect(names[1]).toBe(names[0]?.replace('.case.json', '_v2.case.json'));
    expect((await readdir(host.outputDir)).sort()).toEqual([...names].sort());
    const text = await readFile(join(host.outputDir, names[0] ?? ''), 'utf8');
    expect(JSON.parse(text)).toEqual(value);
    expect(first.files[0]?.bytes).toBe(Buffer.byteLength(text));
  });

  it('refuses a case that does not fit and writes nothing', async () => {
    const host = temporaryHost();
    const answer = await call(host, 'write-case', { case: { ...caseFrom('lecture'), stage: 'later' } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID-CASE', detail: 'stage' } });
    await expect(readdir(host.outputDir)).rejects.toThrow('ENOENT');
  });

  it('says that the place cannot be written to', async () => {
    const host = temporaryHost();
    await writeFile(host.outputDir, 'a file where the folder should be');
    const answer = await call(host, 'write-case', { case: caseFrom('lecture') });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT-WRITABLE' } });
  });
});

describe('show-file', () => {
  it('shows a file by its id, and nothing that it did not write', async () => {
    const host = temporaryHost();
    const { files } = await valueOf(host, 'write-case', { case: caseFrom('lecture') });
    const [file] = files;
    expect(await valueOf(host, 'show-file', { id: file?.id ?? '' })).toEqual({});
    expect(host.shown).toEqual([file?.place]);
    for (const id of ['', '../x', '/etc/passwd', file?.place ?? '']) {
      expect(await call(host, 'show-file', { id: id.slice(0, 100) })).toMatchObject({
        error: { code: 'NO-SUCH-FILE' },
      });
    }
    expect(host.shown).toHaveLength(1);
  });

  it('says when the file was moved away', async () => {
    const host = temporaryHost();
    const { files } = await valueOf(host, 'write-case', { case: caseFrom('lecture') });
    await rm(host.outputDir, { recursive: true });
    const answer = await call(host, 'show-file', { id: files[0]?.id ?? '' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NO-SUCH-FILE', detail: files[0]?.name } });
    expect(host.shown).toEqual([]);
  });
});

describe('open-file', () => {
  it('opens a file by its id, and nothing that it did not write', async () => {
    const host = temporaryHost();
    const { files } = await valueOf(host, 'write-case', { case: caseFrom('lecture') });
    const [file] = files;
    expect(await valueOf(host, 'open-file', { id: file?.id ?? '' })).toEqual({});
    expect(host.openedFiles).toEqual([file?.place]);
    for (const id of ['', '../x', '/etc/passwd', file?.place ?? '']) {
      expect(await call(host, 'open-file', { id: id.slice(0, 100) })).toMatchObject({
        error: { code: 'NO-SUCH-FILE' },
      });
    }
    expect(host.openedFiles).toHaveLength(1);
  });

  it('opens no program, also where the notes of written files were changed by somebody', async () => {
    const host = temporaryHost();
    const path = join(host.dataDir, 'tool.exe');
    await writeFile(path, 'MZ');
    const { id } = host.written.note(path, 2);
    expect(await call(host, 'open-file', { id })).toMatchObject({ error: { code: 'UNREADABLE-FILE' } });
    expect(host.openedFiles).toEqual([]);
  });

  it('says when the file was moved away, and when the machine has no program for it', async () => {
    const host = temporaryHost({ openFile: async () => false });
    const { files } = await valueOf(host, 'write-case', { case: caseFrom('lecture') });
    const id = files[0]?.id ?? '';
    expect(await call(host, 'open-file', { id })).toMatchObject({
      error: { code: 'UNREADABLE-FILE', detail: files[0]?.name },
    });
    await rm(host.outputDir, { recursive: true });
    expect(await call(host, 'open-file', { id })).toMatchObject({ error: { code: 'NO-SUCH-FILE' } });
  });

  it.each([
    ['linux', ['xdg-open', ['/tmp/報告 & 計.pdf']]],
    ['darwin', ['open', ['/tmp/報告 & 計.pdf']]],
    ['win32', ['explorer.exe', ['"/tmp/報告 & 計.pdf"']]],
  ] as const)('asks the desktop of %s, never a shell', (platform, command) => {
    expect(opener('/tmp/報告 & 計.pdf', platform)).toEqual(command);
  });
});

describe('log-fault', () => {
  it('keeps the shape of a fault and nothing that a user typed', async () => {
    const host = temporaryHost();
    await valueOf(host, 'log-fault', {
      message: `No line "素泊まり" for 佐藤花子 (account 1234567)`,
      stack: 'Error: x\n    at draw (app://desk/assets/main.js:12:34)\n    at C:\\Users\\sato\\AppData\\x.js:1:2',
    });
    const log = await readFile(join(host.dataDir, 'logs', 'faults.log'), 'utf8');
    expect(log).toContain('renderer: No line "…" for … (account …)');
    expect(log).toContain('at draw (app://desk/assets/main.js:12:34)');
    expect(log).not.toMatch(/佐藤|sato|1234567/u);
  });

  it('answers even when the log cannot be written, and puts a large log aside', async () => {
    const host = temporaryHost();
    await writeFile(join(host.dataDir, 'logs'), 'in the way');
    expect(await valueOf(host, 'log-fault', { message: 'a', stack: '' })).toEqual({});
    const other = temporaryHost();
    await mkdir(join(other.dataDir, 'logs'));
    await writeFile(join(other.dataDir, 'logs', 'faults.log'), 'x'.repeat(1_000_000));
    await valueOf(other, 'log-fault', { message: 'a', stack: '' });
    expect((await readdir(join(other.dataDir, 'logs'))).sort()).toEqual(['faults.log', 'faults.old.log']);
  });
});

describe('read-table', () => {
  it('gives the rows of a list, and refuses what is none without a trace in the log', async () => {
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const read = await valueOf(temporaryHost(), 'read-table', { base64: base64('氏名,カナ\n山田,ヤマダ\n') });
    expect(read.sheets[0]?.rows.map((row) => row.cells)).toEqual([
      ['氏名', 'カナ'],
      ['山田', 'ヤマダ'],
    ]);
    const host = temporaryHost();
    const answer = await dispatch('read-table', { base64: base64('PK\u0003\u0004山田太郎') }, host);
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNREADABLE-FILE' } });
    expect(JSON.stringify(answer)).not.toContain('山田');
  });
});
