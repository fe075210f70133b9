/**
 * 様式の対応表: which cell of a publisher's form takes which of our fields. One file per form and fiscal year, passed on
 * without the form itself, which belongs to its publisher.
 */
import { z } from 'zod';
import { year } from '../model/primitives.js';
import { columnNumber, placeOf } from './place.js';

/** Forms that can be mapped, by the paper of ours with the same content. */
export const FORMS = {
  'commissioned.application': '講習会実施申請書（委託）',
  'commissioned.budget': '収支予算書',
  'commissioned.schedule': '日程表（委託）',
  'commissioned.participants': '受講者名簿（委託）',
  'commissioned.staff': '講師等名簿（委託）',
  'commissioned.payments': '謝金・旅費支払明細',
  'commissioned.expenses': '経費内訳',
  'commissioned.transferFees': '振込手数料明細',
  'commissioned.vouchers': '証憑一覧',
  'commissioned.feeRemittance': '受講料納入内訳',
  'commissioned.report': '講習会実施報告書（委託）',
  'commissioned.settlement': '収支計算書',
  'independent.application': '講習会実施申請書（独自）',
  'independent.schedule': '日程表（独自）',
  'independent.participants': '受講者名簿（独自）',
  'independent.staff': '講師等名簿（独自）',
  'independent.managementFee': '受講管理料納入内訳',
  'independent.report': '講習会実施報告書（独自）',
  'judgement.jspo': '判定結果報告（日本スポーツ協会）',
  'judgement.federation': '判定結果報告（中央競技団体）',
  changeNotice: '変更届',
  extraAssistantRequest: '助手増員願',
  theoryAssistantRequest: '助手配置願',
  reasonSheet: '理由書',
  'exemption.list': '免除申請書類一覧',
  'exemption.proxy': '代理申請一覧',
} as const;
export type FormId = keyof typeof FORMS;

/** A mark such as ○ or ☑: `when` is the word of the field that sets it; without it the field itself is yes or no. */
const mark = z.strictObject({
  on: z.string().min(1).max(20),
  off: z.string().max(20),
  when: z.string().min(1).max(200).optional(),
});

/**
 * How a field is written into a cell. `date` and `time` are numbers that the cell must show by its own number format;
 * `eraDate`, `slashDate`, `weekday` and `clock` are texts; `eraYear`, `year`, `month`, `day` fill 令和[ ]年[ ]月[ ]日.
 */
const plainWays = z.enum([
  'text',
  'number',
  'date',
  'time',
  'clock',
  'eraDate',
  'slashDate',
  'eraYear',
  'year',
  'month',
  'day',
  'weekday',
  'trueFalse',
]);
export const way = z.union([plainWays, mark]);
export type Way = z.infer<typeof way>;

const fieldKey = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,4}$/u);
const sheetName = z.string().min(1).max(31);

/** `result`: the formula stays, and our figure becomes its stored result, which readers that do not compute show. */
const onFormula = z.enum(['refuse', 'replace', 'result']);
export type OnFormula = z.infer<typeof onFormula>;

const mappedCell = z.strictObject({
  at: z.string().refine((address) => /^[A-Z]/u.test(address) && placeOf(address) !== undefined),
  field: fieldKey,
  as: way,
  onFormula: onFormula.optional(),
});
export type MappedCell = z.infer<typeof mappedCell>;

const mappedColumn = z.strictObject({
  column: z
    .string()
    .regex(/^[A-Z]{1,3}$/u)
    .refine((letters) => columnNumber(letters) <= 16_384),
  /** Row within the entry, from 1; forms often give a person two rows. */
  rowOfEntry: z.int().min(1).max(20).optional(),
  field: fieldKey,
  as: way,
  onFormula: onFormula.optional(),
});
export type MappedColumn = z.infer<typeof mappedColumn>;

/** What to do with more entries than rows: refuse, go on on a copy of the sheet, or on sheets that the form has. */
const whenFull = z.union([
  z.literal('refuse'),
  z.literal('copySheet'),
  z.strictObject({ sheets: z.array(sheetName).min(1).max(100) }),
]);
export type WhenFull = z.infer<typeof whenFull>;

const row = z.int().min(1).max(1_048_576);
const mappedTable = z.strictObject({
  table: fieldKey,
  firstRow: row,
  lastRow: row,
  rowsPerEntry: z.int().min(1).max(20).optional(),
  columns: z.array(mappedColumn).min(1).max(200),
  whenFull,
  /** Rows behind the last entry are emptied, e.g. of the publisher's example; otherwise they stay. */
  emptyRest: z.boolean().optional(),
});
export type MappedTable = z.infer<typeof mappedTable>;

const mappedSheet = z.strictObject({
  sheet: sheetName,
  /** SHA-256 (hex) of the labels of the form's sheet, {@link labelsOf}. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/u),
  cells: z.array(mappedCell).max(5_000),
  tables: z.array(mappedTable).max(50),
});
export type MappedSheet = z.infer<typeof mappedSheet>;

export const templateMapping = z.strictObject({
  format: z.literal('koshu-template-mapping'),
  version: z.literal(1),
  form: z.enum(Object.keys(FORMS) as [FormId, ...FormId[]]),
  fiscalYear: year,
  /** Name of the form's file as the publisher gives it; for people only. */
  fileJa: z.string().max(200).optional(),
  sheets: z.array(mappedSheet).min(1).max(100),
});
export type TemplateMapping = z.infer<typeof templateMapping>;

export function rowsPerEntry(table: MappedTable): number {
  return table.rowsPerEntry ?? 1;
}

/** Entries that the rows of a table take on one sheet. */
export function roomOf(table: MappedTable): number {
  return Math.floor((table.lastRow - table.firstRow + 1) / rowsPerEntry(table));
}
