/** 基準: one fiscal year's figures, each with its period, its document and its place in it. */
import { z } from 'zod';
import { addDays, type IsoDate, isoDate } from '../../dates.js';
import { bookId, date, positive, word, year } from '../../model/primitives.js';
import { type ExemptionTables, exemptionTableProblems, exemptionTables } from './exemption-rows.js';
import { type Citation, type FigureKinds, type FigureKind, MissingFigure } from './figure.js';

const UNIT_OF_KIND = {
  yen: ['円', '円/時間', '円/日', '円/泊', '円/講習会', '円/人', '円/冊', '円/枚'],
  minutes: ['分'],
  count: ['名', '部', '枚', '個', '本', '回', '社', '件', '文字', 'ml', '歳', '年度'],
  km10: ['km'],
  percent: ['%'],
  basisPoints: ['%'],
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
  /** Drafts only: moved along from another year and not looked at yet. */
  unchecked: z.literal(true).optional(),
});
export type FigureEntry = z.infer<typeof value>;

const figure = z.strictObject({
  label: word,
  unit: z.enum(Object.values(UNIT_OF_KIND).flat() as [string, ...string[]]),
  tax: z.enum(['included', 'notStated']).optional(),
  /** Empty only in a draft: 未入力. */
  values: z.array(value),
});
export type Figure = z.infer<typeof figure>;

const source = z.strictObject({
  titleJa: word,
  publisherJa: word,
  edition: word,
  /** The document of an earlier year, taken along when the book was copied. */
  carried: z.literal(true).optional(),
});
export type BookSource = z.infer<typeof source>;

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
  sources: z.record(z.string(), source),
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

/** What is wrong with a book, and at which key or row of it. */
export type BookProblem = { readonly at: string; readonly ja: string };

/**
 * Everything that keeps a book from being used, as sentences with the key; empty when the book is complete:
 * each key of `kinds` is there with a value of its kind, no other key is, every source is named, every
 * day of the book's period has exactly one value per key, and no row of the exemption tables stands twice.
 */
export function rulebookProblems(file: RulebookFile, kinds: FigureKinds): string[] {
  return [...bookFaults(file, kinds), ...bookGaps(file, kinds)].map(({ at, ja }) => `${at}: ${ja}`);
}

/** What is not well-formed: no book may have it, a draft neither. */
export function bookFaults(file: RulebookFile, kinds: FigureKinds): BookProblem[] {
  const problems = wrongPeriod(file);
  for (const [at, own] of Object.entries(file.figures)) {
    const kind = kinds[at];
    if (!kind) {
      problems.push({ at, ja: 'どの規則も読まない項目です' });
      continue;
    }
    if (!(UNIT_OF_KIND[kind] as readonly string[]).includes(own.unit)) problems.push({ at, ja: '単位が違います' });
    for (const entry of own.values) {
      if (!isOfKind(entry.value, kind)) problems.push({ at, ja: '値の型が違います' });
      if (typeof entry.value === 'number' && entry.value < 0) problems.push({ at, ja: '0より小さい値です' });
      if (!(entry.source in file.sources)) problems.push({ at, ja: `出典「${entry.source}」がありません` });
    }
    problems.push(...overlaps(at, own, file));
  }
  return [...problems, ...exemptionTableProblems(file.exemptions, file.sources).map(placed)];
}

/** A shorter book would leave days uncovered that {@link uncoveredDays}, which looks within the book, cannot see. */
function wrongPeriod({ fiscalYear, from, to }: RulebookFile): BookProblem[] {
  const first = isoDate(fiscalYear, 4, 1);
  const last = isoDate(fiscalYear + 1, 3, 31);
  return [
    ...(from === first ? [] : [{ at: 'from', ja: `年度の初日（${first}）ではありません` }]),
    ...(to === last ? [] : [{ at: 'to', ja: `年度の末日（${last}）ではありません` }]),
  ];
}

/** What a draft may still lack, and a book in force may not: a key, a day, a look at a date that was moved along. */
export function bookGaps(file: RulebookFile, kinds: FigureKinds): BookProblem[] {
  return Object.keys(kinds).flatMap((at): BookProblem[] => {
    const own = file.figures[at];
    if (!own) return [{ at, ja: '値がありません' }];
    const unchecked = own.values.filter((entry) => entry.unchecked === true);
    return [
      ...uncoveredDays(own, file).map(({ from }) => ({ at, ja: `${from} からの値がありません` })),
      ...unchecked.map(({ from }) => ({ at, ja: `${from} からの値を確かめていません` })),
    ];
  });
}

/** The periods of the book for which a figure holds no value, in order. */
export function uncoveredDays(
  own: Figure,
  file: Pick<RulebookFile, 'from' | 'to'>,
): { readonly from: IsoDate; readonly to: IsoDate }[] {
  const gaps: { from: IsoDate; to: IsoDate }[] = [];
  let next = file.from;
  for (const entry of inOrder(own)) {
    if (entry.from > next) gaps.push({ from: next, to: addDays(entry.from, -1) });
    next = later(next, addDays(entry.to ?? file.to, 1));
  }
  if (next <= file.to) gaps.push({ from: next, to: file.to });
  return gaps;
}

function isOfKind(value: Figure['values'][number]['value'], kind: FigureKind): boolean {
  if (kind === 'words') return Array.isArray(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'date') return typeof value === 'string' && date.safeParse(value).success;
  return typeof value === (kind === 'text' ? 'string' : 'number');
}

function overlaps(at: string, own: Figure, file: RulebookFile): BookProblem[] {
  const problems: BookProblem[] = [];
  let next = file.from;
  for (const entry of inOrder(own)) {
    if (entry.from < next) problems.push({ at, ja: `${entry.from} の値が重なっています` });
    next = later(next, addDays(entry.to ?? file.to, 1));
  }
  return problems;
}

function inOrder(own: Figure): FigureEntry[] {
  return [...own.values].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** 共通科目免除一覧 No.3: … */
function placed(problem: string): BookProblem {
  const end = problem.indexOf(': ');
  return { at: problem.slice(0, end), ja: problem.slice(end + 2) };
}

/** What keeps a file from being opened: a draft may have gaps, its courses are asked to confirm. */
export function openingProblems(file: RulebookFile, kinds: FigureKinds): string[] {
  if (file.state === 'inForce') return rulebookProblems(file, kinds);
  return bookFaults(file, kinds).map(({ at, ja }) => `${at}: ${ja}`);
}

/**
 * A book ready to be read. Throws when the file has {@link rulebookProblems}, a draft only on its {@link bookFaults};
 * callers show those first.
 */
export function openRulebook(file: RulebookFile, kinds: FigureKinds): Rulebook {
  const problems = openingProblems(file, kinds);
  if (problems.length > 0) throw new Error(`Rulebook ${file.id}: ${problems.join('; ')}`);
  return readableRulebook(file);
}

/**
 * A book as it is, whatever it lacks: what is missing is asked for where it is read. For books of the user, which a
 * newer program with more keys must still open.
 */
export function readableRulebook(file: RulebookFile): Rulebook {
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
