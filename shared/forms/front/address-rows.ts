/** The head of a paper that is handed in: to whom, from whom, when, and what for. */
import type { IsoDate } from '../../dates.js';
import type { Paper } from '../paper.js';
import type { SheetDraft } from '../sheet-draft.js';
import { field, fieldRow, sealRow } from './form-rows.js';

type Address = {
  /** 提出日, 報告日. */
  readonly dayJa: string;
  readonly day: IsoDate | undefined;
  readonly sentenceJa: string;
};

export function addressRows(draft: SheetDraft, { facts }: Paper, { dayJa, day, sentenceJa }: Address): void {
  const { organization } = facts;
  fieldRow(
    draft,
    field('宛名', { value: '公益財団法人日本スポーツ協会　御中', look: 'input' }),
    field('文書番号', { value: null, look: 'input' }),
  );
  fieldRow(
    draft,
    field('所在地', { value: organization.address ?? '', look: 'input' }),
    field(dayJa, day === undefined ? { value: null, look: 'input' } : { value: day, format: 'eraDate', look: 'input' }),
  );
  sealRow(draft, `${organization.contractName}\n${organization.representative ?? ''}`);
  draft.text(sentenceJa, 'small');
}
