/** 代理申請一覧: the people for whom the organisation applies for 免除・免除, with what each has passed or is exempt from. */
import { slashDate } from '../../dates.js';
import { LEVEL_JA } from '../../model/case/course.js';
import { APPLICATION_STATUS_JA, type ExemptionApplication } from '../../model/case/exemption.js';
import { judgedByPerson, type JudgedExemption } from '../../rules/courses/exemptions/judged-exemption.js';
import { type ProxyApplication, proxyApplications } from '../../rules/courses/exemptions/proxy-applications.js';
import { SUBJECTS_OF_LEVEL, subjectState, type SubjectState } from '../../rules/courses/exemptions/subject-state.js';
import { countRow, fieldAcross } from '../field-rows.js';
import { footNote, header, ownNote } from '../header.js';
import { distinct } from '../line-words.js';
import type { Paper } from '../paper.js';
import { type CellInput, type Column, SheetDraft, type TableRow } from '../sheet-draft.js';
import { registrationFields } from './registration.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4.5, format: 'count', align: 'center' },
  { key: 'name', headJa: '氏名', width: 15, format: 'text' },
  { key: 'myPage', headJa: '受講者番号', width: 11, format: 'text' },
  { key: 'level', headJa: '級', width: 8, format: 'text', align: 'center' },
  { key: 'competition', headJa: '競技', width: 13, format: 'text' },
  { key: 'common', headJa: '共通科目', width: 11.5, format: 'text', align: 'center' },
  { key: 'specialty', headJa: '専門科目', width: 11.5, format: 'text', align: 'center' },
  { key: 'papers', headJa: '書類添付', width: 8, format: 'text', align: 'center' },
  { key: 'requestedOn', headJa: '本人依頼の\n確認日', width: 11, format: 'date', align: 'center' },
  { key: 'address', headJa: '登録案内の\n送付先', width: 12.7, format: 'text', align: 'center', wrap: true },
  { key: 'note', headJa: '備考', width: 26, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];
const LABEL = 2;
/** The seal box stands over this column, which is 25 mm wide. */
const SEAL = COLUMNS.findIndex(({ key }) => key === 'address');
/** 25 mm in points. */
const SEAL_HEIGHT = 71;
const OPEN = '要確認';
const STATE_JA = { exempt: '免除', passed: '合格', asked: OPEN, open: '未了' } as const satisfies Record<
  SubjectState,
  string
>;

/** The sheet, where the organisation applies for somebody. */
export function proxyLists(paper: Paper): SheetDraft[] {
  const { facts, decision, book } = paper;
  const applications = proxyApplications(facts.case, decision, book);
  if (applications.length === 0) return [];
  const draft = SheetDraft.for('代理申請一覧', 'landscape', COLUMNS, { personal: true });
  header(draft, '代理申請一覧', paper);
  organizationRows(draft, paper, applications);
  draft.gap();
  draft.repeat(draft.nextRow, draft.nextRow);
  const judgedOf = judgedByPerson(decision.exemptions);
  const placed = draft.table<Key>(
    COLUMNS,
    applications.map((own, index) => () => row(own, index, paper, judgedOf.get(own.participantId) ?? [])),
  );
  countRow(draft, [
    {
      column: placed.column('name'),
      headJa: '代理申請の人数',
      cell: { value: applications.length, formula: `COUNTIFS(${placed.range('no')},">0")` },
    },
  ]);
  const unknown = (facts.case.exemptionApplications ?? []).filter(({ route }) => route === undefined).length;
  if (unknown > 0) {
    draft.gap();
    draft.text(`${OPEN}：本人の申請か代理申請か分からない免除申請が、ほかに${unknown}件あります。`, 'confirm');
  }
  ownNote(draft, '送付先の住所が指導者マイページの登録と同じか、本人に確かめてください。');
  footNote(draft, '登録の案内は、日本スポーツ協会から本人へ直接送られます。');
  return [draft];
}

