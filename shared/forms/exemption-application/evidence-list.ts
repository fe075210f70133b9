/** 免除申請書類一覧: every evidence of 免除 for one competition, with its paper and what it is worth. */
import { slashDate } from '../../dates.js';
import { LEVEL_JA } from '../../model/case/course.js';
import { EXEMPT_SUBJECT_JA, type ExemptionResult } from '../../rules/courses/exemptions/judgement.js';
import { ANCHOR_JA } from '../../rules/engine/exemption-rows.js';
import { extraJa, validityJa } from '../../rules/engine/exemption-row-words.js';
import { sameName } from '../../text.js';
import { countRow, fieldAcross } from '../field-rows.js';
import { footNote, header } from '../header.js';
import { distinct } from '../line-words.js';
import type { Paper } from '../paper.js';
import { type CellInput, type Column, type Placed, SheetDraft, type TableRow } from '../sheet-draft.js';
import type { Evidence, EvidenceGroup } from './evidence-rows.js';
import { differingWishes, registrationFields } from './registration.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4, format: 'count', align: 'center' },
  { key: 'myPage', headJa: '受講者\n番号', width: 9.5, format: 'text' },
  { key: 'name', headJa: '氏名', width: 10.5, format: 'text' },
  { key: 'kana', headJa: 'フリガナ', width: 12, format: 'text' },
  { key: 'birth', headJa: '生年月日', width: 10.5, format: 'date', align: 'center' },
  { key: 'kind', headJa: '免除区分', width: 8, format: 'text', align: 'center', wrap: true },
  { key: 'basis', headJa: '根拠資格\n（一覧No.）', width: 17, format: 'text', wrap: true },
  { key: 'certificate', headJa: '資格番号', width: 8.5, format: 'text' },
  { key: 'dates', headJa: '認定日・\n修了日・発行日', width: 14, format: 'text', wrap: true },
  { key: 'year', headJa: '取得\n年度', width: 6, format: 'text', align: 'center' },
  { key: 'expiry', headJa: '有効期限', width: 10.5, format: 'date', align: 'center' },
  { key: 'paper', headJa: '書類の種類', width: 12, format: 'text', wrap: true },
  { key: 'attached', headJa: '添付', width: 6.5, format: 'text', align: 'center' },
  { key: 'asked', headJa: '確認先・\n確認日', width: 11.5, format: 'text', wrap: true },
  { key: 'result', headJa: '判定', width: 7.5, format: 'text', align: 'center' },
  { key: 'rule', headJa: '規則ID', width: 11.5, format: 'text' },
  { key: 'note', headJa: '備考', width: 12, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];
const LABEL = 3;

const KIND_JA = { common1: '共通Ⅰ', common2: '共通Ⅱ', specialty: '専門' } as const;
const BOTH = '両方';
const OPEN = '要確認';
const RESULT_JA = { exempt: '免除可', needsConfirmation: OPEN, notExempt: '不可' } as const satisfies Record<
  ExemptionResult,
  string
>;
const LOOK_OF = { exempt: 'body', needsConfirmation: 'confirm', notExempt: 'cut' } as const;

/** One sheet; `name` is its own among the sheets of the workbook. */
export function evidenceList(paper: Paper, group: EvidenceGroup, name: string): SheetDraft {
  const { facts } = paper;
  const draft = SheetDraft.for(name, 'landscape', COLUMNS, { personal: true });
  header(draft, '免除申請書類一覧', paper);
  fieldAcross(draft, LABEL, '級', LEVEL_JA[facts.course.level]);
  fieldAcross(draft, LABEL, '競技', group.competitionJa ?? { value: `${OPEN}（競技が分かりません）`, look: 'confirm' });
  const people = group.evidence.map(({ participant }) => participant.id);
  registrationFields(draft, LABEL, people, paper);
  const wishOf = differingWishes(people, paper);
  draft.gap();
  draft.repeat(draft.nextRow, draft.nextRow);
  const placed = draft.table<Key>(
    COLUMNS,
    group.evidence.map((own, index) => () => row(own, index, wishOf)),
    { emptyJa: '免除の根拠が登録されていません' },
  );
  counts(draft, placed, group.evidence);
  openRows(draft, group.evidence);
  footNote(draft, ...competitionNotes(paper, group.competitionJa));
  return draft;
}

/** `wishOf` says when somebody wishes to be registered; only where the people of a sheet differ in that. */
function row(
  { exemption, participant, judged, isForBoth }: Evidence,
  index: number,
  wishOf: ((participantId: string) => string) | undefined,
): TableRow<Key> {
  return {
    no: index + 1,
    myPage: participant.myPageId ?? '',
    name: participant.nameJa,
    kana: participant.nameKana ?? '',
    birth: participant.birthDate ?? null,
    kind: kindJa({ exemption, isForBoth }),
    basis: `${exemption.qualificationJa}\n${basisJa(judged)}`,
    certificate: exemption.certificateNo ?? '',
    dates: (['certifiedOn', 'completedOn', 'issuedOn'] as const)
      .flatMap((key) => {
        const day = exemption[key];
        return day === undefined ? [] : [`${SHORT_JA[key]} ${slashDate(day)}`];
      })
      .join('\n'),
    year: exemption.acquiredFiscalYear === undefined ? '' : String(exemption.acquiredFiscalYear),
    expiry: exemption.expiryDate ?? null,
    paper: paperJa(judged),
    attached: attachedCell(exemption.copyAttached),
    asked: askedJa({ exemption, judged }),
    result: { value: RESULT_JA[judged.result], look: LOOK_OF[judged.result] },
    rule: judged.ruleId,
    note: distinct([
      judged.validUntil === undefined ? '' : `${slashDate(judged.validUntil)}\nまで有効`,
      wishOf === undefined ? '' : `登録希望\n${wishOf(participant.id)}`,
    ]).join('\n'),
  };
}

