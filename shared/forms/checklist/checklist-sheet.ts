/** 提出チェックリスト: what is still missing before the papers leave, with the place of each; never handed in. */
import { daysBetween } from '../../dates.js';
import { DEADLINE_STATE_JA } from '../../rules/courses/deadlines/deadline.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { type CellInput, type Column, type Placed, SheetDraft } from '../sheet-draft.js';
import { type Checklist, type ChecklistId, CHECKLISTS } from './checklists.js';
import { type Open, WEIGHT_JA, type Weight } from './open-point.js';
import { openPoints } from './open-points.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4.5, format: 'count', align: 'center' },
  { key: 'kind', headJa: '区分', width: 7, format: 'text', align: 'center' },
  { key: 'weight', headJa: '重さ', width: 7.5, format: 'text', align: 'center' },
  { key: 'ja', headJa: '内容', width: 40, format: 'text', wrap: true },
  { key: 'rule', headJa: '規則ID', width: 13.5, format: 'text' },
  { key: 'place', headJa: '該当シート・行', width: 19, format: 'text', wrap: true },
  { key: 'owner', headJa: '担当', width: 7, format: 'text' },
  { key: 'state', headJa: '対応状況', width: 9, format: 'text', align: 'center', wrap: true },
  { key: 'note', headJa: '備考', width: 10, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** Comes after every day. */
const UNKNOWN = '9999-99-99';
const LOOK_OF: Readonly<Partial<Record<Weight, CellInput['look']>>> = { error: 'cut', warning: 'confirm' };

/** The first sheet of the workbook of a paper. */
export function checklistSheet(paper: Paper, id: ChecklistId): SheetDraft {
  const draft = SheetDraft.for('提出チェックリスト', 'portrait', COLUMNS, { internal: true });
  header(draft, '提出チェックリスト', paper);
  const points = openPoints(paper, id);
  const open = points.filter(({ isDone }) => !isDone).length;
  draft.text(
    open === 0
      ? '残っている事項はありません。'
      : `未対応の事項が${open}件残ったまま書き出しています。提出の前に確かめてください。`,
    open === 0 ? 'body' : 'confirm',
  );
  deadlineRows(draft, paper, CHECKLISTS[id]);
  draft.gap();
  draft.repeat(draft.nextRow, draft.nextRow);
  const placed = draft.table<Key>(
    COLUMNS,
    points.map((point, index) => () => row(point, index)),
    { emptyJa: '残っている事項はありません' },
  );
  counts(draft, placed, points);
  footNote(draft, '団体の控えです。提出する書類ではありません。重さは、要対応・確認・参考の順です。');
  return draft;
}

function row(point: Open, index: number): Partial<Record<Key, CellInput | string | number | null>> {
  const look = point.isDone ? undefined : LOOK_OF[point.weight];
  return {
    no: index + 1,
    kind: point.kindJa,
    weight: { value: WEIGHT_JA[point.weight], ...(look === undefined ? {} : { look }) },
    ja: point.ja,
    rule: point.ruleId,
    place: point.placeJa,
    owner: { value: null, look: 'input' },
    state: { value: point.isDone ? '承認記録あり' : '未', look: 'input' },
    note: { value: null, look: 'input' },
  };
}

/** The deadline, the day to aim at, and how far it is. */
function deadlineRows(draft: SheetDraft, { decision, facts }: Paper, { deadlines, deadlineJa }: Checklist): void {
  const own = decision.deadlines
    .filter(({ deadlineId }) => deadlines.includes(deadlineId))
    .sort((a, b) => ((a.dueOn ?? UNKNOWN) < (b.dueOn ?? UNKNOWN) ? -1 : 1));
  const deadline = own.find(({ state }) => state !== 'done') ?? own[0];
  if (!deadline) return;
  const line = (label: string, cell: CellInput): void => {
    draft.row({ 0: { value: label, span: 3 }, 3: { align: 'left', ...cell } });
  };
  const { dueOn, safeOn, state } = deadline;
  line(deadlineJa, dueOn === null ? { value: '日程未定' } : { value: dueOn, format: 'eraDate' });
  line('発送の目安', safeOn === null ? { value: '日程未定' } : { value: safeOn, format: 'eraDate' });
  line('残り日数', dueOn === null ? { value: '—' } : { value: daysBetween(facts.asOf, dueOn), format: 'count' });
  line('状態', { value: DEADLINE_STATE_JA[state] });
}

function counts(draft: SheetDraft, placed: Placed<Key>, points: readonly Open[]): void {
  draft.gap();
  for (const [weight, word] of Object.entries(WEIGHT_JA) as [Weight, string][]) {
    draft.row({
      0: { value: word, span: 3 },
      3: {
        value: points.filter((point) => point.weight === weight).length,
        formula: `COUNTIFS(${placed.range('weight')},"${word}")`,
        format: 'count',
        align: 'left',
      },
    });
  }
}
