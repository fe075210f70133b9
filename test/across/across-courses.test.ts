/** Between courses: the same paper, one person in two places, one trip, one night. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossCourses } from '../../shared/rules/across/across-courses.js';
import type { AcrossCase, AcrossFinding } from '../../shared/rules/across/finding.js';
import { sameness, type Person } from '../../shared/rules/across/person.js';
import { caseFrom } from '../support/cases.js';

type Given = Record<string, unknown>;

const course = (courseId: string, given: Given = {}, base = 'lecture', drop: string[] = []): AcrossCase => ({
  courseId,
  nameJa: `講習会${courseId}`,
  case: caseFrom(base, given, drop),
});

/** The lecture course, one lecturer from `start` to `end` on 2021-10-02. */
const lecture = (courseId: string, start: number, end: number, given: Given = {}, drop: string[] = []): AcrossCase =>
  course(courseId, { sessions: [{ id: 's1', start, end }], ...given }, 'lecture', drop);

const NOON = 12 * 60;
const found = (cases: AcrossCase[], kind: AcrossFinding['kind']): AcrossFinding[] =>
  acrossCourses(cases).filter((finding) => finding.kind === kind);

describe('one person in two places', () => {
  test('what ends at 12:00 does not meet what starts at 12:00; one minute earlier it does', () => {
    expect(found([lecture('A', 540, NOON), lecture('B', NOON, 780)], 'person')).toEqual([]);
    const [clash] = found([lecture('A', 540, NOON), lecture('B', NOON - 1, 780)], 'person');
    expect(clash).toMatchObject({ isDoubtful: false, titleJa: '岡部 直樹 10/2(土)' });
    expect(clash?.places).toEqual([
      { courseId: 'A', courseJa: '講習会A', lineId: 'H1', textJa: '1-01 講師 10/2(土) 9:00–12:00 青葉県民体育館' },
      { courseId: 'B', courseJa: '講習会B', lineId: 'H1', textJa: '1-01 講師 10/2(土) 11:59–13:00 青葉県民体育館' },
    ]);
  });

  test('the same hours on another day, or within one course, say nothing', () => {
    expect(
      found([lecture('A', 540, NOON), course('B', { sessions: [{ id: 's1', date: '2021-10-03' }] })], 'person'),
    ).toEqual([]);
    const twice = { assignments: [{ id: 'a2', staffId: 'S1', role: 'assistant', sessionId: 's1' }] };
    const elsewhere = course('B', { sessions: [{ id: 's1', date: '2021-10-09' }] });
    expect(acrossCourses([lecture('A', 540, NOON, twice), elsewhere])).toEqual([]);
  });

  test('a session after midnight meets the next morning', () => {
    const early = course('B', { sessions: [{ id: 's1', date: '2021-10-03', start: 30, end: 90 }] });
    expect(found([lecture('A', 1380, 1440 + 30), early], 'person')).toEqual([]);
    expect(found([lecture('A', 1380, 1440 + 31), early], 'person')).toHaveLength(1);
  });

  test('another kana is another person; without kana the prefecture tells; with the name alone it is 要確認', () => {
    const noKana = ['staff.S1.nameKana'];
    const nameOnly = ['staff.S1.nameKana', 'staff.S1.homePrefectureCode'];
    const other = { staff: [{ id: 'S1', nameKana: 'オカベ ナオキチ' }] };
    const a = lecture('A', 540, 660);
    expect(found([a, lecture('B', 540, 660, other)], 'person')).toEqual([]);
    expect(found([a, lecture('B', 540, 660, {}, noKana)], 'person')).toMatchObject([{ isDoubtful: false }]);
    const [doubt] = found([a, lecture('B', 540, 660, {}, nameOnly)], 'person');
    expect(doubt?.isDoubtful).toBe(true);
    expect(doubt?.messageJa).toMatch(/氏名だけが同じ/);
  });

  test('a day without times is unknown, not free', () => {
    const operations = {
      assignments: [{ id: 'a1', staffId: 'S1', role: 'operations', date: '2021-10-02' }],
      lines: [],
    };
    const day = course('B', operations, 'lecture', ['assignments.a1.sessionId']);
    const [doubt] = found([lecture('A', 540, 660), day], 'person');
    expect(doubt).toMatchObject({ isDoubtful: true });
    expect(doubt?.messageJa).toMatch(/時刻の記録がない/);
    expect(doubt?.places[1]?.textJa).toBe('運営係員 10/2(土) 時刻の記録なし');
  });

  test('a lecturer who sits in another course as 受講者 at that time', () => {
    const present = (isThere: boolean): AcrossCase =>
      course('B', {
        staff: [{ id: 'S1', nameJa: '別人 太郎', nameKana: 'ベツジン タロウ' }],
        participants: [{ id: 'P1', nameJa: '岡部　直樹', nameKana: 'ｵｶﾍﾞ ﾅｵｷ', birthDate: '1980-01-01' }],
        enrollments: [
          {
            id: 'E1',
            participantId: 'P1',
            startFiscalYear: 2021,
            status: 'inProgress',
            attendance: [{ sessionId: 's1', present: isThere }],
          },
        ],
      });
    expect(found([lecture('A', 540, 660), present(true)], 'person')).toMatchObject([{ isDoubtful: false }]);
    expect(found([lecture('A', 540, 660), present(false)], 'person')).toEqual([]);
  });

  test('a course that was called off, or that has become 独自 under another record, claims nothing', () => {
    for (const status of ['cancelled', 'convertedToIndependent']) {
      expect(acrossCourses([lecture('A', 540, 660), lecture('B', 540, 660, { course: { status } })]), status).toEqual(
        [],
      );
    }
  });
});

