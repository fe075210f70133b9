/** Rows of a paper of one page: labels with what belongs to them, two pairs side by side, and the seal box. */
import { heightOf } from '../page.js';
import type { CellInput, SheetDraft } from '../sheet-draft.js';

/** Label, value, label, value, and the seal box: 25 mm wide. A label has room for eight letters. */
export const FORM_WIDTHS = [17, 33, 17, 12, 12.7] as const;
/** 25 mm in points. */
const SEAL_HEIGHT = 71;
const LABEL: Pick<CellInput, 'look' | 'align' | 'wrap'> = { look: 'columnHead', align: 'left', wrap: true };

export type Field = { readonly labelJa: string; readonly cell: CellInput };

export function field(labelJa: string, cell: CellInput | string): Field {
  return { labelJa, cell: typeof cell === 'string' ? { value: cell } : cell };
}

/** One line of two fields, or of one that takes the whole width; as high as its texts. */
export function fieldRow(draft: SheetDraft, left: Field, right?: Field): number {
  const [, first, , second, seal] = FORM_WIDTHS;
  const whole = draft.widthOf(1);
  const height = Math.max(
    18,
    ...[left, ...(right ? [right] : [])].map(({ labelJa }) => heightOf(labelJa, FORM_WIDTHS[0])),
    textHeight(left, right ? first : whole),
    ...(right ? [textHeight(right, second + seal)] : []),
  );
  return draft.row(
    {
      0: { value: left.labelJa, ...LABEL },
      1: { ...shown(left.cell), ...(right ? {} : { span: 4 }) },
      ...(right ? { 2: { value: right.labelJa, ...LABEL }, 3: { ...shown(right.cell), span: 2 } } : {}),
    },
    { height },
  );
}

/** The name of the organisation and its head, with the box for the seal. */
export function sealRow(draft: SheetDraft, value: string): number {
  return draft.row(
    {
      0: { value: '団体名・\n代表者職氏名', ...LABEL },
      1: { value, look: 'input', wrap: true, span: 3 },
      4: { value: '印', align: 'center' },
    },
    { height: SEAL_HEIGHT },
  );
}

function textHeight({ cell }: Field, width: number): number {
  return typeof cell.value === 'string' && cell.formula === undefined ? heightOf(cell.value, width) : 0;
}

function shown(cell: CellInput): CellInput {
  const isText = cell.format === undefined || cell.format === 'text';
  return { ...(isText ? { wrap: true } : {}), align: 'left', ...cell };
}
