import type { ReactNode } from 'react';
import type { TemplateValues } from '../../../shared/templates/cell-value.js';
import { tieAt } from '../../../shared/templates/edit-mapping.js';
import { addressOf } from '../../../shared/templates/place.js';
import { ATTACHMENTS, type Template, type TemplateSheet } from '../../../shared/templates/template.js';
import { CellPanel, FormulaQuestion } from './cell-panel.js';
import type { FieldGroup } from './field-groups.js';
import { OwnWords } from './own-words.js';
import { TablePart } from './table-part.js';
import type { ChosenSheet, Tying } from './use-tying.js';

/** The chosen cell and its tie, the table it belongs to, and what stays as it is. */
export function TiePanel({
  courseId,
  chosen,
  tying,
  groups,
  template,
  values,
}: {
  readonly chosen: ChosenSheet;
  readonly tying: Tying;
  readonly groups: readonly FieldGroup[];
  readonly courseId: string;
  readonly template: Template;
  readonly values: TemplateValues;
}): ReactNode {
  const { sheet, grid, mapped, active } = chosen;
  const { asking } = tying;
  const tie = tieAt(mapped, active);
  const table = tie?.kind === 'column' ? tie.table : undefined;
  const field = tie?.kind === 'column' ? tie.column.field : tie?.cell.field;
  const choice = groups
    .flatMap((group) => group.fields)
    .find((each) => each.field === field && each.table === table?.table);
  return (
    <>
      {asking ? (
        <FormulaQuestion
          choice={asking.choice}
          at={addressOf(asking.place)}
          formula={asking.formula}
          onAnswer={tying.answer}
        />
      ) : (
        <CellPanel
          grid={grid}
          place={active}
          tie={tie}
          choice={choice}
          picked={tying.picked}
          onTie={() => tying.tieOrAsk(active)}
          edit={tying.edit}
        />
      )}
      {field?.startsWith('text.') === true && tie?.kind === 'cell' ? (
        <OwnWords courseId={courseId} field={field} />
      ) : null}
      {table ? (
        <TablePart
          table={table}
          count={values.tables[table.table]?.length ?? 0}
          otherSheets={template.sheets.map((each) => each.nameJa).filter((name) => name !== sheet.nameJa)}
          edit={tying.edit}
        />
      ) : null}
      <p className="caption">{staysJa(sheet)}</p>
    </>
  );
}

function staysJa({ attachments, isProtected }: TemplateSheet): string {
  const parts = attachments.map((kind) => ATTACHMENTS[kind]).join('・');
  return [
    '結んだセルのほかは、何も変えません。',
    parts === '' ? '' : `${parts}もそのまま残ります。`,
    isProtected ? 'シートの保護も残ります。' : '',
  ].join('');
}
