/** A list goes out as a numbered .xlsx and is read back as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import type { Host } from '../../electron/host.js';
import type { Answer, CallInput, CallName, CallOutput } from '../../shared/ipc/contract.js';
import { temporaryHost } from './temporary-host.js';

async function valueOf<N extends CallName>(host: Host, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = (await dispatch(name, input, host)) as Answer<CallOutput<N>>;
  if (!answer.ok) throw new Error(answer.error.messageJa);
  return answer.value;
}

const LIST: CallInput<'write-list'> = {
  content: {
    nameJa: '講師等一覧',
    columns: [
      { headingJa: '氏名', format: 'text', width: 16, isOpen: true },
      { headingJa: '片道km', format: 'km', width: 9, isOpen: true },
      { headingJa: '日付', format: 'date', width: 12, isOpen: true },
      { headingJa: '照合キー', format: 'text', width: 16, isOpen: false },
    ],
    rows: [
      ['架空 一', 12.3, '2021-10-28', 'S1#a'],
      ['=1+1', null, null, 'S2#b'],
    ],
  },
  organizationJa: '架空県体育協会',
  courseJa: '水泳 コーチ2/専門',
  madeOn: '2021-10-01',
};

it('is written beside what is there and read back cell by cell', { timeout: 60_000 }, async () => {
  const host = temporaryHost();
  const first = await valueOf(host, 'write-list', LIST);
  const second = await valueOf(host, 'write-list', LIST);
  expect([...first.files, ...second.files].map((file) => file.name)).toEqual([
    '講師等一覧_水泳 コーチ2＿専門.xlsx',
    '講師等一覧_水泳 コーチ2＿専門_v2.xlsx',
  ]);
  const base64 = readFileSync(join(host.outputDir, first.files[0]?.name ?? '')).toString('base64');
  const { sheets } = await valueOf(host, 'read-table', { base64 });
  expect(sheets[0]?.rows.map((row) => row.cells)).toEqual([
    ['氏名', '片道km', '日付', '照合キー'],
    ['架空 一', '12.3', '2021-10-28', 'S1#a'],
    ['=1+1', '', '', 'S2#b'],
  ]);
});