describe('one person or two', () => {
  const person = (own: Partial<Person>): Person => ({
    nameJa: '佐藤 花子',
    kana: undefined,
    birthDate: undefined,
    prefectureCode: undefined,
    ...own,
  });
  test.each([
    [{ kana: 'さとう はなこ' }, { kana: 'ｻﾄｳ ﾊﾅｺ' }, 'same'],
    [{ kana: 'サトウ ハナコ', prefectureCode: '13' }, { kana: 'サトウ ハナコ', prefectureCode: '14' }, 'same'],
    [{ birthDate: '1980-01-01' }, { birthDate: '1980-01-01' }, 'same'],
    [{ birthDate: '1980-01-01' }, { birthDate: '1980-01-02' }, 'different'],
    [
      { kana: 'サトウ ハナコ', birthDate: '1980-01-01' },
      { kana: 'サトウ ハナコ', birthDate: '1981-01-01' },
      'different',
    ],
    [{ prefectureCode: '13' }, { prefectureCode: '13' }, 'same'],
    [{ prefectureCode: '13' }, { prefectureCode: '14' }, 'doubtful'],
    [{ kana: 'サトウ ハナコ' }, {}, 'doubtful'],
    [{ kana: '　' }, { kana: ' ' }, 'doubtful'],
    [{}, { nameJa: '佐藤 花江' }, 'different'],
  ] as const)('%o and %o: %s', (a, b, expected) => {
    expect(sameness(person(a), person(b))).toBe(expected);
    expect(sameness(person(b), person(a))).toBe(expected);
  });
});

describe('the same paper', () => {
  const withPaper = (courseId: string, voucher: Given): AcrossCase =>
    course(courseId, {
      vouchers: [{ id: 'v1', kind: 'receiptOriginal', no: '1-01', ...voucher }],
      lines: [{ id: 'H1', voucherIds: ['v1'], planned: 24_000 }],
    });
  const BILL = { issuer: '株式会社 青葉印刷', issuedOn: '2021-09-10', amount: 12_000 };

  test('the same file in two courses is named with both lines and the money', () => {
    const [same] = found([withPaper('A', { fileRef: 'sha256-1' }), withPaper('B', { fileRef: 'sha256-1' })], 'voucher');
    expect(same).toMatchObject({ isDoubtful: true, titleJa: '領収書（原本） 1-01（同じファイル）' });
    expect(same?.messageJa).toContain('請求は合わせて48,000円');
    expect(same?.places.map((place) => [place.courseId, place.lineId])).toEqual([
      ['A', 'H1'],
      ['B', 'H1'],
    ]);
    expect(
      found([withPaper('A', { fileRef: 'sha256-1' }), withPaper('B', { fileRef: 'sha256-2' })], 'voucher'),
    ).toEqual([]);
  });

  test('without a file: issuer, day and amount, whatever the legal form; one yen or one day more is another paper', () => {
    const other = { ...BILL, issuer: '青葉印刷㈱' };
    expect(found([withPaper('A', BILL), withPaper('B', other)], 'voucher')).toHaveLength(1);
    expect(found([withPaper('A', BILL), withPaper('B', { ...other, amount: 12_001 })], 'voucher')).toEqual([]);
    expect(found([withPaper('A', BILL), withPaper('B', { ...other, issuedOn: '2021-09-11' })], 'voucher')).toEqual([]);
    expect(found([withPaper('A', BILL), withPaper('B', { amount: 12_000 })], 'voucher')).toEqual([]);
  });

  test('said once where both the file and the bill are the same', () => {
    const same = { ...BILL, fileRef: 'sha256-1' };
    expect(found([withPaper('A', same), withPaper('B', same)], 'voucher')).toHaveLength(1);
  });

  test('a 旅費規程 belongs to every course', () => {
    const rules = { kind: 'travelRegulation', fileRef: 'sha256-1', ...BILL };
    expect(found([withPaper('A', rules), withPaper('B', rules)], 'voucher')).toEqual([]);
  });
});

