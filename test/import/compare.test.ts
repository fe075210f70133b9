import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../shared/import/columns.js';
import { answered, type ComparedRow, comparePeople, type Comparison } from '../../shared/import/compare-people.js';
import type { ListSheet } from '../../shared/import/list-sheet.js';
import { type ListedPerson, readPeople } from '../../shared/import/read-people.js';
import { type Held, takenOver } from '../../shared/import/taken-over.js';
import type { Enrollment, Participant } from '../../shared/model/case/participant.js';

const HEADINGS = [
  '氏名',
  'フリガナ',
  '生年月日',
  '都道府県',
  '電話',
  'マイページID',
  '新規／過年度',
  '受講開始年度',
  '一次承認日',
];

function whole<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function sheetOf(rows: readonly (readonly string[])[], unreadable: ListSheet['unreadable'] = []): ListSheet {
  return {
    nameJa: '',
    rows: [HEADINGS, ...rows].map((cells, index) => ({ no: index + 1, cells: [...cells] })),
    unreadable,
  };
}

function listed(
  rows: readonly (readonly string[])[],
  unreadable: ListSheet['unreadable'] = [],
): readonly ListedPerson[] {
  const sheet = sheetOf(rows, unreadable);
  const { columns, headingAt } = matchColumns(sheet);
  return whole(readPeople(sheet, columns, headingAt));
}

function held(
  person: { readonly [K in keyof Participant]?: Participant[K] | undefined },
  enrollment: Partial<Enrollment> = {},
): Held {
  const id = person.id ?? 'P1';
  return {
    participant: known({ id, nameJa: '山田 太郎', nameKana: 'ヤマダ タロウ', birthDate: '1985-04-01', ...person }),
    enrollment: { id: `E-${id}`, participantId: id, startFiscalYear: 2021, status: 'applied', ...enrollment },
  };
}

function known(person: object): Participant {
  return JSON.parse(JSON.stringify(person)) as Participant;
}

function compare(rows: readonly (readonly string[])[], people: readonly Held[]): Comparison {
  return whole(comparePeople(listed(rows), { held: people, fiscalYear: 2021 }));
}
const plain = ({ kind, doubtsJa, changes }: ComparedRow) => [
  kind,
  ...doubtsJa,
  ...changes.map((change) => change.field),
];
const one = (row: readonly string[], people: readonly Held[]): unknown[] =>
  compare([row], people).rows.map(plain)[0] ?? [];

describe('one row beside one person', () => {
  const person = [held({ tel: '090-1234-5678', prefectureCode: '13', myPageId: 'M1' })];
  test.each([
    ['all the same', ['山田　太郎', 'ﾔﾏﾀﾞ ﾀﾛｳ', 'S60.4.1', '東京', '09012345678', 'M1'], ['same']],
    ['nothing but the name and the day', ['山田太郎', '', '1985/4/1'], ['same']],
    ['another telephone', ['山田 太郎', 'ヤマダ タロウ', '1985/4/1', '', '080-1111-2222'], ['changed', 'tel']],
    [
      'another kana under the same ID',
      ['山田 太郎', 'ヤマタ タロウ', '1985/4/1', '', '', 'M1'],
      ['changed', 'nameKana'],
    ],
    ['another day under the same ID', ['山田 太郎', '', '1985/4/2', '', '', 'M1'], ['changed', 'birthDate']],
    [
      'another kana',
      ['山田 太郎', 'ヤマタ タロウ', '1985/4/1'],
      ['doubtful', '氏名と生年月日が同じで、フリガナが違います'],
    ],
    [
      'another day',
      ['山田 太郎', 'ヤマダ タロウ', '1985/4/2'],
      ['doubtful', '氏名とフリガナが同じで、生年月日が違います'],
    ],
    [
      'another name',
      ['佐藤 太郎', 'ヤマダ タロウ', '1985/4/1'],
      ['doubtful', 'フリガナと生年月日が同じで、氏名が違います'],
    ],
    [
      'another ID',
      ['山田 太郎', 'ヤマダ タロウ', '1985/4/1', '', '', 'M2'],
      ['doubtful', '氏名と生年月日が同じで、マイページIDが違います'],
    ],
    [
      'a stranger under the same ID',
      ['佐藤 花子', 'サトウ ハナコ', '1990/1/1', '', '', 'M1'],
      ['doubtful', 'マイページIDは同じですが、氏名が違います'],
    ],
    ['the name alone, nothing new', ['山田 太郎'], ['same']],
    [
      'the name alone, something new',
      ['山田 太郎', '', '', '大阪'],
      ['doubtful', '同じ氏名の人がいますが、生年月日で確かめられません'],
    ],
    ['kana and day of somebody else', ['山田 太郎', 'ヤマダ タクロウ', '1990/1/1'], ['new']],
    ['somebody else', ['佐藤 花子', 'サトウ ハナコ', '1990/1/1'], ['new']],
    ['no name', ['', 'ヤマダ タロウ', '1985/4/1'], ['doubtful', '氏名がありません']],
    [
      'an unreadable day',
      ['佐藤 花子', '', '31138'],
      ['doubtful', 'Excelの日付の通し番号のようです（日付なら 1985/04/01）'],
    ],
    [
      'past without its year',
      ['佐藤 花子', '', '1990/1/1', '', '', '', '過年度'],
      ['doubtful', '過年度ですが、受講開始年度がありません'],
    ],
    ['past with its year', ['佐藤 花子', '', '1990/1/1', '', '', '', '過年度', '令和2年度'], ['new']],
    ['an approval', ['山田 太郎', '', '1985/4/1', '', '', '', '', '', '2021/8/20'], ['changed', 'primaryApprovedOn']],
  ])('%s', (_name, row, expected) => expect(one(row, person)).toEqual(expected));

  test('the old form of a letter alone is asked about, and kept as it is written', () => {
    const takahashi = [held({ nameJa: '髙橋 﨑子', nameKana: 'タカハシ サキコ' })];
    expect(one(['高橋 崎子', 'タカハシ サキコ', '1985/4/1'], takahashi)).toEqual([
      'doubtful',
      '生年月日が同じで、氏名の字の形だけが違います',
    ]);
    expect(one(['髙橋 﨑子', 'タカハシ サキコ', '1985/4/1'], takahashi)).toEqual(['same']);
  });
});

