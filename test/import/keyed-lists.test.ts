/** Lists that go to Excel and come back: unchanged ones change nothing, edits are found exactly, slips are doubtful. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import { readTable } from '../../electron/tables/read-table.js';
import { lineList } from '../../renderer/features/claims/line-list.js';
import { listWorkbook } from '../../shared/forms/list-workbook.js';
import { matchColumns } from '../../shared/import/columns.js';
import { comparePeople, type Comparison } from '../../shared/import/compare-people.js';
import { compareList, type ComparedEntry, type ListComparison } from '../../shared/import/keyed/compare-list.js';
import { contentOfList } from '../../shared/import/keyed/list-content.js';
import { KEY_HEADING_JA, type KeyedList } from '../../shared/import/keyed/keyed-list.js';
import { takenEdits } from '../../shared/import/keyed/taken-edits.js';
import type { ListSheet } from '../../shared/import/list-sheet.js';
import { participantList } from '../../shared/import/participant-list.js';
import { readPeople } from '../../shared/import/read-people.js';
import { staffList } from '../../shared/import/staff-list.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import type { Staff } from '../../shared/model/case/staff.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { lineNumbers } from '../../shared/rules/line-numbers.js';
import { grownCase } from '../properties/grown-cases.js';
import { sampleCase } from '../support/sample.js';

type Entry = { readonly id: string };

const SAMPLE = sampleCase();
const staff = staffList(SAMPLE);
const lines = linesOf(SAMPLE);

function linesOf(value: Case, lockJa?: string): KeyedList<Line> {
  const facts = new Facts(value);
  return lineList({ facts, numbers: lineNumbers(facts.lines), stage: facts.stage, lockJa });
}

/** The sheet of a list as it is read back, in memory. */
function sheetOf<T extends Entry>(list: KeyedList<T>): ListSheet {
  const { nameJa, columns, rows } = contentOfList(list);
  const texts = [
    columns.map((column) => column.headingJa),
    ...rows.map((row) => row.map((cell) => String(cell ?? ''))),
  ];
  return { nameJa, rows: texts.map((cells, index) => ({ no: index + 1, cells })), unreadable: [] };
}

/** The sheet with cells of a row (from 0, headings aside) replaced by their headings. */
function withCells(sheet: ListSheet, at: number, cells: Readonly<Record<string, string>>): ListSheet {
  const headings = sheet.rows[0]?.cells ?? [];
  const rows = sheet.rows.map((row, index) =>
    index === at + 1 ? { ...row, cells: row.cells.map((cell, column) => cells[headings[column] ?? ''] ?? cell) } : row,
  );
  return { ...sheet, rows };
}

function withRow(sheet: ListSheet, cells: Readonly<Record<string, string>>): ListSheet {
  const headings = sheet.rows[0]?.cells ?? [];
  const row = { no: sheet.rows.length + 1, cells: headings.map((heading) => cells[heading] ?? '') };
  return { ...sheet, rows: [...sheet.rows, row] };
}

function compared<T extends Entry>(sheet: ListSheet, list: KeyedList<T>): ListComparison<T> {
  const told = compareList(sheet, list);
  if (!told.ok) throw new Error(told.ja);
  return told.comparison;
}

function rowOf<T>({ rows }: ListComparison<T>, rowNo: number): ComparedEntry<T> {
  const row = rows.find((own) => own.rowNo === rowNo);
  if (!row) throw new Error(`no row ${rowNo}`);
  return row;
}

function peopleOf(sheet: ListSheet, value: Case): Comparison {
  const { columns, headingAt } = matchColumns(sheet);
  const enrollments = new Map((value.enrollments ?? []).map((own) => [own.participantId, own]));
  const held = (value.participants ?? []).map((participant) => ({
    participant,
    enrollment: enrollments.get(participant.id),
  }));
  const people = whole(readPeople(sheet, columns, headingAt));
  return whole(comparePeople(people, { held, fiscalYear: value.course.fiscalYear }));
}

