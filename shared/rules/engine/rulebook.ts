/** 基準: one fiscal year's figures, each with its period, its document and its place in it. */
import { z } from 'zod';
import { addDays, type IsoDate } from '../../dates.js';
import { bookId, date, positive, word, year } from '../../model/primitives.js';
import { type ExemptionTables, exemptionTableProblems, exemptionTables } from './exemption-rows.js';
import { type Citation, type FigureKinds, type FigureKind, MissingFigure } from './figure.js';

const UNIT_OF_KIND = {
  yen: ['円', '円/時間', '円/日', '円/泊', '円/講習会', '円/人', '円/冊', '円/枚'],
  minutes: ['分'],
  count: ['名', '部', '枚', '個', '本', '回', '社', '件', '文字', 'ml', '歳', '年度'],
  km10: ['km'],
  percent: ['%'],
  days: ['日'],
  months: ['か月'],
  clock: ['時刻'],
  date: ['日付'],
  flag: ['する・しない'],
  text: ['文字'],
  words: ['一覧'],
} as const satisfies Record<FigureKind, readonly string[]>;

const value = z.strictObject({
  from: date,
  /** Last day; absent = to the end of the book. */
  to: date.optional(),
  value: z.union([z.int(), z.boolean(), word, z.array(word)]),
  source: word,
  /** Where in the document. */
  at: word,
  /** Our own reading where the document leaves room (DEC-nn). */
  decision: z
    .string()
    .regex(/^(DEC-\d{2}|product)$/)
    .optional(),
  note: word.optional(),
});

const figure = z.strictObject({
  label: word,
  unit: z.enum(Object.values(UNIT_OF_KIND).flat() as [string, ...string[]]),
  tax: z.enum(['included', 'notStated']).optional(),
  values: z.array(value).min(1),
});
export type Figure = z.infer<typeof figure>;

export const rulebookFile = z.strictObject({
  format: z.literal('koshu-rulebook'),
  version: z.literal(1),
  id: bookId,
  /** 1 is the first; a book in force is never changed, a later edition takes its place. */
  edition: positive,
  titleJa: word,
  fiscalYear: year,
  from: date,
  to: date,
  state: z.enum(['inForce', 'draft']),
  sources: z.record(z.string(), z.strictObject({ titleJa: word, publisherJa: word, edition: word })),
  figures: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z0-9][A-Za-z0-9]*)+$/), figure),
  exemptions: exemptionTables,
});
export type RulebookFile = z.infer<typeof rulebookFile>;

export type Rulebook = {
  readonly id: string;
  readonly edition: number;
  readonly titleJa: string;
  readonly fiscalYear: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: 'inForce' | 'draft';
  /** The figure with its citation. Throws {@link MissingFigure} where the day or the key is not covered. */
  readonly read: (key: string, day: IsoDate) => Citation;
  readonly exemptions: ExemptionTables;
  readonly file: RulebookFile;
};

/**
 * Everything that keeps a book from being used, as sentences with the key; empty when the book is complete:
 * each key of `kinds` is there with a value of its kind, no other key is, every source is named, every
 * day of the book's period has exactly one value per key, and no row of the exemption tables stands twice.
 */
export function rulebookProblems(file: RulebookFile, kinds: FigureKinds): string[] {
  const problems: string[] = [];
  for (const key of Object.keys(kinds)) if (!(key in file.figures)) problems.push(`${key}: 値がありません`);
  for (const [key, own] of Object.entries(file.figures)) {
    const kind = kinds[key];
    if (!kind) {
      problems.push(`${key}: どの規則も読まない項目です`);
      continue;
    }
    if (!(UNIT_OF_KIND[kind] as readonly string[]).includes(own.unit)) problems.push(`${key}: 単位が違います`);
    for (const entry of own.values) {
      if (!isOfKind(entry.value, kind)) problems.push(`${key}: 値の型が違います`);
      if (!(entry.source in file.sources)) problems.push(`${key}: 出典「${entry.source}」がありません`);
    }
    problems.push(...periodProblems(key, own, file));
  }
  return [...problems, ...exemptionTableProblems(file.exemptions, file.sources)];
}

function isOfKind(value: Figure['values'][number]['value'], kind: FigureKind): boolean {
  if (kind === 'words') return Array.isArray(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'date') return typeof value === 'string' && date.safeParse(value).success;
  return typeof value === (kind === 'text' ? 'string' : 'number');
}

function periodProblems(key: string, own: Figure, file: RulebookFile): string[] {
  const problems: string[] = [];
  let next = file.from;
  for (const entry of [...own.values].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (entry.from > next) problems.push(`${key}: ${next} からの値がありません`);
    if (entry.from < next) problems.push(`${key}: ${entry.from} の値が重なっています`);
    next = addDays(entry.to ?? file.to, 1);
  }
  if (next <= file.to) problems.push(`${key}: ${next} からの値がありません`);
  return problems;
}

/** A book ready to be read. Throws when the file has {@link rulebookProblems}; callers show those first. */
export function openRulebook(file: RulebookFile, kinds: FigureKinds): Rulebook {
  const problems = rulebookProblems(file, kinds);
  if (problems.length > 0) throw new Error(`Rulebook ${file.id}: ${problems.join('; ')}`);
  const read = (key: string, day: IsoDate): Citation => {
    const own = file.figures[key];
    const entry = own?.values.find((candidate) => candidate.from <= day && day <= (candidate.to ?? file.to));
    if (!own || !entry) throw new MissingFigure(key, day);
    return {
      key,
      labelJa: own.label,
      value: entry.value,
      unit: own.unit,
      sourceJa: file.sources[entry.source]?.titleJa ?? entry.source,
      at: entry.at,
      decision: entry.decision !== undefined,
    };
  };
  return {
    id: file.id,
    edition: file.edition,
    titleJa: file.titleJa,
    fiscalYear: file.fiscalYear,
    from: file.from,
    to: file.to,
    state: file.state,
    read,
    exemptions: file.exemptions,
    file,
  };
}