describe('several rows', () => {
  test('the same person twice: the second is asked about, whether held or new', () => {
    const row = ['山田 太郎', 'ヤマダ タロウ', '1985/4/1'];
    expect(compare([row, row], []).rows.map(plain)).toEqual([['doubtful', '2行目と同じ人のようです'], ['new']]);
    expect(compare([row, row], [held({})]).rows.map(plain)).toEqual([
      ['doubtful', '2行目と同じ人のようです'],
      ['same'],
    ]);
  });

  test('two namesakes with two birth dates are two people', () => {
    const rows = [
      ['山田 太郎', 'ヤマダ タロウ', '1985/4/1'],
      ['山田 太郎', 'ヤマダ タロウ', '1990/1/1'],
    ];
    expect(compare(rows, []).rows.map(plain)).toEqual([['new'], ['new']]);
    expect(compare(rows, [held({})]).rows.map(plain)).toEqual([['new'], ['same']]);
    expect(compare(rows, [held({}), held({ id: 'P2', birthDate: '1990-01-01' })]).rows.map(plain)).toEqual([
      ['same'],
      ['same'],
    ]);
  });

  test('a slip above the right row is asked about', () => {
    const rows = [
      ['山田 太郎', 'ヤマダ タロウ', ''],
      ['山田 太郎', 'ヤマダ タロウ', '1985/4/1'],
    ];
    expect(compare(rows, [held({})]).rows.map(plain)).toEqual([['doubtful', '3行目と同じ人のようです'], ['same']]);
  });

  test('the order, and who is not in the list', () => {
    const people = [
      held({}),
      held({ id: 'P2', nameJa: '佐藤 花子', birthDate: '1990-01-01' }),
      held({ id: 'P3', nameJa: '鈴木 次郎' }),
    ];
    const comparison = compare(
      [
        ['山田 太郎', '', '1985/4/1'],
        ['佐藤 花子', '', '1990/1/1', '大阪'],
        ['新井 三郎', '', '1990/1/1'],
        ['', 'ダレカ'],
      ],
      people,
    );
    expect(comparison.rows.map((row) => row.kind)).toEqual(['doubtful', 'new', 'changed', 'same']);
    expect(comparison.absent.map((one) => one.participant.nameJa)).toEqual(['鈴木 次郎']);
  });

  test('two who cannot be told apart are asked about', () => {
    const twice = [held({}), held({ id: 'P2' })];
    expect(one(['山田 太郎', 'ヤマダ タロウ', '1985/4/1'], twice)).toEqual(['doubtful', '同じ人が2人登録されています']);
    const unknown = [held({ birthDate: undefined }), held({ id: 'P2', birthDate: undefined })];
    expect(one(['山田 太郎'], unknown)).toEqual(['doubtful', '同じ氏名の人がいますが、生年月日で確かめられません']);
  });

  test('a whole name goes before its two halves', () => {
    const sheet: ListSheet = {
      nameJa: '',
      rows: [
        { no: 1, cells: ['姓', '名', '氏名'] },
        { no: 2, cells: ['ヤマダ', 'タロウ', '山田 太郎'] },
        { no: 3, cells: ['佐藤', '花子', ''] },
      ],
      unreadable: [],
    };
    const { columns, headingAt } = matchColumns(sheet);
    const people = whole(readPeople(sheet, columns, headingAt));
    expect(people.map((person) => person.values.nameJa)).toEqual(['山田 太郎', '佐藤 花子']);
  });

  test('headings repeated on each page, a closing line and empty rows are nobody', () => {
    expect(
      listed([
        ['山田 太郎', 'ヤマダ タロウ', '', '東京'],
        HEADINGS,
        ['計 24名'],
        ['以上'],
        ['', '', '', '', '', '', '', '', ''],
      ]),
    ).toHaveLength(1);
  });

  test('a cell that the file itself could not give is named', () => {
    const [person] = listed([['山田 太郎', '', '']], [{ row: 2, column: 2, ja: '1900年の日付になっています' }]);
    expect(person?.problems).toEqual([{ column: 2, field: 'birthDate', text: '', ja: '1900年の日付になっています' }]);
  });
});

