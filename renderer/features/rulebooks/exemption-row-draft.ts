/** A row of the 免除資格等一覧 while it is typed: every field as text, read when it is done. */
import type { ExemptionTable, RowOf } from '../../../shared/rules/books/edit-book.js';
import {
  type CommonExemptionRow,
  commonExemptionRow,
  type ExtraCheck,
  extraCheck,
  type SpecialtyExemptionRow,
  specialtyExemptionRow,
  validity,
  type Validity,
} from '../../../shared/rules/engine/exemption-rows.js';
import type { RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { readDateEntry } from '../../ui/date-field.js';
import { readAmount } from '../../ui/amount-field.js';

export type RowDraft = {
  readonly no: string;
  /** 資格 of 共通, 競技 of 専門. */
  readonly name: string;
  readonly alsoAccepted: string;
  readonly category: string;
  readonly common1: boolean;
  readonly common2: boolean;
  readonly documentJa: string;
  readonly expectedCertificate: boolean;
  /** Lists: one to a line. */
  readonly coach1: string;
  readonly coach2: string;
  readonly excluded: string;
  readonly body: string;
  readonly validity: Validity['kind'];
  readonly anchor: readonly Anchor[];
  readonly years: string;
  readonly day: string;
  readonly extra: ExtraCheck['kind'] | 'none';
  readonly extraFrom: string;
  readonly extraTo: string;
  readonly extraWord: string;
  readonly extraYears: string;
  readonly extraDoubtful: string;
  readonly source: string;
  readonly at: string;
  readonly note: string;
};
export type Anchor = 'completedOn' | 'certifiedOn' | 'issuedOn';

type AnyRow = RowOf[ExemptionTable];

/** The row as text; a new one is empty, and its document is still to be chosen. */
export function draftOf(table: ExemptionTable, row: AnyRow | undefined, newNo: number): RowDraft {
  const empty = { ...EMPTY, no: String(newNo), common1: table === 'common' };
  if (!row) return empty;
  const { no, source, at, note } = row;
  const cited = { no: String(no), source, at, note: note ?? '' };
  const own = 'qualification' in row ? commonDraft(row) : specialtyDraft(row);
  return { ...empty, ...own, ...validityDraft(row.validity), ...cited };
}

const EMPTY: RowDraft = {
  no: '',
  name: '',
  alsoAccepted: '',
  category: '',
  common1: false,
  common2: false,
  documentJa: '',
  expectedCertificate: false,
  coach1: '',
  coach2: '',
  excluded: '',
  body: '',
  validity: 'withinExpiry',
  anchor: ['certifiedOn'],
  years: '',
  day: '',
  extra: 'none',
  extraFrom: '',
  extraTo: '',
  extraWord: '',
  extraYears: '',
  extraDoubtful: '',
  source: '',
  at: '',
  note: '',
};

function commonDraft(row: CommonExemptionRow): Partial<RowDraft> {
  const { common1, common2, category, documentJa } = row;
  return {
    name: row.qualification,
    alsoAccepted: lines(row.alsoAccepted),
    category,
    common1,
    common2,
    documentJa,
    expectedCertificate: row.expectedCertificate ?? false,
  };
}

function specialtyDraft(row: SpecialtyExemptionRow): Partial<RowDraft> {
  return {
    name: row.competition,
    coach1: lines(row.coach1),
    coach2: lines(row.coach2),
    excluded: lines(row.excluded),
    body: row.body ?? '',
    ...extraDraft(row.extra),
  };
}

function validityDraft(own: Validity): Partial<RowDraft> {
  return {
    validity: own.kind,
    ...('anchor' in own ? { anchor: own.anchor } : {}),
    ...('years' in own ? { years: String(own.years) } : {}),
    ...('day' in own ? { day: own.day.replaceAll('-', '/') } : {}),
  };
}

function extraDraft(extra: ExtraCheck | undefined): Partial<RowDraft> {
  if (!extra) return {};
  switch (extra.kind) {
    case 'yearInNumber':
      return { extra: extra.kind, extraFrom: String(extra.from), extraTo: String(extra.to) };
    case 'classField':
      return { extra: extra.kind, extraWord: extra.value, extraDoubtful: lines(extra.doubtfulFor) };
    case 'experience':
      return { extra: extra.kind, extraWord: extra.qualification, extraYears: String(extra.years) };
    default:
      return { extra: extra.kind };
  }
}

export type ReadRow = { readonly ok: true; readonly row: AnyRow } | { readonly ok: false; readonly ja: string };

/** The row that was typed, or the first thing that is missing. A changed row is no reading of ours any more. */
export function readRow(
  table: ExemptionTable,
  draft: RowDraft,
  { file, replaced }: { readonly file: RulebookFile; readonly replaced: AnyRow | undefined },
): ReadRow {
  const no = wholeNumber(draft.no);
  if (no === undefined || no < 1 || no > 99) return refused('番号は1から99の数字で入れてください');
  const taken = file.exemptions[table].some((row) => row.no === no && row.no !== replaced?.no);
  if (taken) return refused(`No.${no} はもうあります`);
  const what = table === 'common' ? '資格' : '競技';
  if (draft.name.trim() === '') return refused(`${what}を入れてください`);
  if (!(draft.source in file.sources)) return refused('資料を選んでください');
  if (draft.at.trim() === '') return refused('資料の中の場所を入れてください');
  const period = readValidity(draft);
  if (!period.ok) return period;
  const cited = {
    no,
    validity: period.value,
    source: draft.source,
    at: draft.at.trim(),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
  };
  return table === 'common' ? readCommon(draft, cited, replaced) : readSpecialty(draft, cited);
}

type Cited = { readonly no: number; readonly validity: Validity; readonly source: string; readonly at: string };

function readCommon(draft: RowDraft, cited: Cited, replaced: AnyRow | undefined): ReadRow {
  if (!draft.common1 && !draft.common2) return refused('共通Ⅰと共通Ⅱのどちらかを免除にしてください');
  if (draft.category.trim() === '') return refused('区分を入れてください');
  if (draft.documentJa.trim() === '') return refused('必要な書類を入れてください');
  const stated = replaced && 'documentStated' in replaced && replaced.documentJa === draft.documentJa.trim();
  const row = commonExemptionRow.safeParse({
    ...cited,
    qualification: draft.name.trim(),
    ...optional('alsoAccepted', words(draft.alsoAccepted)),
    category: draft.category.trim(),
    common1: draft.common1,
    common2: draft.common2,
    documentJa: draft.documentJa.trim(),
    documentStated: stated ? replaced.documentStated : true,
    ...(draft.expectedCertificate ? { expectedCertificate: true } : {}),
  });
  return row.success ? { ok: true, row: row.data } : refused('この行の書き方を確かめてください');
}

function readSpecialty(draft: RowDraft, cited: Cited): ReadRow {
  const coach1 = words(draft.coach1);
  const coach2 = words(draft.coach2);
  if (coach1.length + coach2.length === 0) return refused('コーチ1かコーチ2の資格を入れてください');
  const extra = readExtra(draft);
  if (!extra.ok) return extra;
  const row = specialtyExemptionRow.safeParse({
    ...cited,
    competition: draft.name.trim(),
    coach1,
    coach2,
    ...optional('excluded', words(draft.excluded)),
    ...(extra.value === undefined ? {} : { extra: extra.value }),
    ...(draft.body.trim() === '' ? {} : { body: draft.body.trim() }),
  });
  return row.success ? { ok: true, row: row.data } : refused('この行の書き方を確かめてください');
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly ja: string };

/** Whether a kind of 期限 counts years, and whether it counts from a date of the certificate. */
export function validityNeeds(kind: Validity['kind']): { readonly years: boolean; readonly anchor: boolean } {
  return {
    years: kind === 'yearsFrom' || kind === 'fiscalYearsAfter',
    anchor: kind === 'yearsFrom' || kind === 'sameFiscalYear' || kind === 'issuedOnOrAfter',
  };
}

function readValidity(draft: RowDraft): Read<Validity> {
  const kind = draft.validity;
  const needs = validityNeeds(kind);
  const years = wholeNumber(draft.years) ?? 0;
  if (needs.years && years < 1) return refused('期限の年数を入れてください');
  if (needs.anchor && draft.anchor.length === 0) return refused('期限を数え始める日を選んでください');
  const day = kind === 'issuedOnOrAfter' ? readDateEntry(draft.day, undefined) : undefined;
  if (day?.ok === false) return day;
  const parsed = validity.safeParse({
    kind,
    ...(needs.years ? { years } : {}),
    ...(day ? { day: day.value } : {}),
    ...(needs.anchor ? { anchor: draft.anchor } : {}),
  });
  return parsed.success ? { ok: true, value: parsed.data } : refused('期限の書き方を確かめてください');
}

function readExtra(draft: RowDraft): Read<ExtraCheck | undefined> {
  if (draft.extra === 'none') return { ok: true, value: undefined };
  const parsed = extraCheck.safeParse({ kind: draft.extra, ...extraFields(draft) });
  return parsed.success ? { ok: true, value: parsed.data } : refused('追加の確認に足りないものがあります');
}

function extraFields(draft: RowDraft): object {
  switch (draft.extra) {
    case 'yearInNumber':
      return { from: wholeNumber(draft.extraFrom), to: wholeNumber(draft.extraTo) };
    case 'classField':
      return { value: draft.extraWord.trim(), doubtfulFor: words(draft.extraDoubtful) };
    case 'experience':
      return { qualification: draft.extraWord.trim(), years: wholeNumber(draft.extraYears) };
    default:
      return {};
  }
}

function refused(ja: string): { readonly ok: false; readonly ja: string } {
  return { ok: false, ja };
}

function wholeNumber(text: string): number | undefined {
  const read = readAmount(text);
  return read.ok ? read.value : undefined;
}

function words(text: string): string[] {
  return text.split(/[、\n]/u).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

function lines(list: readonly string[] | undefined): string {
  return (list ?? []).join('\n');
}

function optional(key: string, list: readonly string[]): object {
  return list.length === 0 ? {} : { [key]: list };
}
