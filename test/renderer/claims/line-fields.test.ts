import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LEG_FIELDS } from '../../../renderer/features/claims/leg-fields.js';
import { readDays } from '../../../renderer/features/claims/list-fields.js';
import { changedLeg, returnOf } from '../../../renderer/features/claims/legs.js';
import {
  COMMON_FIELDS,
  CONTENTS_JA,
  fieldsOf,
  KIND_FIELDS,
  NECESSITY_FIELDS,
  PLANNED_FIELD,
} from '../../../renderer/features/claims/line-fields.js';
import { readKm } from '../../../renderer/features/claims/value-field.js';
import { necessity } from '../../../shared/model/case/lines/common.js';
import { line, type LineKind } from '../../../shared/model/case/lines/line.js';
import { leg, packageLine } from '../../../shared/model/case/lines/travel.js';
import { sampleCase } from '../../support/sample.js';
import { lineOf } from './claims-support.js';

/** Set by the program: the identity of a line, its 科目 and item, the sum of its hours, the amount of the stage. */
const NOT_TYPED = ['id', 'kind', 'account', 'itemId', 'minutes', 'actual'];

function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape as object);
  throw new Error('no object');
}

describe('the form of a line', () => {
  test.each(line.options.map((schema) => [schema.shape.kind.value as LineKind, schema] as const))(
    '%s has a field for every key of its record',
    (kind, schema) => {
      const fields = new Set([...KIND_FIELDS[kind], ...COMMON_FIELDS, PLANNED_FIELD].map((field) => field.key));
      const wanted = keysOf(schema).filter((key) => !NOT_TYPED.includes(key));
      expect(wanted.filter((key) => !fields.has(key))).toEqual([]);
      expect([...fields].filter((key) => !wanted.includes(key) && key !== 'account')).toEqual([]);
    },
  );

  test('rides have a field for every key of a ride, by some mode', () => {
    const fields = new Set(Object.values(LEG_FIELDS).flatMap((list) => list.map((field) => field.key)));
    expect(keysOf(leg).filter((key) => !fields.has(key))).toEqual([]);
  });

  test('宿泊の必要 and パックの内容 are complete', () => {
    expect(NECESSITY_FIELDS.map((field) => field.key)).toEqual(keysOf(necessity));
    expect(Object.keys(CONTENTS_JA)).toEqual(keysOf(packageLine.shape.contents.unwrap()));
  });

  test('検定員 by 総額 shows no rate, a lecturer no 総額', () => {
    const keys = (id: string) => fieldsOf(lineOf(sampleCase(), id)).map((field) => field.key);
    expect(keys('H08')).not.toContain('rate');
    expect(keys('H08')).toContain('lumpSum');
    expect(keys('H02')).toContain('rate');
    expect(keys('H02')).not.toContain('lumpSum');
  });
});

describe('reading what is typed', () => {
  test.each([
    ['55', 550],
    ['55.0', 550],
    ['５５．４', 554],
    ['1,234.5km', 12_345],
    ['0.1', 1],
  ])('%s is %i tenths of a kilometre', (text, value) => {
    expect(readKm(text)).toEqual({ ok: true, value });
  });

  test.each(['55.05', 'far', '-1', '5..5'])('%s is no distance', (text) => {
    expect(readKm(text).ok).toBe(false);
  });

  test('an empty distance is not known', () => {
    expect(readKm(' ')).toEqual({ ok: true, value: undefined });
  });

  test('days are read one by one, sorted, once each', () => {
    expect(readDays('10/29、10/28, 2021/10/29', 2021)).toEqual({ ok: true, value: ['2021-10-28', '2021-10-29'] });
    expect(readDays('1/5', 2021)).toEqual({ ok: true, value: ['2022-01-05'] });
    expect(readDays('10/28 2/30', 2021)).toEqual({ ok: false, ja: '「2/30」は日付として読めません' });
    expect(readDays('', 2021)).toEqual({ ok: true, value: [] });
  });
});

describe('rides', () => {
  const ride = { mode: 'rail', from: 'A', to: 'B', date: '2021-10-28', km: 500, baseFare: 900 } as const;

  test('the way back has its ends turned', () => {
    expect(returnOf(ride)).toEqual({ ...ride, from: 'B', to: 'A' });
  });

  test('「その他」 needs its kind, any other mode loses it', () => {
    const other = changedLeg(ride, 'mode', 'other');
    expect(leg.safeParse(other).success).toBe(true);
    expect(JSON.parse(JSON.stringify(changedLeg(other, 'mode', 'bus')))).not.toHaveProperty('otherKind');
  });
});
