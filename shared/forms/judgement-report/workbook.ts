/** W7 判定結果報告: one file for 日本スポーツ協会 and, of 専門科目, one for the 中央競技団体. */
import { eraDateJa } from '../../dates.js';
import type { Course } from '../../model/case/course.js';
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { fieldAcross } from '../field-rows.js';
import { footNote, header, metaSheet } from '../header.js';
import { distinct } from '../line-words.js';
import { courseNameJa, type Paper, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { type CellInput, type Column, SheetDraft } from '../sheet-draft.js';
import { examinersJa } from '../session-words.js';
import { ATTENDED_NOTE, JUDGEMENT_COLUMNS, type JudgementKey, judgementsTable } from '../sheets/judgements.js';
import { workbookName } from '../workbook-name.js';

type Addressee = NonNullable<Course['judgementReports']>[number]['to'];
const BIRTH_WIDTH = JUDGEMENT_COLUMNS.find(({ key }) => key === 'birth')?.width ?? 0;
/** 備考 takes the room of 生年月日. */
const WITHOUT_BIRTH = JUDGEMENT_COLUMNS.flatMap((column): Column<JudgementKey>[] => {
  if (column.key === 'birth') return [];
  return [column.key === 'note' ? { ...column, width: column.width + BIRTH_WIDTH } : column];
});
/** Columns that the labels of the fields cover. */
const LABEL = 2;

/**
 * 判定結果報告 of a course that was held. 生年月日 stands only in the one for 日本スポーツ協会: the case has no setting
 * that asks for it in the other, and personal data is given only where it is asked for.
 */
export function judgementReports(input: PaperInput): Workbook[] {
  const paper = paperOf(input);
  const addressees: readonly Addressee[] =
    input.facts.course.subject === 'specialty' ? ['jspo', 'nationalFederation'] : ['jspo'];
  return addressees.map((to) => {
    const meta = metaSheet(input);
    const drafts = [checklistSheet(paper, 'judgementReport'), reportSheet(paper, to), meta.draft];
    return {
      name: workbookName(input, ['判定結果', to === 'jspo' ? 'JSPO' : '中央競技団体']),
      sheets: drafts.map((draft) => draft.finish()),
      names: meta.names,
      foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
      madeOn: input.facts.asOf,
    };
  });
}

function reportSheet(paper: Paper, to: Addressee): SheetDraft {
  const columns = to === 'jspo' ? JUDGEMENT_COLUMNS : WITHOUT_BIRTH;
  const draft = SheetDraft.for('判定結果報告', 'portrait', columns, { personal: true });
  header(draft, '判定結果報告', paper);
  fields(draft, paper, to);
  draft.gap();
  draft.repeat(draft.nextRow, draft.nextRow);
  judgementsTable(draft, paper, columns);
  footNote(draft, ATTENDED_NOTE);
  return draft;
}

function fields(draft: SheetDraft, paper: Paper, to: Addressee): void {
  const { facts } = paper;
  const sentOn = (facts.course.judgementReports ?? []).filter((report) => report.to === to).map((own) => own.sentOn);
  const line = (labelJa: string, cell: CellInput | string): number => fieldAcross(draft, LABEL, labelJa, cell);
  line('宛名', { value: addresseeJa(paper, to), look: 'input' });
  line('提出先区分', to === 'jspo' ? '① 日本スポーツ協会' : '② 中央競技団体');
  line('報告日', { value: sentOn.sort().at(-1) ?? null, format: 'eraDate', look: 'input' });
  line('講習会名', courseNameJa(facts));
  line('実施団体', facts.organization.contractName);
  line('検定日', known(examDaysJa(paper)));
  line('検定員', known(examinersJa(facts).join('、')));
}

function addresseeJa({ facts }: Paper, to: Addressee): string {
  if (to === 'jspo') return '公益財団法人日本スポーツ協会　御中';
  const { competition } = facts.course;
  return `中央競技団体${competition === undefined ? '' : `（${competition.nameJa}）`}　御中`;
}

function known(text: string): CellInput {
  return text === '' ? { value: '要確認（記録なし）', look: 'confirm' } : { value: text };
}

function examDaysJa({ facts }: Paper): string {
  const exams = facts.sessions.filter(({ format }) => format === 'exam');
  return distinct(exams.map(({ date }) => date))
    .sort()
    .map(eraDateJa)
    .join('、');
}
