import type { ReactNode } from 'react';
import type { FieldChange, TakenField } from '../../../shared/import/taken-over.js';
import { classNames } from '../../ui/class-names.js';
import { FindingMark } from '../../ui/finding-mark.js';
import type { PlannedRow } from './import-plan.js';
import { COLUMN_FIELDS, type ShownRow } from './shown-row.js';
import { type ImportKind, KindWord } from './kind-word.js';
import { ageOn1April, TAKEN_FIELD_JA, valueJa } from './value-words.js';

type Props = {
  readonly shown: ShownRow;
  readonly rowIndex: number;
  readonly height: number;
  readonly fiscalYear: number;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onTick: (row: PlannedRow) => void;
  readonly onAsk: (row: PlannedRow) => void;
};

/** One row of the preview; what changes stands struck through above what it becomes. */
export function ImportRow({
  shown,
  rowIndex,
  height,
  fiscalYear,
  isChosen,
  onChoose,
  onTick,
  onAsk,
}: Props): ReactNode {
  const { row } = shown;
  const kind = kindOf(shown);
  const values: Shown = row ? shownValues(row) : shown.held.participant;
  const name = values.nameJa ?? '氏名なし';
  return (
    <tr
      className={classNames('import-row', `import-row-${kind}`, isChosen && 'import-chosen')}
      style={{ height }}
      aria-rowindex={rowIndex}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => onChoose(shown.key)}
      onDoubleClick={() => row && onAsk(row)}
      onFocus={() => (isChosen ? undefined : onChoose(shown.key))}
    >
      <td className="import-tick">
        {row && row.effect !== undefined ? (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`${name}を取り込む`}
            checked={row.isTicked}
            onChange={() => onTick(row)}
          />
        ) : row?.candidate && row.answer === undefined ? (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`${name}を取り込む（先に、同じ人かを決めます）`}
            checked={false}
            onChange={() => onTick(row)}
          />
        ) : null}
      </td>
      <td>
        <KindWord kind={kind} />
      </td>
      {COLUMN_FIELDS.flatMap((field) => [
        <td key={field} className={`import-${field}`}>
          <Value field={field} values={values} change={changeOf(row, field)} problem={hasProblem(row, field)} />
        </td>,
        ...(field === 'birthDate'
          ? [
              <td key="age" className="number second">
                {ageOn1April(values.birthDate, fiscalYear)}
              </td>,
            ]
          : []),
      ])}
      <td className="second import-others">{row ? othersJa(row) : null}</td>
      <td>{row ? <Doubt row={row} /> : <span className="caption">そのまま残します</span>}</td>
    </tr>
  );
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

function changeOf(row: PlannedRow | undefined, field: TakenField): FieldChange | undefined {
  return row?.changes.find((change) => change.field === field);
}

const FIELD_OF = { nameJa: 'nameJa', nameKana: 'kana', birthDate: 'birthDate', prefectureCode: 'prefecture' } as const;

function hasProblem(row: PlannedRow | undefined, field: TakenField): string | undefined {
  const own: string | undefined = field in FIELD_OF ? FIELD_OF[field as keyof typeof FIELD_OF] : undefined;
  return row?.person.problems.find((problem) => problem.field === own)?.text;
}

function Value({
  field,
  values,
  change,
  problem,
}: {
  readonly field: TakenField;
  readonly values: Shown;
  readonly change: FieldChange | undefined;
  readonly problem: string | undefined;
}): ReactNode {
  if (!change) {
    const text = valueJa(field, values[field]);
    return text === '' && problem !== undefined ? <span className="import-unread">{problem}</span> : text;
  }
  return (
    <span className="import-change">
      <del>{change.before === undefined ? '（なし）' : valueJa(field, change.before)}</del>
      <ins>{valueJa(field, change.after)}</ins>
    </span>
  );
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

function Doubt({ row }: { readonly row: PlannedRow }): ReactNode {
  if (row.answer !== undefined) return <span className="caption">{row.answer ? '同じ人です' : '別の人です'}</span>;
  if (row.doubtsJa.length === 0) return null;
  if (!row.canBeTaken) return <FindingMark mark="out" labelJa="氏名なし" />;
  if (row.candidate) return <FindingMark mark="confirm" labelJa={'held' in row.candidate ? '同じ人かも' : '二度目'} />;
  return <FindingMark mark="confirm" labelJa={row.person.problems.length > 0 ? '読めないセル' : '年度'} />;
}
