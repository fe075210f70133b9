/** Rows of the 免除資格等一覧 as they are typed. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import { draftOf, type RowDraft, readRow } from '../../../renderer/features/rulebooks/exemption-row-draft.js';

const { file } = rulebook('R3');
const { common, specialty } = file.exemptions;

/** What is typed is no reading of ours. */
function withoutDecision<R extends { decision?: string | undefined }>(row: R): Omit<R, 'decision'> {
  const said = { ...row };
  delete said.decision;
  return said;
}

describe('a row as text and back', () => {
  test.each(specialty.map((row) => [row.competition, row] as const))('専門 %s', (_name, row) => {
    const read = readRow('specialty', draftOf('specialty', row, 0), { file, replaced: row });
    expect(read).toEqual({ ok: true, row: withoutDecision(row) });
  });

  test.each(common.map((row) => [row.qualification, row] as const))('共通 %s', (_name, row) => {
    const read = readRow('common', draftOf('common', row, 0), { file, replaced: row });
    expect(read).toEqual({ ok: true, row: withoutDecision(row) });
  });
});

describe('what a row needs', () => {
  const complete: Partial<RowDraft> = { name: '新しい競技', coach1: '準指導員', source: 'guide-r3', at: 'No.31' };
  const sentence = (fields: Partial<RowDraft>): string | undefined => {
    const draft = { ...draftOf('specialty', undefined, 31), ...complete, ...fields };
    const read = readRow('specialty', draft, { file, replaced: undefined });
    return read.ok ? undefined : read.ja;
  };

  test('complete, it is a row', () => {
    expect(sentence({})).toBeUndefined();
  });

  test.each([
    [{ no: '30' }, /No\.30 はもうあります/],
    [{ no: '0' }, /1から99/],
    [{ no: '100' }, /1から99/],
    [{ name: ' ' }, /競技/],
    [{ source: '' }, /資料を選んで/],
    [{ at: '' }, /場所/],
    [{ coach1: '\n' }, /コーチ1かコーチ2/],
    [{ validity: 'yearsFrom', years: '0' }, /年数/],
    [{ validity: 'yearsFrom', years: '4', anchor: [] }, /数え始める日/],
    [{ validity: 'issuedOnOrAfter', day: '2015/2/30' }, /日付/],
    [{ extra: 'experience', extraWord: 'Class I' }, /追加の確認/],
  ] satisfies readonly (readonly [Partial<RowDraft>, RegExp])[])('%j', (fields, words) => {
    expect(sentence(fields)).toMatch(words);
  });

  test('a 共通 row exempts from something', () => {
    const draft = {
      ...draftOf('common', undefined, 19),
      ...complete,
      category: '区分',
      documentJa: '証',
      common1: false,
    };
    expect(readRow('common', draft, { file, replaced: undefined })).toMatchObject({ ok: false });
    expect(readRow('common', { ...draft, common2: true }, { file, replaced: undefined })).toMatchObject({ ok: true });
  });
});
