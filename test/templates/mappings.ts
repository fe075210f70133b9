/** Mappings for the forms of the tests. */
import { fingerprintOf } from '../../electron/templates/fingerprint.js';
import { readTemplate } from '../../electron/templates/read-template.js';
import type { MappedSheet, TemplateMapping } from '../../shared/templates/mapping.js';

/** A mapping whose fingerprints are those of the form. */
export function mappingFor(form: Uint8Array, sheets: readonly Partial<MappedSheet>[]): TemplateMapping {
  const template = readTemplate(form);
  return {
    format: 'koshu-template-mapping',
    version: 1,
    form: 'commissioned.application',
    fiscalYear: 2021,
    sheets: sheets.map((own) => {
      const mapped = { sheet: '様式1', cells: [], tables: [], ...own };
      const sheet = template.sheets.find((candidate) => candidate.nameJa === mapped.sheet);
      const fingerprint = sheet ? fingerprintOf(sheet, mapped) : '0'.repeat(64);
      return { fingerprint, ...mapped };
    }),
  };
}

/** 様式1 and 明細 with every way of writing. */
export function wholeMapping(form: Uint8Array): TemplateMapping {
  return mappingFor(form, [
    {
      sheet: '様式1',
      cells: [
        { at: 'C3', field: 'organization.nameJa', as: 'text' },
        { at: 'C4', field: 'paper.madeOn', as: 'date' },
        { at: 'F4', field: 'totals.claimed', as: 'number' },
        { at: 'C6', field: 'course.nameJa', as: 'text' },
        { at: 'E8', field: 'totals.eligible', as: 'number' },
        { at: 'C12', field: 'venue.isPublic', as: { on: '○', off: '', when: 'はい' } },
        { at: 'G16', field: 'course.startDate', as: 'date' },
        { at: 'B20', field: 'course.startDate', as: 'eraDate' },
      ],
    },
    {
      sheet: '明細 A&B',
      tables: [
        {
          table: 'participants',
          firstRow: 5,
          lastRow: 8,
          columns: [
            { column: 'B', field: 'nameJa', as: 'text' },
            { column: 'C', field: 'birthDate', as: 'date' },
            { column: 'D', field: 'fee', as: 'number' },
          ],
          whenFull: 'refuse',
        },
      ],
    },
  ]);
}

export const VALUES = {
  cells: {
    'organization.nameJa': '架空県 <A&B> "体育"協会',
    'paper.madeOn': '2021-10-01',
    'totals.claimed': 123_456,
    'course.nameJa': '  公認テニスコーチ1\n養成講習会',
    'totals.eligible': 120_000,
    'venue.isPublic': 'はい',
    'course.startDate': '2021-09-30',
  },
  tables: {
    participants: [
      { nameJa: '架空 花子', birthDate: '2021-09-30', fee: 10_000 },
      { nameJa: '=1+1', birthDate: '2021-10-01', fee: 20_000 },
      { nameJa: '𠮷野 次郎', birthDate: null, fee: 30_000 },
    ],
  },
} as const;
