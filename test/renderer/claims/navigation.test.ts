import { describe, expect, test } from 'vitest';
import { intentOf, type Key } from '../../../renderer/features/claims/grid-keys.js';
import { type GridColumn, nextMarked, shownColumn, stepFrom } from '../../../renderer/features/claims/navigation.js';
import { groupRows, sameRow } from '../../../renderer/features/claims/rows.js';
import { lineNumbers } from '../../../shared/rules/line-numbers.js';
import { copyText } from '../../../renderer/features/claims/copy-text.js';
import { sampleCase } from '../../support/sample.js';
import { judged } from './claims-support.js';

const claims = judged(sampleCase());
const groups = groupRows(claims.facts, claims.decision, claims.figures);
const rows = groups.flatMap((group) => [group, ...group.lines]);
const columns: readonly GridColumn[] = [
  'no',
  'name',
  'quantity',
  'unit',
  'claimed',
  'eligible',
  'cut',
  'provisional',
  'marks',
  'papers',
];

describe('rows of the table', () => {
  test('the 科目 that have lines, in the order of the guide, numbered 科目番号-連番', () => {
    expect(groups.map((group) => group.no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(groups[1]?.lines.slice(0, 2).map((line) => line.no)).toEqual(['2-01', '2-02']);
    expect(lineNumbers(claims.facts.lines).get('F04')).toBe('7-04');
  });

  test('subtotals add up to the totals, and every row reconciles', () => {
    for (const key of ['claimed', 'cut', 'provisional'] as const) {
      expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(claims.decision.totals[key]);
    }
    for (const row of rows) expect(row.claimed).toBe(row.eligible + row.cut + row.provisional);
  });

  test('rows are the same when nothing in them looks different', () => {
    const again = groupRows(claims.facts, claims.decision, claims.figures)[0]?.lines[0];
    const first = groups[0]?.lines[0];
    if (!again || !first) throw new Error('no rows');
    expect(sameRow(first, again)).toBe(true);
    expect(sameRow(first, { ...again, marks: ['out'] })).toBe(false);
    expect(sameRow(first, { ...again, eligible: again.eligible - 1 })).toBe(false);
  });
});

describe('moving', () => {
  const at = (row: string, column: GridColumn) => ({ row, column });

  test('down goes over the head of the next 科目 and keeps the wanted column', () => {
    const head = stepFrom(at('H09', 'claimed'), 'down', rows, columns);
    expect(head).toEqual(at('group-travel', 'claimed'));
    const group = rows.find((row) => row.id === 'group-travel');
    expect(group && shownColumn(group, 'claimed', columns)).toBe('name');
    expect(stepFrom(head, 'down', rows, columns)).toEqual(at('T01', 'claimed'));
  });

  test('sideways skips the unit price that a line does not have', () => {
    expect(stepFrom(at('H08', 'quantity'), 'right', rows, columns)).toEqual(at('H08', 'claimed'));
    expect(stepFrom(at('H01', 'quantity'), 'right', rows, columns)).toEqual(at('H01', 'unit'));
  });

  test('edges hold', () => {
    expect(stepFrom(at('group-honorarium', 'name'), 'up', rows, columns).row).toBe('group-honorarium');
    expect(stepFrom(at('H01', 'no'), 'left', rows, columns)).toEqual(at('H01', 'no'));
    expect(stepFrom(at('H01', 'no'), 'rowEnd', rows, columns)).toEqual(at('H01', 'papers'));
    expect(stepFrom(at('H01', 'claimed'), 'bottom', rows, columns).row).toBe('F04');
    expect(stepFrom(at('F04', 'claimed'), 'pageDown', rows, columns).row).toBe('F04');
  });

  test('the next mark goes round at the end', () => {
    expect(nextMarked('T02', rows)).toBe('T03');
    const last = rows.findLast((row) => row.kind === 'line' && row.marks.length > 0);
    expect(nextMarked(last?.id, rows)).toBe('H01');
  });
});

describe('keys', () => {
  const key = (own: Partial<Key>): Key => ({ key: '', ctrl: false, alt: false, shift: false, ...own });

  test.each([
    [{ key: 'ArrowDown' }, { kind: 'go', step: 'down', extend: false }],
    [
      { key: 'ArrowDown', shift: true },
      { kind: 'go', step: 'down', extend: true },
    ],
    [{ key: 'ArrowDown', alt: true }, { kind: 'nextMark' }],
    [
      { key: 'ArrowDown', ctrl: true, shift: true },
      { kind: 'move', by: 'down' },
    ],
    [{ key: 'Enter' }, { kind: 'open' }],
    [{ key: 'Enter', ctrl: true }, { kind: 'add' }],
    [{ key: 'Enter', alt: true }, { kind: 'firstRemedy' }],
    [{ key: 'D', ctrl: true }, { kind: 'fillDown' }],
    [{ key: 'Delete' }, { kind: 'remove' }],
    [{ key: 'F10', shift: true }, { kind: 'menu' }],
    [
      { key: 'Tab', shift: true },
      { kind: 'go', step: 'left', extend: false },
    ],
  ] as const)('%o', (own, intent) => {
    expect(intentOf(key(own), false)).toEqual(intent);
  });

  test('a group row folds', () => {
    expect(intentOf(key({ key: '-' }), true)).toEqual({ kind: 'fold', open: false });
    expect(intentOf(key({ key: '+' }), true)).toEqual({ kind: 'fold', open: true });
    expect(intentOf(key({ key: 'Enter' }), true)).toEqual({ kind: 'fold', open: undefined });
  });

  test('Ctrl+Z and letters are not for the table', () => {
    expect(intentOf(key({ key: 'z', ctrl: true }), false)).toBeUndefined();
    expect(intentOf(key({ key: 'a' }), false)).toBeUndefined();
  });
});

describe('copying', () => {
  const line = (id: string) => rows.filter((row) => row.id === id);

  test('figures without commas, a minus that Excel reads, 番号 that is no date', () => {
    expect(copyText(line('H02'), ['no', 'claimed', 'eligible', 'cut', 'marks'])).toBe(
      '="1-02"\t30000\t24000\t-6000\t超過',
    );
  });

  test('a 科目 is copied with its lines and a head', () => {
    const text = copyText(line('group-printing'), ['no', 'claimed']);
    expect(text).toBe('="4-01"\t59400');
    expect(copyText(line('group-misc'), ['no', 'claimed']).split('\r\n')).toHaveLength(5);
  });

  test('a text that Excel would run as a formula stays text', () => {
    const [row] = line('R08');
    if (row?.kind !== 'line') throw new Error('no line');
    expect(copyText([{ ...row, nameJa: '=1+1', detailJa: 'a\tb' }], ['name'])).toBe("'=1+1\ta b");
  });
});