function isUnchanged<T extends Entry>(sheet: ListSheet, list: KeyedList<T>): void {
  const { rows, absent } = compared(sheet, list);
  expect(rows.filter((row) => row.kind !== 'same')).toEqual([]);
  expect(rows).toHaveLength(list.entries.length);
  expect(absent).toEqual([]);
}

async function throughExcel<T extends Entry>(list: KeyedList<T>): Promise<ListSheet> {
  const order = { content: contentOfList(list), organizationJa: '団体', courseJa: '講習会', madeOn: '2021-10-01' };
  const { sheets } = await readTable(await writeWorkbook(listWorkbook(order)));
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function whole<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a list that comes back as it was written', () => {
  test('changes nothing, whatever the course', () => {
    fc.assert(
      fc.property(grownCase, (value) => {
        isUnchanged(sheetOf(staffList(value)), staffList(value));
        isUnchanged(sheetOf(linesOf(value)), linesOf(value));
        const people = peopleOf(sheetOf(participantList(value)), value);
        expect(people.rows.filter((row) => row.kind !== 'same')).toEqual([]);
        expect(people.absent).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('also through Excel itself: figures, days, kilometres, texts that look like formulas', async () => {
    const odd: Staff = {
      id: 'S99',
      nameJa: '𠮷野 次郎',
      homeStation: '=1+1',
      employerName: '㈱ A  B',
      stationDistance: 5,
    };
    const value: Case = { ...SAMPLE, staff: [...(SAMPLE.staff ?? []), odd] };
    isUnchanged(await throughExcel(staffList(value)), staffList(value));
    isUnchanged(await throughExcel(linesOf(value)), linesOf(value));
    const people = peopleOf(await throughExcel(participantList(value)), value);
    expect(people.rows.filter((row) => row.kind !== 'same')).toEqual([]);
  });

  test('sorted in another order, with columns left out and moved, it is still the same', () => {
    const sheet = sheetOf(staff);
    const [head, ...rows] = sheet.rows;
    const moved = [head, ...rows.reverse()].map((row) => ({
      no: row?.no ?? 0,
      cells: [row?.cells.at(-1) ?? '', row?.cells[0] ?? '', row?.cells[5] ?? ''],
    }));
    expect(compared({ ...sheet, rows: moved }, staff).rows.every((row) => row.kind === 'same')).toBe(true);
  });
});

describe('edits', () => {
  const NAMES = fc.constantFrom('架空 一', '仮名 二郎', '試 三子');
  const STAFF_EDITS = {
    氏名: NAMES,
    フリガナ: fc.constantFrom('カクウ ハジメ', 'カメイ ジロウ'),
    自宅最寄駅: fc.constantFrom('北', '南口', ''),
    片道km: fc.constantFrom('0.5', '77', '120.3', ''),
    勤務先: fc.constantFrom('架空商事', ''),
    JOC: fc.constantFrom('JOCナショナルコーチ', 'メディカルスタッフ', ''),
  } as const;

  test('are found exactly, and only they', () => {
    const sheet = sheetOf(staff);
    const headings = sheet.rows[0]?.cells ?? [];
    const row = fc.nat(staff.entries.length - 1);
    const edit = fc.oneof(
      ...Object.entries(STAFF_EDITS).map(([heading, text]) => fc.tuple(row, fc.constant(heading), text)),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const wanted = new Map(edits.map(([at, heading, text]) => [`${at} ${heading}`, text]));
        const edited = edits.reduce((own, [at, heading, text]) => withCells(own, at, { [heading]: text }), sheet);
        const found = compared(edited, staff).rows.flatMap((own) =>
          own.edits.map((cell) => [`${own.rowNo - 2} ${cell.headingJa}`, cell.afterJa]),
        );
        const differs = [...wanted].filter(([place, text]) => {
          const [at, heading] = place.split(' ');
          return sheet.rows[Number(at) + 1]?.cells[headings.indexOf(heading ?? '')] !== text;
        });
        expect(new Map(found as [string, string][])).toEqual(new Map(differs));
      }),
      { numRuns: 100 },
    );
  });

  test('of a person become the record; an emptied cell takes the value away', () => {
    const [first] = staff.entries;
    const row = rowOf(compared(withCells(sheetOf(staff), 0, { 片道km: '５５．５km', 自宅最寄駅: '' }), staff), 2);
    expect(row.kind).toBe('changed');
    const { homeStation, ...rest } = first ?? { id: '', nameJa: '' };
    expect(homeStation).toBeDefined();
    expect(row.after).toEqual({ ...rest, stationDistance: 555 });
  });

  test('of lines are those that the table of 経費 takes', () => {
    const at = (kind: Line['kind']): number => lines.entries.findIndex((line) => line.kind === kind);
    const edited = (kind: Line['kind'], cells: Readonly<Record<string, string>>): ComparedEntry<Line> =>
      rowOf(compared(withCells(sheetOf(lines), at(kind), cells), lines), at(kind) + 2);
    expect(edited('lodging', { 金額: '9,800円', 日付: '2021/10/29' }).after).toMatchObject({
      price: 9800,
      date: '2021-10-29',
    });
    expect(edited('consumable', { 数量: '3', 単価: '450', 備考: '予備' }).after).toMatchObject({
      qty: 3,
      unitPrice: 450,
      remarks: '予備',
    });
    expect(edited('consumable', { 数量: '0' })).toMatchObject({ kind: 'doubtful', after: undefined });
    expect(edited('room', { 金額: '1000' }).problems[0]?.ja).toContain('会場使用料の金額は');
    expect(edited('lodging', { 金額: '' }).problems[0]?.ja).toBe('金額は空にできません');
  });

  test('of a price stand in one column only', () => {
    const own = (kind: Line['kind'], headingJa: string) => {
      const line = lines.entries.find((one) => one.kind === kind);
      return line && lines.fields.find((field) => field.headingJa === headingJa)?.of(line);
    };
    expect([own('lodging', '単価'), own('lodging', '金額')]).toEqual([undefined, expect.any(Number)]);
    expect([own('consumable', '単価'), own('consumable', '金額')]).toEqual([expect.any(Number), undefined]);
  });

  test('are put onto the record as it is now', () => {
    const before: Staff = { id: 'S1', nameJa: '甲', homeStation: '北', employerName: '社' };
    const after: Staff = { id: 'S1', nameJa: '乙', homeStation: '北' };
    const now: Staff = { id: 'S1', nameJa: '甲', homeStation: '南', employerName: '社', nameKana: 'コウ' };
    expect(takenEdits(now, before, after)).toStrictEqual({
      id: 'S1',
      nameJa: '乙',
      homeStation: '南',
      nameKana: 'コウ',
    });
  });
});

describe('what is doubtful', () => {
  const sheet = sheetOf(staff);
  const name = staff.entries[1]?.nameJa ?? '';

  test('a cell that cannot be read, beside edits that can', () => {
    const row = rowOf(compared(withCells(sheet, 0, { 居住地: '火星', 勤務先: '架空商事' }), staff), 2);
    expect(row).toMatchObject({ kind: 'doubtful', problems: [{ headingJa: '居住地', text: '火星', column: 2 }] });
    expect(row.after).toMatchObject({
      employerName: '架空商事',
      homePrefectureCode: staff.entries[0]?.homePrefectureCode,
    });
  });

  test('a row whose key is not here, or stands twice', () => {
    expect(rowOf(compared(withCells(sheet, 0, { [KEY_HEADING_JA]: 'S77#x' }), staff), 2)).toMatchObject({
      kind: 'doubtful',
      after: undefined,
    });
    const twice = { ...sheet, rows: [...sheet.rows, { no: 40, cells: sheet.rows[1]?.cells ?? [] }] };
    expect(rowOf(compared(twice, staff), 40).doubtsJa[0]).toContain('2行目と同じ照合キー');
  });

  test('an edit of a record that was changed here after the list was written', () => {
    const since = staffList({
      ...SAMPLE,
      staff: (SAMPLE.staff ?? []).map((own, index) => (index === 0 ? { ...own, employerName: 'ここで直した' } : own)),
    });
    const edited = rowOf(compared(withCells(sheet, 0, { 自宅最寄駅: '北' }), since), 2);
    expect(edited).toMatchObject({ kind: 'doubtful', doubtsJa: ['書き出したあとに、ここでも直されています'] });
    expect(edited.after).toBeDefined();
    expect(rowOf(compared(sheet, since), 3).kind).toBe('same');
  });

  test('rows that slipped, because only some columns were sorted', () => {
    expect(rowOf(compared(withCells(sheet, 0, { 氏名: name }), staff), 2).doubtsJa[0]).toContain('行がずれていないか');
    const slipped = rowOf(compared(withCells(sheetOf(lines), 0, { 番号: '1-02' }), lines), 2);
    expect(slipped).toMatchObject({ kind: 'doubtful', after: undefined, problems: [{ headingJa: '番号' }] });
  });

  test('a new person with a name that is here; a new one without is simply new', () => {
    const again = compared(withRow(sheet, { 氏名: name }), staff);
    expect(rowOf(again, sheet.rows.length + 1)).toMatchObject({
      kind: 'doubtful',
      doubtsJa: ['同じ氏名の人がもういます'],
    });
    const fresh = rowOf(compared(withRow(sheet, { 氏名: '新田 花子', 居住地: '京都' }), staff), sheet.rows.length + 1);
    expect(fresh).toMatchObject({ kind: 'new', after: { nameJa: '新田 花子', homePrefectureCode: '26' } });
    const nameless = rowOf(compared(withRow(sheet, { 居住地: '京都' }), staff), sheet.rows.length + 1);
    expect(nameless).toMatchObject({ kind: 'doubtful', after: undefined, doubtsJa: ['氏名がありません'] });
  });

  test('a new line, and every edit of a frozen claim', () => {
    const own = sheetOf(lines);
    expect(rowOf(compared(withRow(own, { 内容: '机', 金額: '1' }), lines), own.rows.length + 1)).toMatchObject({
      kind: 'doubtful',
      after: undefined,
    });
    const frozen = linesOf(SAMPLE, '確定した内容です');
    expect(rowOf(compared(withCells(own, 0, { 単価: '1' }), frozen), 2)).toMatchObject({
      kind: 'doubtful',
      after: undefined,
      doubtsJa: ['確定した内容です'],
    });
    expect(compared(own, frozen).rows.every((row) => row.kind === 'same')).toBe(true);
  });

  test('a list without its key column is no list of ours', () => {
    const without = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.slice(0, -1) })) };
    expect(compareList(without, staff)).toMatchObject({ ok: false });
  });

  test('whoever the list does not have stays', () => {
    const short = { ...sheet, rows: sheet.rows.slice(0, -1) };
    expect(compared(short, staff).absent.map((own) => own.id)).toEqual([staff.entries.at(-1)?.id]);
  });
});

