import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { WorkbookFile } from '../../electron/excel/workbooks.js';
import type { Host } from '../../electron/host.js';
import type { Answer, CallOutput } from '../../shared/ipc/contract.js';
import { caseFrom } from '../support/cases.js';
import { temporaryHost } from './temporary-host.js';

const state = vi.hoisted(() => ({ files: [] as WorkbookFile[] }));

// What stands in the workbooks is tested in test/excel; here it is about the files.
vi.mock('../../electron/excel/workbooks.js', () => ({ workbooksOf: async () => state.files }));

beforeEach(() => {
  state.files = [file('報告書.xlsx', 'first'), file('内訳.xlsx', 'second')];
});

function file(name: string, text: string): WorkbookFile {
  return { paper: 'commissionedReport', name, bytes: Buffer.from(text) };
}

async function write(host: Host, overwrite?: string | string[]): Promise<Answer<CallOutput<'write-workbooks'>>> {
  const input = { case: caseFrom('lecture'), ...(overwrite === undefined ? {} : { overwrite }) };
  return (await dispatch('write-workbooks', input, host)) as Answer<CallOutput<'write-workbooks'>>;
}

async function written(host: Host, overwrite?: string | string[]): Promise<CallOutput<'write-workbooks'>['files']> {
  const answer = await write(host, overwrite);
  expect(answer).toMatchObject({ ok: true });
  return answer.ok ? answer.value.files : [];
}

function contents(host: Host): Record<string, string> {
  const names = readdirSync(host.outputDir).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(host.outputDir, name), 'utf8')]));
}

describe('write-workbooks', () => {
  it('writes all files and tells their places in the order of the papers', async () => {
    const host = temporaryHost();
    const files = await written(host);
    expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['報告書.xlsx', 5],
      ['内訳.xlsx', 6],
    ]);
    expect(files[0]?.place).toBe(join(host.outputDir, '報告書.xlsx'));
    expect(contents(host)).toEqual({ '報告書.xlsx': 'first', '内訳.xlsx': 'second' });
  });

  it('keeps what is there and writes the next number', async () => {
    const host = temporaryHost();
    await written(host);
    state.files = [file('報告書.xlsx', 'changed')];
    expect((await written(host)).map(({ name }) => name)).toEqual(['報告書_v2.xlsx']);
    expect(contents(host)['報告書.xlsx']).toBe('first');
  });

  it('writes over the one file that was named, also when that has a number', async () => {
    const host = temporaryHost();
    await written(host);
    const [second] = await written(host);
    state.files = [file('報告書.xlsx', 'changed'), file('内訳.xlsx', 'more')];
    const files = await written(host, second?.id);
    expect(files.map(({ name }) => name)).toEqual(['報告書_v2.xlsx', '内訳_v3.xlsx']);
    expect(files[0]?.id).toBe(second?.id);
    expect(contents(host)).toMatchObject({
      '報告書.xlsx': 'first',
      '報告書_v2.xlsx': 'changed',
      '内訳_v3.xlsx': 'more',
    });
  });

  it('renews every file that was named, and tells of which paper each is', async () => {
    const host = temporaryHost();
    const first = await written(host);
    state.files = [file('報告書.xlsx', 'changed'), { ...file('内訳.xlsx', 'more'), paper: 'changeNotice' }];
    const files = await written(
      host,
      first.map(({ id }) => id),
    );
    expect(files.map(({ name, paper }) => [name, paper])).toEqual([
      ['報告書.xlsx', 'commissionedReport'],
      ['内訳.xlsx', 'changeNotice'],
    ]);
    expect(contents(host)).toEqual({ '報告書.xlsx': 'changed', '内訳.xlsx': 'more' });
  });

  it('says that the named file is open in Excel, and leaves no new file behind', async () => {
    const host = temporaryHost();
    const [first] = await written(host);
    writeFileSync(join(host.outputDir, '~$報告書.xlsx'), '');
    const before = contents(host);
    const answer = await write(host, first?.id);
    expect(answer).toMatchObject({ ok: false, error: { code: 'FILE-IN-USE', detail: '報告書.xlsx' } });
    expect(contents(host)).toEqual(before);
  });

  it('leaves all files as they were where one of several is open in Excel', async () => {
    const host = temporaryHost();
    const first = await written(host);
    writeFileSync(join(host.outputDir, '~$内訳.xlsx'), '');
    const before = contents(host);
    state.files = [file('報告書.xlsx', 'changed'), file('内訳.xlsx', 'more')];
    const answer = await write(
      host,
      first.map(({ id }) => id),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'FILE-IN-USE', detail: '内訳.xlsx' } });
    expect(contents(host)).toEqual(before);
  });

  it('knows only files of this run', async () => {
    const host = temporaryHost();
    mkdirSync(host.outputDir);
    writeFileSync(join(host.outputDir, '報告書.xlsx'), 'own');
    for (const id of ['報告書.xlsx', join(host.outputDir, '報告書.xlsx').slice(-100), '../x']) {
      expect(await write(host, id)).toMatchObject({ ok: false, error: { code: 'NO-SUCH-FILE' } });
    }
    expect(contents(host)).toEqual({ '報告書.xlsx': 'own' });
  });

  it('makes one name of whatever the papers are called', async () => {
    const host = temporaryHost();
    state.files = [file('../../府/県:協会?.xlsx', 'x')];
    await written(host);
    expect(Object.keys(contents(host))).toEqual(['＿..＿府＿県＿協会＿.xlsx']);
  });
});