describe('the same trip and the same night', () => {
  const ride = (courseId: string, given: Given = {}): AcrossCase => course(courseId, given, 'ride-application');
  const legs = (date: string, to = '青葉中央'): Given => ({
    lines: [{ id: 'T1', legs: [{ mode: 'rail', from: '緑川', to, date, km: 550, baseFare: 990 }] }],
  });

  test('same day, same from and to; the way back, another day or another place is another trip', () => {
    const [trip, ...others] = found([ride('A', legs('2021-10-02')), ride('B', legs('2021-10-02'))], 'trip');
    expect(others).toEqual([]);
    expect(trip).toMatchObject({ isDoubtful: false, titleJa: '岡部 直樹 10/2(土) 緑川→青葉中央' });
    expect(trip?.places.map((place) => place.textJa)).toEqual(['2-01 緑川→青葉中央 990円', '2-01 緑川→青葉中央 990円']);
    expect(found([ride('A', legs('2021-10-02')), ride('B', legs('2021-10-03'))], 'trip')).toEqual([]);
    expect(found([ride('A', legs('2021-10-02')), ride('B', legs('2021-10-02', '青葉西'))], 'trip')).toEqual([]);
  });

  test('a night in a hotel and in a package of another course', () => {
    const stay = course('A', {}, 'travel-stay');
    const pack = course('B', { lines: [{ id: 'K3', staffId: 'S1' }] }, 'travel-stay', [
      'lines.N1',
      'lines.T1',
      'lines.T2',
      'lines.D2',
    ]);
    expect(found([stay, pack], 'night').map((finding) => finding.titleJa)).toEqual(['岡部 直樹 10/2(土)の宿泊']);
  });
});

describe('properties', () => {
  const hour = fc.integer({ min: 8, max: 12 });
  const one = fc.record({
    start: hour,
    length: fc.integer({ min: 1, max: 3 }),
    kana: fc.constantFrom('オカベ ナオキ', 'オカベ ナオト', undefined),
    file: fc.constantFrom('f1', 'f2', undefined),
  });
  const cases = fc.array(one, { minLength: 2, maxLength: 5 }).map((list) =>
    list.map(({ start, length, kana, file }, index) =>
      lecture(
        `c${index}`,
        start * 60,
        (start + length) * 60,
        {
          ...(kana === undefined ? {} : { staff: [{ id: 'S1', nameKana: kana }] }),
          vouchers: [{ id: 'v1', kind: 'receiptOriginal', ...(file === undefined ? {} : { fileRef: file }) }],
        },
        kana === undefined ? ['staff.S1.nameKana'] : [],
      ),
    ),
  );

  test('the order of the courses means nothing', () => {
    fc.assert(
      fc.property(cases, (list) => {
        expect(acrossCourses([...list].reverse())).toEqual(acrossCourses(list));
      }),
      { numRuns: 60 },
    );
  });

  test('every finding names two courses or more, and only places of the given courses', () => {
    fc.assert(
      fc.property(cases, (list) => {
        for (const finding of acrossCourses(list)) {
          const courses = new Set(finding.places.map((place) => place.courseId));
          expect(courses.size).toBeGreaterThan(1);
          expect(list.map((own) => own.courseId)).toEqual(expect.arrayContaining([...courses]));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the overlaps of many courses are those of every two of them', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const all = new Set(found(list, 'person').flatMap((finding) => finding.places.map((place) => place.courseId)));
        const pairs = new Set<string>();
        for (const a of list) {
          for (const b of list) {
            if (a === b) continue;
            for (const finding of found([a, b], 'person'))
              for (const place of finding.places) pairs.add(place.courseId);
          }
        }
        expect(all).toEqual(pairs);
      }),
      { numRuns: 60 },
    );
  });
});
