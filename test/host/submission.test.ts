import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { Answer, CallOutput } from '../../shared/ipc/contract.js';
import { opened } from '../support/libreoffice.js';
import { sampleCase } from '../support/sample.js';
import { temporaryHost } from './temporary-host.js';

async function written(forSubmission: boolean, papers: string[]): Promise<{ names: string[]; places: string[] }> {
  const host = temporaryHost();
  const input = { case: sampleCase(), papers, forSubmission };
  const answer = (await dispatch('write-workbooks', input, host)) as Answer<CallOutput<'write-workbooks'>>;
  if (!answer.ok) throw new Error(answer.error.messageJa);
  expect(readdirSync(host.outputDir).sort()).toEqual(answer.value.files.map(({ name }) => name).sort());
  return {
    names: answer.value.files.map(({ name }) => name),
    places: answer.value.files.map(({ name }) => `${host.outputDir}/${name}`),
  };
}

it('writes 提出用 under a name of its own, with the sheets that are handed in', async () => {
  const { names, places } = await written(true, ['judgementReport']);
  expect(names).toEqual([
    'R3_判定結果_JSPO_西山府スポーツ協会_コーチ2_水泳_20211028_提出用.xlsx',
    'R3_判定結果_中央競技団体_西山府スポーツ協会_コーチ2_水泳_20211028_提出用.xlsx',
  ]);
  const book = await opened(places[0] ?? '');
  expect(book.worksheets.map(({ name }) => name)).toEqual(['判定結果報告']);
});

it('writes the working copy with its checklist where 提出用 is not asked for', async () => {
  const { names, places } = await written(false, ['judgementReport']);
  expect(names[0]).toBe('R3_判定結果_JSPO_西山府スポーツ協会_コーチ2_水泳_20211028.xlsx');
  const book = await opened(places[0] ?? '');
  expect(book.worksheets.map(({ name }) => name)).toEqual(['提出チェックリスト', '判定結果報告', '_meta']);
});
