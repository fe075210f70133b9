/** 委託金 on 実施報告書, as 収支計算書 comes to it. */
import type { Paper } from '../paper.js';
import { elsewhere } from '../sheet.js';
import type { CellInput, SheetDraft } from '../sheet-draft.js';
import { field, fieldRow } from '../front/form-rows.js';
import type { StatementPlaces } from './statement-income.js';

type Statement = { readonly sheet: string; readonly places: StatementPlaces };

export function grantRows(draft: SheetDraft, { decision }: Paper, { sheet, places }: Statement): void {
  const { contractAmount, advance, finalAmount } = decision.settlement;
  const at = (place: keyof StatementPlaces): string => elsewhere(sheet, places[place]);
  const left = finalAmount === null || advance === null ? null : finalAmount - advance;
  fieldRow(
    draft,
    field('委託金の契約額\n（円）', carried(contractAmount, [at('contract')], at('contract'))),
    field('概算払の受領額\n（円）', carried(advance, [at('advance')], at('advance'))),
  );
  fieldRow(
    draft,
    field('対象実績額\n（円）', {
      value: decision.totals.eligibleBeforeGates,
      formula: at('eligibleTotal'),
      format: 'yen',
    }),
    field('確定見込額\n（円）', carried(finalAmount, [at('finalAmount')], at('finalAmount'))),
  );
  fieldRow(
    draft,
    field('差引額（円）', carried(left, [at('finalAmount'), at('advance')], `${at('finalAmount')}-${at('advance')}`)),
    field('差引の計算', '確定見込額−概算払'),
  );
}

/** Empty while a cell that it is read from is. */
function carried(value: number | null, needed: readonly string[], formula: string): CellInput {
  const guarded = needed.reduceRight((inner, cell) => `IF(${cell}="","",${inner})`, formula);
  return { value: value ?? '', formula: guarded, format: 'yen' };
}
