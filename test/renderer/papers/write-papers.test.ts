import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DeskDatabase } from '../../../renderer/db/database.js';
import { contentOf, noteWritten, writtenKey } from '../../../renderer/db/written-papers.js';
import { againNotice, noticeOf } from '../../../renderer/desk/write-papers-notices.js';
import { caseFrom } from '../../support/cases.js';

const BOOK = { id: 'R3', edition: 1 };

function ways(): { readonly chosen: string[]; readonly again: () => void; readonly asNew: () => void } {
  const chosen: string[] = [];
  return { chosen, again: () => void chosen.push('again'), asNew: () => void chosen.push('new') };
}

describe('what is said where a paper was not written', () => {
  test('a file open in Excel: again, or under another name', () => {
    const { chosen, ...both } = ways();
    const notice = noticeOf({ code: 'FILE-IN-USE', messageJa: '', detail: 'a.xlsx' }, 'xlsx', both);
    expect(notice).toMatchObject({
      title: 'ファイルが Excel で開かれています',
      subject: 'a.xlsx',
      code: 'FILE-IN-USE',
    });
    for (const way of notice.ways ?? []) way.onChoose();
    expect(chosen).toEqual(['again', 'new']);
  });

  test('a PDF is not said to be open in Excel', () => {
    const notice = noticeOf({ code: 'FILE-IN-USE', messageJa: '' }, 'pdf', ways());
    expect(JSON.stringify(notice)).not.toContain('Excel');
  });

  test('an earlier file that nobody finds any more is written as a new one', () => {
    const { chosen, ...both } = ways();
    noticeOf({ code: 'NO-SUCH-FILE', messageJa: '' }, 'xlsx', both).ways?.[0]?.onChoose();
    expect(chosen).toEqual(['new']);
  });

  test.each(['DISK-FULL', 'NOT-WRITABLE', 'NO-SUCH-FILE', 'FAULT'] as const)('%s has a way on', (code) => {
    expect(noticeOf({ code, messageJa: '' }, 'xlsx', ways()).ways?.length).toBeGreaterThan(0);
  });

  test('earlier files are never renewed by the first way, which Enter takes', () => {
    const { chosen, ...both } = ways();
    const notice = againNotice(['a.xlsx', 'b.xlsx'], 'xlsx', both);
    expect(notice.subject).toBe('a.xlsx ほか1件');
    for (const way of notice.ways ?? []) way.onChoose();
    expect(chosen).toEqual(['new', 'again']);
  });
});

describe('what the computer wrote', () => {
  test('files of one paper stand together, the last writing counts, and no change is recorded', async () => {
    const database = new DeskDatabase('written-1');
    const file = (id: string, paper: string) => ({ id, paper, name: `${id}.xlsx`, place: `/out/${id}.xlsx`, bytes: 1 });
    const note = { courseId: 'C1', form: 'workbook', content: 'x' } as const;
    await noteWritten(database, [file('a', 'judgementReport'), file('b', 'judgementReport')], note);
    await noteWritten(database, [file('c', 'changeNotice')], note);
    await noteWritten(database, [file('d', 'changeNotice')], { ...note, content: 'y' });
    const row = (paper: string) => database.written.get(writtenKey('C1', paper, 'workbook'));
    expect((await row('judgementReport'))?.files.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await row('changeNotice')).toMatchObject({ content: 'y', files: [{ id: 'd' }] });
    expect(await database.changes.count()).toBe(0);
    database.close();
  });

  test('the content is another one after any change of the case or of its book, and the same on the next day', () => {
    const value = caseFrom('lecture');
    const before = contentOf(value, BOOK);
    expect(contentOf({ ...value, asOf: '2021-12-31' }, BOOK)).toBe(before);
    expect(contentOf(value, { id: 'R3', edition: 2 })).not.toBe(before);
    const [line, ...lines] = value.lines ?? [];
    if (!line) throw new Error('no line');
    expect(contentOf({ ...value, lines: [{ ...line, remarks: '1' }, ...lines] }, BOOK)).not.toBe(before);
  });
});
