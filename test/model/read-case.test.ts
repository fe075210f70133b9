/** What a case file must hold, and the words for what it does not: shape, references, people in roles, amounts. */
import { describe, expect, test } from 'vitest';
import { problemLine } from '../../shared/model/problem.js';
import { readCase, readCaseText } from '../../shared/model/case/read-case.js';
import { caseFrom } from '../support/cases.js';

type Step = string | number;

const BASES = { claims: caseFrom('claims'), 'claims-report': caseFrom('claims-report') };

/** A valid case of the tables, as plain JSON, with the value at `path` replaced. */
function changed(path: readonly Step[], value: unknown, base: keyof typeof BASES = 'claims'): unknown {
  const copy = structuredClone(BASES[base]) as unknown;
  let place = copy as Record<Step, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<Step, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

/** Path and sentence of each problem; empty for a valid case. */
function problems(input: unknown): string[] {
  const read = readCase(input);
  return read.ok ? [] : read.problems.map((problem) => `${problem.path}: ${problem.ja}`);
}

const LINE = { H1: 0, T2: 1, L2: 2, D2: 3, K3: 4, R1: 5, E1: 6, Y1: 7, P1: 8, C1: 9, M1: 10, F1: 11 } as const;

test('the bases of the tables are valid cases at both stages', () => {
  expect(problems(structuredClone(BASES.claims))).toEqual([]);
  expect(problems(structuredClone(BASES['claims-report']))).toEqual([]);
});

describe('shape', () => {
  test.each<[string, Step[]]>([
    ['the file', ['extra']],
    ['the organisation', ['organization', 'extra']],
    ['the course', ['course', 'extra']],
    ['the competition', ['course', 'competition', 'extra']],
    ['a room', ['rooms', 0, 'extra']],
    ['a person', ['staff', 0, 'extra']],
    ['the employment', ['staff', 0, 'employment', 'extra']],
    ['a line', ['lines', LINE.H1, 'extra']],
    ['a leg', ['lines', LINE.T2, 'legs', 0, 'extra']],
    ['the necessity of a night', ['lines', LINE.L2, 'necessity', 'extra']],
    ['a quote', ['lines', LINE.P1, 'quotes', 0, 'extra']],
    ['a voucher', ['vouchers', 0, 'extra']],
    ['a transfer', ['transfers', 0, 'extra']],
  ])('an unknown key is refused in %s and named by its path', (_where, path) => {
    const text = path.reduce<string>((all, step) => {
      if (typeof step === 'number') return `${all}[${step}]`;
      return all === '' ? step : `${all}.${step}`;
    }, '');
    expect(problems(changed(path, 1))).toEqual([`${text}: この項目は使えません`]);
  });

  test.each<[string, Step[], unknown, string]>([
    [
      'a fraction for a whole number',
      ['lines', LINE.T2, 'legs', 0, 'km'],
      1.5,
      'lines[1].legs[0].km: 整数で入れてください',
    ],
    ['a negative number', ['lines', LINE.T2, 'legs', 0, 'km'], -1, 'lines[1].legs[0].km: 0以上の整数で入れてください'],
    ['text for a number', ['course', 'fiscalYear'], '2021', 'course.fiscalYear: 整数で入れてください'],
    ['a number for text', ['venues', 0, 'nameJa'], 7, 'venues[0].nameJa: 文字で入れてください'],
    ['an empty name', ['venues', 0, 'nameJa'], '', 'venues[0].nameJa: 空にはできません'],
    ['an object for a list', ['sessions'], {}, 'sessions: 一覧（[ ]）で入れてください'],
    [
      'a list for an object',
      ['course', 'competition'],
      [],
      'course.competition: 項目のまとまり（{ }）で入れてください',
    ],
    ['text for yes or no', ['course', 'surveyReplied'], 'yes', 'course.surveyReplied: true か false で入れてください'],
    ['a day that is not in the calendar', ['asOf'], '2021-02-30', 'asOf: 暦にない日付です'],
    ['a date in another spelling', ['asOf'], '2021/8/1', 'asOf: 書き方が違います'],
    ['an unknown word', ['stage'], 'draft', 'stage: 次のいずれかで入れてください：application、report'],
    ['an unknown kind of line', ['lines', LINE.H1, 'kind'], 'gift', 'lines[0].kind: この種類は使えません'],
    ['a line without a kind', ['lines', LINE.H1, 'kind'], undefined, 'lines[0].kind: この種類は使えません'],
    ['a missing field', ['organization', 'contractName'], undefined, 'organization.contractName: 必ず入れてください'],
    ['an id with a space', ['venues', 0, 'id'], 'V 1', 'venues[0].id: 書き方が違います'],
    [
      'the account of another kind',
      ['lines', LINE.H1, 'account'],
      'travel',
      'lines[0].account: 次のいずれかで入れてください：honorarium',
    ],
    ['an empty list where one entry is needed', ['lines', LINE.T2, 'legs'], [], 'lines[1].legs: 1件以上入れてください'],
  ])('%s', (_what, path, value, expected) => {
    expect(problems(changed(path, value))).toEqual([expected]);
  });

  test('null stands only where it has a meaning', () => {
    expect(problems(changed(['organization', 'prefectureCode'], null))).toEqual([]);
    expect(problems(changed(['sessions', 0, 'format'], null))).toEqual([]);
    expect(problems(changed(['lines', LINE.Y1, 'unitPrice'], null))).toEqual([]);
    expect(problems(changed(['course', 'applicationSentOn'], null))).toEqual([
      'course.applicationSentOn: 文字で入れてください',
    ]);
    expect(problems(changed(['lines', LINE.T2, 'legs', 0, 'km'], null))).toEqual([
      'lines[1].legs[0].km: 整数で入れてください',
    ]);
  });

  test('an honorarium has a rate or a lump sum, never both and never neither', () => {
    const sentence = 'lines[0]: 単価か総額のどちらか一方を入れてください';
    expect(problems(changed(['lines', LINE.H1, 'rate'], undefined))).toEqual([sentence]);
    expect(problems(changed(['lines', LINE.H1, 'lumpSum'], 24000))).toEqual([sentence]);
  });

  test('pages and copies are needed as soon as there is a price per sheet', () => {
    expect(problems(changed(['lines', LINE.Y1, 'pages'], undefined))).toEqual(['lines[7].pages: 必ず入れてください']);
  });

  test('the amount of the stage must be there, and no result at the application', () => {
    expect(problems(changed(['lines', LINE.H1, 'planned'], undefined))).toEqual([
      'lines[0].planned: 必ず入れてください',
    ]);
    expect(problems(changed(['lines', LINE.H1, 'actual'], 24000))).toEqual([
      'lines[0].actual: 申請の段階では実績額を入れられません',
    ]);
    expect(problems(changed(['lines', LINE.H1, 'actual'], undefined, 'claims-report'))).toEqual([
      'lines[0].actual: 必ず入れてください',
    ]);
    expect(problems(changed(['lines', LINE.H1, 'planned'], 1, 'claims-report'))).toEqual([]);
  });
});

describe('integrity', () => {
  test('the same assignment counts once on a line', () => {
    const found = problems(changed(['lines', LINE.H1, 'assignmentIds'], ['a1', 'a1']));
    expect(found).toContain('lines[0].assignmentIds: 同じ担当が2回入っています');
  });

  test.each<[string, Step[], unknown, string]>([
    [
      'a session in an unknown room',
      ['sessions', 0, 'roomId'],
      'RX',
      'sessions[0].roomId: 「RX」がこの講習会にありません',
    ],
    [
      'a line of an unknown person',
      ['lines', LINE.L2, 'staffId'],
      'S9',
      'lines[2].staffId: 「S9」がこの講習会にありません',
    ],
    [
      'a line with an unknown paper',
      ['lines', LINE.E1, 'voucherIds', 1],
      'v0',
      'lines[6].voucherIds[1]: 「v0」がこの講習会にありません',
    ],
    [
      'a line with an unknown transfer',
      ['lines', LINE.E1, 'transferId'],
      'T0',
      'lines[6].transferId: 「T0」がこの講習会にありません',
    ],
    [
      'a transfer with an unknown paper',
      ['transfers', 0, 'voucherIds'],
      ['v0'],
      'transfers[0].voucherIds[0]: 「v0」がこの講習会にありません',
    ],
    [
      'an own facility that is no venue',
      ['organization', 'ownedFacilityIds'],
      ['V9'],
      'organization.ownedFacilityIds[0]: 「V9」がこの講習会にありません',
    ],
  ])('unknown reference: %s', (_what, path, value, expected) => {
    expect(problems(changed(path, value))).toEqual([expected]);
  });

  test('an id stands once in its list; 講師等 and 受講者 share one name space', () => {
    expect(problems(changed(['lines', LINE.T2, 'id'], 'H1'))).toEqual(['lines[1].id: ID「H1」が重なっています']);
    expect(problems(changed(['participants'], [{ id: 'S1', nameJa: '岡部 直樹' }]))).toEqual([
      'participants[0].id: ID「S1」が重なっています',
    ]);
    expect(problems(changed(['participants'], [{ id: 'V1', nameJa: '岡部 直樹' }]))).toEqual([]);
  });

  test.each<[string, string | null, boolean]>([
    ['lecturer', 'lecture', true],
    ['lecturer', 'activeLearning', true],
    ['lecturer', 'exam', true],
    ['lecturer', 'lunch', false],
    ['assistant', 'practicum', true],
    ['assistant', 'break', false],
    ['alLead', 'activeLearning', true],
    ['alLead', 'exam', true],
    ['alLead', 'lecture', false],
    ['alInstructor', 'practical', false],
    ['examiner', 'exam', true],
    ['examiner', 'lecture', false],
    ['operations', 'lunch', true],
    ['examiner', null, true],
    ['alInstructor', null, true],
  ])('%s on a session of format %s: %s', (role, format, fits) => {
    const input = changed(['sessions', 0, 'format'], format) as { assignments: object[]; lines: object[] };
    input.assignments[0] = { ...input.assignments[0], role };
    input.lines[LINE.H1] = { ...input.lines[LINE.H1], role };
    expect(problems(input)).toEqual(fits ? [] : ['assignments[0].role: このコマの形態には置けない役割です']);
  });

  test('an assignment is never longer than its session', () => {
    expect(problems(changed(['assignments', 0, 'minutes'], 121))).toContain(
      'assignments[0].minutes: コマの長さを超えています',
    );
    const whole = changed(['assignments', 0, 'minutes'], 120);
    expect(problems(whole)).toEqual([]);
  });

  test('only 検定員 and 運営係員 may stand on a day instead of a session', () => {
    const noSession = changed(['assignments', 0, 'sessionId'], undefined);
    expect(problems(noSession)[0]).toBe('assignments[0]: 日程のコマか日付を入れてください');
    const onDay = structuredClone(noSession) as { assignments: object[] };
    onDay.assignments[0] = { ...onDay.assignments[0], date: '2021-10-02' };
    expect(problems(onDay)[0]).toBe('assignments[0].sessionId: この役割には日程のコマが必要です');
  });

  test.each<[string, Step[], unknown, string]>([
    ['honorarium', ['lines', LINE.H1, 'planned'], 24001, 'lines[0].planned: 明細の金額（24000円）と合いません'],
    ['transport', ['lines', LINE.T2, 'legs', 0, 'baseFare'], 571, 'lines[1].planned: 明細の金額（1141円）と合いません'],
    ['per-diem', ['lines', LINE.D2, 'days'], 3, 'lines[3].planned: 明細の金額（6000円）と合いません'],
    ['room by the hour', ['lines', LINE.R1, 'end'], 721, 'lines[5].planned: 明細の金額（6025円）と合いません'],
    ['copies', ['lines', LINE.Y1, 'copies'], 21, 'lines[7].planned: 明細の金額（2100円）と合いません'],
    [
      'stamps: bought, not used',
      ['lines', LINE.M1, 'boughtQty'],
      25,
      'lines[10].planned: 明細の金額（2100円）と合いません',
    ],
  ])('the amount of a line agrees with its details: %s', (_kind, path, value, expected) => {
    expect(problems(changed(path, value))).toEqual([expected]);
  });

  test('コピー代 一式 has no details to agree with', () => {
    const lump = changed(['lines', LINE.Y1, 'unitPrice'], null) as { lines: object[] };
    lump.lines[LINE.Y1] = { ...lump.lines[LINE.Y1], planned: 9999 };
    expect(problems(lump)).toEqual([]);
  });

  test('the days of the course are those of its sessions', () => {
    expect(problems(changed(['course', 'startDate'], '2021-10-02'))).toEqual([]);
    expect(problems(changed(['course', 'startDate'], '2021-10-01'))).toEqual([
      'course.startDate: 日程の初日（2021-10-02）と違います',
    ]);
    expect(problems(changed(['course', 'endDate'], '2021-10-03'))).toEqual([
      'course.endDate: 日程の最終日（2021-10-02）と違います',
    ]);
  });

  test('a room priced by slot names slots that it has', () => {
    const slots = changed(['rooms', 0], {
      id: 'RA',
      venueId: 'V1',
      nameJa: '第1研修室',
      priceUnit: 'slot',
      slots: [{ name: '午前', start: 480, end: 720, price: 6000 }],
    }) as { lines: object[] };
    expect(problems(slots)).toEqual(['lines[5].slotNames: 利用する区分を入れてください']);
    slots.lines[LINE.R1] = { ...slots.lines[LINE.R1], slotNames: ['夜間'] };
    expect(problems(slots)).toEqual(['lines[5].slotNames[0]: 「夜間」という区分がありません']);
    slots.lines[LINE.R1] = { ...slots.lines[LINE.R1], slotNames: ['午前'] };
    expect(problems(slots)).toEqual([]);
  });
});

describe('words', () => {
  test('a line of the log names the place, the sentence and the English behind it', () => {
    const read = readCase(changed(['lines', LINE.T2, 'legs', 0, 'km'], -1));
    expect(read.ok ? [] : read.problems.map(problemLine)).toEqual([
      'lines[1].legs[0].km: 0以上の整数で入れてください (must be an integer >= 0)',
    ]);
  });

  test('text that is no JSON is refused as a whole, a byte order mark is not minded', () => {
    const text = JSON.stringify(BASES.claims);
    expect(readCaseText(`\uFEFF${text}`).ok).toBe(true);
    const broken = readCaseText(text.slice(0, -1));
    expect(broken.ok ? '' : broken.problems[0]?.path).toBe('');
    expect(broken.ok ? '' : problemLine(broken.problems[0] ?? { path: 'x', ja: '', en: '' })).toMatch(
      /^\(file\): JSON として読めません/,
    );
  });

  test('every problem is told at once, not only the first', () => {
    const input = changed(['asOf'], 'tomorrow') as { course: object };
    input.course = { ...input.course, fiscalYear: 1 };
    expect(problems(input)).toHaveLength(2);
  });
});
