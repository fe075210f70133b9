/** The published JSON Schema is the one that the records give. `UPDATE=1 npx vitest run test/model/case-schema.test.ts` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { isRealDate } from '../../shared/dates.js';
import { caseJsonSchema } from '../../shared/model/case/case-schema.js';
import { caseFrom } from '../support/cases.js';

const file = new URL('../../resources/case.schema.json', import.meta.url);

test('resources/case.schema.json is up to date', () => {
  const text = `${JSON.stringify(caseJsonSchema(), null, 1)}\n`;
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('another program can check a case with it', () => {
  const ajv = new Ajv2020({ strict: false, formats: { date: { validate: isRealDate } } });
  const isValid = ajv.compile(caseJsonSchema());
  const good = caseFrom('claims');
  expect(isValid(good)).toBe(true);
  expect(isValid({ ...good, extra: 1 })).toBe(false);
  expect(isValid({ ...good, asOf: '2021-02-30' })).toBe(false);
  expect(isValid({ ...good, stage: 'report' }), 'no actual amounts').toBe(false);
});
