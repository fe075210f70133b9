/** The rows of a compared list of people as the preview shows them. */
import type { ReactNode } from 'react';
import type { TakenField } from '../../../shared/import/taken-over.js';
import type { ImportKind } from '../../desk/list-import/kind-word.js';
import type { PreviewCell, PreviewHead, PreviewRow } from '../../desk/list-import/preview-row.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { PlannedRow } from './import-plan.js';
import { COLUMN_FIELDS, type ShownRow } from './shown-row.js';
import { ageOn1April, TAKEN_FIELD_JA, valueJa } from './value-words.js';

export const PEOPLE_HEADS: readonly PreviewHead[] = [
  { ja: '氏名', className: 'import-nameJa' },
  { ja: 'フリガナ', className: 'import-nameKana' },
  { ja: '生年月日' },
  { ja: '年齢', className: 'second', isNumber: true },
  { ja: '都道府県' },
];

export function previewRow(shown: ShownRow, fiscalYear: number): PreviewRow {
  const { row } = shown;
  const values: Shown = row ? shownValues(row) : shown.held.participant;
  const cells = Object.fromEntries(COLUMN_FIELDS.map((field) => [field, cellOf(row, field, values)]));
  const age = ageOn1April(values.birthDate, fiscalYear);
  return {
    key: shown.key,
    kind: kindOf(shown),
    nameJa: values.nameJa ?? '氏名なし',
    cells: ['nameJa', 'nameKana', 'birthDate', 'age', 'prefectureCode'].map(
      (field) => cells[field] ?? { ja: age === undefined ? '' : String(age) },
    ),
    tick: row?.effect !== undefined ? 'open' : row?.candidate && row.answer === undefined ? 'ask' : 'none',
    isTicked: row?.isTicked === true,
    othersJa: row ? othersJa(row) : '',
    doubt: row ? doubtOf(row) : <span className="caption">そのまま残します</span>,
  };
}

function kindOf({ row }: ShownRow): ImportKind {
  if (!row) return 'absent';
  if (row.kind === 'doubtful' && row.isTicked && row.effect !== undefined) return row.effect;
  return row.kind;
}

/** What the row says; a row that changes somebody shows the person with it. */
type Shown = { readonly [K in TakenField]?: string | number | undefined } & {
  readonly nameJa?: string | undefined;
  readonly birthDate?: string | undefined;
};

function shownValues({ held, person }: PlannedRow): Shown {
  return held ? { ...held.participant, ...person.values } : person.values;
}

const FIELD_OF = { nameJa: 'name', nameKana: 'kana', birthDate: 'birthDate', prefectureCode: 'prefecture' } as const;

function cellOf(row: PlannedRow | undefined, field: TakenField, values: Shown): PreviewCell {
  const change = row?.changes.find((one) => one.field === field);
  if (change) return { ja: valueJa(field, change.after), beforeJa: valueJa(field, change.before) };
  const ja = valueJa(field, values[field]);
  const own: string | undefined = field in FIELD_OF ? FIELD_OF[field as keyof typeof FIELD_OF] : undefined;
  const unread = row?.person.problems.find((problem) => problem.field === own)?.text;
  return ja === '' && unread !== undefined ? { ja: unread, isUnread: true } : { ja };
}

/** Changes without a column of their own, by their names. */
function othersJa({ changes, effect, person }: PlannedRow): string {
  if (effect === 'new') {
    const { email, tel, myPageId } = person.values;
    return [email && 'メール', tel && '電話', myPageId && 'ID'].filter(Boolean).join('・');
  }
  return changes
    .filter((change) => !COLUMN_FIELDS.includes(change.field))
    .map((change) => `${TAKEN_FIELD_JA[change.field]}→${valueJa(change.field, change.after)}`)
    .join('、');
}

function doubtOf(row: PlannedRow): ReactNode {
  if (row.answer !== undefined) return <span className="caption">{row.answer ? '同じ人です' : '別の人です'}</span>;
  if (row.doubtsJa.length === 0) return null;
  if (!row.canBeTaken) return <FindingMark mark="out" labelJa="氏名なし" />;
  if (row.candidate) return <FindingMark mark="confirm" labelJa={'held' in row.candidate ? '同じ人かも' : '二度目'} />;
  return <FindingMark mark="confirm" labelJa={row.person.problems.length > 0 ? '読めないセル' : '年度'} />;
}
