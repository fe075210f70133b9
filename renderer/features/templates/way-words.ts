/** The ways of writing a field in words, and which one to begin with. */
import type { FieldValue } from '../../../shared/templates/cell-value.js';
import { type FieldKind, WAYS } from '../../../shared/templates/field.js';
import type { Way } from '../../../shared/templates/mapping.js';
import type { TemplateCell } from '../../../shared/templates/template.js';
import type { Choice } from '../../ui/select-field.js';

const WAY_JA: Readonly<Record<Extract<Way, string>, string>> = {
  text: '文字',
  number: '数',
  date: '日付（セルの表示形式で）',
  time: '時刻（セルの表示形式で）',
  clock: '時刻（9:00）',
  eraDate: '令和3年9月30日',
  slashDate: '2021/09/30',
  eraYear: '和暦の年だけ',
  year: '西暦の年だけ',
  month: '月だけ',
  day: '日だけ',
  weekday: '曜日',
  trueFalse: 'TRUE・FALSE',
};

/** 印をつける, beside the ways of a kind. */
export const MARK = 'mark';
export type WayName = Extract<Way, string> | typeof MARK;

export function wayName(way: Way): WayName {
  return typeof way === 'object' ? MARK : way;
}

export function wayChoices(kind: FieldKind): Choice<WayName>[] {
  const plain = WAYS[kind].map((way) => ({ value: way, ja: WAY_JA[way] }));
  return [...plain, { value: MARK, ja: '印をつける（○ など）' }];
}

/** The way of a name; a mark begins with the present word of the field. */
export function wayNamed(name: WayName, value: FieldValue | undefined): Way {
  return name === MARK ? { on: '○', off: '', when: wordOf(value) } : name;
}

function wordOf(value: FieldValue | undefined): string {
  return value === null || value === undefined || value === '' ? 'はい' : String(value);
}

/** Days go as dates into cells that show them, and as 和暦 words into others. */
export function firstWay(kind: FieldKind, cell: TemplateCell | undefined): Way {
  switch (kind) {
    case 'day':
      return cell?.isDay === true ? 'date' : 'eraDate';
    case 'clock':
      return 'clock';
    case 'yen':
    case 'count':
    case 'decimal':
      return 'number';
    default:
      return 'text';
  }
}
