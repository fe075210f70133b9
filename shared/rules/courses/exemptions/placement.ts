/** 一覧の行をさがす: which row of the 免除資格等一覧 evidence belongs to, and whether its name stands there. */
import { sameName } from '../../../text.js';
import type { Level } from '../../../model/case/course.js';
import type { CommonExemptionRow, ExemptionTables, SpecialtyExemptionRow } from '../../engine/exemption-rows.js';
import type { ExemptionEvidence, ExemptionQuestion, PlacedRow } from './judgement.js';
import { EXEMPT_SUBJECT_JA } from './judgement.js';
import { isAmong, similarName } from './names.js';

/**
 * How the name stands to its row: `listed`; `confirmed` under another spelling; listed but not for this subject or
 * level; excluded by the row; or not in it at all.
 */
export type Match = 'listed' | 'confirmed' | 'otherColumn' | 'excluded' | 'unlisted';

export type Placement = {
  /** Absent where no row can be named. */
  readonly placed?: PlacedRow;
  readonly match: Match;
  /** True where the competition is known neither from the evidence nor from the course. */
  readonly isCompetitionUnknown: boolean;
  /** A listed name that looks like it; a hint only. */
  readonly similarJa?: string;
};

/** `EXM-COM-07`, `EXM-SPC-13`. */
export function rowRuleId(table: 'common' | 'specialty', no: number): string {
  return `EXM-${table === 'common' ? 'COM' : 'SPC'}-${String(no).padStart(2, '0')}`;
}

/** The row by its number; else for 共通科目 by the name, for 専門科目 by the competition. */
export function place(evidence: ExemptionEvidence, question: ExemptionQuestion, tables: ExemptionTables): Placement {
  return question.subject === 'specialty'
    ? placeSpecialty(evidence, question, tables.specialty)
    : placeCommon(evidence, question.subject, tables.common);
}

/** コーチ1の専門科目, 共通科目Ⅰ: the column of the list that a question is about. */
export function columnJa({ level, subject }: Pick<ExemptionQuestion, 'level' | 'subject'>): string {
  if (subject !== 'specialty') return EXEMPT_SUBJECT_JA[subject];
  return level === 'coach1' ? 'コーチ1の専門科目' : 'コーチ2の専門科目';
}

/** Every name of a row of the 共通科目 table. */
function commonNames(row: CommonExemptionRow): readonly string[] {
  return [row.qualification, ...(row.alsoAccepted ?? [])];
}

function placeCommon(
  evidence: ExemptionEvidence,
  subject: 'common1' | 'common2',
  rows: readonly CommonExemptionRow[],
): Placement {
  const { qualificationJa, tableRowNo } = evidence;
  const row =
    tableRowNo === undefined
      ? rows.find((candidate) => isAmong(qualificationJa, commonNames(candidate)))
      : rows.find((candidate) => candidate.no === tableRowNo);
  const names = rows.filter((candidate) => candidate[subject]).flatMap(commonNames);
  if (!row) return unplaced(evidence, names);
  return {
    placed: { table: 'common', ruleId: rowRuleId('common', row.no), row },
    match: row[subject] ? matchOf(evidence, commonNames(row)) : 'otherColumn',
    isCompetitionUnknown: false,
    ...hint(evidence, names),
  };
}

function placeSpecialty(
  evidence: ExemptionEvidence,
  { level, competition }: ExemptionQuestion,
  rows: readonly SpecialtyExemptionRow[],
): Placement {
  const { tableRowNo, competitionJa } = evidence;
  const own = competitionJa ?? competition;
  const isCompetitionUnknown = tableRowNo === undefined && own === undefined;
  const row = isCompetitionUnknown
    ? onlyRowWith(evidence, rows)
    : rows.find((candidate) =>
        tableRowNo === undefined ? sameName(candidate.competition, own ?? '') : candidate.no === tableRowNo,
      );
  if (!row) return { ...unplaced(evidence, namesOf(rows, level)), isCompetitionUnknown };
  return {
    placed: { table: 'specialty', ruleId: rowRuleId('specialty', row.no), row },
    match: specialtyMatch(evidence, row, level),
    isCompetitionUnknown,
    ...hint(evidence, row[level]),
  };
}

function specialtyMatch(evidence: ExemptionEvidence, row: SpecialtyExemptionRow, level: Level): Match {
  const { qualificationJa } = evidence;
  if (isAmong(qualificationJa, row.excluded ?? [])) return 'excluded';
  if (isAmong(qualificationJa, row[level])) return 'listed';
  const other = level === 'coach1' ? row.coach2 : row.coach1;
  if (row[level].length === 0 || isAmong(qualificationJa, other)) return 'otherColumn';
  return matchOf(evidence, row[level]);
}

/** A row chosen by hand for a name that is not listed holds once the body has confirmed that it is the same. */
function matchOf(evidence: ExemptionEvidence, names: readonly string[]): Match {
  if (isAmong(evidence.qualificationJa, names)) return 'listed';
  return evidence.tableRowNo !== undefined && evidence.confirmedWithOrgOn !== undefined ? 'confirmed' : 'unlisted';
}

function onlyRowWith(
  { qualificationJa }: ExemptionEvidence,
  rows: readonly SpecialtyExemptionRow[],
): SpecialtyExemptionRow | undefined {
  const found = rows.filter((row) => isAmong(qualificationJa, [...row.coach1, ...row.coach2]));
  return found.length === 1 ? found[0] : undefined;
}

function namesOf(rows: readonly SpecialtyExemptionRow[], level: Level): readonly string[] {
  return rows.flatMap((row) => row[level]);
}

function unplaced(evidence: ExemptionEvidence, names: readonly string[]): Placement {
  return { match: 'unlisted', isCompetitionUnknown: false, ...hint(evidence, names) };
}

function hint({ qualificationJa }: ExemptionEvidence, names: readonly string[]): Pick<Placement, 'similarJa'> {
  if (isAmong(qualificationJa, names)) return {};
  const similarJa = similarName(qualificationJa, names);
  return similarJa === undefined ? {} : { similarJa };
}
