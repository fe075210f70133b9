/** The fields of our papers as a list to choose from, in groups, with their present values. */
import { clockJa, eraDateJa } from '../../../shared/dates.js';
import { folded } from '../../../shared/text.js';
import type { FieldValue, TemplateValues } from '../../../shared/templates/cell-value.js';
import type { FieldKind } from '../../../shared/templates/field.js';
import { MAPPABLE_FIELDS, MAPPABLE_TABLES } from '../../../shared/templates/fields.js';

export type FieldChoice = {
  /** `table` where it is a column of one. */
  readonly table?: string;
  readonly field: string;
  readonly labelJa: string;
  readonly kind: FieldKind;
  readonly value: FieldValue | undefined;
  readonly valueJa: string;
};
export type FieldGroup = { readonly key: string; readonly nameJa: string; readonly fields: readonly FieldChoice[] };

const GROUPS: readonly (readonly [nameJa: string, prefixes: readonly string[]])[] = [
  ['講習会', ['course', 'paper']],
  ['団体', ['organization']],
  ['会場', ['venue']],
  ['人数', ['participants', 'judgement', 'staff']],
  ['精算', ['settlement']],
  ['文章', ['text']],
];
const MONEY_JA = '金額';

/** All fields in groups; tables last, each a group with the value of its first row. */
export function fieldGroups(values: TemplateValues): FieldGroup[] {
  const groups = [...GROUPS.map(([nameJa]) => nameJa), MONEY_JA].map((nameJa) => ({
    key: nameJa,
    nameJa,
    fields: MAPPABLE_FIELDS.filter(({ key }) => groupOf(key) === nameJa).map(({ key, labelJa, kind }) =>
      choiceOf({ field: key, labelJa, kind }, values.cells[key]),
    ),
  }));
  const tables = MAPPABLE_TABLES.map(({ key, labelJa, columns }) => {
    const [first] = values.tables[key] ?? [];
    const count = values.tables[key]?.length ?? 0;
    return {
      key: `table ${key}`,
      nameJa: `表：${labelJa}（${count}件）`,
      fields: columns.map((column) =>
        choiceOf({ table: key, field: column.key, labelJa: column.labelJa, kind: column.kind }, first?.[column.key]),
      ),
    };
  });
  return [...groups, ...tables].filter((group) => group.fields.length > 0);
}

/** The groups with the fields whose name, group or value holds the words. */
export function groupsWith(groups: readonly FieldGroup[], words: string): FieldGroup[] {
  const wanted = searchText(words);
  if (wanted === '') return [...groups];
  return groups.flatMap((group) => {
    const isGroup = searchText(group.nameJa).includes(wanted);
    const fields = group.fields.filter(
      (field) => isGroup || searchText(field.labelJa).includes(wanted) || searchText(field.valueJa).includes(wanted),
    );
    return fields.length === 0 ? [] : [{ ...group, fields }];
  });
}

/** 受講者の「氏名」 or 「実施団体名」. */
export function choiceNameJa({ table, labelJa }: Pick<FieldChoice, 'table' | 'labelJa'>): string {
  const own = MAPPABLE_TABLES.find((candidate) => candidate.key === table);
  return own ? `${own.labelJa}の「${labelJa}」` : `「${labelJa}」`;
}

function searchText(text: string): string {
  return folded(text).toLowerCase();
}

function groupOf(key: string): string {
  const prefix = key.slice(0, key.indexOf('.'));
  return GROUPS.find(([, prefixes]) => prefixes.includes(prefix))?.[0] ?? MONEY_JA;
}

function choiceOf(
  choice: Pick<FieldChoice, 'table' | 'field' | 'labelJa' | 'kind'>,
  value: FieldValue | undefined,
): FieldChoice {
  return { ...choice, value, valueJa: valueJa(choice.kind, value) };
}

function valueJa(kind: FieldKind, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (kind === 'day') return eraDateJa(String(value));
  if (kind === 'clock' && typeof value === 'number') return clockJa(value);
  return typeof value === 'number' ? value.toLocaleString('ja-JP') : value;
}