function organizationRows(draft: SheetDraft, paper: Paper, applications: readonly ProxyApplication[]): void {
  const { organization, case: value } = paper.facts;
  const ids = new Set(applications.map(({ applicationId }) => applicationId));
  const days = distinct(
    (value.exemptionApplications ?? []).filter(({ id }) => ids.has(id)).map(({ appliedOn }) => appliedOn ?? ''),
  ).sort();
  const end = days.at(-1);
  draft.row(
    {
      0: { value: '代理申請団体・\n代表者', look: 'columnHead', align: 'left', wrap: true, span: LABEL },
      [LABEL]: {
        value: `${organization.contractName}\n${organization.representative ?? ''}`,
        look: 'input',
        wrap: true,
        span: SEAL - LABEL,
      },
      [SEAL]: { value: '印', align: 'center' },
    },
    { height: SEAL_HEIGHT },
  );
  fieldAcross(draft, LABEL, '担当者', { value: organization.contactName ?? '', look: 'input' });
  fieldAcross(
    draft,
    LABEL,
    '申請日',
    days.length > 1
      ? { value: days.map(slashDate).join('、'), look: 'input' }
      : { value: end ?? null, format: 'eraDate', look: 'input' },
  );
  registrationFields(
    draft,
    LABEL,
    applications.map(({ participantId }) => participantId),
    paper,
  );
}

function row(
  own: ProxyApplication,
  index: number,
  { facts }: Paper,
  judged: readonly JudgedExemption[],
): TableRow<Key> {
  const participant = (facts.case.participants ?? []).find(({ id }) => id === own.participantId);
  const application = (facts.case.exemptionApplications ?? []).find(({ id }) => id === own.applicationId);
  const enrollments = (facts.case.enrollments ?? []).filter(({ participantId }) => participantId === own.participantId);
  const level = application?.level ?? facts.course.level;
  const [common, specialty] = SUBJECTS_OF_LEVEL[level];
  const stateOf = (subject: typeof common | typeof specialty): CellInput =>
    open(STATE_JA[subjectState(subject, judged, enrollments, facts.course.subject)]);
  const competition = competitionJa(own, { facts });
  return {
    no: index + 1,
    name: own.nameJa,
    myPage: participant?.myPageId ?? '',
    level: LEVEL_JA[level],
    competition: open(competition ?? OPEN),
    common: stateOf(common),
    specialty: stateOf(specialty),
    papers: open(papersJa(own, judged, { facts })),
    requestedOn: own.requestedOn === undefined ? open(OPEN) : own.requestedOn,
    address: { value: `本人\n${OPEN}`, look: 'confirm' },
    note: noteJa(own, application),
  };
}

/** A word that is still open stands out. */
function open(value: string): CellInput {
  return value === OPEN ? { value, look: 'confirm', format: 'text' } : { value };
}

/** Of the person's own evidence, else of the course. */
function competitionJa({ participantId }: ProxyApplication, { facts }: Pick<Paper, 'facts'>): string | undefined {
  const own = facts.heldExemptions.find(
    ({ exemption, participant }) => participant.id === participantId && exemption.competitionJa !== undefined,
  );
  return own?.exemption.competitionJa ?? facts.course.competition?.nameJa;
}

/** ○ where every piece of evidence has its copy and nothing more is asked for. */
function papersJa(
  { participantId, missingPapersJa }: ProxyApplication,
  judged: readonly JudgedExemption[],
  { facts }: Pick<Paper, 'facts'>,
): string {
  const copies = facts.heldExemptions
    .filter(({ participant }) => participant.id === participantId)
    .map(({ exemption }) => exemption.copyAttached);
  if (copies.includes(false)) return '×';
  const isComplete = judged.length > 0 && copies.every((copy) => copy === true) && missingPapersJa.length === 0;
  return isComplete ? '○' : OPEN;
}

function noteJa(own: ProxyApplication, application: ExemptionApplication | undefined): string {
  const status = application?.status;
  return distinct([
    status === undefined ? '' : APPLICATION_STATUS_JA[status],
    own.slot === undefined ? '' : `登録予定 ${slashDate(own.slot.registersOn)}`,
    own.isTooLate ? `${OPEN}：希望の登録日に間に合いません` : '',
    own.missingPapersJa.length === 0 ? '' : `不足：${own.missingPapersJa.join('、')}`,
  ]).join('\n');
}
