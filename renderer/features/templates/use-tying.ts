/** The hand that ties: which sheet and cell are chosen, which field is held, and what a press or a key does with both. */
import { type RefObject, useMemo, useState } from 'react';
import { mappedSheet, tieAt, withoutTie } from '../../../shared/templates/edit-mapping.js';
import type { MappedSheet, TemplateMapping } from '../../../shared/templates/mapping.js';
import { addressOf, type Place } from '../../../shared/templates/place.js';
import { type SheetGrid, sheetGrid } from '../../../shared/templates/sheet-grid.js';
import type { TemplateSheet } from '../../../shared/templates/template.js';
import type { SheetEdit } from './cell-panel.js';
import { choiceNameJa, type FieldChoice } from './field-groups.js';
import type { OpenedForm } from './kept-form.js';
import type { SheetViewHandle } from './sheet-view.js';
import { tied } from './tie.js';
import type { MappingEdits } from './use-mapping-edits.js';

const FIRST: Place = { row: 1, column: 1 };

export type ChosenSheet = {
  readonly sheetAt: number;
  readonly sheet: TemplateSheet;
  readonly grid: SheetGrid;
  readonly mapped: MappedSheet;
  readonly active: Place;
  readonly setActive: (place: Place) => void;
  readonly choose: (sheetAt: number, place?: Place) => void;
};

/** The sheet in view and the cell in it; the first visible sheet to begin with. */
export function useChosenSheet({ template, look }: OpenedForm, mapping: TemplateMapping | undefined): ChosenSheet {
  const first = template.sheets.findIndex((sheet) => !sheet.hidden);
  const [sheetAt, setSheetAt] = useState(Math.max(0, first));
  const [active, setActive] = useState<Place>(FIRST);
  const sheet = template.sheets[sheetAt];
  const own = look.sheets[sheetAt];
  const grid = useMemo(() => (sheet && own ? sheetGrid(sheet, own, look.styles) : undefined), [sheet, own, look]);
  const mapped = useMemo(() => mappedSheet(mapping, sheet?.nameJa ?? ''), [mapping, sheet]);
  // The host answers with at least one sheet and a look for each.
  if (!sheet || !grid) throw new Error('A form without sheets');
  return {
    sheetAt,
    sheet,
    grid,
    mapped,
    active,
    setActive,
    choose: (index, place = FIRST) => {
      setSheetAt(index);
      setActive(place);
    },
  };
}

export type FormulaAsking = { readonly choice: FieldChoice; readonly place: Place; readonly formula: 'own' | 'part' };

export type Tying = {
  readonly picked: FieldChoice | undefined;
  /** The field and the cell with a formula that is asked about. */
  readonly asking: FormulaAsking | undefined;
  /** What happened last, for the line below the sheet. */
  readonly said: string;
  readonly pick: (choice: FieldChoice | undefined) => void;
  readonly tieOrAsk: (place: Place) => void;
  readonly answer: (onFormula: 'result' | 'replace' | undefined) => void;
  readonly untie: () => boolean;
  readonly edit: SheetEdit;
};

export function useTying(chosen: ChosenSheet, edits: MappingEdits, view: RefObject<SheetViewHandle | null>): Tying {
  const { sheet, grid, mapped, active } = chosen;
  const [picked, setPicked] = useState<FieldChoice>();
  const [asking, setAsking] = useState<FormulaAsking>();
  const [said, setSaid] = useState('');
  const edit: SheetEdit = (labelJa, change) => edits.sheet(labelJa, sheet.nameJa, change);

  const tie = async (choice: FieldChoice, place: Place, onFormula?: 'result' | 'replace'): Promise<void> => {
    const made = tied({ grid, mapped, choice, place, ...(onFormula === undefined ? {} : { onFormula }) });
    if (!made.ok) {
      setSaid(made.ja);
      return;
    }
    setPicked(undefined);
    const labelJa = `${choiceNameJa(choice)}を ${addressOf(place)} に結びました`;
    const recorded = await edit(labelJa, made.edit);
    setSaid(recorded.ok ? labelJa : (recorded.problems[0]?.ja ?? ''));
  };
  return {
    picked,
    asking,
    said,
    edit,
    pick: (choice) => {
      setPicked(choice);
      setAsking(undefined);
      if (!choice) return;
      setSaid(`${choiceNameJa(choice)}を結ぶセルを選んでください`);
      view.current?.focus();
    },
    tieOrAsk: (place) => {
      if (!picked) return;
      const formula = grid.cellAt(place)?.formula;
      if (formula === undefined) void tie(picked, place);
      else setAsking({ choice: picked, place, formula });
    },
    answer: (onFormula) => {
      setAsking(undefined);
      view.current?.focus();
      if (!asking) return;
      if (onFormula) void tie(asking.choice, asking.place, onFormula);
      else setSaid(`${addressOf(asking.place)} の数式はそのままです`);
    },
    untie: () => {
      if (!tieAt(mapped, active)) return false;
      const labelJa = `${addressOf(active)} の結びつきを外しました`;
      void edit(labelJa, (own) => withoutTie(own, active)).then(() => setSaid(labelJa));
      return true;
    },
  };
}