describe('what is answered', () => {
  const [row] = compare([['山田 太郎', 'ヤマダ タロウ', '1985/4/2']], [held({})]).rows;
  if (!row) throw new Error('no row');
  test('この人', () => expect(plain(answered(row, true, 2021))).toEqual(['changed', ...row.doubtsJa, 'birthDate']));
  test('別の人', () => {
    expect(answered(row, false, 2021).kind).toBe('new');
    expect(answered(row, false, 2021).held).toBeUndefined();
  });
});

describe('what is written', () => {
  const ids = { participantId: 'P9', enrollmentId: 'E9' };
  test('a new person is enrolled from this year on, as far as the approvals go', () => {
    const [person] = listed([['佐藤 花子', 'さとう はなこ', '平成2年1月1日', '大阪', '', '', '', '', 'R3.8.20']]);
    expect(takenOver(undefined, person?.values ?? {}, ids, 2021)).toEqual({
      participant: {
        id: 'P9',
        nameJa: '佐藤 花子',
        nameKana: 'サトウ ハナコ',
        birthDate: '1990-01-01',
        prefectureCode: '27',
      },
      enrollment: {
        id: 'E9',
        participantId: 'P9',
        startFiscalYear: 2021,
        status: 'primaryApproved',
        primaryApprovedOn: '2021-08-20',
      },
    });
  });

  test('an approval does not take anybody back, and an empty cell empties nothing', () => {
    const person = held({ tel: '090-1234-5678' }, { status: 'passed', finalApprovedOn: '2021-09-01' });
    const [row2] = listed([['山田 太郎', '', '1985/4/1', '', '', '', '', '', '2021/8/20']]);
    const taken = takenOver(person, row2?.values ?? {}, ids, 2021);
    expect(taken.enrollment).toEqual({ ...person.enrollment, primaryApprovedOn: '2021-08-20' });
    expect(taken.participant).toEqual(person.participant);
  });

  test('whoever was taken over is unchanged the second time', () => {
    const letters = fc.constantFrom(...'山田髙﨑太郎花子'.split(''));
    const name = fc.array(letters, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(''));
    const cells = fc.tuple(
      name,
      fc.constantFrom('', 'ﾔﾏﾀﾞ', 'やまだ', 'タカ'),
      fc.constantFrom('', 'S60.4.1', '1990/1/1', '31138'),
      fc.constantFrom('', '東京', '大阪府'),
      fc.constantFrom('', '09012345678', '03-1234-5678'),
      fc.constantFrom('', 'M1', 'M2', 'M3'),
    );
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 8 }), (rows) => {
        const first = compare(rows, []).rows.filter((row) => row.kind === 'new');
        const people = first.map((row, index): Held =>
          takenOver(undefined, row.person.values, { participantId: `P${index}`, enrollmentId: `E${index}` }, 2021),
        );
        const again = whole(
          comparePeople(
            first.map((row) => row.person),
            { held: people, fiscalYear: 2021 },
          ),
        );
        expect(again.rows.map((row) => row.kind).filter((kind) => kind !== 'same')).toEqual([]);
        expect(again.absent).toEqual([]);
      }),
    );
  });
});