describe('受講者 with the key', () => {
  const list = participantList(SAMPLE);
  const sheet = sheetOf(list);
  const first = list.entries[0];

  test('are known although their name was put right', () => {
    const cells = { 氏名: '別名 涼太', マイページID: '' };
    const row = peopleOf(withCells(sheet, 0, cells), SAMPLE).rows.find((own) => own.person.rowNo === 2);
    expect(row).toMatchObject({ kind: 'changed', held: { participant: { id: first?.id } } });
    expect(row?.changes).toEqual([{ field: 'nameJa', before: first?.nameJa, after: '別名 涼太' }]);
  });

  test('are asked about where the key belongs to somebody quite different', () => {
    const cells = { 氏名: '別人 花子', フリガナ: 'ベツジン ハナコ', 生年月日: '1999-01-01' };
    const row = peopleOf(withCells(sheet, 0, cells), SAMPLE).rows.find((own) => own.person.rowNo === 2);
    expect(row).toMatchObject({ kind: 'doubtful', candidate: { held: { participant: { id: first?.id } } } });
  });

  test('without a key are new, as before', () => {
    const more = withRow(sheet, { 氏名: '新田 花子', 生年月日: '1999-01-01' });
    expect(peopleOf(more, SAMPLE).rows.filter((row) => row.kind === 'new')).toHaveLength(1);
  });
});