/** First words of {@link ANCHOR_JA}, as they fit a column. */
const SHORT_JA = { certifiedOn: '認定', completedOn: '修了', issuedOn: '発行' } as const satisfies Record<
  keyof typeof ANCHOR_JA,
  string
>;

/** 両方 over 専門, of a person who brings evidence for both subjects. */
function kindJa({ exemption, isForBoth }: Pick<Evidence, 'exemption' | 'isForBoth'>): string {
  const own = KIND_JA[exemption.subject];
  return isForBoth ? `${BOTH}\n${own}` : own;
}

/** （共通No.18）, where the list has a row. */
export function basisJa({ row: placed }: Evidence['judged']): string {
  if (!placed) return '（一覧に該当なし）';
  return `（${placed.table === 'common' ? '共通' : '専門'}No.${placed.row.no}）`;
}

/** As the list has it, without where that comes from. */
function paperJa({ row: placed, papersJa }: Evidence['judged']): string {
  if (papersJa.length === 0) return '—';
  return placed?.table === 'common' ? placed.row.documentJa : papersJa.join('\n');
}

function attachedCell(isAttached: boolean | undefined): CellInput {
  if (isAttached === undefined) return { value: OPEN, look: 'confirm' };
  return { value: isAttached ? '○' : '×' };
}

/** Who was asked and when; while it is open, who must be. */
export function askedJa({ exemption, judged }: Pick<Evidence, 'exemption' | 'judged'>): string {
  const { confirmedBy, confirmedWithOrgOn } = exemption;
  if (confirmedWithOrgOn !== undefined) return distinct([confirmedBy ?? '', slashDate(confirmedWithOrgOn)]).join('\n');
  return judged.confirmWith === undefined ? '' : `${judged.confirmWith}\n（未確認）`;
}

function counts(draft: SheetDraft, placed: Placed<Key>, evidence: readonly Evidence[]): void {
  const results = Object.values(RESULT_JA);
  const kinds = [...Object.values(KIND_JA), BOTH];
  const count = (
    key: 'result' | 'kind',
    word: string,
    pattern: string,
    has: (own: Evidence) => boolean,
  ): CellInput => ({
    value: evidence.filter(has).length,
    formula: `COUNTIFS(${placed.range(key)},"${pattern.replace('#', word)}")`,
  });
  const under: readonly Key[] = ['name', 'kana', 'birth', 'kind', 'basis', 'certificate', 'dates'];
  countRow(
    draft,
    [
      ...results.map((word) => ({
        headJa: word,
        cell: count('result', word, '#', ({ judged }) => RESULT_JA[judged.result] === word),
      })),
      ...kinds.map((word) => ({
        headJa: word,
        cell: count('kind', word, word === BOTH ? '#*' : '*#', (own) =>
          word === BOTH ? own.isForBoth : KIND_JA[own.exemption.subject] === word,
        ),
      })),
    ].map((own, index) => ({ ...own, column: placed.column(under[index] ?? 'note') })),
  );
}

/** Why evidence does not exempt yet, by its number in the list. */
function openRows(draft: SheetDraft, evidence: readonly Evidence[]): void {
  const open = evidence.flatMap(({ participant, judged }, index) => {
    if (judged.result === 'exempt') return [];
    const said = judged.reasons.filter(({ severity }) => severity !== 'info').map(({ messageJa }) => messageJa);
    return [`No.${index + 1}　${participant.nameJa}（${RESULT_JA[judged.result]}）：${said.join('。')}`];
  });
  if (open.length === 0) return;
  draft.gap();
  draft.block(`${OPEN}・${RESULT_JA.notExempt}の理由`, () => {
    for (const text of open) draft.text(text, 'body');
  });
}

/** What the 専門科目 list says of the competition. */
function competitionNotes({ book, facts }: Paper, competitionJa: string | undefined): string[] {
  if (competitionJa === undefined) return [];
  const found = book.exemptions.specialty.find((own) => sameName(own.competition, competitionJa));
  const listJa = `${EXEMPT_SUBJECT_JA.specialty}免除資格等一覧`;
  if (!found) return [`${listJa}に「${competitionJa}」の行はありません。`];
  const { level } = facts.course;
  const names = found[level].length === 0 ? `${LEVEL_JA[level]}の免除資格はありません` : found[level].join('、');
  const more = distinct([validityJa(found.validity), extraJa(found.extra)]).join('、');
  return [`${listJa} No.${found.no} ${found.competition}：${names}（${more}）`];
}
