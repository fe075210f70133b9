/** 個人別 免除確認票: one page per person with what was looked at and why it is judged so; kept, not handed in. */
import { eraDateJa, slashDate } from '../../dates.js';
import { EXEMPT_SUBJECT_JA, EXEMPTION_RESULT_JA } from '../../rules/courses/exemptions/judgement.js';
import { validityJa } from '../../rules/engine/exemption-row-words.js';
import { fieldAcross } from '../field-rows.js';
import { footNote, header } from '../header.js';
import { distinct } from '../line-words.js';
import type { Paper } from '../paper.js';
import { type CellInput, SheetDraft } from '../sheet-draft.js';
import { askedJa, basisJa } from './evidence-list.js';
import type { Evidence, EvidenceGroup } from './evidence-rows.js';

const WIDTHS = [20, 28, 18, 30] as const;

/** One sheet with a page for each person; none where nobody brings evidence. */
export function personChecks(paper: Paper, groups: readonly EvidenceGroup[]): SheetDraft[] {
  const people = new Map<string, Evidence[]>();
  for (const own of groups.flatMap(({ evidence }) => evidence)) {
    people.set(own.participant.id, [...(people.get(own.participant.id) ?? []), own]);
  }
  if (people.size === 0) return [];
  const draft = new SheetDraft('免除確認票', 'portrait', WIDTHS, { personal: true, internal: true });
  header(draft, '個人別 免除確認票', paper);
  [...people.values()].forEach((evidence, index) => personRows(draft, evidence, index > 0));
  footNote(draft, '団体の控えです。提出する書類ではありません。');
  return [draft];
}

function personRows(draft: SheetDraft, evidence: readonly Evidence[], isLater: boolean): void {
  const [first] = evidence;
  if (!first) return;
  const { nameJa, nameKana, myPageId, birthDate } = first.participant;
  draft.row(
    { 0: { value: distinct([nameJa, nameKana ?? '']).join('　'), look: 'heading' } },
    { height: 26, ...(isLater ? { breakBefore: true } : {}) },
  );
  line(draft, '受講者番号', myPageId ?? '');
  line(draft, '生年月日', birthDate === undefined ? '' : eraDateJa(birthDate));
  for (const own of evidence) evidenceRows(draft, own);
}

function evidenceRows(draft: SheetDraft, { exemption, judged, ...own }: Evidence): void {
  draft.gap();
  const look = { exempt: 'body', needsConfirmation: 'confirm', notExempt: 'cut' } as const;
  line(draft, '資格', exemption.qualificationJa);
  line(draft, '免除を受ける科目', EXEMPT_SUBJECT_JA[judged.subject]);
  line(draft, '根拠となる行', rowJa(judged));
  line(draft, '免除申請日', eraDateJa(judged.appliedOn));
  line(draft, '判定', { value: EXEMPTION_RESULT_JA[judged.result], look: look[judged.result] });
  line(draft, '判定の過程', stepsJa(judged));
  line(draft, '添付書類', papersJa(judged) || '一覧に該当する行がないため、求める書類はありません');
  line(draft, '確認先', askedJa({ exemption, judged, ...own }).replace('\n', '　') || '確認を求めるものはありません');
}

function line(draft: SheetDraft, labelJa: string, cell: CellInput | string): void {
  fieldAcross(draft, 1, labelJa, cell);
}

/** 専門科目免除一覧 No.2（…）：有効期限内 */
function rowJa(judged: Evidence['judged']): string {
  if (!judged.row) return basisJa(judged);
  return `${judged.row.row.at}：${validityJa(judged.row.row.validity)}`;
}

/** Each reason under its rule and source, and until when it holds. */
function stepsJa({ reasons, validUntil }: Evidence['judged']): string {
  const said = reasons.map(({ ruleId, sourceJa, messageJa }) => `${ruleId}（${sourceJa}）${messageJa}`);
  return [...said, ...(validUntil === undefined ? [] : [`有効：${slashDate(validUntil)}の免除申請まで`])].join('\n');
}

/** □ what is still to come, ■ what is there. */
function papersJa({ papersJa: all, missingPapersJa }: Evidence['judged']): string {
  return distinct([...all, ...missingPapersJa])
    .map((paper) => `${missingPapersJa.includes(paper) ? '□' : '■'} ${paper}`)
    .join('\n');
}
